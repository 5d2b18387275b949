"""What a member of staff writes while they speak for a family is the family's own message, marked with who heard it."""

from datetime import timedelta

from bot.acts.staff_speaking import may_go_on
from bot.house import House
from bot.moment import Moment
from flows.policy import Refused
from flows.policy.confidentiality import SPOKEN
from storage import contacts, inbox, spoken
from storage.inbox import Received
from storage.spoken import SpokenLine

LAPSED = "refused_policies"


def relay(
    house: House, moment: Moment, found: SpokenLine, handle: str, received: Received
) -> tuple[str, dict[str, str]] | None:
    """X5: journal it on the family's own line; its turn is taken like that of any family.

    H2.1: an account whose policies lapsed meanwhile says nothing more for anybody, until they are confirmed.
    G5.1: whoever was taken off the family's team meanwhile speaks for it no more. Answers what they hear instead.
    """
    work, verdict = moment.work, may_go_on(moment, found)
    if isinstance(verdict, Refused):
        work.refuse(verdict, "speak_for", "contact", found.contact_id)
        if verdict.reason == LAPSED:
            return LAPSED, {}
        spoken.end(work, found.contact_id)
        return "staff_speak_ended", {"code": found.code}
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
