"""A staff word with something behind it that is no code for it: one sentence says what the code looks like and where
it stands. So for every word, with nothing open and in the middle of a question that it does not answer."""

import pytest

from flows.chat import Act
from flows.engine import State, Turn, play
from flows.staff import FLOWS, WORDS
from flows.staff.codes import ALONE, KIND_OF, fits, kind_of
from tests.flows.staff_world import NOW, World, flow_of, spoken, staff
from tests.stage import Stage
from tests.words import TEXTS

BEHIND = sorted(word for word, flow in WORDS.items() if flow != "menu")
EXAMPLES = {
    "case": "F-7Q2X", "phone": "K7QM-2XYZ", "meeting": "M-7Q2X", "group": "G-7Q2X", "one_to_one": "M-7Q2X", "spoken": "T-7Q2X",
    "secret": "K7QM-2XYZ", "breach": "B-7Q2X", "bar": "X-7Q2X", "complaint": "C-7Q2X", "concern": "K-7Q2X",
    "incident": "D-7Q2X", "ring": "R-7Q2X", "read": "F-7Q2X",
}  # fmt: skip


@pytest.fixture
def at(playground: Stage) -> Stage:
    return playground


def told(at: Stage, *lines: str) -> list[str]:
    """What Maria read after the last line, as it stood on her screen."""
    received = [at.talk.do(line) for line in lines][-1]
    count = sum("bot to maria" in each for each in received)
    return at.talk.said_to("maria")[-count:]


def test_what_stands_behind_any_word_and_is_no_code_is_refused_in_one_sentence_that_says_what_works(at: Stage) -> None:
    for word in BEHIND:
        [line] = told(at, f"maria> {word.lower()} banana ")
        kind = kind_of(WORDS[word])
        assert f"behind {word}." in line or kind == "language"
        assert EXAMPLES.get(kind, f"Write {word} alone") in line
        assert "do you want to do" not in line


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_the_code_that_is_shown_as_an_example_is_taken(kind: str) -> None:
    flow = next(flow for flow, each in KIND_OF.items() if each == kind)
    assert fits(flow, EXAMPLES[kind])
    for language in TEXTS.languages:
        assert EXAMPLES[kind] in TEXTS.say(language, "staff_code_unread", word="X", kind=kind)


@pytest.mark.parametrize("flow", sorted(set(FLOWS) - {"confirm_decision", "menu", "language"}))
def test_the_table_of_codes_names_every_conversation_that_takes_one(flow: str) -> None:
    kind = kind_of(flow)
    code = EXAMPLES.get(kind, "F-7Q2X")
    assert (begun(flow, None) != begun(flow, code)) == (kind != ALONE)


def begun(flow: str, subject: str | None) -> tuple[list[str], list[str], str | None]:
    """What is asked of storage, said and asked at the start."""
    world, facts = World(), staff("manager", "practitioner", subject=subject)
    asked: list[str] = []

    def perform(act: Act[object]) -> object:
        asked.append(repr(act.command))
        return world.perform(act)

    turn: Turn = play(flow_of(flow, facts), State(), perform=perform, spoken=spoken("en"), now=NOW)
    key = getattr(turn.stop, "key", None)
    return asked, [line.text for line in turn.lines], key


def test_in_the_middle_of_a_question_it_is_said_instead_of_the_hint_and_the_question_comes_again(at: Stage) -> None:
    menu = told(at, "maria> MENU")
    again = told(at, "maria> CASE banana")
    assert "behind CASE. It looks like F-7Q2X" in again[0]
    assert again[1:] == menu


def test_an_answer_in_ones_own_words_may_begin_with_a_staff_word(at: Stage) -> None:
    at.talk.do("after unknown_family.txt")
    at.talk.do("maria> CONCERN")
    assert "behind" not in "".join(told(at, "maria> Late on Friday she had a bruise."))
    assert "behind" not in "".join(told(at, "maria> CONCERN", "maria> Case notes are missing."))


@pytest.mark.clause("G2.2")
@pytest.mark.parametrize("code", ["K7QM-2XYZ", "K7QM 2XYZ", "F-7Q2X"])
def test_behind_phone_stands_the_code_of_a_case_or_of_the_phone_itself(code: str) -> None:
    assert fits("confirm_phone", code)
    assert fits("unfreeze", code) == (code == "F-7Q2X")
