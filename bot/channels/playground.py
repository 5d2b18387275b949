"""The simulated phones of the playground, as an ordinary channel; one object stands for one messenger."""

import asyncio
from collections.abc import Callable
from uuid import UUID

from bot.channels.channel import Outbound, SendError
from bot.house import House
from storage import marks, phones

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
        """Show, edit or delete; a fault asked for on the page happens here."""
        return await asyncio.to_thread(self._send, message)

    async def sent_before(self, message: Outbound) -> str | None:
        """Look on the screens."""
        return await asyncio.to_thread(self._shown, message.id)

    def _shown(self, outbox_id: UUID) -> str | None:
        with self._house().work("playground") as work:
            found = phones.shown(work, outbox_id)
            return None if found is None else str(found)

    def _send(self, message: Outbound) -> str:
        fault = self._next_fault()
        if fault is not None and not fault.unknown:
            raise fault
        with self._house().work("playground") as work:
            if message.of is not None:
                body = {"text": message.text, "preview": message.preview}
                edited, deleted = message.act == "edit", message.act == "delete"
                buttons = [{"id": each.id, "label": each.label} for each in message.buttons]
                phones.change(work, UUID(message.of), body, edited=edited, deleted=deleted, buttons=buttons)
                return message.of
            if message.act == "delete":
                raise SendError("nothing_to_delete", permanent=True)
            shown = phones.show(
                work,
                message.address,
                "bot",
                {"text": message.text, "preview": message.preview},
                template=message.template,
                buttons=[{"id": each.id, "label": each.label} for each in message.buttons],
                outbox_id=message.id,
            )
        if fault is not None:
            raise fault
        return str(shown)

    def _next_fault(self) -> SendError | None:
        name = f"fault.{self.name}"
        with self._house().engine.begin() as connection:
            kind, _, times = (marks.read(connection, name) or "").partition(":")
            if kind not in FAULTS or int(times or 0) < 1:
                return None
            marks.write(connection, name, f"{kind}:{int(times) - 1}")
        made = FAULTS[kind]
        return SendError(made.reason, permanent=made.permanent, unknown=made.unknown)
