"""What complaints, concerns and promised calls promise: the right human, at once, and nobody else."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from bot.due import DUE
from flows.family.acts import Done
from flows.family.acts.agreement import Accept, Activate
from flows.family.acts.care import AskForCall, RaiseConcern, ReportUnhappy
from flows.family.acts.complaints import ComplaintStatus, OpenComplaint
from flows.family.acts.own import PausePushes
from flows.family.acts.passwords import CheckOwnCode
from flows.policy import Refused
from flows.staff.acts.cases import ClaimCase, RecordCall
from flows.staff.acts.complaints import AcknowledgeComplaint, CloseComplaint, ListComplaints, ReadComplaint
from flows.staff.acts.concerns import AcknowledgeConcern, CloseConcern, ListConcerns, RaiseStaffConcern, ReadConcern
from storage import contacts, conversations
from storage.tables import callbacks, concerns
from tests.bot.desk import Desk
from tests.stage import Stage


def test_a_concern_pages_lead_then_deputy_then_manager_until_a_human_has_it(at: Desk) -> None:
    code = at.family_does(RaiseConcern("he hits us", "words"))
    paged = {"dee": 1, "dan": 0, "maria": 0}
    assert {who: len(at.told_staff(who)) for who in paged} == paged
    for expected in ({"dee": 2}, {"dan": 1}, {"maria": 1}):
        at.later(minutes=10, seconds=1)
        at.fire("concern_page")
        paged |= expected
        assert {who: len(at.told_staff(who)) for who in paged} == paged
    assert at.staff_does("dan", AcknowledgeConcern(code)) == Done()
    at.later(hours=3)
    at.fire("concern_page")
    assert {who: len(at.told_staff(who)) for who in paged} == paged


@pytest.mark.clause("A3")
def test_after_a_long_gap_everybody_whose_turn_has_come_is_paged_at_once_and_each_of_them_once(at: Desk) -> None:
    at.family_does(RaiseConcern("he hits us", "words"))
    at.later(minutes=45)
    at.fire("concern_page")
    assert {who: len(at.told_staff(who)) for who in ("dee", "dan", "maria")} == {"dee": 2, "dan": 1, "maria": 1}
    at.later(minutes=2)
    at.fire("concern_page")
    assert {who: len(at.told_staff(who)) for who in ("dee", "dan", "maria")} == {"dee": 2, "dan": 1, "maria": 1}
    at.later(hours=5)
    at.fire("concern_page")
    assert {who: len(at.told_staff(who)) for who in ("dee", "dan", "maria")} == {"dee": 3, "dan": 2, "maria": 2}


@pytest.mark.clause("A3")
def test_a_line_that_was_down_for_hours_gets_the_page_of_each_concern_once(playground: Stage) -> None:
    talk = playground.talk
    for line in ("phone amira whatsapp", "phone omar whatsapp", "fault signal down 900"):
        talk.do(line)
    for phone in ("amira", "omar"):
        for line in ("hello", "1", "my husband hits me"):
            talk.do(f"{phone}> {line}")
    talk.do("clock +3h")
    assert talk.said_to("dee") == []
    talk.do("fault signal none")
    talk.do("clock +1h")
    pages = [text for text in talk.said_to("dee") if "waits for you" in text]
    assert 2 <= len(pages) <= 6
    assert len({text.split()[2] for text in pages}) == 2


def test_a_concern_never_reaches_the_staff_channel(at: Desk) -> None:
    at.family_does(RaiseConcern("he hits us", "words"))
    at.family_does(OpenComplaint("it was unkind", "group", None, hide_name=False))
    assert at.told_channel() == []


def test_only_those_who_were_paged_see_a_concern(at: Desk) -> None:
    code = at.family_does(RaiseConcern("he hits us", "words"))
    assert isinstance(at.staff_does("anna", ReadConcern(code)), Refused)
    assert isinstance(at.staff_does("maria", ReadConcern(code)), Refused)
    assert at.staff_does("anna", ReadConcern(code)) == at.staff_does("anna", ReadConcern("K-XXXX"))
    assert at.staff_does("dee", ReadConcern(code)).words == "he hits us"
    assert at.staff_does("maria", ListConcerns()) == ()
    assert at.staff_does("dee", ListConcerns()) == (code,)


def test_a_concern_about_the_lead_goes_past_the_lead(at: Desk) -> None:
    lead = at.house.organisation.member("dee")
    assert lead is not None
    code = at.family_does(RaiseConcern(f"{lead.name.split()[0]} grabbed my boy", "words"))
    assert at.told_staff("dee") == []
    assert at.told_staff("dan") == ["staff_concern_page"]
    assert isinstance(at.staff_does("dee", ReadConcern(code)), Refused)


def test_the_bot_keeps_silent_by_itself_until_the_concern_is_closed(at: Desk) -> None:
    code = at.family_does(RaiseConcern("he hits us", "words"))
    assert paused(at)
    at.family_does(PausePushes(paused=False))
    assert paused(at)
    at.staff_does("dee", CloseConcern(code))
    assert not paused(at)


def test_help_without_an_answer_is_a_concern_once(at: Desk) -> None:
    with at.house.work("test") as work:
        conversations.start(work, at.family, "help", None, 1)
    for _ in range(2):
        with at.house.work("clock") as work:
            DUE["help_unanswered"](work, at.house.organisation, at.family.id, "")
    assert at.told_staff("dee") == ["staff_concern_page"]


def test_help_that_was_answered_is_none(at: Desk) -> None:
    with at.house.work("test") as work:
        opened = conversations.start(work, at.family, "help", None, 1)
        conversations.save(work, opened, {"answers": {"help_choice": "ring_me"}}, ended=False)
    with at.house.work("clock") as work:
        DUE["help_unanswered"](work, at.house.organisation, at.family.id, "")
    assert at.told_staff("dee") == []


def test_a_concern_that_names_everybody_still_reaches_a_human(at: Desk) -> None:
    everybody = " ".join(member.name for member in at.house.organisation.staff)
    at.family_does(RaiseConcern(everybody, "words"))
    assert at.told_staff("dee") == ["staff_concern_page"]


def test_a_complaint_that_names_everybody_still_reaches_a_human(at: Desk) -> None:
    everybody = " ".join(member.name for member in at.house.organisation.staff)
    at.family_does(OpenComplaint(everybody, "staff", None, hide_name=False))
    assert at.told_staff("dee") == ["staff_concern_page"]


def test_a_concern_keeps_its_words_sealed(at: Desk) -> None:
    at.family_does(RaiseConcern("he hits us", "words"))
    with at.house.engine.begin() as connection:
        row = connection.execute(select(concerns)).mappings().one()
    assert b"hits" not in bytes(row["words_sealed"])


def test_a_staff_member_can_raise_a_concern_by_hand(at: Desk) -> None:
    code = at.staff_does("ben", RaiseStaffConcern("a bruise"))
    assert at.staff_does("dee", ReadConcern(code)).words == "a bruise"


def test_a_complaint_about_the_leader_is_invisible_to_the_leader(at: Desk) -> None:
    leader = at.house.organisation.member("anna")
    assert leader is not None
    opened = at.family_does(OpenComplaint("it was unkind", "staff", leader.name.split()[0], hide_name=True))
    assert at.told_staff("anna") == []
    assert at.staff_does("anna", ListComplaints()) == ()
    refused = at.staff_does("anna", ReadComplaint(opened.code))
    assert refused == at.staff_does("anna", ReadComplaint("C-XXXX"))
    handlers = [who for who in ("carl", "maria", "max") if at.told_staff(who)]
    assert len(handlers) == 1
    assert at.staff_does(handlers[0], ReadComplaint(opened.code)).name is None


def test_a_complaint_is_acknowledged_and_answered_by_its_handler_only(at: Desk) -> None:
    opened = at.family_does(OpenComplaint("it was cold", "group", None, hide_name=False))
    assert at.told_staff("carl") == ["staff_complaint_new"]
    assert at.family_does(ComplaintStatus())[0] == "received"
    assert isinstance(at.staff_does("maria", AcknowledgeComplaint(opened.code)), Refused)
    assert at.staff_does("carl", AcknowledgeComplaint(opened.code)) == Done()
    assert at.family_does(ComplaintStatus())[0] == "acknowledged"
    assert at.staff_does("carl", CloseComplaint(opened.code, "upheld", "we are sorry")) == Done()
    assert at.told(at.family.id) == [
        "complaint_acknowledged",
        "complaint_answered",
        "complaint_after_first",
        "complaint_outside",
    ]
    assert at.family_does(ComplaintStatus())[0] == "answered"


def test_a_complaint_that_is_late_says_so_on_both_sides(at: Desk) -> None:
    opened = at.family_does(OpenComplaint("it was cold", "group", None, hide_name=False))
    at.staff_does("carl", AcknowledgeComplaint(opened.code))
    at.later(days=29)
    at.fire("complaint")
    assert "staff_complaint_due" in at.told_staff("carl")
    assert at.told(at.family.id) == ["complaint_acknowledged", "complaint_late"]
    assert at.family_does(ComplaintStatus())[0] == "acknowledged"


def test_whoever_decided_does_not_handle_the_complaint_about_it(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.decide("maria", code, "declined")
    opened = at.family_does(OpenComplaint("it is unfair", "staff", None, hide_name=False))
    assert isinstance(at.staff_does("maria", ReadComplaint(opened.code)), Refused)


def test_asking_for_a_call_twice_is_one_promise_with_the_safe_time(at: Desk) -> None:
    first = at.family_does(AskForCall(None))
    assert at.family_does(AskForCall("after six")) == first
    with at.house.engine.begin() as connection:
        assert len(connection.execute(select(callbacks.c.id)).all()) == 1
    assert at.told_staff("maria") == ["staff_ring_new"]


def test_a_late_call_is_said_again(at: Desk) -> None:
    at.family_does(AskForCall(None))
    at.later(days=3)
    at.fire("ring")
    assert at.told_staff("maria") == ["staff_ring_new", "staff_ring_due"]


def test_unhappiness_with_the_leader_goes_to_the_managers(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.decide("anna", code)
    before = at.told_staff("anna")
    at.family_does(ReportUnhappy("she is rude", about_leader=True))
    assert at.told_staff("anna") == before
    assert "staff_unhappy_private" in at.told_staff("maria")
    at.family_does(ReportUnhappy("it is loud", about_leader=False))
    assert at.told_staff("anna")[-1] == "staff_unhappy_private"


def test_nobody_accepts_without_having_been_asked(at: Desk) -> None:
    at.ask_to_join()
    assert at.family_does(Accept(1, "agreement")) == Refused("G4.5", "refused_not_asked_that")


def test_nobody_is_active_without_their_own_acceptance(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.decide("anna", code)
    assert at.family_does(Activate()) == Refused("G4.5", "refused_not_agreed")
    assert at.standings() == ["approved"]


def test_five_wrong_guesses_close_the_door_to_the_right_one(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample", shared=True)
    at.staff_does("anna", ClaimCase(code))
    at.staff_does("anna", RecordCall(code, "call", "reached", {1: "2468"}))
    assert guess(at, "2468", uuid4())
    same = uuid4()
    assert not any(guess(at, "1111", same) for _ in range(6))
    assert guess(at, "2468", uuid4())
    assert not any(guess(at, "1111", uuid4()) for _ in range(5))
    assert not guess(at, "2468", uuid4())
    at.later(hours=2)
    assert guess(at, "2468", uuid4())


def guess(at: Desk, digits: str, conversation: UUID) -> bool:
    return bool(at.family_does(CheckOwnCode(1, digits), conversation, "digits"))


def paused(at: Desk) -> bool:
    with at.house.work("test") as work:
        contact = contacts.by_id(work, at.family.id)
    assert contact is not None
    return contact.paused_at is not None
