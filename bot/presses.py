"""A press of a button in the staff channel: a claim counts at once, a decision goes on in the private line."""

from uuid import UUID

from bot import case_cards
from bot.acts.reviewing import Review, review
from bot.acts.staff_reviews import claim_case
from bot.moment import Moment
from flows.policy import Refused
from flows.staff.acts.cases import ClaimCase
from storage import cards, cases, contacts, groups, lanes, outbox, staff
from storage.cards import Button
from storage.cases import Case
from storage.contacts import Contact
from storage.work import Work

STAFF_AUDIENCES = frozenset({"staff", "staff_member"})
CONFIRM = "confirm_decision"
DECISIONS = {"approve": cases.APPROVED, "decline": cases.DECLINED}


def who_pressed(work: Work, channel: str, author: str) -> tuple[UUID | None, Contact | None]:
    """H2.3, H2.4: which colleague it was, and their private line; nobody while that line or this account is shut.

    The account is locked before it is looked at: somebody may be shutting it at this moment.
    """
    token = contacts.token(work, channel, author)
    seen = contacts.by_token(work, channel, token)
    if seen is None or seen.audience not in STAFF_AUDIENCES:
        return None, None
    lanes.lock(work, seen.lane_id)
    member = contacts.by_token(work, channel, token)
    if member is None or member.lane_id != seen.lane_id or member.audience not in STAFF_AUDIENCES or member.frozen_at:
        return None, None
    line = contacts.of_staff(work, member.lane_id)
    is_shut = line is not None and line.frozen_at is not None
    return (None if is_shut else member.lane_id), line


def press(moment: Moment, button_id: str) -> tuple[str, str] | None:
    """1.4: answer a press; a decision gives the flow and subject to start on the presser's private line."""
    button = cards.find_button(moment.work, button_id)
    if button is None or button.kind != case_cards.KIND:
        moment.work.record("press", "button", "unknown", outcome="refused:unknown")
        return None
    if moment.staff_id is None:
        _refuse(moment, button, Refused("H2.4", "refused_named_human"))
        return None
    case = cases.by_id(moment.work, button.subject_id)
    found = None if case is None else review(moment, case.code)
    if found is None:
        return None
    if found.case.status in cases.DECIDED:
        _already(moment, found.case, _decided_by(moment, found.case))
        return None
    if button.act == "claim":
        _claim(moment, found)
        return None
    return _decide(moment, found, button)


def _claim(moment: Moment, found: Review) -> None:
    if found.facts.claimed_by is not None:
        _already(moment, found.case, found.facts.claimed_by)
    elif isinstance(claim_case(moment, ClaimCase(found.case.code)), Refused):
        _tell_channel(moment, "press_refused")


def _decide(moment: Moment, found: Review, button: Button) -> tuple[str, str] | None:
    """A4: a button is good for the version that it was shown with."""
    case = found.case
    if button.version != case.version:
        _already(moment, case, _decided_by(moment, case))
        return None
    moment.work.record("press", "case", case.code, outcome=button.act)
    _tell_channel(moment, "press_confirm_on_line")
    group = None if case.group_id is None else groups.by_id(moment.work, case.group_id)
    subject = (case.code, str(case.version), DECISIONS[button.act], *([] if group is None else [group.code]))
    return CONFIRM, ":".join(subject)


def _decided_by(moment: Moment, case: Case) -> str:
    return "-" if case.decided_by is None else staff.handle(moment.work, case.decided_by)


def _already(moment: Moment, case: Case, by: str) -> None:
    moment.work.refuse(Refused("A4", "refused_already_decided"), "press", "case", case.code)
    channel = contacts.staff_channel(moment.work)
    if channel is not None:
        outbox.tell(moment.work, channel, "press_already", reply=True, by=by)


def _refuse(moment: Moment, button: Button, refused: Refused) -> None:
    moment.work.refuse(refused, "press", "card", button.card_id)
    _tell_channel(moment, "press_refused")


def _tell_channel(moment: Moment, text_id: str) -> None:
    channel = contacts.staff_channel(moment.work)
    if channel is not None:
        outbox.tell(moment.work, channel, text_id, reply=True)
