"""What members read around a meeting: their own names only, advice about the camera, and never a wish for a picture."""

import re
from pathlib import Path

import pytest

from tests.words import TEXTS

LOCALES = Path(__file__).parents[2] / "flows" / "locales"
CAMERA = {"en": "camera", "pl": "kamer"}
BEHIND = {"en": "nothing behind you", "pl": "za tobą nie widać"}
VIDEO_OFF = {"en": "video can stay off", "pl": "wideo może być wyłączone"}
WISH = re.compile(
    r"\b(send|take|show|upload|przyślij|wyślij|wysyłać|zrób|robić|pokaż)\b.*\b(photos?|pictures?|zdjęci\w+|fotogra\w+)\b",
    re.IGNORECASE,
)
NO = re.compile(r"\b(no|not|never|nie|nigdy)\b", re.IGNORECASE)


@pytest.mark.clause("G7.5")
def test_texts_for_families_name_only_who_reads_them() -> None:
    """A full name stands only where the family reads back its own answers."""
    named = {each for each in TEXTS.ids("en") if "full_name" in TEXTS.parameters("en", each)}
    assert {each for each in named if not each.startswith("staff")} == {"read_back_adult"}


@pytest.mark.clause("G8.1", "G8.2")
@pytest.mark.parametrize("language", TEXTS.languages)
def test_advice_about_the_camera_comes_with_the_invitation_and_with_each_password(language: str) -> None:
    assert BEHIND[language] in TEXTS.say(language, "camera_advice").lower()
    told = {"screen_name": "Sara", "password": "12 34", "password_words": "one two", "reference": "A2C"}
    words = TEXTS.say(language, "meeting_password", **told).lower()
    assert CAMERA[language] in words
    assert VIDEO_OFF[language] in words


@pytest.mark.clause("G8.2")
@pytest.mark.parametrize("language", TEXTS.languages)
def test_nobody_is_asked_for_a_picture(language: str) -> None:
    """Where sending or taking a picture is spoken of, it is to say that none should be."""
    written = "\n".join(path.read_text("utf-8") for path in (LOCALES / language).glob("family*.ftl"))
    assert [line for line in written.splitlines() if WISH.search(line) and not NO.search(line)] == []
