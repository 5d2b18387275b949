"""What a provider's notice does: a receipt moves messages on, a changed safety number freezes a contact."""

from bot import unreached
from bot.channels.notices import IdentityChanged, Notice, Receipt
from bot.freezing import freeze_changed
from bot.house import House
from bot.send_failures import FIRST_WAIT, TRIES, UNSUBSCRIBED, stop_by_messenger
from storage import contacts, lanes, queued, receipts, windows
from storage.queued import CONTENT_REFUSED
from storage.receipts import Moved
from storage.work import Work

TRIES_AS_TEXT = 3
THROTTLED = "throttled"


def note(house: House, notice: Notice) -> None:
    """Take one notice in; the same one again changes nothing."""
    with house.work("provider") as work:
        if isinstance(notice, IdentityChanged):
            _freeze(work, notice)
        else:
            _move_on(work, notice)


def _freeze(work: Work, notice: IdentityChanged) -> None:
    found = contacts.by_token(work, notice.channel, contacts.token(work, notice.channel, notice.address))
    if found is None:
        return
    lanes.lock(work, found.lane_id)
    freeze_changed(work, contacts.by_id(work, found.id) or found, again=True)


def _move_on(work: Work, receipt: Receipt) -> None:
    token = None if receipt.address is None else contacts.token(work, receipt.channel, receipt.address)
    moved = receipts.advance(
        work,
        receipt.channel,
        receipt.references,
        receipt.status,
        outbox_id=receipt.outbox_id,
        address_token=token,
        reason=receipt.reason,
    )
    for each in moved if receipt.status == "failed" else ():
        _after_failure(work, each, receipt.reason or "undelivered")


def _after_failure(work: Work, moved: Moved, reason: str) -> None:
    """A closed window keeps the message until the person writes; refused buttons go as text; the rest is recorded.

    What was too much for the messenger is tried again, ever later; who told it to stop has written STOP.
    """
    if reason == CONTENT_REFUSED and moved.has_buttons and moved.attempts < TRIES_AS_TEXT:
        queued.again_as_text(work, moved.id)
        return
    if reason == THROTTLED and moved.attempts < TRIES:
        queued.again_later(work, moved.id, work.now + FIRST_WAIT * 2**moved.attempts)
        if moved.release_id is not None:
            unreached.note(work, moved.release_id)
        return
    if reason == UNSUBSCRIBED and (stopped := contacts.by_id(work, moved.contact_id)) is not None:
        stop_by_messenger(work, stopped)
    contact = contacts.by_id(work, moved.contact_id) if reason == "window_closed" else None
    status = "failed" if contact is None else windows.was_closed(work, contact, moved.id, moved.template)
    if status == "failed":
        work.record("send", "outbox", moved.id, outcome=f"failed:{reason}")
    if moved.release_id is not None:
        unreached.note(work, moved.release_id)
    elif status == "failed":
        unreached.may_be_lost(work, moved.contact_id)
