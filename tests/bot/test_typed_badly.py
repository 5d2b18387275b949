"""A practitioner with four minutes before the group: typed badly, each refusal says what would work."""

import pytest

from tests.stage import Stage


@pytest.fixture
def at(playground: Stage) -> Stage:
    """Four minutes before the group begins."""
    playground.talk.past("after parts/evening_group.txt\nclock 2026-12-03T17:56")
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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("redy", "READY"),
        ("NWO", "NOW"),
        (" heer ", "HERE, HEAR"),
        ("STRAT", "START"),
        ("caes F-7Q2X", "CASE"),
        ("lsit", "LIST"),
    ],
)
def test_a_slip_in_a_word_starts_nothing_and_the_word_that_was_meant_is_named(
    at: Stage, typed: str, meant: str
) -> None:
    told = last(at, f"anna> {typed}")
    assert f"Did you mean {meant}?" in told
    assert "do you want to do" not in told
    question = last(at, "anna> HERE")
    told = last(at, f"anna> {typed}")
    assert f"Did you mean {meant}?" in told
    assert question in told


@pytest.mark.parametrize("typed", ["not", "none", "yes", "hello", "thank you"])
def test_what_is_no_slip_is_not_taken_for_one(at: Stage, typed: str) -> None:
    assert "Did you mean" not in last(at, f"anna> {typed}")


@pytest.mark.parametrize(
    ("who", "line", "works"),
    [
        ("maria", "UNBAR X-9999", "BARS"),
        ("maria", "BREACHES B-9999", "BREACHES"),
        ("maria", "INCIDENTS D-9999", "INCIDENTS"),
        ("carl", "COMPLAINTS C-9999", "COMPLAINTS"),
        ("dee", "CONCERNS K-9999", "CONCERNS"),
        ("dora", "DATA C-9999", "DATA"),
    ],
)
def test_a_code_of_nothing_says_which_word_lists_what_there_is(at: Stage, who: str, line: str, works: str) -> None:
    assert f"Write {works} to see" in last(at, f"{who}> {line}")


def test_a_code_that_is_nobodys_says_where_the_right_ones_stand(at: Stage) -> None:
    assert "WEEK shows your meetings" in last(at, "anna> LIST M-9999")
    assert "Look at the code again" in last(at, "anna> CASE F-9999")
