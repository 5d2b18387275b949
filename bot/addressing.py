"""Every message to a phone that several people use begins with whom it is for, whoever wrote the text."""

from babel.lists import format_list

from flows.policy.addressing import AddressFacts, whom_it_is_for
from flows.texts import Texts
from storage import people, several
from storage.contacts import Contact
from storage.queued import Row
from storage.work import Work


def addressed(work: Work, texts: Texts, row: Row, contact: Contact, text: str) -> str:
    """Put "For Sara." before a text, unless it says so itself. Phones that nobody else uses cost nothing."""
    if not contact.shared:
        return text
    here = tuple(adult.screen_name for adult in people.on_contact(work, contact.id))
    facts = AddressFacts(
        text=row.template,
        audience=contact.audience,
        channel=contact.channel,
        shared=contact.shared,
        meant=row.params.get("screen_name"),
        here=here,
        in_doubt=several.is_in_doubt(work, contact),
    )
    names = whom_it_is_for(facts)
    if not names:
        return text
    first = texts.say(row.language, "addressed", names=format_list(names, locale=row.language.replace("-", "_")))
    return text if text.startswith(first) else f"{first}\n{text}"
