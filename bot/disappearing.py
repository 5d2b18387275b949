"""Private Signal chats forget: the timer is set once for each, before the first words go out."""

from collections.abc import Callable
from uuid import UUID

import structlog

from bot.channels.channel import Channel, SendError
from bot.channels.signal import Signal
from storage import deeds
from storage.contacts import Contact
from storage.ids import id_for
from storage.work import Work

log = structlog.get_logger()
DAY_SECONDS = 86_400
PRIVATE = frozenset({"family", "staff"})


def is_wanted(work: Work, contact: Contact, channel: Channel) -> bool:
    """Tell whether the timer of this chat is still to be set."""
    if not isinstance(channel, Signal) or channel.timer_days == 0 or contact.audience not in PRIVATE:
        return False
    return not deeds.is_done(work, _deed(contact, channel))


async def set_timer(channel: Channel, address: str) -> bool:
    """Set the timer. Where that fails, the words go out all the same, and the next ones try again."""
    if not isinstance(channel, Signal):
        return False
    try:
        await channel.hide_after(address, channel.timer_days * DAY_SECONDS)
    except SendError as error:
        log.warning("timer_not_set", reason=error.reason)
        return False
    return True


def note(work: Work, *, settle: Callable[[Work], None], contact: Contact, channel: Channel) -> None:
    """Write down how the words went, and that the timer is set."""
    settle(work)
    deeds.first_time(work, _deed(contact, channel))


def _deed(contact: Contact, channel: Channel) -> UUID:
    return id_for("timer", contact.id, channel.timer_days if isinstance(channel, Signal) else 0)
