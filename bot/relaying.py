"""What a member of staff writes while they speak for a family is the family's own message, marked with who heard it."""

from datetime import timedelta

from bot.acts.actor import actor_of
from bot.house import House
from bot.organisation import Organisation
from flows.policy import Refused
from flows.policy.confidentiality import SPOKEN
from flows.policy.staff import staff_account_works
from storage import contacts, inbox, spoken
from storage.inbox import Received
from storage.spoken import SpokenLine
from storage.work import Work


def relay(
    house: House, work: Work, organisation: Organisation, found: SpokenLine, handle: str, received: Received
) -> Refused | None:
    """X5: journal it on the family's own line; its turn is taken like that of any family.

    H2.1: an account whose policies lapsed meanwhile says nothing more for anybody; what refuses it.
    """
    works = staff_account_works(actor_of(work, organisation, found.staff_id))
    if isinstance(works, Refused):
        return work.refuse(works, "speak_for", "contact", found.contact_id)
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
    return None
