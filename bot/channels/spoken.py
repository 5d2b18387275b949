"""No messenger: what a family without a phone is told stands on the private line of whoever speaks for it (X5)."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from bot.channels.channel import Channel, Outbound, SendError
from bot.house import House
from flows.policy.confidentiality import SPOKEN
from storage import contacts, spoken
from storage.contacts import Contact


@dataclass(frozen=True)
class _Reader:
    contact_id: UUID
    channel: str
    address: str
    heading: str


class SpokenChannel:
    """Sends through the other messengers, to be read out. A reference begins with the line that the words stand on."""

    name = SPOKEN
    has_window = True

    def __init__(self, house: Callable[[], House], others: Mapping[str, Channel]) -> None:
        self._house, self._others = house, others

    async def send(self, message: Outbound) -> str:
        """Show it to whoever speaks for the family now; what is changed or taken back, where it stands."""
        reader = await asyncio.to_thread(self._reader, message)
        if reader is None or reader.channel not in self._others:
            raise SendError("window_closed" if message.of is None else "nobody_reads", permanent=message.of is not None)
        _, _, earlier = (message.of or "").partition("|")
        text = message.text if message.act == "delete" else f"{reader.heading}\n{message.text}"
        shown = replace(
            message, address=reader.address, text=text, preview=reader.heading, of=earlier or None, buttons=()
        )
        reference = await self._others[reader.channel].send(replace(shown, template=None, wording=None, topic=None))
        return f"{reader.contact_id}|{reference}"

    async def sent_before(self, message: Outbound) -> str | None:
        """Look where it would stand."""
        reader = await asyncio.to_thread(self._reader, message)
        if reader is None or reader.channel not in self._others:
            return None
        found = await self._others[reader.channel].sent_before(replace(message, address=reader.address))
        return None if found is None else f"{reader.contact_id}|{found}"

    def _reader(self, message: Outbound) -> _Reader | None:
        house = self._house()
        with house.work("sender") as work:
            found = spoken.by_code(work, message.address)
            speaker = None if found is None else spoken.speaker_of(work, found.contact_id)
            line: Contact | None = None if speaker is None else speaker.line
            if message.of is not None:
                line = contacts.by_id(work, UUID(message.of.partition("|")[0]))
            if found is None or line is None or line.audience != "staff":
                return None
            heading = house.texts.say(line.language, "staff_speak_heading", code=found.code)
            return _Reader(line.id, line.channel, line.goes_to(work), heading)
