"""Every word people read: found in each language, complete, and safe to show."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.questions import HINTS, WORDS, Day
from flows.texts import TextError, Texts, UnknownText, grouped, inert
from tests.words import TEXTS


def written(folder: Path, **languages: str) -> Path:
    for code, source in languages.items():
        (folder / code).mkdir(exist_ok=True)
        (folder / code / "x.ftl").write_text(source, "utf-8")
    return folder


@pytest.fixture
def sample(tmp_path: Path) -> Texts:
    english = "-name = Doorstep\nanswers =\n    .yes = Yes\n    .no = No\nhi = Hi { $who } from { -name }\n    .go = Go\nmore = { hi }!\nbare =\n    .a = A\nreply_number = { $number }: { $label }"
    polish = "answers =\n    .yes = Tak\nhi = Witaj { $who }\nlanguage_names = polski, Polish"
    return Texts.load(written(tmp_path, en=english, pl=polish))


# Our own texts


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_language_has_every_text(language: str) -> None:
    assert TEXTS.ids(language) == TEXTS.ids("en")


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_language_uses_the_same_parameters_and_labels(language: str) -> None:
    for text_id in TEXTS.ids("en"):
        assert TEXTS.parameters(language, text_id) == TEXTS.parameters("en", text_id), text_id


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_hint_can_be_said_in_every_language(language: str) -> None:
    params = {"longest": 500, "shortest": 2, "low": 1, "high": 9, "count": 3, "word": "AGREE", "length": 4}
    days = {"earliest": date(2026, 12, 1), "latest": date(2026, 12, 31)}
    assert all(TEXTS.say(language, hint, **params, **days) for hint in HINTS)


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_word_for_agreeing_and_skipping_has_a_line(language: str) -> None:
    lines = TEXTS.ask(language, "empty_answer", tuple(WORDS)).splitlines()[1:]
    labels = TEXTS.labels(language, "empty_answer")
    assert all(labels[word] in line for word, line in zip(WORDS, lines, strict=True))


def test_every_language_of_ours_can_name_days() -> None:
    day = Day(date(2026, 11, 24), languages=TEXTS.languages)
    for language in TEXTS.languages:
        said = TEXTS.say(language, "day_too_early", earliest=date(2026, 12, 1))
        tail = " ".join(said.rstrip(".").split(" ")[-3:])
        assert day.parse(tail, TEXTS.labels(language, "answers")) == date(2026, 12, 1)


def test_languages_are_known_by_their_names() -> None:
    names = ["polski", "POLISH.", " po polsku", "pl", "english", "Angielski", "klingon", "", ","]
    assert [TEXTS.language_named(name) for name in names] == ["pl"] * 4 + ["en"] * 2 + [None] * 3


def test_passwords_are_grouped_and_told_in_words() -> None:
    assert grouped("12345678") == "12 34 56 78"
    assert TEXTS.in_words("en", "1203") == "one two, zero three"
    assert TEXTS.in_words("pl", "123") == "jeden dwa, trzy"
    assert grouped("k7R-") == "k7R-"
    assert TEXTS.in_words("en", "k7R-") == "small k, seven, big R, dash"
    with pytest.raises(TextError, match="has no name"):
        TEXTS.in_words("en", "12 4")


# Saying


def test_a_text_is_said_in_the_language_or_in_english(sample: Texts) -> None:
    assert sample.say("pl", "hi", who="Ada") == "Witaj Ada"
    assert sample.say("pl", "more", who="Ada") == "Hi Ada from Doorstep!"
    assert sample.say("xx", "hi", who="Ada") == "Hi Ada from Doorstep"


@pytest.mark.parametrize("text_id", ["nowhere", "bare", "-name"])
def test_an_unknown_text_is_an_error(sample: Texts, text_id: str) -> None:
    with pytest.raises((UnknownText, LookupError)):
        sample.say("en", text_id)


def test_a_missing_parameter_is_an_error_that_names_it(sample: Texts) -> None:
    with pytest.raises(TextError, match="who"):
        sample.say("en", "hi", name="secret words")


@pytest.mark.parametrize("value", [None, object(), datetime.fromisoformat("2026-01-01T10:30")])
def test_a_value_that_has_no_words_is_an_error(sample: Texts, value: object) -> None:
    with pytest.raises(TextError, match="who"):
        sample.say("en", "hi", who=value)


def test_a_parameter_may_be_called_language_or_text_id(tmp_path: Path) -> None:
    texts = Texts.load(written(tmp_path, en="a = { $language } { $text_id }"))
    assert texts.say("en", "a", language="x", text_id="y") == "x y"


@pytest.mark.parametrize(
    ("value", "english", "polish"),
    [
        (date(2026, 12, 1), "Tuesday 1 December 2026", "wtorek 1 grudnia 2026"),
        (
            datetime(2026, 12, 1, 10, 30, tzinfo=UTC),
            "Tuesday 1 December 2026, 10:30",
            "wtorek 1 grudnia 2026, 10:30",
        ),
        (
            datetime(2026, 6, 30, 23, 30, tzinfo=UTC),
            "Wednesday 1 July 2026, 00:30",
            "środa 1 lipca 2026, 00:30",
        ),
        (time(9, 5), "09:05", "09:05"),
        (True, "yes", "yes"),
        (30, "30", "30"),
    ],
)
def test_days_and_times_are_told_in_words_and_in_london(
    tmp_path: Path, value: object, english: str, polish: str
) -> None:
    texts = Texts.load(written(tmp_path, en="a = { $x }", pl="a = { $x }"))
    assert (texts.say("en", "a", x=value), texts.say("pl", "a", x=value)) == (english, polish)


def test_words_in_a_text_hide_nothing_and_start_no_placeholder(sample: Texts) -> None:
    assert sample.say("en", "hi", who="A\u202ed\x07a { $x }") == "Hi Ada { $x } from Doorstep"


def test_a_whole_agreement_fits_into_a_text(sample: Texts) -> None:
    long = "Be kind.\n" * 1000
    assert sample.say("en", "hi", who=long) == f"Hi {long} from Doorstep"


# Asking


def test_labels_are_shared_answers_under_the_texts_own(sample: Texts) -> None:
    assert sample.labels("en", "hi") == {"yes": "Yes", "no": "No", "go": "Go"}
    assert sample.labels("pl", "hi") == {"yes": "Tak", "no": "No", "go": "Go"}
    with pytest.raises(UnknownText):
        sample.labels("en", "nowhere")


def test_a_question_shows_how_to_reply(sample: Texts) -> None:
    assert sample.ask("en", "hi", ("yes", "go"), who="Ada") == "Hi Ada from Doorstep\n1: Yes\n2: Go"
    assert sample.ask("en", "hi", (), who="Ada") == "Hi Ada from Doorstep"
    with pytest.raises(UnknownText, match="stay"):
        sample.ask("en", "hi", ("go", "stay"), who="Ada")


def test_words_that_must_be_written_show_no_number() -> None:
    asked = TEXTS.ask("en", "empty_answer", ("agree", "no", "skip")).splitlines()[1:]
    assert asked == ["Write AGREE to agree.", "Reply 2 for No.", "Write SKIP to leave this out."]


# Records


def test_a_version_changes_with_the_words_and_with_what_they_refer_to(tmp_path: Path) -> None:
    def version(source: str) -> str:
        return Texts.load(written(tmp_path, en=source)).version("en", "a")

    first = version("-org = Peep\nhint = x\n# A note.\na = From { -org }")
    assert version("-org = Peep\nhint = y\na = From { -org }") == first
    assert version("-org = Pip\nhint = x\na = From { -org }") != first
    assert version("-org = Peep\na = Of { -org }") != first
    assert len(first) == 12


def test_parameters_are_found_in_text_attributes_and_references(tmp_path: Path) -> None:
    source = "-t = { $inside }\nb = { $deep }\na = { $n ->\n   *[other] { -t } { b }\n }\n    .x = { $label }"
    texts = Texts.load(written(tmp_path, en=source))
    assert texts.parameters("en", "a") == {"n", "deep", "label"}


# Loading


@pytest.mark.parametrize(
    ("source", "complaint"),
    [("a = x\n\nb = { $\n", "en/x.ftl, line 3"), ("a = x\na = y\n", "a is already"), ("oops", "line 1")],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, source: str, complaint: str) -> None:
    with pytest.raises(TextError, match=complaint):
        Texts.load(written(tmp_path, en=source))


def test_without_english_nothing_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="en"):
        Texts.load(written(tmp_path, pl="a = x"))


# Words typed by people


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("see https://evil.example/x?y now", "see [link] now"),
        ("join t.me/abc or www.evil.com", "join [link] or [link]"),
        ("EVIL.COM", "[link]"),
        ("I am tired.Please ring", "I am tired. Please ring"),
        ("one\ntwo\u202e\x00  three", "one two three"),
        ("ring 07700 900123 at 10.30", "ring 07700 900123 at 10.30"),
        ("write to ann@example.org", "write to ann@example. org"),
        ("evil\u3002com, evil\uff0ecom", "evil. com, evil. com"),
        ("open 192.168.1.1:8080/x or 10.0.0.1", "open [link] or [link]"),
        ("on 1.12.2026 at 10.30", "on 1.12.2026 at 10.30"),
        ("x" * 400, "x" * 299 + "…"),
    ],
)
def test_words_for_staff_have_nothing_to_tap(typed: str, shown: str) -> None:
    assert inert(typed) == shown


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_a_link_among_any_words_is_taken_out(before: str, after: str) -> None:
    shown = inert(f"{before}https://evil.example/x{after}")
    assert "evil.example" not in shown
    assert "\n" not in shown
    assert len(shown) <= 300
