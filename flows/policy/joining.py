"""The road in: invitations, the staff's checks, and what they record. Who decides is in deciding.py."""

from dataclasses import dataclass
from datetime import datetime

from flows.policy.members import Standing
from flows.policy.staff import GLASS, Actor, runs_the_group, staff_account_works
from flows.policy.verdict import Verdict, judge

LIVE_METHODS = frozenset({"call", "video", "in_person", "interpreted"})
CALL_OUTCOMES = frozenset({"reached", "no_answer"})
IDENTITY_METHODS = frozenset({"recognised", "referrer_callback", "referrer_confirmed", "id_seen"})
IDENTITY_RESULTS = frozenset({"confirmed", "not_confirmed", "doubt"})
SUITABILITY_OUTCOMES = frozenset({"suitable", "not_suitable"})
REFERRER_OUTCOMES = frozenset({"confirmed", "not_confirmed", "not_reached", "not_asked"})


@dataclass(frozen=True)
class InviteFacts:
    """What an invitation depends on. `invitee_shut_out`: excluded, or barred from this group."""

    actor: Actor
    group_online: bool
    group_paused: bool
    leader_in_place: bool
    second_in_place: bool
    invitee_shut_out: bool = False


def may_invite(facts: InviteFacts) -> Verdict:
    """G2.3, H1.2, G1.3, G3.13: only the group's leader or a manager invites, into a group that is staffed."""
    return staff_account_works(facts.actor) and judge(
        (runs_the_group(facts.actor), "G2.3", "refused_only_leader_invites"),
        (facts.group_online, "H1.2", "refused_group_not_online"),
        (not facts.group_paused, "G1.3", "refused_group_paused"),
        (facts.leader_in_place, "G1.3", "refused_no_leader"),
        (facts.second_in_place, "G1.3", "refused_no_second"),
        (not facts.invitee_shut_out, "G3.13", "refused_shut_out"),
    )


@dataclass(frozen=True)
class RevokeFacts:
    """A code that somebody would take back. `own`: they gave it out; `over`: revoked already, or expired."""

    actor: Actor
    exists: bool
    own: bool
    has_group: bool
    used: bool
    over: bool


def may_revoke_code(facts: RevokeFacts) -> Verdict:
    """G2.2, G2.3: who gave a code out, its group's leader or a manager takes it back while nobody has used it."""
    theirs = facts.own or facts.actor.is_manager or (facts.has_group and facts.actor.leads)
    return staff_account_works(facts.actor) and judge(
        (facts.exists and theirs, "G2.3", "refused_no_code_out"),
        (not facts.used, "G2.2", "refused_code_used"),
        (not facts.over, "G2.2", "refused_code_over"),
    )


@dataclass(frozen=True)
class RedeemFacts:
    """One code and the contact that uses it. `bound_to` is the contact it is tied to, once it is."""

    exists: bool
    revoked: bool
    spent: bool
    expires_at: datetime
    now: datetime
    bound_to: str | None
    contact: str
    shut_out: bool


def may_redeem_invitation(facts: RedeemFacts) -> Verdict:
    """G2.2, G3.13: a code works once, for one contact, for some days. Every refusal reads the same."""
    return judge(
        (facts.exists, "G2.2", "refused_code"),
        (not facts.revoked, "G2.2", "refused_code"),
        (not facts.spent, "G2.2", "refused_code"),
        (facts.now < facts.expires_at, "G2.2", "refused_code"),
        (facts.bound_to in {None, facts.contact}, "G2.2", "refused_code"),
        (not facts.shut_out, "G3.13", "refused_code"),
    )


@dataclass(frozen=True)
class AgainFacts:
    """A family that was here before. `closed`: its newest request waits for nobody; and where its adults stand."""

    closed: bool
    standings: frozenset[Standing]


_PLACED = frozenset({Standing.APPROVED, Standing.ACTIVE, Standing.SUSPENDED, Standing.BARRED, Standing.EXCLUDED})


def may_ask_again(facts: AgainFacts) -> Verdict:
    """G2.2, G3.7: who left, or has no place, can be invited again; a person decides about them as about anybody."""
    return judge(
        (facts.closed, "G2.2", "refused_code"),
        (_PLACED.isdisjoint(facts.standings), "G2.2", "refused_code"),
    )


@dataclass(frozen=True)
class ReviewFacts:
    """A case under review. `has_group`: it came by an invitation, so one group's team reviews it."""

    actor: Actor
    claimed_by: str | None
    case_open: bool
    has_group: bool


def may_see_case(facts: ReviewFacts) -> Verdict:
    """G5.1, A1: the team of the case's group; before there is a group, any group's team or a manager.

    Whoever may break the glass is told so: no role reads a case of another team without that.
    """
    team = facts.actor.in_team or (facts.actor.is_manager and not facts.has_group)
    return staff_account_works(facts.actor) and judge(
        (team or not facts.actor.roles & GLASS, "G5.1", "refused_behind_glass"),
        (team, "G5.1", "refused_not_the_team"),
    )


def may_see_case_clock(facts: ReviewFacts) -> Verdict:
    """G3.8, G5.1, A1: when a first contact is due, for the team and the managers; a code is all that it says."""
    may = facts.actor.is_manager or bool(may_see_case(facts))
    return staff_account_works(facts.actor) and judge((may, "G5.1", "refused_not_the_team"))


@dataclass(frozen=True)
class TakeUpFacts:
    """A case that its team would take up. `unfinished`: the family has told its details, and nobody has agreed yet."""

    review: ReviewFacts
    unfinished: bool


def may_take_up(facts: TakeUpFacts) -> Verdict:
    """X5, G5.1, A4: the team that invited a family takes its case up as it is; each adult still agrees, later."""
    return may_see_case(facts.review) and judge((facts.unfinished, "A4", "refused_already_done"))


def may_claim(facts: ReviewFacts) -> Verdict:
    """G3.2, A1, A4: one member of that team takes an open case."""
    return may_see_case(facts) and judge(
        (facts.case_open, "A4", "refused_case_closed"),
        (facts.claimed_by in {None, facts.actor.handle}, "A4", "refused_claimed_by_another"),
    )


def may_review(facts: ReviewFacts) -> Verdict:
    """A1, A4: only the one who claimed the case records what was found."""
    return may_see_case(facts) and judge(
        (facts.case_open, "A4", "refused_case_closed"),
        (facts.claimed_by == facts.actor.handle, "A1", "refused_claim_first"),
    )


@dataclass(frozen=True)
class KnownFacts:
    """Known or not known; the ground says from which group, nursery or activity, and roughly when."""

    review: ReviewFacts
    known: bool
    ground: str | None


def may_mark_known(facts: KnownFacts) -> Verdict:
    """G3.1: a named member of staff says so, and how the family is known."""
    has_ground = bool(facts.ground and facts.ground.strip())
    return may_review(facts.review) and judge(
        (has_ground or not facts.known, "G3.1", "refused_ground_missing"),
    )


@dataclass(frozen=True)
class CallFacts:
    """A contact with the family that staff had, or tried to have."""

    review: ReviewFacts
    method: str
    outcome: str


def may_record_call(facts: CallFacts) -> Verdict:
    """G3.2: a live contact is a call, a video call, one with an interpreter, or a meeting; never a chat alone."""
    return may_review(facts.review) and judge(
        (facts.method in LIVE_METHODS, "G3.2", "refused_call_method"),
        (facts.outcome in CALL_OUTCOMES, "G3.2", "refused_call_outcome"),
    )


@dataclass(frozen=True)
class IdentityFacts:
    """How one adult's identity was checked, and what came of it. `family_said_no`: to speaking to the referrer."""

    review: ReviewFacts
    method: str
    result: str
    family_said_no: bool = False


def may_record_identity(facts: IdentityFacts) -> Verdict:
    """G3.3, G3.12: method and result from the lists; no copy, no number, and no referrer who is not to be asked."""
    by_referrer = facts.method == "referrer_confirmed"
    return may_review(facts.review) and judge(
        (facts.method in IDENTITY_METHODS, "G3.3", "refused_identity_method"),
        (facts.result in IDENTITY_RESULTS, "G3.3", "refused_identity_result"),
        (not (by_referrer and facts.family_said_no), "G3.12", "refused_family_said_no"),
    )


@dataclass(frozen=True)
class SuitabilityFacts:
    """Whether the group suits the family, with a short reason that few may read."""

    review: ReviewFacts
    outcome: str
    reason_given: bool


def may_record_suitability(facts: SuitabilityFacts) -> Verdict:
    """G3.4: an outcome and a short reason."""
    return may_review(facts.review) and judge(
        (facts.outcome in SUITABILITY_OUTCOMES, "G3.4", "refused_suitability_outcome"),
        (facts.reason_given, "G3.4", "refused_suitability_reason"),
    )


@dataclass(frozen=True)
class ReferrerFacts:
    """What came of speaking to the referrer. `safeguarding`: it was done to keep somebody safe."""

    review: ReviewFacts
    outcome: str
    family_said_no: bool
    safeguarding: bool = False


def may_record_referrer(facts: ReferrerFacts) -> Verdict:
    """G3.10, G3.12: an outcome only; a family's no is kept, unless somebody's safety needs it."""
    asked = facts.outcome != "not_asked"
    return may_review(facts.review) and judge(
        (facts.outcome in REFERRER_OUTCOMES, "G3.10", "refused_referrer_outcome"),
        (not asked or not facts.family_said_no or facts.safeguarding, "G3.12", "refused_family_said_no"),
    )
