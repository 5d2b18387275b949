"""What protects families while staff go on as before: allegations, recordings, phones that changed hands."""

import pytest
from sqlalchemy import select

from flows.policy import Refused
from flows.staff.acts.care import Unfreeze
from storage.tables import (
    attendance,
    audit,
    breaches,
    cases,
    checks,
    complaints,
    concerns,
    contacts,
    incidents,
    memberships,
)
from tests.bot.desk import desk
from tests.stage import Stage

CALM = ("Thank you for telling us. This matters.", "999", "55", "NSPCC")


@pytest.fixture
def at(playground: Stage) -> Stage:
    return playground


def said(at: Stage, chat: str) -> str:
    """Everything that the bot has said in a chat."""
    return "\n".join(at.talk.said_to(chat))


def play(at: Stage, *lines: str) -> None:
    for line in lines:
        at.talk.do(line)


def member(at: Stage) -> None:
    """Sara, an invited member of the sample group."""
    play(at, "after invitation.txt")


@pytest.mark.clause("G12.3", "A3")
def test_a_complaint_that_is_an_allegation_goes_to_the_safeguarding_lead_and_past_the_leader(at: Stage) -> None:
    member(at)
    before = {who: said(at, who) for who in ("anna", "ben", "carl", "maria", "staff-channel")}
    words = "I want to complain, Anna grabbed my boy's arm on Tuesday"
    play(at, f"sara> {words}")
    told = said(at, "sara")
    assert all(part in told for part in CALM)
    assert "We have your complaint" not in told
    for minutes in ("+10m", "+10m"):
        play(at, f"clock {minutes}")
    assert "waits for you" in said(at, "dee")
    assert "waits for you" in said(at, "dan")
    play(at, "anna> CONCERNS", "dee> CONCERNS", "dee> 1")
    assert words.split(" ", 4)[4] in said(at, "dee")
    assert {who: said(at, who) for who in ("ben", "carl", "maria", "staff-channel")} == {
        who: before[who] for who in ("ben", "carl", "maria", "staff-channel")
    }
    assert said(at, "anna").removeprefix(before["anna"]).strip() == "No concern is open for you."
    with at.house.engine.begin() as connection:
        row = connection.execute(select(concerns.c.about_staff, concerns.c.not_to)).one()
        assert connection.execute(select(complaints.c.id)).all() == []
    assert (row.about_staff, row.not_to) == (True, ["anna"])


@pytest.mark.clause("G12.3")
def test_an_allegation_is_said_again_after_one_working_day(at: Stage) -> None:
    member(at)
    play(at, "sara> Anna grabbed my boy's arm", "dee> CONCERNS", "dee> 1", "dee> I have it: stop paging")
    pages = said(at, "dee").count("waits for you")
    play(at, "clock +1d", "clock +1h")
    assert said(at, "dee").count("waits for you") > pages


@pytest.mark.clause("G12.3")
def test_conduct_told_within_a_complaint_becomes_a_concern_kept_from_whom_it_named_before(at: Stage) -> None:
    member(at)
    play(at, "sara> COMPLAIN", "sara> no", "sara> 2", "sara> Anna", "sara> no")
    play(at, "sara> She was alone with my boy in the other room")
    assert all(part in said(at, "sara") for part in CALM)
    assert "We have your complaint" not in said(at, "sara")
    with at.house.engine.begin() as connection:
        assert connection.execute(select(concerns.c.not_to)).scalars().all() == [["anna"]]
        assert connection.execute(select(complaints.c.id)).all() == []


@pytest.mark.clause("G12.3")
def test_an_allegation_that_names_nobody_is_kept_from_everybody_with_a_seat_in_the_group(at: Stage) -> None:
    member(at)
    play(at, "sara> the leader was alone with my boy")
    with at.house.engine.begin() as connection:
        assert connection.execute(select(concerns.c.not_to)).scalars().all() == [["anna", "ben"]]


@pytest.mark.clause("G12.1", "G12.6")
def test_an_ordinary_complaint_about_staff_stays_a_complaint_and_changes_no_membership(at: Stage) -> None:
    member(at)
    standing = select(memberships.c.person_id, memberships.c.status)
    with at.house.engine.begin() as connection:
        before = connection.execute(standing).all()
    play(at, "sara> COMPLAIN", "sara> no", "sara> 2", "sara> Anna", "sara> no", "sara> She never answers me.")
    assert "We have your complaint" in said(at, "sara")
    with at.house.engine.begin() as connection:
        assert connection.execute(select(concerns.c.id)).all() == []
        assert before
        assert connection.execute(standing).all() == before


@pytest.mark.clause("H3.4")
def test_a_familys_word_that_somebody_records_opens_a_breach_and_an_incident(at: Stage) -> None:
    member(at)
    play(at, "sara> someone is filming us")
    with at.house.engine.begin() as connection:
        reported = connection.execute(select(breaches.c.kind, breaches.c.person_id, breaches.c.reported_by)).all()
        opened = connection.execute(select(incidents.c.kind, incidents.c.reported_by)).all()
    assert [tuple(row) for row in reported] == [("breach", None, "family")]
    assert [tuple(row) for row in opened] == [("recording", "family")]
    assert "Thank you for telling us. You did the right thing." in said(at, "sara")
    assert all("records or took screenshots" in said(at, who) for who in ("anna", "dora", "maria"))
    assert "filming" not in said(at, "anna") + said(at, "dora") + said(at, "staff-channel")


@pytest.mark.clause("H3.4")
def test_whoever_is_said_to_record_does_not_hear_of_it(at: Stage) -> None:
    member(at)
    play(at, "sara> Anna is recording the session")
    assert "records or took screenshots" not in said(at, "anna")
    assert "records or took screenshots" in said(at, "dora")


@pytest.mark.clause("H3.4")
def test_even_a_stranger_can_report_a_recording(at: Stage) -> None:
    play(at, "phone nora whatsapp", "nora> somebody took screenshots of the group")
    assert "records or took screenshots" in said(at, "maria")


@pytest.mark.clause("H3.4", "G11.3")
def test_a_report_that_names_nobody_bars_nobody(at: Stage) -> None:
    member(at)
    play(at, "sara> someone is filming us", "maria> BREACHES", "maria> 1")
    assert "nobody is named" in said(at, "maria")
    assert "Upheld: bar" not in said(at, "maria")
    play(at, "maria> 1")
    assert "Nobody's place was changed" in said(at, "maria")


def test_a_question_in_progress_is_asked_again_after_a_report(at: Stage) -> None:
    member(at)
    play(at, "sara> UNHAPPY", "sara> someone is filming us")
    assert at.talk.said_to("sara")[-1].startswith("Is it about the leader")


@pytest.mark.clause("G6.4", "G7.2")
def test_a_phone_that_changed_gets_no_password_until_staff_checked_live(at: Stage) -> None:
    play(at, "after unknown_family.txt", "rekey amira", "clock 17:30", "amira> PASSWORD")
    assert "For your safety we need to talk to you" in at.talk.said_to("amira")[-1]
    play(at, "anna> UNFREEZE F-1", "anna> 1", "anna> I have not checked yet", "amira> PASSWORD")
    assert "For your safety we need to talk to you" in at.talk.said_to("amira")[-1]
    play(at, "anna> UNFREEZE F-1", "anna> 1", "anna> A call on a number we had before", "anna> yes")
    assert "gets passwords again" in at.talk.said_to("anna")[-1]
    assert at.talk.said_to("amira")[-1].startswith("Thank you for talking to us. You can use this chat as before.")
    assert "You can set a PIN in the settings of this app." in at.talk.said_to("amira")[-1]
    play(at, "amira> PASSWORD")
    assert "For your safety" not in at.talk.said_to("amira")[-1]
    with at.house.engine.begin() as connection:
        assert connection.execute(select(checks.c.method).where(checks.c.kind == "recheck")).scalars().all() == ["call"]
        acts = connection.execute(select(audit.c.act).where(audit.c.act.in_(["freeze", "unfreeze"]))).scalars()
        assert list(acts) == ["freeze", "unfreeze"]


@pytest.mark.clause("G6.4", "G7.2")
def test_a_phone_that_changes_once_more_while_staff_ring_about_it_is_asked_about_again(at: Stage) -> None:
    play(at, "after unknown_family.txt", "rekey amira", "clock 17:30")
    play(at, "anna> UNFREEZE F-1", "anna> 1", "anna> A call on a number we had before")
    play(at, "rekey amira", "anna> yes")
    assert at.talk.said_to("anna")[-1].startswith("How did you check live")
    play(at, "amira> PASSWORD")
    assert "For your safety we need to talk to you" in at.talk.said_to("amira")[-1]
    play(at, "anna> A call on a number we had before", "anna> yes")
    assert "gets passwords again" in at.talk.said_to("anna")[-1]


@pytest.mark.clause("G6.4", "G7.2")
def test_a_call_on_a_number_known_before_opens_a_phone_only_where_such_a_number_is_known(at: Stage) -> None:
    play(at, "after parts/tonight.txt", "rekey sara", "anna> UNFREEZE F-1", "anna> 1")
    assert "A call on a number we had before" not in at.talk.said_to("anna")[-1]
    assert "A call on a number that the referrer's agency gave me" in at.talk.said_to("anna")[-1]
    with at.house.engine.begin() as connection:
        frozen = connection.execute(select(contacts.c.id).where(contacts.c.frozen_at.is_not(None))).scalar_one()
        code = connection.execute(select(cases.c.code)).scalar_one()
    said = desk(at.house).staff_does("anna", Unfreeze(code, str(frozen), "call"))
    assert said == Refused("G7.2", "refused_no_number_known")
    play(at, "anna> 1", "anna> yes")
    assert "gets passwords again" in at.talk.said_to("anna")[-1]


@pytest.mark.clause("G7.2", "A1")
def test_only_the_groups_own_team_or_a_manager_opens_a_phone_again(at: Stage) -> None:
    play(at, "after unknown_family.txt", "rekey amira", "carl> UNFREEZE F-1")
    assert "(A1)" in said(at, "carl") or "rule A1" in said(at, "carl")


@pytest.mark.clause("H3.1", "G3.3")
@pytest.mark.parametrize(("kind", "clause"), [("photo", "G3.3"), ("voice", "H3.1")])
def test_a_picture_or_voice_note_is_not_kept_and_its_refusal_is_recorded(at: Stage, kind: str, clause: str) -> None:
    play(at, "phone nora signal", f"nora>({kind})")
    assert "did not keep it" in at.talk.said_to("nora")[0]
    with at.house.engine.begin() as connection:
        refused = select(audit.c.act, audit.c.object_kind).where(audit.c.clause == clause)
        assert connection.execute(refused).all() == [("keep", kind)]


def test_a_sticker_is_answered_and_refuses_nothing(at: Stage) -> None:
    play(at, "phone nora signal", "nora>(sticker)")
    assert at.talk.said_to("nora")[-1] == "I cannot read stickers. Please write your answer in words."


@pytest.mark.clause("G6.4", "G9.2")
def test_at_the_end_the_leader_ticks_who_came_and_is_led_on_if_something_happened(at: Stage) -> None:
    play(at, "after unknown_family.txt", "clock 17:50", "anna> START M-1", "anna> ALL", "clock 18:40")
    play(at, "anna> END M-1", "anna> yes")
    assert "Amira Testcase" in at.talk.said_to("anna")[-1]
    play(at, "anna> 7")
    assert "numbers from the list" in said(at, "anna")
    play(at, "anna> 1", "anna> 3")
    assert "write here what you saw or heard" in at.talk.said_to("anna")[-1]
    with at.house.engine.begin() as connection:
        assert len(connection.execute(select(attendance.c.person_id)).all()) == 1


@pytest.mark.clause("G9.2")
def test_six_of_seven_ticks_at_the_start_are_shown_to_a_manager(at: Stage) -> None:
    play(at, "after unknown_family.txt", "clock 17:50", "anna> START M-1", "anna> 1 2 3 4 5 6", "anna> yes")
    assert "began without all seven points" in said(at, "maria")


@pytest.mark.clause("G9.2")
def test_seven_of_seven_ticks_are_shown_to_nobody(at: Stage) -> None:
    play(at, "after unknown_family.txt", "clock 17:50", "anna> START M-1", "anna> ALL")
    assert "began without all seven points" not in said(at, "maria")
