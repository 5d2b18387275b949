"""I2.3: sensitive things are noticed, ordinary ones are not, and what was written is never repeated."""

import pytest

from bot.app import disclosure_words
from flows import disclosure
from tests.flows.family_world import MEMBER, Desk
from tests.flows.invented import messages

WORDS = disclosure_words()
TOLD = (
    "I was diagnosed with depression last year",
    "my husband is in prison",
    "we have debts and the bailiffs came",
    "I had a miscarriage in spring",
    "the court gave custody to my ex",
    "my son has epilepsy",
    "my son has a court case about his father next week",
    "mamy w poniedzia\u0142ek spraw\u0119 w s\u0105dzie",
    "I am an alcoholic, two years dry",
    "my mum died on Sunday",
    "mam depresj\u0119",
    "m\u00f3j m\u0105\u017c jest w wi\u0119zieniu",
    "poroni\u0142am w zesz\u0142ym miesi\u0105cu",
)
ORDINARY_ALARMS = 5
"""Of every hundred ordinary messages, at most so many may offer a call by mistake."""


@pytest.mark.clause("I2.3")
@pytest.mark.parametrize("text", TOLD)
def test_sensitive_things_are_noticed(text: str) -> None:
    assert disclosure.is_sensitive(WORDS, text)


@pytest.mark.clause("I2.3")
@pytest.mark.parametrize("language", ["en", "pl"])
def test_few_ordinary_messages_offer_a_call(language: str) -> None:
    said = messages("first", language, "ordinary")
    alarms = [line for line in said if disclosure.is_sensitive(WORDS, line)]
    assert len(alarms) * 100 <= ORDINARY_ALARMS * len(said), alarms


@pytest.mark.clause("I2.3")
def test_what_was_written_is_not_repeated_and_nothing_more_is_asked() -> None:
    desk = Desk("talk_instead", MEMBER).open()
    assert desk.lines == ["talk_instead"]
    assert desk.asked == "talk_instead_call"
    desk.write("no")
    assert desk.lines == ["talk_instead_no"]
    assert desk.asked is None
