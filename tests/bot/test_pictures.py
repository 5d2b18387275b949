"""Pictures that members send: never kept, a reminder, one question, and a manager who looks (G5.2, G11.1)."""

from uuid import uuid4

import pytest
from sqlalchemy import select, update

from bot.acts.family_pictures import report_picture
from flows.family.acts import Done
from flows.family.acts.care import ReportPicture
from flows.policy import Standing
from flows.policy.breaches import PictureFacts, goes_to_a_manager, is_asked_whose_picture
from storage import alerts, breaches, contacts, people, staff
from storage.people import NewPerson
from storage.tables import audit, memberships
from storage.tables import breaches as breach_rows
from tests.group_life import Life
from tests.stage import Stage
from tests.words import TEXTS

REMINDER, QUESTION = TEXTS.say("en", "picture_reminder"), TEXTS.say("en", "picture")


@pytest.fixture
def at(playground: Stage) -> Stage:
    playground.talk.do("after parts/tonight.txt")
    return playground


def send(at: Stage, *lines: str) -> list[str]:
    """Do this, one after the other; what Sara's phone has received since."""
    at.talk.look()
    before = len(at.talk.said_to("sara"))
    for line in lines:
        at.talk.do(line)
    return [text for text in at.talk.said_to("sara")[before:] if text]


def waiting(at: Stage) -> tuple[str, ...]:
    with at.house.work("test") as work:
        return breaches.waiting(work, "maria")


def status(at: Stage) -> list[str]:
    with at.house.work("test") as work:
        return list(work.connection.execute(select(memberships.c.status)).scalars())


@pytest.mark.clause("G5.2", "G11.1")
@pytest.mark.parametrize("kind", ["photo", "video", "file"])
def test_a_picture_is_asked_about_and_never_over_another_question(kind: str) -> None:
    assert is_asked_whose_picture(PictureFacts(kind, question_open=False))
    assert not is_asked_whose_picture(PictureFacts(kind, question_open=True))
    assert not is_asked_whose_picture(PictureFacts("voice", question_open=False))


@pytest.mark.clause("G11.1")
@pytest.mark.parametrize("standing", Standing)
def test_of_a_no_managers_hear_only_from_who_has_met_other_families(standing: Standing) -> None:
    met = standing in {Standing.APPROVED, Standing.ACTIVE, Standing.SUSPENDED}
    assert goes_to_a_manager(frozenset({standing})) == met
    assert not goes_to_a_manager(frozenset())


@pytest.mark.clause("G5.3", "G5.2")
@pytest.mark.parametrize("answer", ["1", "2"])
def test_a_stranger_who_sends_a_picture_reads_what_a_member_reads_and_reports_nothing(at: Stage, answer: str) -> None:
    member = send(at, "sara>(photo)", f"sara> {answer}")
    reported = waiting(at)
    for line in ("phone tom signal", "tom>(photo)", f"tom> {answer}"):
        at.talk.do(line)
    at.talk.look()
    assert [text for text in at.talk.said_to("tom") if text] == member
    assert waiting(at) == reported


@pytest.mark.clause("G5.3")
def test_a_former_member_who_sends_a_picture_reads_what_a_member_reads(at: Stage) -> None:
    member = send(at, "sara>(photo)", "sara> 2")
    reported = waiting(at)
    with at.house.work("test") as work:
        work.connection.execute(update(memberships).values(status="left"))
    assert send(at, "sara>(photo)", "sara> 2") == member
    assert waiting(at) == reported


@pytest.mark.clause("G5.3", "A1")
@pytest.mark.parametrize("kind", ["photo", "voice", "sticker"])
def test_a_flagged_familys_name_under_a_picture_is_noticed_as_in_words(at: Stage, kind: str) -> None:
    at.talk.do("phone tom signal")
    with at.house.work("test") as work:
        sara = contacts.of_number(work, "signal", "sara") or contacts.of_number(work, "whatsapp", "sara")
        member = staff.by_handle(work, "dee")
        assert sara is not None
        assert member is not None
        alerts.put_on(work, uuid4(), sara.lane_id, member.id)
    at.talk.write({"from": "tom", "text": "Is this Sara Example?", "kind": kind})
    at.talk.look()
    assert "somebody" not in at.talk.said_to("tom")[-1]
    with at.house.work("test") as work:
        acts = list(work.connection.execute(select(audit.c.act)).scalars())
    assert acts.count("name_flagged") == 1


@pytest.mark.clause("G5.2", "G3.3")
def test_a_member_who_sends_a_picture_is_reminded_and_asked_once_of_several_in_a_row(at: Stage) -> None:
    heard = send(at, "sara>(photo)", "sara>(photo)")
    assert heard.count(REMINDER) == 1
    assert [text for text in heard if text.startswith(QUESTION)] == heard[2:3]
    assert send(at, "sara> 1") == [TEXTS.say("en", "picture_own")]
    assert waiting(at) == ()


@pytest.mark.clause("G11.1", "G3.7")
def test_a_no_is_a_managers_to_look_at_and_suspends_nobody(at: Stage) -> None:
    assert send(at, "sara>(photo)", "sara> 2")[-1] == TEXTS.say("en", "picture_told")
    assert len(waiting(at)) == 1
    assert status(at) == ["active"]
    assert [text for text in send(at, "sara> PASSWORD") if "In words:" in text]
    with at.house.work("test") as work:
        found = breaches.by_code(work, waiting(at)[0])
        assert found is not None
        assert (found.name, found.reported_by) == ("Sara Example", breaches.FAMILY)


def test_who_writes_something_else_is_reported_to_nobody(at: Stage) -> None:
    send(at, "sara>(photo)", "sara> see you tonight", "sara> 2")
    assert waiting(at) == ()


@pytest.mark.clause("A3")
def test_who_said_that_it_is_not_safe_to_write_there_is_asked_nothing(at: Stage) -> None:
    send(at, "sara> CLEAR")
    assert REMINDER not in send(at, "sara>(photo)")


@pytest.mark.clause("G11.3")
def test_on_a_phone_of_two_adults_the_report_names_nobody(life: Life) -> None:
    sara = life.member("Sara", shared=True)
    line = life.contact(sara)
    assert life.family(sara, report_picture, ReportPicture()) == Done()
    adults = ((uuid4(), 1, "Sara Surname", "Sara"), (uuid4(), 2, "Omar Surname", "Omar"))
    both = [NewPerson(*each, True, line.id) for each in adults]
    with life.work() as work:
        people.keep(work, line.lane_id, both)
    assert life.family(sara, report_picture, ReportPicture()) == Done()
    with life.work() as work:
        named = list(work.connection.execute(select(breach_rows.c.person_id).order_by(breach_rows.c.at)).scalars())
    assert set(named) == {sara, None}
    assert life.told(handle="maria") == ["staff_picture_reported"] * 2


@pytest.mark.clause("G4.5")
@pytest.mark.parametrize("caption", ["RING ME", "HELP", "LEAKED", "STOP"])
def test_a_word_that_always_works_does_so_under_a_picture_too(at: Stage, caption: str) -> None:
    at.talk.look()
    before = len(at.talk.said_to("sara"))
    at.talk.write({"from": "sara", "text": caption, "kind": "photo"})
    at.talk.look()
    heard = at.talk.said_to("sara")[before:]
    assert heard
    assert TEXTS.say("en", "not_a_text_photo") not in heard
