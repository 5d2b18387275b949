"""A group and who runs it: leader, second, moderator, qualification. Meetings are in meetings.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flows.policy.staff import Actor, Role, Seat, staff_account_works
from flows.policy.verdict import Verdict, judge


@dataclass(frozen=True)
class LeadFacts:
    """Somebody who would lead; `qualified_until` is None without a manager's mark."""

    candidate: Actor
    qualified_until: datetime | None
    now: datetime


def may_lead(facts: LeadFacts) -> Verdict:
    """G1.1, G1.5: a practitioner, with a qualification mark that has not run out. A cover too."""
    until = facts.qualified_until
    return judge(
        (not facts.candidate.left, "H2.4", "refused_candidate_left"),
        (Role.PRACTITIONER in facts.candidate.roles, "G1.1", "refused_leader_practitioner"),
        (until is not None and facts.now < until, "G1.1", "refused_leader_qualification"),
    )


@dataclass(frozen=True)
class BesideFacts:
    """Somebody who would sit beside others: handles of those who hold the other seats."""

    candidate: Actor
    others: frozenset[str]


def may_second(facts: BesideFacts) -> Verdict:
    """G1.2: a practitioner or an assistant, and not the leader."""
    fit = facts.candidate.roles & {Role.PRACTITIONER, Role.ASSISTANT}
    return judge(
        (not facts.candidate.left, "H2.4", "refused_candidate_left"),
        (bool(fit), "G1.2", "refused_second_role"),
        (facts.candidate.handle not in facts.others, "G1.2", "refused_same_person"),
    )


def may_moderate(facts: BesideFacts) -> Verdict:
    """L1.1: any member of staff who holds neither of the other two seats."""
    return judge(
        (not facts.candidate.left, "H2.4", "refused_candidate_left"),
        (facts.candidate.handle not in facts.others, "L1.1", "refused_same_person"),
    )


@dataclass(frozen=True)
class SeatFacts:
    """Who seats whom. `holders` are the seats that are taken now."""

    actor: Actor
    seat: Seat
    candidate: Actor
    qualified_until: datetime | None
    now: datetime
    holders: Mapping[Seat, str]


def may_seat(facts: SeatFacts) -> Verdict:
    """G1.1, G1.2, G1.5, L1.1, A1: a manager fills any seat, the leader all but their own; no one twice."""
    may_fill = facts.actor.is_manager or (facts.actor.leads and facts.seat is not Seat.LEADER)
    return staff_account_works(facts.actor) and judge((may_fill, "A1", "refused_only_manager_seats")) and _fits(facts)


def _fits(facts: SeatFacts) -> Verdict:
    others = frozenset(who for seat, who in facts.holders.items() if seat is not facts.seat)
    beside = BesideFacts(facts.candidate, others)
    match facts.seat:
        case Seat.LEADER | Seat.COVER:
            apart = facts.candidate.handle not in others
            return may_lead(LeadFacts(facts.candidate, facts.qualified_until, facts.now)) and judge(
                (apart, "G1.2", "refused_same_person"),
            )
        case Seat.SECOND:
            return may_second(beside)
        case Seat.MODERATOR | Seat.SUPPORT:
            return may_moderate(beside)


@dataclass(frozen=True)
class GroupFacts:
    """Somebody who would make a group. A practitioner who makes one takes its leader's seat."""

    actor: Actor
    qualified_until: datetime | None
    now: datetime
    platform: str
    platforms: frozenset[str]


def may_make_group(facts: GroupFacts) -> Verdict:
    """G1.1, H1.3, A1: a manager, or somebody who may lead it; on a platform that is on the list."""
    may = facts.actor.is_manager or may_lead(LeadFacts(facts.actor, facts.qualified_until, facts.now))
    return (
        staff_account_works(facts.actor)
        and judge((bool(may), "G1.1", "refused_only_leader_makes_group"))
        and known_platform(PlatformChoice(facts.platform, facts.platforms))
    )


@dataclass(frozen=True)
class PlatformChoice:
    """A platform, and the list that the managers keep."""

    platform: str
    platforms: frozenset[str]


def known_platform(facts: PlatformChoice) -> Verdict:
    """H1.1, H1.3: there is a platform, and it is on the list."""
    return judge(
        (bool(facts.platform), "H1.1", "refused_platform_missing"),
        (facts.platform in facts.platforms, "H1.3", "refused_platform_unknown"),
    )


@dataclass(frozen=True)
class QualificationFacts:
    """A manager's mark on a practitioner. `own`: on themselves."""

    actor: Actor
    own: bool
    text_given: bool
    expires_at: datetime
    now: datetime


def may_attest_qualification(facts: QualificationFacts) -> Verdict:
    """G1.1: a manager says what the qualification is and until when the mark holds."""
    return staff_account_works(facts.actor) and judge(
        (facts.actor.is_manager, "G1.1", "refused_only_manager"),
        (not facts.own, "G1.1", "refused_own_mark"),
        (facts.text_given, "G1.1", "refused_qualification_text"),
        (facts.now < facts.expires_at, "G1.1", "refused_qualification_date"),
    )


@dataclass(frozen=True)
class OffboardFacts:
    """A manager who would end an account. `own`: their own. `gone`: it is ended already."""

    actor: Actor
    own: bool
    gone: bool


def may_offboard(facts: OffboardFacts) -> Verdict:
    """H2.4, A1: a manager ends a colleague's account; groups without a leader then pause."""
    return staff_account_works(facts.actor) and judge(
        (facts.actor.is_manager, "A1", "refused_only_manager"),
        (not facts.own, "A1", "refused_own_account"),
        (not facts.gone, "H2.4", "refused_already_done"),
    )


def may_set_online(facts: Actor) -> Verdict:
    """H1.2, A1: whether a group may meet online at all is a manager's to say."""
    return staff_account_works(facts) and judge((facts.is_manager, "H1.2", "refused_only_manager"))
