"""How the words for families are written: short, plain, and without a promise that cannot be kept."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from flows.policy.agreement import POINTS
from tests.words import TEXTS

LOCALES = Path(__file__).parents[2] / "flows" / "locales"
FILES = sorted(file.name for file in (LOCALES / "en").glob("family*.ftl"))
FIVE_POINTS = [f"point_{point}" for point in POINTS]


TURN_SAYS = [
    "not_a_text_photo",
    "not_a_text_voice",
    "not_a_text_sticker",
    "still_waiting",
    "parked_sorry",
    "nothing_before",
    "back_to_question",
    "welcome_back",
    "unknown_after_end",
    "barred_fixed",
    "cannot_say_who",
    "stopped",
    "started",
    "clear_line",
]


@pytest.mark.parametrize("text_id", TURN_SAYS)
def test_what_the_turn_says_needs_no_parameter(text_id: str) -> None:
    for language in TEXTS.languages:
        assert TEXTS.say(language, text_id)


def ids(file: str) -> list[str]:
    source = (LOCALES / "en" / file).read_text("utf-8")
    return re.findall(r"^([a-z][a-z0-9_]*) =", source, re.MULTILINE)


# How the words are written


def sample(name: str) -> Any:
    long = {"link": "https://meet.example/j/123456789", "agreement": "The agreement.", "when": "Tuesday, 10:00"}
    long |= {"organisation": "Acorn Families (sample charity)", "channel": "whatsapp"}
    long |= {
        f"privacy_{page}": f"https://acorn-families.example/privacy-{page}-groups" for page in ("policy", "notice")
    }
    numbers = {"n": 2, "count": 2, "days": 5, "minutes": 60}
    return numbers.get(name, long.get(name, "Sample"))


@cache
def spoken(language: str, text_id: str) -> str:
    params = {name: sample(name) for name in TEXTS.parameters(language, text_id)}
    return TEXTS.say(language, text_id, **params)


FAMILY_TEXTS = sorted({text for file in FILES for text in ids(file)})


@pytest.mark.parametrize("language", TEXTS.languages)
def test_a_message_is_short(language: str) -> None:
    assert [text_id for text_id in FAMILY_TEXTS if len(spoken(language, text_id)) > 700] == []


def test_a_sentence_has_at_most_fifteen_words() -> None:
    sentences = [each for text_id in FAMILY_TEXTS for each in re.split(r"[.?!:\n]+", spoken("en", text_id))]
    assert [each for each in sentences if len(each.split()) > 15] == []


@pytest.mark.parametrize("language", TEXTS.languages)
def test_words_carry_the_meaning_and_no_picture_does(language: str) -> None:
    pictures = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001ffff]")
    assert [text_id for text_id in FAMILY_TEXTS if pictures.search(spoken(language, text_id))] == []


@pytest.mark.parametrize("language", TEXTS.languages)
def test_a_link_stands_on_its_own_line_and_one_is_at_the_end(language: str) -> None:
    for text_id in ("meeting_link", "privacy_object", "privacy_links"):
        lines = spoken(language, text_id).splitlines()
        assert lines[-1].startswith("https://")
        assert all(line.startswith("https://") for line in lines if "https://" in line)


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.clause("I2.4")
def test_no_text_says_that_the_whatsapp_line_is_end_to_end_encrypted(language: str) -> None:
    everything = " ".join(spoken(language, text_id) for text_id in FAMILY_TEXTS).casefold()
    assert not re.search(r"end.to.end|encrypt|szyfrow", everything)


@pytest.mark.parametrize("language", TEXTS.languages)
def test_a_notice_of_the_day_says_nothing_about_the_group(language: str) -> None:
    for text_id in ("meeting_today", "reply_password"):
        assert TEXTS.parameters(language, text_id) == frozenset()


@pytest.mark.parametrize(
    "text_id", ["case_declined", "excluded_notice", "barred_notice", "suspended_notice", "status_closed"]
)
@pytest.mark.clause("G3.14")
def test_a_no_shows_the_way_to_complain_and_gives_no_reason(text_id: str) -> None:
    said = spoken("en", text_id)
    assert "COMPLAIN" in said
    assert not TEXTS.parameters("en", text_id) - {"phone", "point", "since", "screen_name"}
    assert "because" not in said


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_file_of_another_language_says_that_it_is_a_draft(language: str) -> None:
    if language != "en":
        for file in FILES:
            assert "draft" in (LOCALES / language / file).read_text("utf-8").splitlines()[0].casefold()


def test_the_language_question_offers_every_language_there_is() -> None:
    assert TEXTS.languages == tuple(
        option for option in TEXTS.labels("en", "language_choice") if len(option) == 2 and option != "no"
    )


@pytest.mark.clause("G4.2")
@pytest.mark.parametrize("language", TEXTS.languages)
def test_g4_2_each_point_of_the_guidelines_has_its_own_line(language: str) -> None:
    heading, *lines = spoken(language, "points").splitlines()
    assert heading
    assert lines == [f"{n}. {spoken(language, point)}" for n, point in enumerate(FIVE_POINTS, 1)]
