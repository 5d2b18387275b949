"""While a meeting runs and just after: who notes somebody unknown, moderates, and writes the report."""

from dataclasses import dataclass

from flows.policy.meetings import MeetingActFacts, MeetingFacts, MeetingStatus, may_act_in_meeting, moderator_needed
from flows.policy.staff import Actor, Seat, staff_account_works, works_with_the_group
from flows.policy.verdict import Verdict, judge


def may_note_stranger(facts: MeetingActFacts) -> Verdict:
    """G7.6, A1: anybody with a seat, or a manager, says that a face, a voice or a name is not known."""
    return may_act_in_meeting(facts)


@dataclass(frozen=True)
class LateFacts:
    """The wish to tell members that it starts late. `today`: its own day, where it takes place."""

    actor: Actor
    status: MeetingStatus
    today: bool


def may_say_late(facts: LateFacts) -> Verdict:
    """G6.8, A1: on the day, before it has begun; another day is a move, and after the start it would not be true."""
    return may_act_in_meeting(MeetingActFacts(facts.actor, facts.status)) and judge(
        (facts.status is not MeetingStatus.STARTED, "G6.8", "refused_has_begun"),
        (facts.today, "G6.8", "refused_late_another_day"),
    )


DUTIES = frozenset(range(1, 6))
"""L1.5: what a moderator has ready, by its number in flows/staff/moderating.py."""


@dataclass(frozen=True)
class ModerationFacts:
    """Somebody who ticks the moderator's list."""

    actor: Actor
    status: MeetingStatus


def may_tick_moderation(facts: ModerationFacts) -> Verdict:
    """L1.5: the moderator of the meeting, while it takes place."""
    moderates = Seat.MODERATOR in facts.actor.seats
    return staff_account_works(facts.actor) and judge(
        (moderates, "L1.5", "refused_only_moderator"),
        (facts.status in {MeetingStatus.PLANNED, MeetingStatus.STARTED}, "L1.5", "refused_meeting_over"),
    )


def may_report_on_meeting(facts: MeetingActFacts) -> Verdict:
    """G9.2, A1: anybody with a seat, or a manager, says who came and what happened, also once it is over."""
    gone = {MeetingStatus.CANCELLED, MeetingStatus.MOVED}
    return staff_account_works(facts.actor) and judge(
        (works_with_the_group(facts.actor), "A1", "refused_not_staff_of_group"),
        (facts.status not in gone, "G6.8", "refused_meeting_cancelled"),
    )


def admits_unverified(meeting: MeetingFacts) -> Verdict:
    """L1.3: a manager has opened the session, and it is a large one still."""
    return judge(
        (meeting.open_large, "L1.3", "refused_not_verified"),
        (moderator_needed(meeting.expected_adults, meeting.large_from), "L1.3", "refused_not_large"),
    )
