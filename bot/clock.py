"""The one clock. In the playground it can be moved forward; whoever moves it saves the offset."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def system_time() -> datetime:
    """Read the machine's time, in UTC."""
    return datetime.now(UTC)


class Clock:
    """The time of the machine plus an offset that only ever grows."""

    def __init__(self, offset: timedelta = timedelta(0), source: Callable[[], datetime] = system_time) -> None:
        self._offset = offset
        self._source = source

    @property
    def offset(self) -> timedelta:
        """How far this clock was moved forward in all."""
        return self._offset

    def now(self) -> datetime:
        """Tell the time, aware and in UTC."""
        return self._source() + self._offset

    def forward(self, by: timedelta) -> None:
        """Move forward; ValueError for a step back."""
        if by < timedelta(0):
            raise ValueError("A clock only moves forward.")
        self._offset += by

    def forward_to(self, moment: datetime) -> None:
        """Move forward to a moment; ValueError if it has passed."""
        self.forward(moment - self.now())
