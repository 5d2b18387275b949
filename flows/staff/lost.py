"""LOST: a family's phone or messenger that is gone: nothing more is sent there (G6.4)."""

from collections.abc import Iterator, Sequence

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Code
from flows.staff.acts.care import ContactLine, ListContacts, LoseContact
from flows.staff.kinds import OneOf
from flows.staff.lists import is_sure, numbered, refuse, subject_of
from flows.texts import inert

_DONE = {"removed": "staff_lost_removed", "frozen": "staff_lost_frozen"}


async def lost(chat: Chat, facts: StaffFacts) -> None:
    """G6.4: which one of whom, and a last question. Suspicion is enough; to open one again takes a live check."""
    code = subject_of(facts) or await chat.ask("staff_lost_case", Code())
    known = await chat.act("list_contacts", ListContacts(code))
    if isinstance(known, Refused):
        await refuse(chat, known)
        return
    if not known:
        await chat.say("staff_lost_none", code=code)
        return
    lines = numbered(facts, "staff_line_contact", _items(known))
    contact = await chat.ask("staff_lost_which", OneOf(tuple(each.contact for each in known)), lines=lines)
    one = next((each for each in known if each.contact == contact), known[0])
    told = {"name": inert(one.name), "channel": one.channel}
    if await is_sure(chat, "staff_lost_sure", "staff_lost_sure", **told):
        done = await chat.act("lose_contact", LoseContact(code, contact))
        if isinstance(done, Refused):
            await refuse(chat, done)
        else:
            await chat.say(_DONE[done], code=code, **told)


def _items(known: Sequence[ContactLine]) -> Iterator[dict[str, str]]:
    for each in known:
        yield {"name": inert(each.name), "channel": each.channel, "status": each.state}
