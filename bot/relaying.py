"""What a member of staff writes while they speak for a family is the family's own message, marked with who heard it."""

from datetime import timedelta

from bot.house import House
from flows.policy.confidentiality import SPOKEN
from storage import contacts, inbox, spoken
from storage.inbox import Received
from storage.spoken import SpokenLine
from storage.work import Work


def relay(house: House, work: Work, found: SpokenLine, handle: str, received: Received) -> None:
    """X5: journal it on the family's own line; its turn is taken like that of any family."""
    spoken.go_on(work, found.contact_id, timedelta(minutes=house.organisation.joining.spoken_minutes))
    frame = dict.fromkeys(("reply_to", "on", "phone")) | {
        "address": found.code,
        "text": received.frame.get("text"),
        "kind": "text",
        "author": handle,
    }
    token = contacts.token(work, SPOKEN, found.code)
    kept = inbox.keep(work, SPOKEN, str(received.id), token, frame, received.sent_at)
    if kept is not None:
        house.defer(work.connection, "take", kept)
