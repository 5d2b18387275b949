"""What a script has played once is not played again: what came of it is kept and put in place, with what the chats showed."""

import os
import pickle
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Engine, text

from bot.house import House
from tests import lending, sharing
from tests.lending import Contents
from tests.talk import Talk


@dataclass(frozen=True)
class _Played:
    contents: Contents
    shown: dict[str, Any]
    moment: datetime
    offset: timedelta


class Past:
    """Plays a script, or puts in place what came of it; the second only where nothing else has happened yet."""

    def __init__(self, house: House, talk: Talk, time: Any) -> None:
        self._house, self._talk, self._time = house, talk, time
        self._begun, self._from = _changes(house.engine), time.moment

    def play(self, script: str) -> None:
        """Let everything have happened that a script tells."""
        if _changes(self._house.engine) != self._begun or not lending.is_lent(self._house.engine):
            self._talk.retell(script)
            return
        name = self._name(script)
        kept = sharing.shared_by(name)
        if kept.exists():
            self._become(pickle.loads(kept.read_bytes()))
        else:
            self._talk.retell(script)
            made = sharing.shared_by(f"{name}-{os.getpid()}")
            made.write_bytes(pickle.dumps(self._keep()))
            sharing.share(made, name)

    def _name(self, script: str) -> str:
        told = repr((script, self._from, self._house.keys.fingerprint()))
        return f"past-{sha256(told.encode()).hexdigest()}"

    def _keep(self) -> _Played:
        kept = lending.contents(self._house.engine)
        return _Played(kept, self._talk.remember(), self._time.moment, self._house.clock.offset)

    def _become(self, played: _Played) -> None:
        lending.fill(self._house.engine, played.contents)
        self._talk.recall(played.shown)
        self._time.moment = played.moment
        self._house.clock.forward(played.offset - self._house.clock.offset)


def _changes(engine: Engine) -> int:
    """The number of the next transaction that will write: reading does not move it."""
    with engine.begin() as connection:
        return int(connection.execute(text("SELECT pg_snapshot_xmax(pg_current_snapshot())::text")).scalar_one())
