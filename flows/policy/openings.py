"""What may be said first on a messenger that lets us write freely only for a day after a person wrote (WhatsApp).

These texts open the conversation again. They have no parameters, so that a locked screen tells nothing.
"""

from collections.abc import Mapping

MEETING_TODAY = "meeting_today"
SOMETHING = "message_waiting"
INVITATION, STATUS, CHECK_AGAIN = "invitation_waiting", "status_waiting", "check_again"
ANNOUNCEMENTS = (INVITATION, STATUS, CHECK_AGAIN, SOMETHING)
OPENINGS = (MEETING_TODAY, *ANNOUNCEMENTS)

_ANNOUNCED_BY: Mapping[str, str] = {
    "case_approved": INVITATION,
    "invitation": INVITATION,
    "case_declined": STATUS,
    "case_late": STATUS,
    "complaint_answered": STATUS,
    "complaint_late": STATUS,
    "phone_confirmed": STATUS,
    "frozen_notice": CHECK_AGAIN,
}


def may_open(text_id: str) -> bool:
    """B7: whether this text may go while the window is closed."""
    return text_id in OPENINGS


def announced_by(text_id: str) -> str:
    """B7: what is said of a message that must wait until the person writes."""
    return _ANNOUNCED_BY.get(text_id, SOMETHING)
