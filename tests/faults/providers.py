"""A messenger on the other side of every fault: it remembers what it was given, whoever died meanwhile."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Engine, text

from bot.channels.channel import Outbound, SendError
from tests.faults.mortal import Mortal

FAULTS = ("lost", "late", "down", "throttled", "refused", "dies_before", "dies_after", "paused")
CLAIMED = "SELECT status FROM outbox WHERE id = :id"
RELEASED = """
    SELECT ms.status = 'active' AND c.frozen_at IS NULL AND c.held_at IS NULL AND w.dead_at IS NULL
        AND o.contact_id = p.contact_id AND w.version = m.password_version AND w.version = m.platform_version
        AND r.opens_at <= :now AND :now < m.ends_at
    FROM outbox o
    JOIN releases r ON r.id = o.release_id JOIN passwords w ON w.id = r.password_id
    JOIN meetings m ON m.id = r.meeting_id JOIN people p ON p.id = r.person_id
    JOIN contacts c ON c.id = o.contact_id
    JOIN memberships ms ON ms.person_id = p.id AND ms.group_id = m.group_id
    WHERE o.id = :id AND o.act = 'send'
"""


@dataclass
class Provider:
    """One messenger. `can_tell`: it can be asked whether it was given a message before.

    `wrong` gathers what must never be: what left unsaved, and passwords for those without standing. `meanwhile` is
    what others do while our process is stopped in the middle of a sending.
    """

    name: str
    process: Mortal
    witness: Engine
    now: Callable[[], Any]
    has_window: bool = False
    can_tell: bool = False
    faults: list[str] = field(default_factory=list)
    given: Counter[UUID] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    secrets: int = 0
    stopped: set[UUID] = field(default_factory=set)
    meanwhile: Callable[[], Awaitable[None]] | None = None

    async def send(self, message: Outbound) -> str:
        fault = self.faults.pop(0) if self.faults else ""
        match fault:
            case "dies_before":
                self.process.die()
            case "lost":
                raise SendError("timeout", unknown=True, looks_first=self.can_tell)
            case "down" | "throttled":
                raise SendError(fault, looks_first=self.can_tell and fault == "down")
            case "refused":
                raise SendError("refused", permanent=True)
        if fault == "paused" and self.meanwhile is not None:
            await self.meanwhile()
        self._look(message, paused=message.id in self.stopped)
        self.given[message.id] += 1
        if fault == "dies_after":
            self.process.die()
        if fault == "late":
            raise SendError("timeout", unknown=True, looks_first=self.can_tell)
        return str(uuid4())

    async def sent_before(self, message: Outbound) -> str | None:
        return str(uuid4()) if self.can_tell and self.given[message.id] else None

    def _look(self, message: Outbound, *, paused: bool) -> None:
        """Judged from the committed rows alone, as they are while it is sent."""
        with self.witness.begin() as connection:
            claimed = connection.execute(text(CLAIMED), {"id": message.id}).scalar_one_or_none()
            if claimed is None or (claimed != "sending" and not paused):
                self.wrong.append(f"unsaved {message.id}: {claimed}")
            for stands in connection.execute(text(RELEASED), {"id": message.id, "now": self.now()}).scalars():
                self.secrets += 1
                if not stands:
                    self.wrong.append(f"without standing {message.id}")
