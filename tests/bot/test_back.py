"""BACK: the question before, for families and for staff; where there is none, that is said in one line."""

import pytest

from flows.staff import WORDS
from tests.stage import Stage

FIRST = "There is nothing before this question"


@pytest.fixture
def at(playground: Stage) -> Stage:
    return playground


def last(at: Stage, *lines: str) -> str:
    return "\n".join([at.talk.do(line) for line in lines][-1])


def test_staff_go_back_to_the_question_before_and_answer_it_anew(at: Stage) -> None:
    planned = ("anna> MEETING", "anna> 1", "anna> tomorrow", "anna> 10:30")
    length = last(at, *planned)
    assert "At what time" in last(at, "anna> back")
    assert last(at, "anna> 11:30") == length
    assert "11:30" in last(at, "anna> 60", "anna> 1", "anna> 1")


def test_back_is_no_code_and_no_reason(at: Stage) -> None:
    at.talk.do("after parts/asked.txt")
    for lines in (("maria> EXCLUDE",), ("maria> HEAR",), ("maria> BREAK GLASS",), ("maria> RESTRICT",)):
        question = last(at, *lines)
        assert question.removeprefix("  bot to maria: ") in last(at, "maria> BACK")
    why = last(at, "maria> EXCLUDE F-1")
    assert "Why" in why
    answer = last(at, "maria> BACK")
    assert FIRST in answer
    assert "Why" in answer


@pytest.mark.parametrize("word", sorted(set(WORDS) - {"BACK"}))
def test_back_at_the_first_question_of_every_word_says_so_once_and_asks_again(at: Stage, word: str) -> None:
    begun = last(at, f"maria> {word}")
    again = last(at, "maria> BACK")
    if FIRST in again:
        assert again.count("bot to maria") == 2
        assert again.split("bot to maria", 2)[2] in begun
    else:
        assert again.startswith("  bot to maria: Nothing is open.")
        assert again.count("bot to") == 1


def test_who_chose_from_the_menu_comes_back_to_it(at: Stage) -> None:
    menu = last(at, "anna> MENU")
    assert last(at, "anna> 13") != menu
    assert last(at, "anna> BACK") == menu


@pytest.mark.clause("G6.5", "G7.6")
def test_nobody_goes_back_past_what_is_done(at: Stage) -> None:
    at.talk.do("after parts/evening_group.txt")
    asked = last(at, "anna> STRANGER", "anna> 1", "anna> 1")
    answer = last(at, "anna> BACK")
    assert FIRST in answer
    assert asked.rpartition("bot to anna")[2] in answer


def test_staff_go_back_in_polish(at: Stage) -> None:
    assert "O której się zaczyna" in last(
        at, "anna> LANGUAGE polski", "anna> SPOTKANIE", "anna> 1", "anna> 2026-12-10", "anna> 10:30", "anna> wstecz"
    )


def test_a_lone_number_is_no_safe_time_and_is_asked_again_kindly(at: Stage) -> None:
    at.talk.do("after unknown_family.txt")
    question = last(at, "amira> RING ME")
    again = last(at, "amira> 1")
    assert "Please answer in words." in again
    assert "Write SKIP to leave this out." in question
    assert "When is it safe to ring you?" in again
    assert "safe time" in last(at, "amira> 10-12")


def test_a_family_at_the_first_question_hears_one_line_and_the_question(at: Stage) -> None:
    at.talk.do("after unknown_family.txt")
    told = [at.talk.do(line) for line in ("amira> UNHAPPY", "amira> BACK")][-1]
    assert "\n".join(told).count("bot to amira") == 2
    assert "no question before" in told[0]
    assert "Is it about the leader" in "\n".join(told)
