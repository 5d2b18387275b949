"""No password stays alive that somebody knows who must not: whatever road it came to them by (G6.5)."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select, update

from bot.acts import ACTS
from bot.acts.family_passwords import notice_quote
from bot.acts.meeting_access import clocks, terms
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.care import ReportPicture
from flows.family.acts.passwords import ReleasePassword
from flows.policy import Seat
from flows.staff.acts.bars import ExtendBar, LiftBar, ListBars
from flows.staff.acts.breaches import DecideBreach, ReportBreach
from flows.staff.acts.cases import Exclude
from flows.staff.acts.groups import ListGroups, ListMembers, SeatStaff
from flows.staff.acts.meetings import ReadMeeting
from flows.staff.acts.people import Cover, LockDown, Offboard
from flows.staff.acts.platform import ClearHold
from storage import breaches, cases, contacts, diary, groups, meetings, passwords, releases, rotations, seats
from storage.diary import Plan
from storage.tables import memberships
from tests.bot.sara import Sara
from tests.group_life import Life
from tests.words import TEXTS


def do(life: Life, handle: str, command: Any) -> Any:
    return life.at(handle, command, ACTS[type(command)])


def group(life: Life) -> str:
    return str(do(life, "anna", ListGroups())[0].code)


def report(life: Life, by: str = "anna") -> str:
    numbers = {name: number for number, name in do(life, "anna", ListMembers(group(life)))}
    return str(do(life, by, ReportBreach(group(life), numbers["Sara Surname"], "be_kind", "I saw it.")))


def current(life: Life) -> str | None:
    with life.work() as work:
        return passwords.in_clear(work, life.meeting())


def seen_by(life: Life, handle: str) -> str:
    """The password as somebody of the staff reads it now."""
    told = do(life, handle, ReadMeeting(life.meeting().code)).password
    assert told == current(life)
    return str(told)


def is_dead(life: Life, release_id: UUID) -> bool:
    with life.work() as work:
        return releases.is_dead(work, release_id)


def rotate(life: Life) -> None:
    """A change that waits until somebody has set it on the platform."""
    with life.work("staff:ben") as work:
        assert rotations.rotate(work, life.meeting(), "tap")


@pytest.fixture
def friday(ready: Life) -> tuple[UUID, UUID]:
    """A second group, led by Mo, whose meeting is ready at the same time: group and meeting."""
    group_id, meeting_id = uuid4(), uuid4()
    with ready.work() as work:
        groups.add(work, group_id, "Friday", "zoom", ready.staff["mo"])
        groups.set_sensitive(work, group_id, "no")
        groups.seat(work, group_id, Seat.SECOND, ready.staff["max"])
        starts, ends = ready.now + timedelta(minutes=30), ready.now + timedelta(minutes=90)
        diary.add(work, meeting_id, Plan(group_id, "zoom", starts, ends), clocks(ready.organisation))
        for handle in ("mo", "max"):
            seats.confirm(work, meetings.lock(work, meeting_id), ready.staff[handle])
        passwords.make_password(work, meeting_id, "first")
        sealed = work.seal("meetings.link", meeting_id, "https://zoom.example/j/2")
        meetings.change(work, meeting_id, platform_version=1, link_sealed=sealed, checklist={"nothing_kept": True})
    return group_id, meeting_id


def given_on_friday(life: Life, person_id: UUID, friday: tuple[UUID, UUID]) -> UUID:
    """Make somebody a member there and give them the password."""
    with life.work() as work:
        row = {"id": uuid4(), "person_id": person_id, "group_id": friday[0], "status": "active", "since": life.now}
        work.connection.execute(insert(memberships).values(row | {"decided_by": life.staff["mo"]}))
        meeting, line = meetings.by_id(work, friday[1]), contacts.of_person(work, person_id)
        assert meeting is not None
        assert line is not None
        return passwords.release(work, person_id, line, meeting, terms(life.organisation), reply=True)


@pytest.mark.clause("G6.5", "G3.13")
def test_a_bar_that_is_extended_to_all_groups_changes_the_password_they_hold_of_another(
    ready: Life, friday: tuple[UUID, UUID]
) -> None:
    sara = ready.member("Sara")
    given = given_on_friday(ready, sara, friday)
    assert do(ready, "maria", DecideBreach(report(ready), "upheld")) == Done()
    assert not is_dead(ready, given)
    assert do(ready, "maria", ExtendBar(do(ready, "max", ListBars())[-1], "all_groups", "Again.")) == Done()
    assert is_dead(ready, given)


@pytest.mark.clause("G6.5", "G11.3")
def test_a_report_that_suspended_nobody_changes_the_password_when_it_is_upheld(ready: Life) -> None:
    sara = Sara(ready)
    given = ready.release(sara.id)
    assert sara.does(sara.signal_id, ReportPicture()) == Done()
    with ready.work() as work:
        [code] = breaches.waiting(work, "max")
    assert not is_dead(ready, given)
    assert do(ready, "maria", DecideBreach(code, "upheld")) == Done()
    assert is_dead(ready, given)


@pytest.mark.clause("G6.5", "G6.6", "G11.3")
def test_a_suspect_who_was_cleared_and_then_barred_keeps_no_live_password(ready: Life) -> None:
    sara = Sara(ready)
    given = ready.release(sara.id)
    with ready.work("contact") as work:
        leaked = releases.by_id(work, given)
        assert leaked is not None
        stranger = contacts.add(work, "signal", "stranger")
        moment = Moment(work, ready.organisation, stranger, None, uuid4(), None, "act", texts=TEXTS)
        assert notice_quote(moment, f"Your reference: {leaked.reference}")
    ready.make_set()
    assert do(ready, "anna", ClearHold(ready.meeting().code, leaked.reference)) == Done()
    assert sara.does(sara.signal_id, ReleasePassword(1)) == Done()
    with ready.work() as work:
        [code] = breaches.waiting(work, "max")
        [second] = [each.release_id for each in releases.holders(work, ready.meeting_id, 2)]
    assert do(ready, "maria", DecideBreach(code, "upheld")) == Done()
    assert is_dead(ready, second)


@pytest.mark.clause("G6.5", "H2.3")
@pytest.mark.parametrize("command", [LockDown("anna"), Offboard("anna")])
def test_what_an_account_saw_is_changed_even_while_it_waits_to_be_set(ready: Life, command: Any) -> None:
    rotate(ready)
    seen = seen_by(ready, "anna")
    do(ready, "maria", command)
    assert current(ready) not in {None, seen}


@pytest.mark.clause("G6.5")
def test_a_password_that_waits_to_be_set_is_changed_when_a_stranger_quotes_it(ready: Life) -> None:
    rotate(ready)
    waiting = current(ready)
    with ready.work("contact") as work:
        stranger = contacts.add(work, "signal", "stranger")
        moment = Moment(work, ready.organisation, stranger, None, uuid4(), None, "act", texts=TEXTS)
        assert notice_quote(moment, f"I have it: {waiting}")
    assert current(ready) not in {None, waiting}


@pytest.mark.clause("G6.5", "H2.3", "G1.5")
@pytest.mark.parametrize("way", ["for one meeting", "for good"])
def test_what_an_account_saw_before_its_seat_went_to_somebody_else_is_changed_too(ready: Life, way: str) -> None:
    seen = seen_by(ready, "anna")
    if way == "for good":
        do(ready, "maria", SeatStaff(group(ready), "leader", "mo"))
    else:
        do(ready, "maria", Cover(ready.meeting().code, "leader", "mo"))
    do(ready, "maria", LockDown("anna"))
    assert current(ready) not in {None, seen}


@pytest.mark.clause("G6.5", "G3.7", "H2.3")
def test_whoever_is_no_member_after_a_lockdown_keeps_no_password_of_a_group_that_the_account_never_saw(
    ready: Life, friday: tuple[UUID, UUID]
) -> None:
    tom = ready.member("Tom")
    with ready.work() as work:
        line = contacts.of_person(work, tom)
        assert line is not None
        details = {"ring_number": None, "known_from": "", "access_needs": None}
        told: dict[str, Any] = {
            "family_id": line.lane_id,
            "contact_id": line.id,
            "group_id": friday[0],
            "road": "asked",
        }
        case = cases.by_code(work, cases.open_case(work, uuid4(), **told, details=details)[0])
        assert case is not None
        check: dict[str, Any] = {"kind": "identity", "outcome": "confirmed", "method": "id_seen", "person_id": tom}
        cases.add_check(work, uuid4(), case.id, ready.staff["ben"], **check)
        cases.change(work, case.id, status="approved", decided_by=ready.staff["mo"], decided_at=work.now)
        work.connection.execute(memberships.delete().where(memberships.c.person_id == tom))
    given = given_on_friday(ready, tom, friday)
    with ready.work() as work:
        theirs = update(memberships).where(memberships.c.person_id == tom)
        work.connection.execute(theirs.values(case_id=case.id))
    ready.now += timedelta(minutes=1)
    assert do(ready, "maria", LockDown("ben")).counts["approvals"] == 1
    with ready.work() as work:
        assert work.connection.execute(select(memberships.c.id).where(memberships.c.person_id == tom)).all() == []
    assert is_dead(ready, given)


@pytest.mark.clause("G11.1", "G11.5")
@pytest.mark.parametrize("way", ["reported twice", "put out of the group"])
def test_a_bar_that_is_lifted_gives_no_password_while_another_report_waits(ready: Life, way: str) -> None:
    sara = Sara(ready)
    first = report(ready) if way == "reported twice" else None
    waits = report(ready, "ben")
    if first is not None:
        assert do(ready, "maria", DecideBreach(first, "upheld")) == Done()
    else:
        assert do(ready, "maria", Exclude(sara.case, "Why.", group(ready))) == Done()
    assert do(ready, "max", LiftBar(do(ready, "max", ListBars())[-1], "It was her nephew.")) == Done()
    ready.make_set()
    assert sara.does(sara.signal_id, ReleasePassword(1)) != Done()
    assert do(ready, "max", DecideBreach(waits, "not_upheld")) == Done()
    assert sara.does(sara.signal_id, ReleasePassword(1)) == Done()
