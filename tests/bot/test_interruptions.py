"""What is said next when something comes in between: a disclosure, a bar, a decision of staff."""

import pytest

from storage import contacts, staff
from tests.stage import Stage

BARRED = (
    "ben> BREACH", "ben> 1", "ben> 1", "ben> Took or shared a screenshot", "ben> It stood on a page.", "ben> yes",
    "maria> BREACHES", "maria> 1", "maria> Upheld",
)  # fmt: skip
TO_THE_NAME = ("phone nadia signal", "nadia> hello", "nadia> 1", "nadia> 1", "nadia> 2", "nadia> 1")


@pytest.fixture
def at(playground: Stage) -> Stage:
    return playground


def play(at: Stage, *lines: str) -> None:
    for line in lines:
        at.talk.do(line)


@pytest.mark.clause("A3")
def test_after_a_disclosure_no_question_follows(at: Stage) -> None:
    play(at, *TO_THE_NAME, "nadia> my husband hits me", "nadia> 1")
    assert "question" not in at.talk.said_to("nadia")[-1]
    assert "name" not in at.talk.said_to("nadia")[-1]


def test_a_word_in_the_middle_of_a_question_comes_back_to_it(at: Stage) -> None:
    play(at, *TO_THE_NAME, "nadia> PRIVACY")
    assert "full name" in at.talk.said_to("nadia")[-1]


def last(at: Stage, phone: str = "nadia") -> str:
    return at.talk.said_to(phone)[-1]


@pytest.mark.parametrize("word", ["HELP", "STATUS", "START", "LANGUAGE", "SECOND PHONE", "MY COMPLAINT"])
def test_after_a_word_and_its_own_questions_the_open_question_is_put_again(at: Stage, word: str) -> None:
    own_answers = {"HELP": ["2"], "LANGUAGE": ["1"], "MY COMPLAINT": ["C-2345"]}
    play(at, *TO_THE_NAME, f"nadia> {word}", *(f"nadia> {each}" for each in own_answers.get(word, [])))
    assert "full name" in last(at)
    play(at, "nadia> Nadia Sample")
    assert "on the screen" in last(at)


def test_back_where_nothing_is_before_puts_the_open_question_again(at: Stage) -> None:
    play(at, "phone nadia signal", "nadia> hello", "nadia> BACK")
    assert "Which language?" in last(at)
    play(at, "nadia> English")
    assert "Shall we go on?" in last(at)


@pytest.mark.parametrize(("word", "line"), [("STOP", "I will not write"), ("CLEAR", "Thank you")])
def test_after_stop_and_clear_it_is_quiet_but_the_place_is_kept(at: Stage, word: str, line: str) -> None:
    play(at, *TO_THE_NAME)
    before = len(at.talk.said_to("nadia"))
    play(at, f"nadia> {word}")
    [said] = at.talk.said_to("nadia")[before:]
    assert said.startswith(line)
    play(at, "nadia> Nadia Sample")
    assert "on the screen" in last(at)


@pytest.mark.clause("A3")
def test_start_puts_no_question_on_a_phone_that_was_cleared(at: Stage) -> None:
    play(at, *TO_THE_NAME, "nadia> CLEAR", "nadia> START")
    assert last(at).startswith("Thank you. You will hear")


@pytest.mark.clause("G11.4")
def test_an_open_question_of_somebody_who_is_barred_is_closed_to_them(at: Stage) -> None:
    play(at, "after unknown_family.txt", "amira> CHANGE", *BARRED)
    play(at, "amira> 1", "amira> RING ME")
    assert "COMPLAIN" in at.talk.said_to("amira")[-1]
    assert "COMPLAIN" in at.talk.said_to("amira")[-2]


def test_a_decision_is_told_even_while_another_question_is_open(at: Stage) -> None:
    play(at, "after parts/asked.txt", "amira> HELP")
    play(at, "channel anna> [Approve]", "anna> 1", "anna> yes")
    assert any("We can offer you a place" in text for text in at.talk.said_to("amira"))
    assert "AGREE" in at.talk.said_to("amira")[-1]
    play(at, "amira> AGREE", "amira> I UNDERSTAND")
    assert any("You have a place" in text for text in at.talk.said_to("amira"))


@pytest.mark.clause("H2.3")
def test_a_staff_line_whose_safety_number_changed_shows_nothing(at: Stage) -> None:
    with at.house.work("test") as work:
        anna = staff.line(work, "anna")
        assert anna is not None
        contacts.change(work, anna.id, frozen_at=work.now)
    play(at, "anna> CASES", "anna> MENU")
    assert at.talk.said_to("anna")[-1].startswith("This phone has changed")
    assert at.talk.said_to("anna")[-2].startswith("This phone has changed")
