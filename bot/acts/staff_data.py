"""Requests about data, for the data lead: checked again, then shown, corrected or erased (X4)."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from bot.acts.actor import actor
from bot.acts.once import Perform, is_first_time, once
from bot.data_requests import begin_erasure, open_request
from bot.moment import Moment
from bot.submitting import look_again
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.data_rights import DataFacts, may_correct, may_erase_data, may_see_data_request, may_show_data
from flows.policy.joining import LIVE_METHODS
from flows.staff.acts.data_rights import (
    AnswerDataRequest,
    CheckAsker,
    CorrectAnswer,
    CorrectName,
    DataRequestDetails,
    EraseData,
    HoldData,
    ListDataRequests,
    OpenDataRequest,
    ReadDataRequest,
)
from storage import cases, contacts, data_requests, erasure, lanes, outbox, people, several, subjects
from storage.contacts import Contact
from storage.data_requests import DataRequest
from storage.people import Person
from storage.work import Work

STOPS = frozenset({"object", "delete"})

NUMBER = "ring_number"
TELLING = (NUMBER, "known_from")
"""The answers that may tell of somebody who is shut out, or has an alert."""


def list_requests(moment: Moment, _command: ListDataRequests) -> tuple[str, ...]:
    """List the open requests; to everybody but the data lead there are none."""
    if not may_see_data_request(DataFacts(actor(moment), is_request=True)):
        return ()
    return tuple(each.code for each in data_requests.waiting(moment.work))


def read_request(moment: Moment, command: ReadDataRequest) -> DataRequestDetails | Refused:
    """X4, H2.2: who asks for what; each reading is recorded once."""
    work, found = moment.work, data_requests.by_code(moment.work, command.code)
    verdict = may_see_data_request(_facts(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "read", verdict)
    if is_first_time(moment, command):
        work.record("read", "data", found.code, clause="H2.2")
    subject = subjects.of_contact(work, _contact(moment, found))
    held = subjects.held_back(work, subject, found.id)
    adults = people.on_contact(work, found.contact_id)
    return DataRequestDetails(
        code=found.code,
        kind=found.kind,
        name=", ".join(each.full_name for each in adults) or "?",
        asked_at=found.opened_at,
        answer_by=found.answer_by,
        checked=found.checked,
        held_back=held,
        stays=erasure.stays_of(work, subject),
        on_hold="hold" in held,
        adults=tuple((str(each.number), each.full_name) for each in adults),
    )


def write_down(moment: Moment, command: OpenDataRequest) -> str | Refused:
    """2.5: a request counts however it was made, from the day it was made."""
    work, case = moment.work, cases.by_code(moment.work, command.case)
    verdict = may_see_data_request(DataFacts(actor(moment), is_request=case is not None))
    if isinstance(verdict, Refused) or case is None:
        return _refuse(moment, "ask", verdict)
    if command.kind in STOPS and case.contact_id is not None:
        _stop(work, case.contact_id)
    return open_request(work, moment.organisation, moment.own_id("request"), case.contact_id, command.kind)[0]


def _stop(work: Work, contact_id: UUID) -> None:
    """2.3: who objects, or wants to be deleted, is written to no more, however they said so."""
    contact = contacts.by_id(work, contact_id)
    for each in [] if contact is None else several.with_it(work, contact):
        contacts.change(work, each.id, stopped_at=each.stopped_at or work.now)
        work.record("stop", "contact", each.id)


def check_asker(moment: Moment, command: CheckAsker) -> Done | Refused:
    """2.5: nothing is shown or erased before a live check of who asks."""
    work, found = moment.work, data_requests.by_code(moment.work, command.code)
    verdict = may_show_data(_facts(moment, found, checked=command.method in LIVE_METHODS))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "check", verdict)
    data_requests.checked(work, found.id, command.method)
    work.record("check", "data", found.code, outcome=command.method, clause="X4")
    return Done()


def hold(moment: Moment, command: HoldData) -> Done | Refused:
    """2.4: a hold stops deletion; whoever set it lifts it."""
    work, found = moment.work, data_requests.by_code(moment.work, command.code)
    verdict = may_see_data_request(_facts(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "hold", verdict)
    family_id = _contact(moment, found).lane_id
    if command.hold:
        data_requests.hold(work, family_id, moment.staff_id)
    else:
        data_requests.lift(work, family_id)
    work.record("hold" if command.hold else "lift", "data", found.code)
    return Done()


def correct_name(moment: Moment, command: CorrectName) -> Done | Refused:
    """2.5: another name may be another person: only once it was checked again who asks, and staff look who it is."""
    work, found = moment.work, _locked(moment, command.code)
    person = None if found is None else _adult(moment, found, command.adult)
    verdict = may_correct(replace(_facts(moment, found), shut_out=_is_shut_out(moment, person)))
    if isinstance(verdict, Refused) or found is None or person is None:
        return _refuse(moment, "correct", verdict)
    people.change(work, person, full_name=command.full_name)
    work.record("correct", "data", found.code, clause="X4")
    case = cases.of_family(work, person.family_id)
    if case is not None:
        look_again(work, case)
    return Done()


def correct_answer(moment: Moment, command: CorrectAnswer) -> Done | Refused:
    """2.5: another number to ring may be somebody else's: only once it was checked again who asks, and staff look."""
    work, found = moment.work, _locked(moment, command.code)
    family = None if found is None else subjects.of_contact(work, _contact(moment, found))
    facts = _facts(moment, found)
    if command.answer == NUMBER and family is not None:
        phones = contacts.of_family(work, family.family_id)
        frozen = any(each.frozen_at is not None for each in phones)
        facts = replace(facts, shut_out=bool(subjects.shut_out(work, family)), frozen=frozen)
    verdict = may_correct(facts)
    case = None if family is None else cases.of_family(work, family.family_id)
    is_here = found is not None and bool(people.on_contact(work, found.contact_id))
    if isinstance(verdict, Refused) or found is None or case is None or not is_here:
        return _refuse(moment, "correct", verdict)
    cases.correct(work, case.id, command.answer, command.words)
    work.record("correct", "data", found.code, outcome=command.answer, clause="X4")
    if command.answer in TELLING:
        look_again(work, case)
    return Done()


def _locked(moment: Moment, code: str) -> DataRequest | None:
    """Read a request once its family's lane is ours: they may be erased at this moment."""
    found = data_requests.by_code(moment.work, code)
    if found is not None:
        lanes.lock(moment.work, _contact(moment, found).lane_id)
    return data_requests.by_code(moment.work, code)


def _adult(moment: Moment, found: DataRequest, number: int) -> Person | None:
    return next((each for each in people.on_contact(moment.work, found.contact_id) if each.number == number), None)


def _is_shut_out(moment: Moment, person: Person | None) -> bool:
    subject = None if person is None else subjects.of_people(moment.work, person.family_id, [person.id])
    return subject is not None and bool(subjects.shut_out(moment.work, subject))


def erase(moment: Moment, command: EraseData) -> tuple[str, ...] | Refused:
    """X4: they are told what stays and why; ten minutes later it is erased (bot/due/erasing.py)."""
    work, found = moment.work, data_requests.by_code(moment.work, command.code)
    if found is not None and found.outcome == "erased":
        return found.stays
    contact = None if found is None else _contact(moment, found)
    subject = None if contact is None else subjects.of_contact(work, contact)
    held = () if subject is None else subjects.held_back(work, subject, None if found is None else found.id)
    verdict = may_erase_data(_facts(moment, found, held))
    if isinstance(verdict, Refused) or found is None or contact is None or subject is None:
        return _refuse(moment, "erase", verdict)
    return begin_erasure(work, found, contact, subject)


def answer(moment: Moment, command: AnswerDataRequest) -> Done | Refused:
    """X4: the data lead's own words go to whoever asked, and the request is closed."""
    work, found = moment.work, data_requests.by_code(moment.work, command.code)
    verdict = may_show_data(_facts(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "answer", verdict)
    data_requests.close(work, found, command.outcome, ())
    work.cancel_timers(found.id, "complaint")
    work.record("answer", "data", found.code, outcome=command.outcome, clause="X4")
    outbox.tell(work, _contact(moment, found), "data_answered", code=found.code, words=command.words)
    return Done()


def _facts(
    moment: Moment, found: DataRequest | None, held: tuple[str, ...] = (), *, checked: bool | None = None
) -> DataFacts:
    known = found is not None and found.checked is not None
    return DataFacts(
        actor(moment),
        is_request=found is not None,
        checked=known if checked is None else checked,
        closed=found is not None and found.closed_at is not None,
        held_back=held,
    )


def _contact(moment: Moment, found: DataRequest) -> Contact:
    contact = contacts.by_id(moment.work, found.contact_id)
    if contact is None:
        raise LookupError("the contact of a request is gone")
    return contact


def _refuse(moment: Moment, act: str, verdict: object) -> Refused:
    refused = verdict if isinstance(verdict, Refused) else Refused("X4", "refused_no_such_request")
    return moment.work.refuse(refused, act, "data", "unknown")


ACTS: Mapping[type, Perform] = {
    ListDataRequests: list_requests,
    ReadDataRequest: read_request,
    OpenDataRequest: write_down,
    CheckAsker: once(check_asker),
    HoldData: once(hold),
    CorrectName: once(correct_name),
    CorrectAnswer: once(correct_answer),
    EraseData: erase,
    AnswerDataRequest: once(answer),
}
