"""The gentle question, from the chat: asked once, nothing typed is lost, a yes reaches the lead with every word."""

import pytest
from sqlalchemy import select

from storage.tables import audit
from tests.stage import Stage
from tests.words import TEXTS

WORRY = "i pretend to sleep when my dad comes in my room"
MORE = "he wont let me have the car keys or the bank card"
QUESTION = TEXTS.say("en", "unease", emergency="999").partition("\n")[0]
THANKS = TEXTS.say("en", "concern_thanks")


@pytest.fixture
def asked(playground: Stage) -> Stage:
    """Amira is asked how she knows the organisation."""
    playground.talk.do("phone amira signal")
    for said in ("hello", "1", "1", "2", "1", "Amira Okafor", "Amira", "1", "SKIP", "weekdays after 10", "2"):
        playground.talk.do(f"amira> {said}")
    return playground


def heard(on: Stage, *lines: str) -> str:
    return "\n".join([on.talk.do(line) for line in lines][-1])


@pytest.mark.clause("A3")
def test_it_is_asked_after_the_answer_was_kept_and_a_no_goes_on_there(asked: Stage) -> None:
    told = heard(asked, f"amira> {WORRY}")
    assert QUESTION in told
    following = heard(asked, "amira> 2")
    assert TEXTS.say("en", "unease_no") in following
    assert "Who told you about us?" not in following
    assert "concern" not in heard(asked, "dee> CONCERNS").lower().replace("no concern", "")


@pytest.mark.clause("A3")
def test_a_yes_reaches_the_lead_with_what_was_written_before(asked: Stage) -> None:
    heard(asked, f"amira> {WORRY}")
    assert THANKS in heard(asked, "amira> 1")
    heard(asked, "dee> CONCERNS", "dee> 1")
    assert any(WORRY in text for text in asked.talk.said_to("dee"))


@pytest.mark.clause("A3")
def test_such_words_again_instead_of_an_answer_are_a_concern_with_both(asked: Stage) -> None:
    heard(asked, f"amira> {WORRY}")
    assert THANKS in heard(asked, f"amira> {MORE}")
    heard(asked, "dee> CONCERNS", "dee> 1")
    assert any(WORRY in text and MORE in text for text in asked.talk.said_to("dee"))


@pytest.mark.clause("A3")
def test_whoever_writes_something_else_goes_on_and_is_not_asked_again_that_day(asked: Stage) -> None:
    heard(asked, f"amira> {WORRY}")
    assert QUESTION not in heard(asked, "amira> SKIP")
    assert QUESTION not in heard(asked, f"amira> {WORRY}")
    with asked.house.engine.begin() as connection:
        asked_gently = select(audit.c.clause).where(audit.c.act == "ask_gently")
        assert connection.execute(asked_gently).scalars().all() == ["A3"]


def test_staff_are_never_asked(asked: Stage) -> None:
    assert QUESTION not in heard(asked, f"anna> {WORRY}")
