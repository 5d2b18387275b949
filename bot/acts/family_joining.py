"""The road in, from the family's side: the language, a code, the details, the case."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from bot.acts.guessing import may_redeem, may_try
from bot.acts.once import Perform, deed_of, is_first_time, once
from bot.moment import Moment
from bot.submitting import known_by as known_by_from
from bot.submitting import submit
from flows.family.acts import Done
from flows.family.acts.joining import CodeMeaning, Details, LookUpCode, OpenCase, SubmitCase
from flows.family.acts.own import SetLanguage
from flows.policy import Refused
from storage import alerts, cases, contacts, deeds, groups, guesses, invitations, likeness, outbox, people
from storage.invitations import Invitation
from storage.people import NewPerson

WRONG = "wrong"
REFERRER = ("name", "role", "organisation")


def set_language(moment: Moment, command: SetLanguage) -> Done:
    """Use this language from now on."""
    contacts.change(moment.work, moment.contact.id, language=command.language)
    return Done()


def look_up_code(moment: Moment, command: LookUpCode) -> CodeMeaning | Refused:
    """G2.2: say what a code is for; a code that was good when it was given stays so in its conversation."""
    work = moment.work
    found = invitations.by_code(work, command.code)
    deed = deed_of(moment, command)
    if found is not None and deeds.is_done(work, deed):
        return _meaning(moment, found)
    if not deeds.is_done(work, deed_of(moment, (WRONG, command))):
        limit = may_try(work, moment.contact)
        if isinstance(limit, Refused):
            return limit
    verdict = may_redeem(moment, found)
    if isinstance(verdict, Refused) or found is None:
        return _refuse_code(moment, command, found, verdict)
    deeds.first_time(work, deed)
    invitations.change(work, found.id, opened_at=found.opened_at or work.now)
    work.record("open", found.purpose, found.id)
    return _meaning(moment, found)


def open_case(moment: Moment, command: OpenCase) -> str:
    """G3.6, G2.2: keep the details; a code is spent here."""
    work, details = moment.work, command.details
    case_id = moment.own_id("case")
    used = _usable(moment, command.code) if command.code and cases.by_id(work, case_id) is None else None
    group_id = used.group_id if used is not None else None
    kept = _kept(details)
    road = command.road if used is not None or not command.code else "asked"
    code, is_new = cases.open_case(
        work,
        case_id,
        family_id=moment.contact.lane_id,
        contact_id=moment.contact.id,
        group_id=group_id,
        road=road,
        details=kept,
    )
    if is_new:
        _keep_family(moment, case_id, details)
        work.record("open", "case", code)
    if used is not None:
        _spend(moment, used, case_id)
    return code


def submit_case(moment: Moment, _command: SubmitCase) -> Done:
    """G3.8: put the case before staff, with a deadline for the first contact."""
    work = moment.work
    case = cases.of_family(work, moment.contact.lane_id)
    if case is None or case.status != cases.DRAFT:
        return Done()
    submit(work, moment.organisation, case)
    return Done()


def _refuse_code(moment: Moment, command: LookUpCode, found: Invitation | None, verdict: Any) -> Refused:
    refused = verdict if isinstance(verdict, Refused) else Refused("G2.2", "refused_code")
    if is_first_time(moment, (WRONG, command)):
        guesses.count(moment.work, moment.contact)
        moment.work.refuse(refused, "open", "invitation", "unknown" if found is None else found.id)
        if found is not None and found.spent_at is not None:
            _tell_inviter(moment, found)
    return refused


def _tell_inviter(moment: Moment, found: Invitation) -> None:
    group = None if found.group_id is None else groups.by_id(moment.work, found.group_id)
    line = contacts.of_staff(moment.work, found.invited_by)
    if line is not None and group is not None:
        outbox.tell(moment.work, line, "staff_invitation_reused", group=group.name)


def _meaning(moment: Moment, found: Invitation) -> CodeMeaning:
    group = None if found.group_id is None else groups.by_id(moment.work, found.group_id)
    return CodeMeaning(found.purpose, None if group is None else group.name)


def _usable(moment: Moment, code: str) -> Invitation | None:
    found = invitations.hold_code(moment.work, code)
    verdict = may_redeem(moment, found)
    if isinstance(verdict, Refused):
        moment.work.refuse(verdict, "spend", "invitation", "unknown" if found is None else found.id)
        if found is not None and found.spent_at is not None:
            _tell_inviter(moment, found)
        return None
    return found


def _spend(moment: Moment, used: Invitation, case_id: UUID) -> None:
    links = {"case_id": case_id, "family_id": moment.contact.lane_id, "contact_id": moment.contact.id}
    invitations.change(moment.work, used.id, spent_at=moment.work.now, **links)
    moment.work.record("spend", used.purpose, used.id)


def _keep_family(moment: Moment, case_id: UUID, details: Details) -> None:
    work, family_id = moment.work, moment.contact.lane_id
    new = [
        NewPerson(
            id=moment.own_id("adult", number),
            number=number,
            full_name=adult.full_name,
            screen_name=adult.screen_name,
            adult=adult.adult,
            uses_contact=moment.contact.home_id,
        )
        for number, adult in enumerate(details.adults, start=1)
    ]
    known_by = known_by_from(work, moment.contact, details.ring_number)
    is_alike = likeness.is_look_alike(work, family_id, new, known_by)
    is_flagged = likeness.is_like_flagged(work, family_id, new, known_by)
    is_flagged = is_flagged or bool(alerts.named_in(work, details.known_from or "", family_id))
    people.keep(work, family_id, new)
    people.set_safe_times(work, family_id, details.safe_times)
    contacts.change(work, moment.contact.id, shared=details.shared)
    if is_alike or is_flagged:
        cases.change(work, case_id, look_alike=True)
    if is_flagged:
        cases.change(work, case_id, flagged=True)
    said_no = details.may_contact_referrer is False
    if said_no or any((details.referrer_name, details.referrer_organisation, details.referrer_contact)):
        _keep_referrer(moment, case_id, details)


def _keep_referrer(moment: Moment, case_id: UUID, details: Details) -> None:
    words = {name: getattr(details, f"referrer_{name}") for name in REFERRER}
    words["work_contact"] = details.referrer_contact
    cases.set_referral(moment.work, moment.own_id("referral"), case_id, words, details.may_contact_referrer)


def _kept(details: Details) -> dict[str, Any]:
    names = ("safe_times", "ring_number", "shared", "known_from", "access_needs")
    return {name: value for name, value in asdict(details).items() if name in names}


ACTS: Mapping[type, Perform] = {
    SetLanguage: once(set_language),
    LookUpCode: look_up_code,
    OpenCase: open_case,
    SubmitCase: once(submit_case),
}
