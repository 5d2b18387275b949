"""What is settled before a meeting: platform, time, large open sessions. One-to-ones are in one_to_ones.py."""

from dataclasses import dataclass
from datetime import datetime

from flows.policy.groups import PlatformChoice, known_platform
from flows.policy.meetings import LARGE, MeetingStatus, moderator_needed
from flows.policy.staff import Actor, runs_the_group, staff_account_works
from flows.policy.verdict import Verdict, judge


@dataclass(frozen=True)
class ScheduleFacts:
    """A meeting that staff would put in the diary."""

    actor: Actor
    group_online: bool
    group_paused: bool
    platform: str
    platforms: frozenset[str]
    starts_at: datetime
    ends_at: datetime
    now: datetime


def may_schedule_meeting(facts: ScheduleFacts) -> Verdict:
    """H1.1, H1.2, H1.3, G1.3, A1: the leader or a manager, on a listed platform, at a time to come."""
    choice = PlatformChoice(facts.platform, facts.platforms)
    return (
        staff_account_works(facts.actor)
        and judge(
            (runs_the_group(facts.actor), "A1", "refused_only_leader"),
            (facts.group_online, "H1.2", "refused_group_not_online"),
            (not facts.group_paused, "G1.3", "refused_group_paused"),
        )
        and known_platform(choice)
        and judge(
            (facts.now < facts.starts_at, "H1.1", "refused_time_past"),
            (facts.starts_at < facts.ends_at, "H1.1", "refused_time_order"),
        )
    )


@dataclass(frozen=True)
class OpenLargeFacts:
    """The switch for a large session in which not everybody could be verified."""

    actor: Actor
    status: MeetingStatus
    expected_adults: int
    moderator_confirmed: bool
    waiting_room_on: bool
    participants_restricted: bool
    extra_steps: int
    large_from: int = LARGE


def may_switch_open_large_session(facts: OpenLargeFacts) -> Verdict:
    """L1.3, L1.4, A1: a manager, only for a large session, and only with the additional steps."""
    large = moderator_needed(facts.expected_adults, facts.large_from)
    return staff_account_works(facts.actor) and judge(
        (facts.actor.is_manager, "A1", "refused_only_manager"),
        (facts.status in {MeetingStatus.PLANNED, MeetingStatus.STARTED}, "L1.3", "refused_meeting_over"),
        (large, "L1.3", "refused_not_large"),
        (facts.moderator_confirmed, "L1.3", "refused_moderator_not_confirmed"),
        (facts.waiting_room_on, "L1.3", "refused_waiting_room"),
        (facts.participants_restricted, "L1.3", "refused_participants_free"),
        (facts.extra_steps >= 1, "L1.4", "refused_extra_step"),
    )


def may_close_open_session(facts: Actor) -> Verdict:
    """L1.3, A1: a manager opens a session to people who are not verified, and a manager closes it."""
    return staff_account_works(facts) and judge((facts.is_manager, "A1", "refused_only_manager"))
