"""Words of disclosure, over the invented messages they were made with: no miss, and no alarm at ordinary words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.disclosure import (
    MOST_WORDS,
    DisclosureFileError,
    is_about_staff_allegation,
    is_membership_question,
    is_recording_report,
    raises_concern,
    read_words,
)
from tests.flows.invented import LANGUAGES, messages

ROOT = Path(__file__).resolve().parents[2]
LOCALES = sorted(path.parent for path in (ROOT / "flows" / "locales").glob("*/words.ftl"))
WORDS = read_words(*((folder / "disclosure.txt").read_text("utf-8").splitlines() for folder in LOCALES))


def first(kind: str) -> Iterator[str]:
    """The messages that the words were made with."""
    for language in LANGUAGES:
        yield from messages("first", language, kind)


@pytest.mark.parametrize("folder", LOCALES, ids=lambda folder: folder.name)
def test_every_language_has_its_words_and_its_messages(folder: Path) -> None:
    assert (folder / "disclosure.txt").exists()
    assert folder.name in LANGUAGES


@pytest.mark.clause("A3", "G12.3")
@pytest.mark.parametrize("text", list(first("disclosures")))
def test_a_disclosure_raises_a_concern(text: str) -> None:
    assert raises_concern(WORDS, text)
    assert raises_concern(WORDS, text.upper())
    assert raises_concern(WORDS, f"Hello there. {text} Thank you.")


@pytest.mark.parametrize("text", list(first("ordinary")))
def test_ordinary_words_raise_no_concern(text: str) -> None:
    assert not raises_concern(WORDS, text)
    assert not is_recording_report(WORDS, text)
    assert not is_about_staff_allegation(WORDS, text)


@pytest.mark.clause("A3")
@pytest.mark.parametrize(
    "text",
    [
        "he puncehd me",
        "im sucidal",
        "domestic abbuse",
        "HE KILLLLED OUR DOG AND WE ARE NEXT, IM SCARED OF HIM",
        "he\u200b hi\u200bts me",
        "he hit\u2019s me",
        "he strangeld me",
        "mój mąz mnie uderzył",
        "moj maz mnie uderzyl",
        "mąż mnie udezył, siniaaak na ręce",
    ],
)
def test_a_slip_of_the_finger_hides_no_disclosure(text: str) -> None:
    assert raises_concern(WORDS, text)


@pytest.mark.clause("A3")
def test_a_disclosure_at_the_end_of_a_long_message_is_found() -> None:
    assert raises_concern(WORDS, "we had a nice day " * 300 + "but he hits me")


@pytest.mark.clause("A3")
def test_a_message_too_long_to_judge_goes_to_a_person() -> None:
    assert raises_concern(WORDS, "la " * (MOST_WORDS + 1))
    assert not is_recording_report(WORDS, "la " * (MOST_WORDS + 1))


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_judged(text: str) -> None:
    assert raises_concern(WORDS, text) in {True, False}
    assert is_membership_question(WORDS, text) in {True, False}


@pytest.mark.clause("H3.4")
@pytest.mark.parametrize(
    "text",
    [
        "someone is filming",
        "Somebody is recording us",
        "he took screenshots of the group",
        "another mum posted a photo of the session on facebook",
        "I saw a screenshot of our group online",
        "I think the session was recorded by someone",
        "they recorded the whole meeting",
        "she is videoing the kids",
        "ktoś nagrywa spotkanie",
        "ona zrobiła zrzut ekranu",
        "ktoś filmuje dzieci",
    ],
)
def test_a_report_of_recording_is_noticed(text: str) -> None:
    assert is_recording_report(WORDS, text)


@pytest.mark.parametrize(
    "text",
    [
        "will the sessions be recorded?",
        "can I take a screenshot of the invitation",
        "do you record the meetings",
        "I will not record anything",
        "czy spotkania są nagrywane?",
        "nie będę nagrywać",
    ],
)
def test_a_question_about_recording_is_no_report(text: str) -> None:
    assert not is_recording_report(WORDS, text)


@pytest.mark.clause("G5.3")
@pytest.mark.parametrize(
    "text",
    [
        "Is Sara in the group?",
        "is sara haddad in your group",
        "does Amira come to the sessions",
        "who is in the group",
        "who else comes to the group?",
        "Is my wife in the Tuesday group?",
        "has Sara joined the group",
        "Are the Okafors members?",
        "Can you tell me if Sara goes to the group",
        "was she at the session on Tuesday",
        "I'm her husband, new phone, send the link. is she in the group?",
        "do you have a mum called Sara in the group",
        "czy Sara jest w grupie?",
        "czy moja żona chodzi na zajęcia",
        "kto jest w grupie",
    ],
)
def test_a_question_about_who_is_in_a_group_is_noticed(text: str) -> None:
    assert is_membership_question(WORDS, text)


@pytest.mark.parametrize(
    "text",
    [
        "am I in the group?",
        "when is the group",
        "is there a group in Oxford",
        "Is the group online?",
        "can my sister join the group",
        "Can we come to the group on Friday",
        "I would like to join the group",
        "how do I become a member",
        "What is the group agreement",
        "is it a big group?",
        "Do we need a camera in the group",
        "kiedy jest grupa",
        "czy grupa jest online",
        "czy mogę dołączyć do grupy",
    ],
)
def test_questions_about_ones_own_place_or_the_group_itself_are_not_taken_for_it(text: str) -> None:
    assert not is_membership_question(WORDS, text)


@pytest.mark.clause("G12.3")
@pytest.mark.parametrize(
    "text",
    [
        "I want to complain, Jo grabbed my boy's arm on Tuesday",
        "jo hit my son",
        "The leader slapped a child",
        "one of your staff hurt my daughter",
        "the lady who runs the group was drunk",
        "Jo sends my daughter private messages",
        "your helper was alone with my son",
        "prowadząca uderzyła moje dziecko",
        "pracownik był pijany",
    ],
)
def test_an_allegation_about_staff_is_noticed(text: str) -> None:
    assert is_about_staff_allegation(WORDS, text, staff_names=lambda: ["Jo Fielding"])


@pytest.mark.parametrize(
    "text",
    [
        "Jo is lovely",
        "the leader starts too late",
        "I am unhappy with the leader, the songs are too fast",
        "my husband hits me",
        "Jo please ring me",
    ],
)
def test_a_plain_complaint_or_harm_by_others_is_no_allegation_about_staff(text: str) -> None:
    assert not is_about_staff_allegation(WORDS, text, staff_names=lambda: ["Jo Fielding"])


def test_a_pattern_means_what_it_says() -> None:
    words = read_words(["@a = red blue", "[harm]  # a comment", "@a|green ... car*", "", "exactly this"])
    assert raises_concern(words, "a red and very fast cars")
    assert raises_concern(words, "Green car!")
    assert raises_concern(words, "it was exactly this")
    assert not raises_concern(words, "red one two three four five car")
    assert not raises_concern(words, "car red")
    assert not raises_concern(words, "exactly not this")


def test_what_belongs_together_is_found_in_either_order_and_only_nearby() -> None:
    words = read_words(["[harm]", "uncle ~ in ... bath ~ cries|silent"])
    assert raises_concern(words, "she cries when uncle puts her in the bath")
    assert raises_concern(words, "in her bath with uncle she is silent")
    assert not raises_concern(words, "uncle is in the bath")
    assert not raises_concern(words, "in the bath she cries " + "and then " * 5 + "uncle")
    assert not raises_concern(read_words(["[harm]", "red ~ red"]), "one red thing")


def test_what_only_sounds_like_it_is_taken_out_first() -> None:
    words = read_words(["[harm]", "hits me", "[not harm]", "it hits me"])
    assert not raises_concern(words, "it hits me")
    assert raises_concern(words, "it hits me that he hits me")


@pytest.mark.parametrize(
    ("lines", "line"),
    [(["no subject"], 1), (["[harm]", "@unknown me"], 2), (["[harm]", "..."], 2)],
)
def test_a_line_that_cannot_be_understood_is_named(lines: list[str], line: int) -> None:
    with pytest.raises(DisclosureFileError, match=f"line {line}"):
        read_words(lines)
