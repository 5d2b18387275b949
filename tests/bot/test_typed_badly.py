"""A practitioner with four minutes before the group: typed badly, each refusal says what would work."""

import pytest

from tests.stage import Stage


@pytest.fixture
def at(playground: Stage) -> Stage:
    """Four minutes before the group begins."""
    for line in ("after parts/evening_group.txt", "clock 2026-12-03T17:56"):
        playground.talk.do(line)
    return playground


def last(at: Stage, *lines: str) -> str:
    return "\n".join([at.talk.do(line) for line in lines][-1])


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker"])
def test_a_picture_or_a_voice_note_of_staff_keeps_the_question_open_and_offers_nothing_that_is_for_families(
    at: Stage, kind: str
) -> None:
    question = last(at, "anna> HERE")
    answer = last(at, f"anna>({kind})")
    assert "words only" in answer
    assert question in answer
    assert "RING ME" not in answer


def test_the_first_link_cannot_be_left_out_and_later_it_can(at: Stage) -> None:
    assert "SKIP" not in last(at, "anna> here", "anna> 1", "anna> ready", "anna> 1")
    assert "begins with https" in last(at, "anna> skip")
    assert "Set." in last(at, "anna> https://zoom.example/j/123456", "anna> all")
    last(at, "ben> here", "ben> 1")
    assert "Write SKIP to leave this out." in last(at, "anna> rotate", "anna> 1", "anna> 2")


def test_a_code_that_is_nobodys_says_where_the_right_ones_stand(at: Stage) -> None:
    assert "WEEK shows your meetings" in last(at, "anna> LIST M-9999")
    assert "Look at the code again" in last(at, "anna> CASE F-9999")
