"""One adult on Signal and on WhatsApp: what each of them gets, and what happens when one is lost or has changed."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bot.acts.family_passwords import notice_quote
from bot.due import meetings as due
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.care import AskForCall
from flows.family.acts.passwords import ReleasePassword, ReportLeak
from flows.family.acts.phones import ListOtherContacts, MakePhoneCode, RemoveContact, UsePhoneCode
from flows.policy import Refused
from flows.staff.acts.care import ConfirmPhone, ListContacts, LoseContact
from storage import (
    alerts,
    callbacks,
    cases,
    contacts,
    erasure,
    export,
    groups,
    invitations,
    outbox,
    passwords,
    people,
    several,
    several_changes,
    subjects,
)
from tests.bot.sara import OWN_NUMBER, Sara
from tests.group_life import Life
from tests.words import TEXTS

pytestmark = pytest.mark.usefixtures("ready")
FROZEN, DOUBT = Refused("G6.4", "refused_contact_frozen"), Refused("G6.4", "refused_number_in_doubt")


@pytest.fixture
def sara(life: Life) -> Sara:
    return Sara(life).join()


@pytest.mark.clause("G2.2", "G6.4")
def test_a_new_contact_gets_nothing_before_staff_have_confirmed_it(life: Life) -> None:
    sara = Sara(life)
    code = sara.does(sara.signal_id, MakePhoneCode(1))
    assert sara.does(sara.whatsapp_id, UsePhoneCode(str(code))) == Done()
    assert life.told(handle="anna")[-1] == "staff_other_phone"
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == Refused("G6.4", "refused_not_approved")
    with life.work() as work:
        assert invitations.waits_on(work, sara.whatsapp_id)
    assert sara.staff("mo", ConfirmPhone(sara.case)) == Refused("A1", "refused_not_the_team")
    assert sara.staff("anna", ConfirmPhone(sara.case)) == Done()
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == Done()
    assert sara.told(sara.signal_id) == ["contact_added"]
    assert sara.told(sara.whatsapp_id) == ["contact_confirmed", "meeting_link", "meeting_password", "agreement_short"]
    assert ("join", "done", "G6.4") in life.audited()


@pytest.mark.clause("A1")
def test_of_a_flagged_family_only_a_manager_confirms_and_hears_of_it(life: Life) -> None:
    sara = Sara(life)
    with life.work() as work:
        alerts.put_on(work, uuid4(), sara.line(sara.signal_id).lane_id, life.staff["maria"])
    code = sara.does(sara.signal_id, MakePhoneCode(1))
    assert sara.does(sara.whatsapp_id, UsePhoneCode(str(code))) == Done()
    assert "staff_other_phone" in life.told(handle="maria")
    assert sara.staff("anna", ConfirmPhone(sara.case)) == Refused("A1", "refused_flagged_phone")
    assert sara.staff("maria", ConfirmPhone(sara.case)) == Done()
    assert sara.line(sara.whatsapp_id).silent
    assert sara.told(sara.signal_id) + sara.told(sara.whatsapp_id) == []


def test_a_code_does_not_join_a_contact_to_itself(life: Life) -> None:
    sara = Sara(life)
    code = sara.does(sara.signal_id, MakePhoneCode(1))
    assert sara.does(sara.signal_id, UsePhoneCode(str(code))) == Refused("G2.2", "refused_code")


@pytest.mark.clause("G6.5", "G6.7")
def test_a_password_after_a_leak_goes_once_and_to_the_more_private_contact(sara: Sara) -> None:
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == Done()
    before = len(sara.told(sara.whatsapp_id))
    sara.leak()
    assert sara.told(sara.signal_id) == [
        "contact_added",
        "password_changing",
        "password_changed",
        "meeting_link",
        "meeting_password",
    ]
    assert len(sara.told(sara.whatsapp_id)) <= before


@pytest.mark.clause("G6.5")
def test_who_reports_a_leak_on_one_contact_is_not_told_of_it_on_the_other(sara: Sara) -> None:
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == Done()
    assert sara.does(sara.signal_id, ReportLeak("my phone was open")) is True
    assert "password_changing" not in sara.told(sara.signal_id) + sara.told(sara.whatsapp_id)


@pytest.mark.clause("A2")
def test_a_reminder_goes_once_and_past_a_contact_that_wrote_stop(sara: Sara) -> None:
    def remind() -> None:
        with sara.life.work() as work:
            due.password(work, sara.life.organisation, sara.life.meeting_id, "")

    remind()
    assert sara.told(sara.signal_id)[-1] == "meeting_today"
    sara.change(sara.signal_id, stopped_at=sara.life.now)
    remind()
    assert sara.told(sara.whatsapp_id) == ["contact_confirmed", "meeting_today"]
    assert sara.told(sara.signal_id).count("meeting_today") == 1


@pytest.mark.clause("G6.4")
def test_a_changed_contact_gets_nothing_and_another_number_goes_on(sara: Sara) -> None:
    sara.freeze(sara.signal_id)
    assert sara.does(sara.signal_id, ReleasePassword(1)) == FROZEN
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == Done()
    before = sara.told(sara.signal_id)
    sara.leak()
    assert sara.told(sara.whatsapp_id)[-1] == "meeting_password"
    assert sara.told(sara.signal_id) == before


@pytest.mark.clause("G6.4")
def test_who_takes_over_a_number_gets_nothing_on_the_other_messenger_either(life: Life) -> None:
    sara = Sara(life, OWN_NUMBER).join()
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == Done()
    release = life.release(sara.id)
    sara.freeze(sara.signal_id)
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == DOUBT
    assert sara.does(sara.whatsapp_id, MakePhoneCode(1)) == DOUBT
    assert sara.does(sara.whatsapp_id, RemoveContact(str(sara.signal_id))) == DOUBT
    with life.work() as work:
        assert passwords.may_send(work, passwords.given(work, release)) == FROZEN
        assert groups.reachable(work, life.group_id, silent_too=True) == []


@pytest.mark.clause("G6.5", "G6.6")
def test_a_suspicion_holds_the_adult_back_on_every_contact(sara: Sara) -> None:
    sara.change(sara.signal_id, held_at=sara.life.now)
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == Refused("G6.5", "refused_contact_held")
    with sara.life.work() as work:
        assert groups.reachable(work, sara.life.group_id, silent_too=True) == []


@pytest.mark.clause("A3")
def test_where_it_may_not_be_safe_to_write_nothing_is_pushed_to_the_other_contact_instead(sara: Sara) -> None:
    sara.change(sara.whatsapp_id, paused_at=sara.life.now)
    with sara.life.work() as work:
        line = contacts.by_id(work, sara.signal_id)
        assert line is not None
        outbox.tell(work, line, "case_late")
    assert sara.told(sara.signal_id) == ["contact_added"]
    assert sara.told(sara.whatsapp_id)[-1] == "case_late"  # The sender voids it there (A3).


@pytest.mark.clause("G6.5")
def test_ones_own_password_quoted_from_the_other_contact_is_no_leak(sara: Sara) -> None:
    release = sara.life.release(sara.id)
    with sara.life.work() as work:
        secret = passwords.secret_params(work, passwords.given(work, release), str)
        assert secret is not None
        line = contacts.by_id(work, sara.whatsapp_id)
        assert line is not None
        moment = Moment(work, sara.life.organisation, line, None, uuid4(), None, "act", texts=TEXTS)
        assert not notice_quote(moment, f"is it {secret['password']} or {secret['reference']}?")
    assert sara.life.meeting().password_version == 1


@pytest.mark.clause("G6.4")
def test_a_lost_contact_is_a_strangers_and_what_waited_is_answered_at_the_other(sara: Sara) -> None:
    ring = sara.does(sara.signal_id, AskForCall(None))
    assert sara.does(sara.whatsapp_id, AskForCall(None)) == ring
    others = sara.does(sara.whatsapp_id, ListOtherContacts())
    assert isinstance(others, tuple)
    assert [(each.id, each.channel) for each in others] == [(str(sara.signal_id), "signal")]
    assert sara.does(sara.whatsapp_id, RemoveContact(str(sara.whatsapp_id))) == Refused(
        "G6.4", "refused_not_own_contact"
    )
    assert sara.does(sara.whatsapp_id, RemoveContact(str(sara.signal_id))) == Done()
    lost, left = sara.line(sara.signal_id), sara.line(sara.whatsapp_id)
    assert lost.lane_id != left.lane_id
    assert (lost.first_id, left.first_id) == (None, None)
    assert sara.told(lost.id) == ["contact_removed_here"]
    assert sara.life.told(handle="anna")[-1] == "staff_phone_removed"
    with sara.life.work() as work:
        assert people.on_contact(work, lost.id) == []
        assert [one.id for one in people.on_contact(work, left.id)] == [sara.id]
        found = callbacks.open_of(work, left)
        assert found is not None
        assert found.code == ring
        case = cases.by_code(work, sara.case)
        assert case is not None
        assert case.contact_id == left.id
    assert sara.does(lost.id, ReleasePassword(1)) == Refused("G6.4", "refused_not_approved")
    assert sara.does(left.id, ReleasePassword(1)) == Done()
    assert ("remove", "done", "G6.4") in sara.life.audited()


@pytest.mark.clause("G6.4", "H2.2")
def test_staff_take_off_a_lost_contact_and_freeze_an_only_one(sara: Sara) -> None:
    assert sara.staff("mo", ListContacts(sara.case)) == Refused("A1", "refused_not_the_team")
    shown = sara.staff("anna", ListContacts(sara.case))
    assert isinstance(shown, tuple)
    assert [(each.channel, each.state) for each in shown] == [("signal", "first"), ("whatsapp", "also")]
    assert ("read", "done", "H2.2") in sara.life.audited()
    assert sara.staff("anna", LoseContact(sara.case, str(sara.signal_id))) == "removed"
    assert sara.staff("anna", LoseContact(sara.case, str(sara.whatsapp_id))) == "frozen"
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == FROZEN


@pytest.mark.clause("G6.4")
def test_taking_off_a_changed_contact_does_not_clear_the_one_on_its_number(life: Life) -> None:
    sara = Sara(life, OWN_NUMBER).join()
    sara.freeze(sara.signal_id)
    assert sara.staff("anna", LoseContact(sara.case, str(sara.signal_id))) == "removed"
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == FROZEN


def test_of_three_the_oldest_left_stands_for_the_others(sara: Sara) -> None:
    with sara.life.work() as work:
        work.now += timedelta(minutes=1)
        third = contacts.add(work, "signal", "tablet")
        several_changes.join(work, sara.whatsapp_id, third)
    assert sara.does(third.id, RemoveContact(str(sara.signal_id))) == Done()
    left = sara.line(third.id)
    with sara.life.work() as work:
        assert several.ids_with_it(work, left) == [sara.whatsapp_id, third.id]
        assert several.written_to(work, left) == left
        assert [one.id for one in people.on_contact(work, third.id)] == [sara.id]


@pytest.mark.clause("X4")
def test_what_is_kept_and_what_is_erased_are_both_contacts(sara: Sara) -> None:
    with sara.life.work() as work:
        subject = subjects.of_contact(work, sara.line(sara.whatsapp_id))
        assert {each["messenger"] for each in export.gather(work, subject)["phones"]} == {"signal", "whatsapp"}
        assert set(subjects.used_by(work, [sara.id])) == {sara.signal_id, sara.whatsapp_id}
        erasure.erase(work, subject, "asked")
    for contact_id in (sara.signal_id, sara.whatsapp_id):
        with sara.life.work() as work:
            assert sara.line(contact_id).address(work) == ""
