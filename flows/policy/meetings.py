"""When a meeting is ready, may start, and what else may be done with it. Passwords are in passwords.py."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from flows.policy.groups import SeatFacts, may_seat
from flows.policy.staff import Actor, staff_account_works, works_with_the_group
from flows.policy.verdict import Refused, Rule, Verdict, judge, refusals

LARGE = 30
NEARLY_LARGE = 27
TICKS = frozenset(range(1, 8))


class MeetingStatus(StrEnum):
    """How far a meeting is."""

    PLANNED = "planned"
    STARTED = "started"
    ENDED = "ended"
    CANCELLED = "cancelled"
    MOVED = "moved"


@dataclass(frozen=True)
class MeetingFacts:
    """One meeting as it stands. Seats hold handles; `present`: its holder confirmed for this meeting.

    `password_version` is 0 before the first password; `platform_version` is the one that staff, or the
    provider, confirmed to be set on the platform. `needs_password` is false for calls that have none.
    """

    status: MeetingStatus
    leader: str | None
    second: str | None
    leader_qualified: bool
    leader_present: bool
    second_present: bool
    expected_adults: int
    password_version: int
    platform_version: int
    moderator: str | None = None
    moderator_present: bool = False
    needs_password: bool = True
    one_to_one: bool = False
    group_paused: bool = False
    open_large: bool = False
    large_from: int = LARGE


def moderator_needed(expected_adults: int, large_from: int = LARGE) -> bool:
    """L1.1, L1.2: from so many expected adults on, a third member of staff moderates."""
    return expected_adults >= large_from


def is_nearly_large(expected_adults: int, warn_from: int = NEARLY_LARGE, large_from: int = LARGE) -> bool:
    """L1.2: time to warn the leader that a moderator will be needed."""
    return warn_from <= expected_adults < large_from


def is_meeting_ready(facts: MeetingFacts) -> Verdict:
    """G1.1, G1.2, G1.3, G1.4, G6.1, G6.3, G6.5, G6.8, L1.1: not over, every seat confirmed, the password set."""
    return next(iter(what_blocks(facts)), judge())


def what_blocks(facts: MeetingFacts) -> tuple[Refused, ...]:
    """G1.4, G6.1, G6.3: everything that still stands before a release, for NOW and for the plan check."""
    return refusals(*_not_over(facts.status), *_staffing(facts), *_password_set(facts))


def _not_over(status: MeetingStatus) -> tuple[Rule, ...]:
    gone = {MeetingStatus.CANCELLED, MeetingStatus.MOVED}
    return (
        (status not in gone, "G6.8", "refused_meeting_cancelled"),
        (status is not MeetingStatus.ENDED, "G6.4", "refused_meeting_over"),
    )


def _staffing(facts: MeetingFacts) -> tuple[Rule, ...]:
    absent_second = not (facts.second_present or facts.one_to_one)
    return (
        (not facts.group_paused, "G1.3", "refused_group_paused"),
        (facts.leader is not None, "G1.3", "refused_no_leader"),
        (facts.leader_qualified, "G1.1", "refused_leader_qualification"),
        (facts.second is not None, "G1.3", "refused_no_second"),
        (facts.second is None or facts.second != facts.leader, "G1.2", "refused_same_person"),
        (facts.leader_present, "G1.4", "refused_leader_not_confirmed"),
        (not absent_second, "G1.4", "refused_second_not_confirmed"),
        *_moderation(facts),
    )


def _moderation(facts: MeetingFacts) -> tuple[Rule, ...]:
    if not (moderator_needed(facts.expected_adults, facts.large_from) or facts.open_large):
        return ()
    third = facts.moderator not in {facts.leader, facts.second}
    return (
        (facts.moderator is not None, "L1.1", "refused_no_moderator"),
        (facts.moderator is None or third, "L1.1", "refused_same_person"),
        (facts.moderator_present, "L1.1", "refused_moderator_not_confirmed"),
    )


def _password_set(facts: MeetingFacts) -> tuple[Rule, ...]:
    if not facts.needs_password:
        return ()
    behind = facts.platform_version != facts.password_version
    rotating = behind and facts.password_version > 1
    return (
        (facts.password_version > 0, "G6.1", "refused_no_password_yet"),
        (not rotating, "G6.5", "refused_rotation_waits"),
        (rotating or not behind, "G6.3", "refused_platform_not_ready"),
    )


@dataclass(frozen=True)
class PresenceFacts:
    """Somebody who says "I am here" for a seat; `holder` is who holds it."""

    actor: Actor
    holder: str | None
    status: MeetingStatus


def may_confirm_presence(facts: PresenceFacts) -> Verdict:
    """G1.4, G6.8: each confirms their own seat, for a meeting that still takes place."""
    return staff_account_works(facts.actor) and judge(
        (facts.holder == facts.actor.handle, "G1.4", "refused_not_your_seat"),
        *_not_over(facts.status),
    )


@dataclass(frozen=True)
class CoverFacts:
    """Somebody who stands in for one meeting; a leader's cover is judged like a leader."""

    seat: SeatFacts
    status: MeetingStatus


def may_cover(facts: CoverFacts) -> Verdict:
    """G1.5, G1.1, G1.2, L1.1, G6.8: whoever stands in must fit the seat, for a meeting that still takes place."""
    return may_seat(facts.seat) and judge(*_not_over(facts.status))


@dataclass(frozen=True)
class StartFacts:
    """The leader's wish to start. `recording_off`: on the computer, in the cloud, and no AI notes."""

    actor: Actor
    meeting: MeetingFacts
    recording_off: bool
    starts_at: datetime
    opens_before: timedelta
    now: datetime


def may_start_meeting(facts: StartFacts) -> Verdict:
    """H3.2, G1.4, G9.2: the leader of the day, with everybody there, and nothing that records."""
    return (
        staff_account_works(facts.actor)
        and judge((facts.actor.hosts, "G9.2", "refused_only_leader"))
        and is_meeting_ready(facts.meeting)
        and judge(
            (facts.recording_off, "H3.2", "refused_recording_not_off"),
            (facts.now >= facts.starts_at - facts.opens_before, "G9.2", "refused_start_too_early"),
        )
    )


@dataclass(frozen=True)
class ReportFacts:
    """What the leader ticked at the start: numbers 1 to 7."""

    actor: Actor
    ticks: frozenset[int]


def is_report_complete(facts: ReportFacts) -> Verdict:
    """G9.2: all seven ticks, by the leader who was there; anything less is shown to a manager."""
    return judge(
        (facts.actor.hosts, "G9.2", "refused_only_leader"),
        (facts.ticks >= TICKS, "G9.2", "refused_report_incomplete"),
    )


@dataclass(frozen=True)
class MeetingActFacts:
    """An act on a meeting by somebody who works with its group."""

    actor: Actor
    status: MeetingStatus


def may_see_meeting(facts: Actor) -> Verdict:
    """G5.1, A1: its time, seats and what blocks it, for anybody with a seat in the group, or a manager."""
    return staff_account_works(facts) and judge(
        (works_with_the_group(facts), "A1", "refused_not_staff_of_group"),
    )


def may_act_in_meeting(facts: MeetingActFacts) -> Verdict:
    """G6.8, L1.5, A1: anybody with a seat, or a manager: end it, say that it starts late."""
    return staff_account_works(facts.actor) and judge(
        (works_with_the_group(facts.actor), "A1", "refused_not_staff_of_group"),
        *_not_over(facts.status),
    )


def may_change_meeting(facts: MeetingActFacts) -> Verdict:
    """G6.8, A1: the leader, the second, the cover or a manager moves or cancels a meeting not yet over."""
    may = facts.actor.in_team or facts.actor.is_manager
    return staff_account_works(facts.actor) and judge(
        (may, "A1", "refused_not_the_team"),
        *_not_over(facts.status),
    )
