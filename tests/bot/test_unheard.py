"""A member's phone from which nobody has written for long may be somebody else's by now (G6.4)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import event

from bot.freezing import freeze_if_unheard, freeze_unheard
from flows.family.acts import Done
from flows.family.acts.passwords import ReleasePassword
from flows.policy import Refused
from flows.staff.acts.care import Unfreeze
from flows.staff.acts.people import LockDown, LockedDown
from storage import contacts, passwords, people
from storage.contacts import Contact
from storage.people import NewPerson
from storage.tables import meetings as meeting_rows
from storage.tables import memberships
from tests.bot.sara import Sara
from tests.group_life import Life

LONG, ALMOST = timedelta(days=90), timedelta(days=90, seconds=-1)
FROZEN = Refused("G6.4", "refused_contact_frozen")


@pytest.fixture
def sara(ready: Life) -> Sara:
    return Sara(ready)


def write(sara: Sara) -> Contact:
    """Any message of hers, on Signal: what a turn does first."""
    with sara.life.work("contact") as work:
        known = freeze_if_unheard(work, sara.life.organisation, sara.line(sara.signal_id))
        return contacts.heard_from(work, known, None)


def silence(life: Life, how_long: timedelta) -> None:
    """Nobody writes; then the group meets again."""
    life.now += how_long
    with life.work() as work:
        times = {"starts_at": life.now + timedelta(minutes=20), "ends_at": life.now + timedelta(minutes=80)}
        work.connection.execute(meeting_rows.update().values(times))


def look(life: Life) -> None:
    with life.work() as work:
        freeze_unheard(work, life.organisation, life.now)


@pytest.mark.clause("G6.4")
def test_who_writes_after_ninety_days_gets_no_password_before_a_live_check(sara: Sara) -> None:
    life = sara.life
    silence(life, LONG)
    assert write(sara).frozen_at == life.now
    assert sara.does(sara.signal_id, ReleasePassword(1)) == FROZEN
    assert life.told(handle="anna")[-1] == "staff_unheard_contacts"
    assert ("freeze", "done", "G6.4") in life.audited()
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.signal_id), "in_person")) == Done()
    assert write(sara).frozen_at is None
    assert sara.does(sara.signal_id, ReleasePassword(1)) == Done()


@pytest.mark.clause("G6.4")
def test_a_day_less_and_she_has_her_password_as_always(sara: Sara) -> None:
    silence(sara.life, ALMOST)
    look(sara.life)
    assert write(sara).frozen_at is None
    assert sara.does(sara.signal_id, ReleasePassword(1)) == Done()


@pytest.mark.clause("G6.4")
def test_the_daily_look_freezes_before_anything_more_is_pushed_and_one_notice_names_all(sara: Sara) -> None:
    life = sara.life
    released = life.release(sara.id)
    silence(life, LONG)
    look(life)
    look(life)
    assert sara.line(sara.signal_id).frozen_at == life.now
    assert life.told(handle="anna").count("staff_unheard_contacts") == 1
    assert life.told(sara.id) == []
    with life.work() as work:
        assert passwords.may_send(work, passwords.given(work, released)) == FROZEN


@pytest.mark.clause("G6.4", "G7.2")
def test_whom_staff_have_checked_since_is_not_frozen_again_though_they_write_nothing(sara: Sara) -> None:
    silence(sara.life, LONG)
    look(sara.life)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.signal_id), "video")) == Done()
    look(sara.life)
    assert sara.line(sara.signal_id).frozen_at is None
    silence(sara.life, LONG)
    look(sara.life)
    assert sara.line(sara.signal_id).frozen_at == sara.life.now


@pytest.mark.clause("G6.4")
def test_an_app_that_an_adult_does_not_use_is_left_while_they_write_from_the_other(sara: Sara) -> None:
    sara.join()
    silence(sara.life, LONG)
    sara.change(sara.whatsapp_id, last_inbound_at=sara.life.now)
    look(sara.life)
    assert sara.line(sara.signal_id).frozen_at is None
    assert write(sara).frozen_at is not None  # But whoever writes from it now is asked who they are.


@pytest.mark.clause("G6.4", "G7.2")
def test_a_live_check_of_one_phone_says_nothing_of_another_phone_of_the_same_adult(sara: Sara) -> None:
    sara.join()
    silence(sara.life, LONG)
    look(sara.life)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.signal_id), "in_person")) == Done()
    sara.change(sara.whatsapp_id, frozen_at=None)  # As if nobody had looked at it before she was rung.
    look(sara.life)
    assert sara.line(sara.signal_id).frozen_at is None
    assert sara.line(sara.whatsapp_id).frozen_at == sara.life.now
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == FROZEN


@pytest.mark.clause("G6.4", "G7.2")
def test_a_changed_phone_that_was_checked_leaves_the_silent_one_to_be_checked_when_somebody_writes_from_it(
    sara: Sara,
) -> None:
    sara.join()
    silence(sara.life, LONG)
    sara.change(sara.whatsapp_id, last_inbound_at=sara.life.now)
    sara.freeze(sara.whatsapp_id)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.whatsapp_id), "in_person")) == Done()
    assert write(sara).frozen_at == sara.life.now


@pytest.mark.clause("G6.4", "G7.2")
def test_a_phone_of_two_adults_is_checked_once_for_both(sara: Sara) -> None:
    sara_lane = sara.line(sara.signal_id).lane_id
    with sara.life.work() as work:
        adults = [(uuid4(), 1, "Sara"), (uuid4(), 2, "Adam")]
        both = [NewPerson(each, n, f"{name} Surname", name, True, sara.signal_id) for each, n, name in adults]
        people.keep(work, sara_lane, both)
        place = {"id": uuid4(), "person_id": adults[1][0], "group_id": sara.life.group_id, "status": "active"}
        decided = {"decided_by": sara.life.staff["anna"], "since": work.now}
        work.connection.execute(memberships.insert().values(place | decided))
    silence(sara.life, LONG)
    look(sara.life)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.signal_id), "in_person")) == Done()
    look(sara.life)
    assert sara.line(sara.signal_id).frozen_at is None


@pytest.mark.clause("G6.4", "H2.3")
def test_a_check_that_a_stolen_account_wrote_down_frees_no_phone(sara: Sara) -> None:
    silence(sara.life, LONG)
    look(sara.life)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.signal_id), "in_person")) == Done()
    assert isinstance(sara.staff("maria", LockDown("anna")), LockedDown)
    sara.change(sara.signal_id, frozen_at=None)  # As if another colleague had opened it unseen.
    look(sara.life)
    assert sara.line(sara.signal_id).frozen_at == sara.life.now


@pytest.mark.clause("G6.4", "G2.1")
def test_a_stranger_who_writes_again_after_long_is_no_case_for_staff(sara: Sara) -> None:
    silence(sara.life, LONG)
    with sara.life.work("contact") as work:
        stranger = freeze_if_unheard(work, sara.life.organisation, sara.line(sara.whatsapp_id))
    assert stranger.frozen_at is None


def test_an_ordinary_message_costs_no_statement_for_it(sara: Sara) -> None:
    line, asked = sara.line(sara.signal_id), []
    with sara.life.work("contact") as work:
        event.listen(work.connection, "before_cursor_execute", lambda *said: asked.append(said[2]))
        assert freeze_if_unheard(work, sara.life.organisation, line) == line
    assert asked == []
