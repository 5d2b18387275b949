"""What people write where they choose, agree, say yes or no, or skip."""

import pytest

from flows.questions import Agree, Choice, Exact, Invalid, Number, ReadBack, Reopen, Skippable, YesNo
from tests.flows.reading import POLISH, hint

SOURCES = {
    "friend": "A friend told me",
    "health_visitor": "My health visitor",
    "nursery": "Nursery or school",
}


@pytest.mark.parametrize(
    "raw",
    [
        "2",
        " 2)",
        "2.",
        "(2)",
        "2\ufe0f\u20e3",
        "\N{FULLWIDTH DIGIT TWO}",
        "٢",
        "health_visitor",
        "Health visitor",
        "my HEALTH visitor!",
        "my helth visitor",
        "my health visiter",
    ],
)
def test_a_choice_is_read_from_number_key_label_or_slip(raw: str) -> None:
    assert Choice(*SOURCES).parse(raw, SOURCES) == "health_visitor"


@pytest.mark.parametrize("raw", ["0", "4", "22222", "2 or 3", "my health", "not my health visitor", "hello", "2?"])
def test_a_choice_that_is_unclear_is_asked_again(raw: str) -> None:
    assert hint(Choice(*SOURCES), raw, SOURCES) == "pick_a_number"


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        ("disagree", "agree"),
        ("unshared", "shared"),
        ("not shared", "shared"),
        ("i cant come", "i can come"),
        ("unavailable", "available"),
        ("incorrect", "correct"),
        ("nieznany", "znany"),
    ],
)
def test_the_opposite_is_no_slip(raw: str, label: str) -> None:
    assert hint(Choice("one", "two"), raw, {"one": label, "two": "something else"}) == "pick_a_number"


def test_a_slip_between_two_likely_options_is_asked_again() -> None:
    spoken = {"a": "morning", "b": "mornings"}
    assert hint(Choice("a", "b"), "mornin", spoken) == "pick_a_number"


def test_a_choice_without_near_misses_still_forgives_accents() -> None:
    spoken = {"friday": "piątek", "other": "żaden"}
    assert Choice("friday", "other", near=False).parse("Piatek", spoken) == "friday"
    assert hint(Choice("friday", "other", near=False), "piatec", spoken) == "pick_a_number"


@pytest.mark.parametrize("raw", ["saef", "safee", "unsaf", "Safe?", "I am safe"])
def test_an_exact_choice_takes_no_near_miss(raw: str) -> None:
    assert hint(Exact("safe", "unsafe"), raw) == "pick_a_number"


@pytest.mark.parametrize("raw", ["1", "safe", " SAFE. ", "“safe”"])
def test_an_exact_choice_takes_number_and_word(raw: str) -> None:
    assert Exact("safe", "unsafe").parse(raw, {}) == "safe"


@pytest.mark.parametrize("raw", ["AGREE", "agree", " Agree. ", '"AGREE"', "*agree*", "zgoda", "ZGODA!"])
@pytest.mark.clause("G4.5")
def test_g4_5_the_exact_word_agrees(raw: str) -> None:
    assert Agree("agree", "questions", "no").parse(raw, POLISH) == "agree"


@pytest.mark.parametrize(
    "raw",
    [
        "1",
        "1.",
        "1️⃣",
        "maybe",
        "disagree",
        "agre",
        "agreed",
        "ok ok",
        "yes",
        "👍",
        "agree?",
        "I do not agree",
        "zgodą",
    ],
)
@pytest.mark.clause("G4.5")
def test_g4_5_anything_but_the_exact_word_is_asked_again(raw: str) -> None:
    assert hint(Agree("agree", "questions", "no"), raw, POLISH) == "write_the_word"


def test_g4_5_the_other_options_are_picked_by_number_or_word() -> None:
    kind = Agree("agree", "questions", "no")
    assert [kind.parse(raw, POLISH) for raw in ("2", "questions", "3", "Nie")] == [
        "questions",
        "questions",
        "no",
        "no",
    ]


@pytest.mark.clause("G4.5")
def test_g4_5_the_hint_shows_the_word_in_the_language() -> None:
    with pytest.raises(Invalid) as refused:
        Agree().parse("x", POLISH)
    assert refused.value.params == {"word": "ZGODA", "count": 1}


def test_g10_own_risk_needs_its_own_word() -> None:
    kind = Agree("understand", "questions")
    assert kind.parse("i understand", {}) == "understand"
    assert hint(kind, "agree") == "write_the_word"


@pytest.mark.parametrize(
    ("raw", "answer"),
    [("1", True), ("YES", True), ("tak", True), ("2", False), ("nie!", False), ("no", False)],
)
def test_yes_and_no_are_read(raw: str, answer: object) -> None:
    assert YesNo().parse(raw, POLISH) is answer


@pytest.mark.parametrize("raw", ["yess", "nope", "yes and no", "3"])
def test_anything_near_yes_or_no_is_asked_again(raw: str) -> None:
    assert hint(YesNo(), raw) == "yes_or_no"


def test_a_read_back_is_right_or_reopens_one_field() -> None:
    kind, spoken = ReadBack(("full_name", "phone")), {"right": "All is right", "phone": "Telefon", **POLISH}
    assert kind.options == ("right", "full_name", "phone")
    assert [kind.parse(raw, spoken) for raw in ("1", "all is right", "tak", "yes")] == [True] * 4
    assert [kind.parse(raw, spoken) for raw in ("3", "telefon", "phone")] == [Reopen("phone")] * 3
    assert hint(kind, "no", spoken) == "pick_a_number"


def test_a_question_is_skipped_only_by_the_word() -> None:
    kind = Skippable(Number(1, 20))
    assert [kind.parse(raw, POLISH) for raw in ("skip", "Pomiń", "pomin.")] == [None] * 3
    assert kind.parse("1", POLISH) == 1
    assert hint(kind, "no", POLISH) == "not_in_range"
    assert (kind.options, Skippable(YesNo()).options) == (("skip",), ("yes", "no", "skip"))
    assert (kind.load(None), kind.dump(None)) == (None, None)


def test_options_that_cannot_be_told_apart_are_a_mistake_of_ours() -> None:
    for build in (Choice, lambda: Exact("a", "a"), lambda: Agree("maybe")):
        with pytest.raises(ValueError, match=r"."):
            build()
