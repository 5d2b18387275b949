"""Who has told of harm goes on telling, in one message after another: every word reaches the lead, and none is scolded."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from bot import paging
from flows.staff.acts.concerns import LONGEST
from storage import concerns as kept_concerns
from storage import contacts, meetings, passwords, staff
from storage.tables import breaches, concerns, incidents
from storage.tables import meetings as meeting_rows
from tests.stage import Stage
from tests.words import TEXTS

THANKS = TEXTS.say("en", "concern_thanks")
MORE = TEXTS.say("en", "concern_more")
SAFE = TEXTS.say("en", "safe_to_write")
AGAIN = "it was worse last night"


@pytest.fixture
def told(playground: Stage) -> Stage:
    """Amira has told of harm, and is asked whether it is safe to write to her."""
    for line in ("phone amira signal", "amira> hello", "amira> 1", "amira> my husband hits me"):
        playground.talk.do(line)
    return playground


def heard(on: Stage, *lines: str) -> str:
    return "\n".join([on.talk.do(line) for line in lines][-1])


def number_of_concerns(on: Stage) -> int:
    with on.house.engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(concerns)).scalar_one()


def read_by(on: Stage, who: str, number: int = 1) -> str:
    """What the newest lines to a member of staff say who reads one of the open concerns."""
    heard(on, f"{who}> CONCERNS")
    return heard(on, f"{who}> {number}")


@pytest.mark.clause("A3")
@pytest.mark.parametrize("words", [AGAIN, "he hits my son too", "yes it is safe, he is out", "3"])
def test_what_is_no_answer_is_kept_with_the_concern_word_for_word_and_the_question_stays(
    told: Stage, words: str
) -> None:
    answer = heard(told, f"amira> {words}")
    assert MORE in answer
    assert SAFE in answer
    assert THANKS not in answer
    assert number_of_concerns(told) == 1
    assert f"my husband hits me [2026-12-01 09:00] {words}" in read_by(told, "dee")


@pytest.mark.clause("A3")
@pytest.mark.parametrize(("answer", "reply"), [("1", "safe_to_write_yes"), ("no", "clear_line")])
def test_an_answer_is_an_answer_all_the_same(told: Stage, answer: str, reply: str) -> None:
    heard(told, f"amira> {AGAIN}")
    assert TEXTS.say("en", reply) in heard(told, f"amira> {answer}")


@pytest.mark.clause("A3")
def test_whoever_was_paged_hears_that_there_is_more_and_once_somebody_has_it_only_they(told: Stage) -> None:
    more = TEXTS.say("en", "staff_concern_more", code="K-1")
    assert more in heard(told, f"amira> {AGAIN}")
    told.talk.do("clock +25m")
    read_by(told, "dan")
    told.talk.do("dan> 1")
    before = len(told.talk.said_to("dee"))
    answer = heard(told, "amira> and today")
    assert f"bot to dan: {more}" in answer
    assert len(told.talk.said_to("dee")) == before


@pytest.mark.clause("A3", "G12.3")
def test_words_about_somebody_who_may_read_the_concern_are_kept_from_them(told: Stage) -> None:
    answer = heard(told, "amira> Dee from your staff knows and hits him too")
    assert MORE in answer
    assert number_of_concerns(told) == 2
    assert "bot to dee" not in answer
    assert "from your staff" not in read_by(told, "dee")
    assert "from your staff" in read_by(told, "dan", 2)
    heard(told, f"amira> {AGAIN}")
    assert AGAIN in read_by(told, "dan", 2)


@pytest.mark.clause("A3")
def test_more_than_can_be_shown_is_a_concern_of_its_own(told: Stage) -> None:
    long = "and then he was angry again " * (LONGEST // 30)
    heard(told, f"amira> {long}")
    assert number_of_concerns(told) == 1
    heard(told, f"amira> {long}")
    assert number_of_concerns(told) == 2


@pytest.mark.clause("A3")
def test_words_that_work_anywhere_still_do(told: Stage) -> None:
    assert TEXTS.say("en", "ring_time").partition("\n")[0] in heard(told, "amira> RING ME")


@pytest.mark.clause("A3")
def test_words_under_a_picture_are_kept_too(told: Stage) -> None:
    body = {"from": "amira", "text": AGAIN, "kind": "photo"}
    told.talk.client.post("/playground/api/messages", json=body).raise_for_status()
    assert AGAIN in read_by(told, "dee")


@pytest.mark.clause("A3")
def test_after_the_concern_is_closed_it_is_a_question_like_any_other(told: Stage) -> None:
    for line in ("dee> CONCERNS", "dee> 1", "dee> 2", "dee> 1"):
        told.talk.do(line)
    assert MORE not in heard(told, f"amira> {AGAIN}")
    assert THANKS in heard(told, "amira> he hits my son too")
    assert number_of_concerns(told) == 2


@pytest.mark.clause("A3")
def test_whose_data_may_not_be_used_is_heard_too(told: Stage) -> None:
    with told.house.work("test") as work:
        work.connection.exec_driver_sql("UPDATE contacts SET restricted_at = now() WHERE audience = 'family'")
    assert MORE in heard(told, f"amira> {AGAIN}")
    assert AGAIN in read_by(told, "dee")


def taken(told: Stage) -> None:
    """The lead has it; three hours later."""
    for line in ("dee> CONCERNS", "dee> 1", "dee> 1", "clock +3h"):
        told.talk.do(line)


@pytest.mark.clause("A3")
def test_new_danger_after_somebody_has_taken_the_concern_is_paged_on_and_hears_the_emergency_number(
    told: Stage,
) -> None:
    taken(told)
    before = len(told.talk.said_to("dan"))
    answer = heard(told, "amira> he has a knife and says he will kill us")
    assert "call 999" in answer
    assert MORE in answer
    told.talk.do("clock +45m")
    assert len(told.talk.said_to("dan")) > before


@pytest.mark.clause("A3")
def test_more_words_are_paged_anew_when_the_line_of_who_has_it_is_shut(told: Stage) -> None:
    taken(told)
    with told.house.work("test") as work:
        line = staff.line(work, "dee")
        assert line is not None
        contacts.change(work, line.id, frozen_at=work.now)
    before = len(told.talk.said_to("dan"))
    told.talk.do(f"amira> {AGAIN}")
    assert len(told.talk.said_to("dan")) > before


@pytest.mark.clause("A3")
def test_whose_words_they_are_stays_clear(told: Stage) -> None:
    with told.house.work("staff:anna") as work:
        phone = contacts.by_token(work, "signal", contacts.token(work, "signal", "amira"))
        anna = staff.by_handle(work, "anna")
        assert phone is not None
        assert anna is not None
        by_staff: dict[str, Any] = {"source": "staff", "contact_id": phone.id, "raised_by": anna.id}
        told.house.clock.forward(timedelta(minutes=5))
        work.now = told.house.clock.now()
        paging.raise_concern(work, told.house.organisation, uuid4(), words="I saw a bruise.", **by_staff)
    told.talk.do(f"amira> {AGAIN}")
    with told.house.work("test") as work:
        words = [each.words(work) for each in kept_concerns.open_of(work)]
    assert "I saw a bruise." in words
    assert any(AGAIN in each for each in words)


@pytest.mark.clause("G6.5")
@pytest.mark.parametrize("words", ["LEAKED: my cousin has it now", "{password}"])
def test_a_leak_is_still_one(playground: Stage, words: str) -> None:
    talk = playground.talk
    for line in ("after parts/tonight.txt", "clock 17:10", "sara> PASSWORD"):
        talk.do(line)
    who = "sara" if words.startswith("LEAKED") else "amira"
    if who == "amira":
        for line in ("phone amira signal", "amira> hello", "amira> 1"):
            talk.do(line)
    talk.do(f"{who}> my husband hits me")
    with playground.house.work("test") as work:
        [meeting_id] = work.connection.execute(select(meeting_rows.c.id)).scalars()
        meeting = meetings.by_id(work, meeting_id)
        assert meeting is not None
        password = passwords.in_clear(work, meeting)
    talk.do(f"{who}> {words.format(password=password)}")
    with playground.house.work("test") as work:
        changed = meetings.by_id(work, meeting_id)
        assert changed is not None
        assert changed.password_version == meeting.password_version + 1


@pytest.mark.clause("H3.4")
def test_a_recording_is_still_a_case_for_staff(told: Stage) -> None:
    told.talk.do("amira> someone is filming the group")
    with told.house.engine.begin() as connection:
        found = [
            connection.execute(select(func.count()).select_from(each)).scalar_one() for each in (breaches, incidents)
        ]
    assert found == [1, 1]
