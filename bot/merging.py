"""What had to wait, because the messenger takes only so many messages a minute, leaves in as few as can be.

Pointers leave together in one. A card with buttons stays alone, for it stands in the topic of its case and is edited by
itself; but one that changed before it was seen leaves as it is now.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.channels.channel import Outbound
from storage import queued
from storage.queued import Row
from storage.work import Work

PACED = "paced"
MOST = 20


def merge(
    work: Work, row: Row, message: Outbound, say: Callable[[Row], Outbound | None]
) -> tuple[Outbound, tuple[Row, ...]]:
    """Put what waits behind a paced row into its message."""
    if row.reason != PACED:
        return message, ()
    if row.is_pointer:
        return _together(work, row, message, say)
    if row.card_id is not None and row.act == "send":
        return _as_it_is_now(work, row, message, say)
    return message, ()


def separate(work: Work, merged: Sequence[Row]) -> None:
    """They did not leave: each waits again for itself."""
    for row in merged:
        queued.mark(work, row.id, "due", reason=row.why(PACED), attempts=row.attempts)


def _together(
    work: Work, row: Row, message: Outbound, say: Callable[[Row], Outbound | None]
) -> tuple[Outbound, tuple[Row, ...]]:
    said = [(each, say(each)) for each in queued.behind(work, row, MOST) if each.is_pointer]
    with_words = [(each, words) for each, words in said if words is not None]
    lines = [message.text, *(words.text for _, words in with_words)]
    topic = message.topic if all(words.topic == message.topic for _, words in with_words) else None
    merged = replace(message, text="\n".join(dict.fromkeys(lines)), topic=topic)
    return merged, tuple(each for each, _ in with_words)


def _as_it_is_now(
    work: Work, row: Row, message: Outbound, say: Callable[[Row], Outbound | None]
) -> tuple[Outbound, tuple[Row, ...]]:
    changes = queued.changes_behind(work, row)
    newest = say(changes[-1]) if changes else None
    if newest is None:
        return message, ()
    return replace(message, text=newest.text, preview=newest.preview, buttons=newest.buttons), tuple(changes)
