"""A family's changed phone: opened again by a member of staff who has checked live who uses it."""

from collections.abc import Mapping
from uuid import UUID

from bot.acts.actor import actor
from bot.acts.once import Perform, is_first_time, once
from bot.locking import REOPENED
from bot.moment import Moment
from bot.ringing import given_number
from flows.family.acts import Done
from flows.policy import Refused, Verdict
from flows.policy.joining import LIVE_METHODS
from flows.policy.members import ContactFacts, may_unfreeze
from flows.staff.acts.care import FrozenLine, ListFrozen, Unfreeze
from storage import cases, concerns, contacts, conversations, lanes, outbox, people, several
from storage.cases import Case
from storage.contacts import Contact
from storage.people import Person
from storage.unheard import CONFIRMED, RECHECK

CALL, AGENCY = "call", "agency"
WAYS = LIVE_METHODS | {AGENCY}
UNKNOWN = Refused("A1", "refused_not_the_team")


def list_frozen(moment: Moment, command: ListFrozen) -> tuple[FrozenLine, ...] | Refused:
    """G7.2, H2.2: whose phones are frozen; each reading is recorded once."""
    work, case = moment.work, cases.by_code(moment.work, command.case)
    verdict = UNKNOWN if case is None else _may(moment, case, live_check=True)
    if case is None or isinstance(verdict, Refused):
        return work.refuse(verdict if isinstance(verdict, Refused) else UNKNOWN, "read", "case", command.case)
    if is_first_time(moment, command):
        work.record("read", "case", case.code, clause="H2.2")
    return tuple(
        FrozenLine(
            str(line.id),
            person.full_name,
            line.channel,
            _number_to_ring(moment, case, line),
            _change(line),
        )
        for person, line in _frozen(moment, case)
    )


def _number_to_ring(moment: Moment, case: Case, line: Contact) -> str:
    return known_before(moment, case.family_id, line, given_number(moment.work, case, line))


def _change(frozen: Contact) -> str:
    return "" if frozen.frozen_at is None else f"{frozen.frozen_at.timestamp():.6f}"


def known_before(moment: Moment, family_id: UUID, frozen: Contact, ring: str) -> str:
    """G7.2: the number that the family gave to be rung on, or another phone of theirs that has not changed."""
    work, changed = moment.work, frozen.phone(moment.work)
    others = [each.phone(work) for each in contacts.of_family(work, family_id) if each.frozen_at is None]
    return next((each for each in (ring, *others) if each and each != changed), "")


def frozen_of(moment: Moment, code: str, contact_id: str) -> Contact | Refused:
    """G7.2: the frozen phone that a colleague of its team has just rung about."""
    case = cases.by_code(moment.work, code)
    verdict = UNKNOWN if case is None else _may(moment, case, live_check=True)
    if case is None or isinstance(verdict, Refused):
        return verdict if isinstance(verdict, Refused) else UNKNOWN
    lines = (line for _, line in _frozen(moment, case))
    return next((line for line in lines if str(line.id) == contact_id), Refused("A4", "refused_already_done"))


def unfreeze(moment: Moment, command: Unfreeze) -> Done | Refused:
    """G6.4, G7.2: the check is recorded on the case, and the phone gets passwords again."""
    work, case = moment.work, cases.by_code(moment.work, command.case)
    if case is None:
        return work.refuse(UNKNOWN, "unfreeze", "case", command.case)
    verdict = _may(moment, case, live_check=command.method in WAYS)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "unfreeze", "case", case.code)
    lanes.lock(work, case.family_id)
    found = next((pair for pair in _frozen(moment, case) if str(pair[1].id) == command.contact), None)
    if found is None:
        return work.refuse(Refused("A4", "refused_already_done"), "unfreeze", "case", case.code)
    number_known = command.method != CALL or bool(_number_to_ring(moment, case, found[1]))
    verdict = _may(
        moment, case, live_check=True, warned=concerns.is_warned(work, found[1].id), number_known=number_known
    )
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "unfreeze", "case", case.code)
    _open(moment, case, *found, method=command.method)
    return Done()


def _may(moment: Moment, case: Case, *, live_check: bool, warned: bool = False, number_known: bool = True) -> Verdict:
    by = actor(moment, case.group_id)
    return may_unfreeze(ContactFacts(by, live_check=live_check, warned=warned, number_known=number_known))


def _frozen(moment: Moment, case: Case) -> list[tuple[Person, Contact]]:
    lines = [line for line in contacts.of_family(moment.work, case.family_id) if line.frozen_at is not None]
    adults = people.of_family(moment.work, case.family_id)
    return [(each, line) for each in adults for line in lines if line.home_id == each.contact_id]


def _open(moment: Moment, case: Case, person: Person, line: Contact, *, method: str) -> None:
    work = moment.work
    if moment.staff_id is None:
        return
    check_id, by = moment.own_id(RECHECK), moment.staff_id
    said = {"kind": RECHECK, "method": method, "outcome": CONFIRMED}
    cases.add_check(work, check_id, case.id, by, **said, person_id=person.id, contact_id=line.id)
    contacts.change(work, line.id, frozen_at=None)
    work.record("unfreeze", "contact", line.id, clause="G7.2")
    outbox.tell(work, line, "unfrozen_notice", here=True)
    _go_on(moment, case, line)


def _go_on(moment: Moment, case: Case, line: Contact) -> None:
    """What stood still goes on: messages that waited, and the road of a family that is decided about."""
    work = moment.work
    for each in several.with_it(work, line):
        outbox.release_held(work, each.id)
    stack = conversations.open_of(work, case.contact_id)
    work.set_timer("decided", case.id, work.now)
    roads = [each for each in stack if each.flow in conversations.ROADS]
    if case.is_open and all("decision" in each.state.get("results", {}) for each in roads):
        work.set_timer(REOPENED, case.id, work.now)


ACTS: Mapping[type, Perform] = {ListFrozen: list_frozen, Unfreeze: once(unfreeze)}
