"""A card in words, where a messenger has no buttons: what may be answered under it."""

from collections.abc import Sequence

from bot.channels.channel import Button
from flows.staff.card_signs import SIGNS
from flows.texts import Texts
from storage.cards import LABEL
from storage.contacts import Contact

WITHOUT_BUTTONS = frozenset({"signal"})


def in_words(texts: Texts, contact: Contact, text: str, buttons: Sequence[Button], labels: Sequence[str]) -> str:
    """Add a line for each button to a card that is shown without any."""
    if contact.audience != "staff_channel" or contact.channel not in WITHOUT_BUTTONS or not buttons:
        return text
    signs = [SIGNS[label.removeprefix(LABEL)] for label in labels]
    lines = [
        texts.say(contact.language, "card_sign", number=number, sign=sign, label=button.label)
        for button, (number, sign) in zip(buttons, signs, strict=True)
    ]
    return "\n".join([text, *lines, texts.say(contact.language, "card_answer")])
