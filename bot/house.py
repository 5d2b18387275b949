"""What every room of the running service shares, built once by bot/app.py."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from bot.clock import Clock
from bot.meetings.provider import Provider
from bot.organisation import Organisation
from bot.ways_in import WaysIn
from flows.disclosure import DisclosureWords
from flows.texts import Texts
from storage import audit, marks
from storage.crypto import KeyRing
from storage.database import Connection, Engine
from storage.work import Work

Defer = Callable[[Connection, str, UUID], None]


@dataclass(frozen=True)
class House:
    """The database, the keys, the words, the organisation, the clock, and how a job is deferred.

    `follows_clock`: the playground's clock may be moved by another process than this one.
    `erased`: the file beside the database that says what was erased.
    `providers`: who makes the meetings of a platform, by its name; on the others staff make them by hand.
    """

    engine: Engine
    keys: KeyRing
    texts: Texts
    organisation: Organisation
    clock: Clock
    disclosure: DisclosureWords
    defer: Defer
    playground: bool = False
    follows_clock: bool = False
    erased: Path | None = None
    providers: Mapping[str, Provider] = field(default_factory=dict)
    ways_in: WaysIn = field(default_factory=WaysIn)
    touched: set[UUID] = field(default_factory=set)

    @contextmanager
    def work(self, actor: str) -> Iterator[Work]:
        """Open one transaction; deliveries are deferred in it, and the audit is sealed after it."""
        with self.engine.begin() as connection:
            if self.follows_clock:
                self._follow_clock(connection)
            work = Work(connection, self.keys, self.clock.now(), actor, self.organisation.rules_version)
            yield work
            for lane_id in sorted(work.touched):
                self.defer(connection, "deliver_first" if lane_id in work.urgent else "deliver", lane_id)
        self.touched.update(work.touched)

    def _follow_clock(self, connection: Connection) -> None:
        """The playground's clock may have been moved by another process."""
        ahead = timedelta(seconds=float(marks.read(connection, "clock.offset") or 0)) - self.clock.offset
        if ahead > timedelta():
            self.clock.forward(ahead)

    def seal_audit(self) -> None:
        """Chain the audit rows that were committed."""
        with self.engine.begin() as connection:
            audit.seal(connection)
