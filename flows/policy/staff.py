"""Who the staff are: roles, seats, and when an account works. What each act needs stands with its subject."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from flows.policy.verdict import Verdict, judge


class Role(StrEnum):
    """What a member of staff is in the organisation."""

    PRACTITIONER = "practitioner"
    ASSISTANT = "assistant"
    MANAGER = "manager"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    DEPUTY = "deputy"
    COMPLAINTS_LEAD = "complaints_lead"
    DATA_LEAD = "data_lead"
    CHIEF_EXECUTIVE = "chief_executive"
    CHAIR = "chair"
    TRUSTEE = "trustee"


class Seat(StrEnum):
    """What a member of staff is in one group, or in one meeting of it."""

    LEADER = "leader"
    SECOND = "second"
    MODERATOR = "moderator"
    SUPPORT = "support"
    COVER = "cover"


GLASS = frozenset({Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.DEPUTY, Role.DATA_LEAD})
"""G5.1: those who may open a case outside their team, with a reason, and seen by others."""
TEAM = frozenset({Seat.LEADER, Seat.SECOND, Seat.SUPPORT, Seat.COVER})


@dataclass(frozen=True)
class Actor:
    """The member of staff who asks. `seats` are those in the group that the act is about.

    For a case that has no group yet: the seats held in any group. A cover's seat is left out
    when `cover_holds` says no.
    """

    handle: str
    roles: frozenset[Role]
    seats: frozenset[Seat] = frozenset()
    policies_current: bool = False
    left: bool = False

    @property
    def is_manager(self) -> bool:
        """Whether they hold the manager's role."""
        return Role.MANAGER in self.roles

    @property
    def leads(self) -> bool:
        """Whether they are this group's leader; a cover is not."""
        return Seat.LEADER in self.seats

    @property
    def hosts(self) -> bool:
        """Whether they lead this meeting: the leader, or the cover for the day."""
        return bool(self.seats & {Seat.LEADER, Seat.COVER})

    @property
    def in_team(self) -> bool:
        """Whether they belong to the leader's team: those who may know who the members are."""
        return bool(self.seats & TEAM)


@dataclass(frozen=True)
class PolicyConfirmation:
    """What a member of staff confirmed of the data protection and confidentiality policies, and when."""

    confirmed_version: str | None
    confirmed_at: datetime | None
    current_version: str
    lasts: timedelta
    now: datetime


def are_policies_current(facts: PolicyConfirmation) -> Verdict:
    """H2.1: both policies confirmed in their current version, not too long ago."""
    recent = facts.confirmed_at is not None and facts.now < facts.confirmed_at + facts.lasts
    return judge(
        (facts.confirmed_version == facts.current_version, "H2.1", "refused_policies"),
        (recent, "H2.1", "refused_policies"),
    )


def staff_account_works(facts: Actor) -> Verdict:
    """H2.1, H2.4: nobody's account does anything before they confirm the policies, whatever their role."""
    return judge(
        (not facts.left, "H2.4", "refused_staff_left"),
        (facts.policies_current, "H2.1", "refused_policies"),
    )


WITHOUT_POLICIES = frozenset({"menu", "policies", "why", "language", "over", "concern", "incident", "rotate"})
"""What a member of staff may begin before they confirm the policies: to confirm them, to be told why, to stop
speaking for a family, and to tell of danger (A3), of data that went astray (H3.4) or of a password that did (G6.5)."""


@dataclass(frozen=True)
class BeginningFacts:
    """A conversation that a member of staff would begin or go on with, by its name."""

    actor: Actor
    flow: str


def may_begin_conversation(facts: BeginningFacts) -> Verdict:
    """H2.1, H2.4, X2: with lapsed policies every word is refused, not answered with an empty list, but for a few."""
    open_to_all = facts.flow in WITHOUT_POLICIES and not facts.actor.left
    return judge() if open_to_all else staff_account_works(facts.actor)


@dataclass(frozen=True)
class LineFacts:
    """A private line that somebody writes on. `frozen`: its safety number changed."""

    frozen: bool


def may_use_line(facts: LineFacts) -> Verdict:
    """H2.3: a private line whose safety number changed is nobody's until it is bound again."""
    return judge((not facts.frozen, "H2.3", "refused_line_frozen"))


@dataclass(frozen=True)
class LockdownFacts:
    """Somebody who would shut an account that a thief may have. `gone`: it is closed already."""

    actor: Actor
    gone: bool


def may_lock_down(facts: LockdownFacts) -> Verdict:
    """A1, H2.3: a manager shuts any account at once, also their own: whoever has the phone must learn nothing more."""
    return staff_account_works(facts.actor) and judge(
        (facts.actor.is_manager, "A1", "refused_only_manager"),
        (not facts.gone, "H2.4", "refused_already_done"),
    )


def cover_holds(meeting_ends_at: datetime, now: datetime, lasts: timedelta) -> bool:
    """G1.5: a cover keeps the seat for one meeting, and a little after it for the report."""
    return now < meeting_ends_at + lasts


def runs_the_group(actor: Actor) -> bool:
    """G2.3, A1: the group's leader or a manager."""
    return actor.leads or actor.is_manager


def works_with_the_group(actor: Actor) -> bool:
    """A1: anybody with a seat in the group, or a manager."""
    return bool(actor.seats) or actor.is_manager
