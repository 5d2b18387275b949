"""Long messages: where they are cut, and how sending goes on with the next part when one part failed."""

import re
from bisect import bisect_right
from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

from bot.channels.channel import SendError

ENDS = (re.compile(r"\n+|(?<=[.!?…])\s+"), re.compile(r"\s+"))


def split(text: str, limit: int, size: Callable[[str], int] = len) -> list[str]:
    """Cut a text into parts of at most `limit`: after a sentence, else after a word, else where it must be."""
    found, rest = [], text.strip()
    while size(rest) > limit:
        most = bisect_right(range(1, len(rest) + 1), limit, key=lambda n: size(rest[:n]))
        at = _last_end(rest, max(most, 1))
        found.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*found, rest] if rest else found


def _last_end(text: str, most: int) -> int:
    for pattern in ENDS:
        ends = [each.start() for each in pattern.finditer(text, 0, most + 1) if 0 < each.start() <= most]
        if ends:
            return ends[-1]
    return most


class Progress:
    """Which parts of a message went out, so that trying again in this process goes on where it stopped."""

    def __init__(self) -> None:
        self._done: dict[UUID, list[str]] = {}

    def so_far(self, message_id: UUID) -> list[str]:
        """The references of the parts that went out."""
        return list(self._done.get(message_id, []))

    async def send(self, message_id: UUID, texts: Sequence[str], send_one: Callable[[int, str], Awaitable[str]]) -> str:
        """Send what is left, in order; answers the references of all parts, with spaces between."""
        done = self._done.setdefault(message_id, [])
        try:
            for at in range(len(done), len(texts)):
                done.append(await send_one(at, texts[at]))
        except SendError as error:
            if error.permanent or not done:
                self.forget(message_id)
            raise
        self.forget(message_id)
        return " ".join(done)

    def forget(self, message_id: UUID) -> None:
        """Nothing more of this message will be sent."""
        self._done.pop(message_id, None)
