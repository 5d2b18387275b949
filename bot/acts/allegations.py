"""G12.3: whether words are about the conduct of staff, and from whom of them they are kept."""

from typing import Any

from bot.acts.family_group import group_of
from bot.moment import Moment
from flows import disclosure
from flows.policy.complaints import people_named
from storage import conversations, staff

STAFF = "staff"


def is_allegation(moment: Moment, words: str) -> bool:
    """G12.3: what is said of a member of staff is harm, or conduct that staff must never show."""
    return disclosure.is_about_staff_allegation(moment.disclosure, words, lambda: staff.names(moment.work))


def kept_from(moment: Moment, words: str) -> frozenset[str]:
    """G12.3, A3: the handles of whom these words are about, or of whom this contact spoke just before.

    Where no name is said, an allegation is kept from everybody with a seat in the family's group.
    """
    register = [(one.handle, one.name) for one in staff.everybody(moment.work)]
    complaint, unhappy = _answers(moment, "complain"), _answers(moment, "unhappy")
    named = people_named(f"{complaint.get('complaint_named') or ''} {words}", register)
    group = None if named else group_of(moment)
    if group is None:
        return named
    if unhappy.get("unhappy_about_leader") is True and group.leader is not None:
        return frozenset({group.leader})
    about_staff = complaint.get("complaint_about") == STAFF or is_allegation(moment, words)
    return frozenset(group.holders.values()) if about_staff else frozenset()


def _answers(moment: Moment, flow: str) -> dict[str, Any]:
    """Read what was answered in this contact's open conversation of that kind."""
    opened = conversations.open_of(moment.work, moment.contact.id)
    found: dict[str, Any] = next((each.state.get("answers", {}) for each in opened if each.flow == flow), {})
    return found
