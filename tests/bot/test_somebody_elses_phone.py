"""Somebody who holds another adult's open phone, or has found it: what they get, and whom they keep out."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from bot import paging
from flows.family.acts import Done
from flows.family.acts.agreement import Accept
from flows.family.acts.care import AskForCall, RaiseConcern
from flows.family.acts.complaints import ComplaintStatus
from flows.family.acts.one_to_one import AcceptOneToOne, DeclineOneToOne
from flows.family.acts.own import ChangeDetail, Leave, MayDecide, PausePushes
from flows.family.acts.passwords import ReleasePassword
from flows.family.acts.phones import MakePhoneCode, RemoveContact, UsePhoneCode
from flows.policy import Refused
from flows.staff.acts.care import ConfirmPhone, ListRings, LoseContact, Unfreeze
from flows.staff.acts.people import LockDown, LockedDown
from flows.staff.acts.platform import ClearHold
from storage import (
    agreements,
    alerts,
    complaints,
    concerns,
    contacts,
    outbox,
    people,
    queued,
    releases,
    several_changes,
    staff_lines,
)
from storage.people import NewPerson
from storage.tables import memberships
from storage.tables import outbox as outbox_rows
from tests.bot.sara import OWN_NUMBER, Sara
from tests.group_life import Life
from tests.stage import Stage

pytestmark = pytest.mark.usefixtures("ready")
WRONG, SEVERAL = Refused("G2.2", "refused_code"), Refused("G2.2", "refused_several_phones")


@pytest.fixture
def sara(life: Life) -> Sara:
    return Sara(life)


def another(life: Life, number: str) -> UUID:
    with life.work() as work:
        return contacts.find_or_add(work, "whatsapp", number).id


def waiting(sara: Sara, contact_id: UUID) -> list[str]:
    with sara.life.work() as work:
        mine = (outbox_rows.c.contact_id == contact_id, outbox_rows.c.status.in_(["due", "held"]))
        query = select(outbox_rows.c.template, outbox_rows.c.act).where(*mine).order_by(outbox_rows.c.n)
        return [row.template if row.act == "send" else row.act for row in work.connection.execute(query)]


@pytest.mark.clause("G2.2")
def test_who_slips_in_a_code_of_their_own_is_not_confirmed_in_the_adults_place(sara: Sara) -> None:
    thief = another(sara.life, "+447700900666")
    hers = str(sara.does(sara.signal_id, MakePhoneCode(1)))
    assert sara.does(sara.whatsapp_id, UsePhoneCode(hers)) == Done()
    assert sara.does(thief, UsePhoneCode(str(sara.does(sara.signal_id, MakePhoneCode(1))))) == Done()
    assert sara.staff("anna", ConfirmPhone(sara.case)) == SEVERAL
    assert sara.staff("anna", ConfirmPhone(hers)) == Done()
    assert sara.line(sara.whatsapp_id).first_id == sara.signal_id
    assert sara.line(thief).first_id is None
    assert sara.staff("anna", ConfirmPhone(sara.case)) == WRONG
    assert sara.does(thief, ReleasePassword(1)) == Refused("G6.4", "refused_not_approved")


@pytest.mark.clause("G2.2")
def test_a_code_that_the_adult_has_not_used_yet_is_not_mistaken_for_one_that_was(sara: Sara) -> None:
    hers = str(sara.does(sara.signal_id, MakePhoneCode(1)))
    thief = another(sara.life, "+447700900666")
    assert sara.does(thief, UsePhoneCode(str(sara.does(sara.signal_id, MakePhoneCode(1))))) == Done()
    assert sara.staff("anna", ConfirmPhone(sara.case)) == SEVERAL
    assert sara.staff("anna", ConfirmPhone(hers)) == WRONG


@pytest.mark.clause("G6.4")
def test_the_code_of_a_phone_that_was_lost_does_not_bring_it_back(sara: Sara) -> None:
    code = str(sara.does(sara.signal_id, MakePhoneCode(1)))
    assert sara.does(sara.whatsapp_id, UsePhoneCode(code)) == Done()
    assert sara.staff("anna", ConfirmPhone(code)) == Done()
    assert sara.staff("anna", LoseContact(sara.case, str(sara.whatsapp_id))) == "removed"
    assert sara.staff("anna", ConfirmPhone(code)) == WRONG
    assert sara.line(sara.whatsapp_id).first_id is None


@pytest.mark.clause("G2.2")
def test_a_phone_waits_for_one_adult_only(sara: Sara) -> None:
    assert sara.does(sara.whatsapp_id, UsePhoneCode(str(sara.does(sara.signal_id, MakePhoneCode(1))))) == Done()
    omar = sara.life.contact(sara.life.member("Omar"))
    assert sara.does(sara.whatsapp_id, UsePhoneCode(str(sara.does(omar.id, MakePhoneCode(1))))) == WRONG


@pytest.mark.clause("G2.2")
def test_a_phone_that_became_a_colleagues_line_meanwhile_is_no_familys(sara: Sara) -> None:
    assert sara.does(sara.whatsapp_id, UsePhoneCode(str(sara.does(sara.signal_id, MakePhoneCode(1))))) == Done()
    with sara.life.work() as work:
        code = staff_lines.code_for(work, "mo", "Mo Third", ["practitioner"])
        assert staff_lines.bind(work, sara.line(sara.whatsapp_id), code) == "mo"
    assert sara.staff("anna", ConfirmPhone(sara.case)) == WRONG
    assert sara.line(sara.whatsapp_id).lane_id == sara.life.staff["mo"]


@pytest.mark.clause("G6.5")
def test_a_password_on_a_lost_phone_is_changed_and_the_finder_hears_nothing_of_it(sara: Sara) -> None:
    sara.join()
    sara.life.release(sara.id)
    assert sara.does(sara.whatsapp_id, RemoveContact(str(sara.signal_id))) == Done()
    assert sara.life.meeting().password_version == 2
    assert waiting(sara, sara.signal_id) == ["contact_removed_here"]
    assert sara.told(sara.whatsapp_id)[-1] == "password_changing"
    sara.hand_out()
    assert waiting(sara, sara.signal_id) == ["contact_removed_here"]
    assert sara.told(sara.whatsapp_id)[-1] == "meeting_password"


@pytest.mark.clause("G6.5")
def test_a_password_on_an_only_phone_that_is_lost_is_changed(sara: Sara) -> None:
    sara.life.release(sara.id)
    assert sara.staff("anna", LoseContact(sara.case, str(sara.signal_id))) == "frozen"
    assert sara.life.meeting().password_version == 2


@pytest.mark.clause("G6.4")
def test_a_finder_who_writes_does_not_set_free_an_answer_that_was_held(sara: Sara) -> None:
    sara.join()
    with sara.life.work() as work:
        kept = outbox.tell(work, sara.line(sara.signal_id), "still_here", reply=True)
        assert kept is not None
        queued.mark(work, kept, "held", reason="identity_changed")
    assert sara.staff("anna", LoseContact(sara.case, str(sara.signal_id))) == "removed"
    with sara.life.work() as work:
        outbox.release_held(work, sara.signal_id)
    assert waiting(sara, sara.signal_id) == ["contact_removed_here"]


@pytest.mark.clause("G6.5")
def test_somebody_held_back_on_a_phone_since_lost_can_be_cleared(sara: Sara) -> None:
    sara.join()
    sara.life.release(sara.id)
    with sara.life.work() as work:
        reference = releases.holders(work, sara.life.meeting_id)[0].reference
    sara.change(sara.signal_id, held_at=sara.life.now)
    assert sara.staff("anna", LoseContact(sara.case, str(sara.signal_id))) == "removed"
    assert sara.line(sara.whatsapp_id).held_at is not None
    assert sara.staff("anna", ClearHold(sara.life.meeting().code, reference)) == Done()
    assert sara.line(sara.whatsapp_id).held_at is None


@pytest.mark.clause("A3", "G12.2")
def test_another_adults_own_phone_is_as_silent_and_as_restricted_as_the_familys(sara: Sara) -> None:
    family_id = sara.line(sara.signal_id).lane_id
    with sara.life.work() as work:
        adults = [(uuid4(), 1, "Sara"), (uuid4(), 2, "Adam")]
        new = [NewPerson(each, n, f"{name} Surname", name, True, sara.signal_id) for each, n, name in adults]
        people.keep(work, family_id, new)
        alerts.put_on(work, uuid4(), family_id, sara.life.staff["maria"])
        alert = alerts.standing(work, family_id)
        assert alert is not None
        alerts.take_off(work, alert, sara.life.staff["maria"])
    sara.change(sara.signal_id, restricted_at=sara.life.now)
    assert sara.does(sara.whatsapp_id, UsePhoneCode(str(sara.does(sara.signal_id, MakePhoneCode(2))))) == Done()
    assert sara.staff("anna", ConfirmPhone(sara.case)) == Done()
    own = sara.line(sara.whatsapp_id)
    assert own.lane_id == family_id
    assert own.silent
    assert own.restricted_at is not None
    assert sara.told(own.id) == []


@pytest.mark.clause("A2", "X4")
def test_a_no_to_the_use_of_data_is_about_the_adult_and_stop_about_one_messenger(sara: Sara) -> None:
    sara.join()
    assert sara.does(sara.whatsapp_id, PausePushes(paused=True)) == Done()
    assert sara.line(sara.signal_id).stopped_at is None
    assert sara.does(sara.whatsapp_id, PausePushes(paused=True, everywhere=True)) == Done()
    assert sara.line(sara.signal_id).stopped_at is not None


@pytest.mark.clause("A3")
def test_a_closed_concern_of_a_lost_phone_lets_each_of_the_others_hear_again(sara: Sara) -> None:
    sara.join()
    with sara.life.work() as work:
        third = contacts.add(work, "signal", "tablet")
        several_changes.join(work, sara.whatsapp_id, third)
    code = str(sara.does(sara.whatsapp_id, RaiseConcern("he hits us", "words")))
    assert sara.staff("anna", LoseContact(sara.case, str(sara.whatsapp_id))) == "removed"
    assert sara.line(third.id).paused_at is not None
    with sara.life.work() as work:
        concern = concerns.by_code(work, code)
        assert concern is not None
        concerns.change(work, concern.id, closed_at=work.now)
        paging.release_pushes(work, concern)
    assert sara.line(sara.signal_id).paused_at is sara.line(third.id).paused_at is None


@pytest.mark.clause("H2.3", "G6.4")
@pytest.mark.parametrize("was_let_in", [Sara.join, Sara.open_again])
def test_a_phone_that_a_stolen_account_let_in_is_frozen_with_it(
    sara: Sara, was_let_in: Callable[[Sara], object]
) -> None:
    was_let_in(sara)
    phone = sara.whatsapp_id if sara.line(sara.whatsapp_id).first_id else sara.signal_id
    assert sara.does(phone, ReleasePassword(1)) == Done()
    assert isinstance(sara.staff("maria", LockDown("anna")), LockedDown)
    assert sara.does(phone, ReleasePassword(1)) == Refused("G6.4", "refused_contact_frozen")
    assert sara.life.meeting().password_version == 2


@pytest.mark.clause("G6.4", "G4.5")
def test_who_has_a_phone_that_changed_decides_nothing_for_the_adult_whose_it_was(sara: Sara) -> None:
    sara.freeze(sara.signal_id)
    frozen = Refused("G6.4", "refused_contact_frozen")
    decisions = (Leave(1), ChangeDetail("safe_times", 1, "at night"), ChangeDetail("screen_name", 1, "Sa"), MayDecide())
    for command in (*decisions, Accept(1, "agreement")):
        assert sara.does(sara.signal_id, command) == frozen
    with sara.life.work() as work:
        assert agreements.of_people(work, [sara.id]) == {sara.id: "active"}
        assert people.safe_times(work, sara.line(sara.signal_id).lane_id) == ""
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.signal_id), "in_person")) == Done()
    assert sara.does(sara.signal_id, Leave(1)) == Done()


@pytest.mark.clause("G6.4")
def test_another_messenger_on_a_number_that_changed_decides_nothing_either(life: Life) -> None:
    sara = Sara(life, OWN_NUMBER).join()
    sara.freeze(sara.signal_id)
    assert sara.does(sara.whatsapp_id, Leave(1)) == Refused("G6.4", "refused_number_in_doubt")


@pytest.mark.clause("G6.4", "G12.4")
def test_who_has_a_phone_that_changed_learns_of_no_complaint(sara: Sara) -> None:
    with sara.life.work() as work:
        complaints.open_complaint(
            work,
            uuid4(),
            kind="staff",
            contact_id=sara.signal_id,
            words="Look.",
            about=["ben"],
            hide_name=False,
            handler_id=sara.life.staff["dora"],
            acknowledge_by=work.now,
            answer_by=work.now,
        )
    assert sara.does(sara.signal_id, ComplaintStatus(None)) is not None
    sara.freeze(sara.signal_id)
    assert sara.does(sara.signal_id, ComplaintStatus(None)) is None


@pytest.mark.clause("G6.4")
def test_leave_or_status_on_a_phone_that_changed_says_and_asks_nothing_and_a_person_rings(playground: Stage) -> None:
    for line in ("after parts/tonight.txt", "rekey sara"):
        playground.talk.do(line)
    for word in ("LEAVE", "CHANGE", "STATUS"):
        told = "\n".join(playground.talk.do(f"sara> {word}"))
        assert "For your safety we need to talk to you first." in told
        assert "Are you sure" not in told
        assert "place" not in told
    with playground.house.work("test") as work:
        assert set(work.connection.execute(select(memberships.c.status)).scalars()) == {"active"}


@pytest.mark.clause("G6.4", "G7.2")
def test_staff_are_not_sent_to_ring_the_very_phone_that_changed(sara: Sara) -> None:
    sara.change(sara.signal_id, last_inbound_at=sara.life.now)
    assert sara.does(sara.signal_id, AskForCall(None))
    assert rings(sara) == {(OWN_NUMBER, False)}
    sara.freeze(sara.signal_id)
    assert rings(sara) == {("", True)}


def rings(sara: Sara) -> set[tuple[str, bool]]:
    """What those who ring her see: a number, and whether her phone changed."""
    seen: list[Any] = [sara.staff(handle, ListRings()) for handle in ("anna", "maria")]
    return {(line.number, line.changed) for lines in seen for line in lines}


@pytest.mark.clause("G6.4", "G4.5")
def test_who_has_a_phone_that_changed_answers_no_invitation_to_a_talk(sara: Sara) -> None:
    sara.freeze(sara.signal_id)
    for command in (AcceptOneToOne("M-7", 1), DeclineOneToOne("M-7", 1)):
        assert sara.does(sara.signal_id, command) == Refused("G6.4", "refused_contact_frozen")
