"""The simulated phones of the playground, as an ordinary channel; one object stands for one messenger."""

import asyncio
from collections.abc import Callable
from uuid import UUID

from bot.channels.channel import Outbound, SendError
from bot.house import House
from storage import marks, phones
from storage.work import Work

FAULTS = {
    "timeout-after-send": SendError("timeout", unknown=True),
    "refused": SendError("refused", permanent=True),
    "throttled": SendError("throttled"),
    "down": SendError("down"),
}


class PlaygroundChannel:
    """Shows messages on the screens of the simulated phones that write from an address."""

    def __init__(self, name: str, house: Callable[[], House], *, has_window: bool = False) -> None:
        self.name, self.has_window, self._house = name, has_window, house

    async def send(self, message: Outbound) -> str:
        """Show, edit or delete; a fault asked for on the page happens here.

        Where there is a window, it is WhatsApp: nothing that is on a phone there can be taken back.
        """
        return await asyncio.to_thread(self._send, message)

    async def sent_before(self, message: Outbound) -> str | None:
        """Look on the screens."""
        return await asyncio.to_thread(self._shown, message.id)

    def _shown(self, outbox_id: UUID) -> str | None:
        with self._house().work("playground") as work:
            found = phones.shown(work, outbox_id)
            return None if found is None else str(found)

    def _send(self, message: Outbound) -> str:
        with self._house().work("playground") as work:
            fault = self._next_fault(work)
            shown = (
                None
                if fault is not None and not fault.unknown
                else _show(work, message, takes_back=not self.has_window)
            )
        if fault is not None:
            raise fault
        if shown is None:
            raise SendError("nothing_to_delete", permanent=True)
        return shown

    def _next_fault(self, work: Work) -> SendError | None:
        name = f"fault.{self.name}"
        kind, _, times = (marks.read(work.connection, name) or "").partition(":")
        if kind not in FAULTS or int(times or 0) < 1:
            return None
        marks.write(work.connection, name, f"{kind}:{int(times) - 1}")
        made = FAULTS[kind]
        return SendError(made.reason, permanent=made.permanent, unknown=made.unknown)


def _show(work: Work, message: Outbound, *, takes_back: bool) -> str | None:
    """Put it on the screens; None if it would delete what never was there."""
    body = {"text": message.text, "preview": message.preview}
    buttons = [{"id": each.id, "label": each.label} for each in message.buttons]
    if message.of is not None and message.act == "delete" and not takes_back:
        return message.of
    if message.of is not None:
        edited, deleted = message.act == "edit", message.act == "delete"
        phones.change(work, UUID(message.of), body, edited=edited, deleted=deleted, buttons=buttons)
        return message.of
    if message.act == "delete":
        return None
    to, template = message.address, message.template
    return str(phones.show(work, to, "bot", body, template=template, buttons=buttons, outbox_id=message.id))
