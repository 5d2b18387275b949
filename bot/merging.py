"""Pointers that had to wait, because the messenger takes only so many a minute, leave together in one message.

A card with buttons stays alone: it stands in the topic of its case, and is edited by itself once that is decided.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.channels.channel import Outbound
from storage import queued
from storage.queued import Row
from storage.work import Work

PACED = "paced"
MOST = 10


def merge(
    work: Work, row: Row, message: Outbound, say: Callable[[Row], Outbound | None]
) -> tuple[Outbound, tuple[Row, ...]]:
    """Put the pointers behind a paced one into its message."""
    if row.reason != PACED or not row.is_pointer:
        return message, ()
    followers = takewhile(lambda each: each.is_pointer, queued.behind(work, row, MOST))
    said = [(each, say(each)) for each in followers]
    with_words = [(each, words) for each, words in said if words is not None]
    lines = [message.text, *(words.text for _, words in with_words)]
    topic = message.topic if all(words.topic == message.topic for _, words in with_words) else None
    merged = replace(message, text="\n".join(dict.fromkeys(lines)), topic=topic)
    return merged, tuple(each for each, _ in with_words)


def separate(work: Work, merged: Sequence[Row]) -> None:
    """They did not leave: each waits again for itself."""
    for row in merged:
        queued.mark(work, row.id, "due", reason=PACED, attempts=row.attempts)
