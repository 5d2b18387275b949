"""Words that no list knows: how many of them are noticed is counted over messages that judged nothing (docs/disclosure.md)."""

import re
from dataclasses import replace

import pytest

from bot.app import disclosure_words
from flows.disclosure import may_be_about_harm, raises_concern
from flows.family.acts.care import RaiseConcern
from flows.unease import Judge, is_uneasy, read_messages
from tests.flows.family_world import FACTS, Desk
from tests.flows.invented import KINDS, LANGUAGES, ROOT, messages

ROW = re.compile(r"^\| (sealed|heldout|last) \| (\w\w) \|((?: \d+ \|){6})$", re.MULTILINE)


def told() -> list[tuple[str, str, list[int]]]:
    page = (ROOT / "docs" / "disclosure.md").read_text("utf-8").partition("## The gentle question")[2]
    return [(part, code, [*map(int, numbers.strip("| ").split(" | "))]) for part, code, numbers in ROW.findall(page)]


@pytest.mark.clause("A3")
@pytest.mark.parametrize(("part", "language", "counted"), told(), ids=lambda value: str(value)[:8])
def test_the_page_tells_what_both_together_miss_and_ask_about_for_nothing(
    part: str, language: str, counted: list[int]
) -> None:
    words = disclosure_words()
    disclosures, ordinary = (messages(part, language, kind) for kind in KINDS)
    by_lists = [raises_concern(words, text) for text in disclosures]
    by_either = [heard or may_be_about_harm(words, text) for heard, text in zip(by_lists, disclosures, strict=True)]
    alarms = sum(raises_concern(words, text) for text in ordinary)
    asked = sum(may_be_about_harm(words, text) and not raises_concern(words, text) for text in ordinary)
    assert [len(disclosures), by_lists.count(False), by_either.count(False), len(ordinary), alarms, asked] == counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_that_is_counted_is_one_that_judges(language: str) -> None:
    parts = {part for part, code, _ in told() if code == language}
    assert parts == {"sealed", "heldout", "last"}
    judging = {text for kind in KINDS for text in messages("every", language, kind)}
    counted = {text for part in parts for kind in KINDS for text in messages(part, language, kind)}
    assert judging.isdisjoint(counted)


def test_a_word_weighs_by_the_kind_of_message_it_stood_in() -> None:
    judge = Judge(["he locks us in every night"] * 3, ["we sing in the hall every week"] * 3)
    assert judge.weigh(["locks", "us"]) > 0 > judge.weigh(["sing"])
    assert judge.weigh(["zumba"]) == 0


def test_a_word_in_another_form_is_known_by_its_pieces() -> None:
    judge = Judge(["he threatens us"] * 3, ["we sing together"] * 3)
    assert judge.weigh(["threatened"]) > 0 > judge.weigh(["togetherness"])


def test_one_or_two_words_are_never_asked_about_and_neither_are_signs() -> None:
    judge = Judge(["hits me again"] * 9, ["we are late today"] * 9)
    assert is_uneasy([judge], "hits me again")
    assert not is_uneasy([judge], "hits me")
    assert not is_uneasy([judge], "?! 💔 …")


def test_comments_and_headings_are_no_messages() -> None:
    assert list(read_messages(["# why", "[first]", "", " one ", "two"])) == ["one", "two"]


@pytest.mark.clause("A3")
def test_a_yes_tells_the_lead_what_was_written_and_a_no_says_only_that_help_works() -> None:
    facts = replace(FACTS, subject="he counts every minute")
    asked = Desk("unease", facts).open()
    assert asked.asked == "unease"
    assert asked.write("2").lines == ["unease_no"]
    yes = Desk("unease", facts).open().write("yes")
    assert yes.lines[0] == "concern_thanks"
    assert [each.words for each in yes.acts(RaiseConcern)] == ["he counts every minute"]
