"""What may be said first on a messenger that lets us write freely only for a day after a person wrote (WhatsApp).

These texts open the conversation again. They have no parameters, so that a locked screen tells nothing.
"""

from collections.abc import Mapping

MEETING_TODAY = "meeting_today"
SOMETHING = "message_waiting"
INVITATION, NEWS, CHECK_AGAIN = "invitation_waiting", "news_waiting", "check_again"
ANNOUNCEMENTS = (INVITATION, NEWS, CHECK_AGAIN, SOMETHING)
OPENINGS = (MEETING_TODAY, *ANNOUNCEMENTS)

_ANNOUNCED_BY: Mapping[str, str] = {
    "case_approved": INVITATION,
    "invitation": INVITATION,
    "case_declined": NEWS,
    "case_late": NEWS,
    "case_on_hold": NEWS,
    "complaint_answered": NEWS,
    "complaint_late": NEWS,
    "complaint_handed_on": NEWS,
    "phone_confirmed": NEWS,
    "frozen_notice": CHECK_AGAIN,
}


def may_open(text_id: str) -> bool:
    """G6.7: whether this text may go while the window is closed."""
    return text_id in OPENINGS


def announced_by(text_id: str) -> str:
    """G6.7: what is said of a message that must wait until the person writes."""
    return _ANNOUNCED_BY.get(text_id, SOMETHING)
