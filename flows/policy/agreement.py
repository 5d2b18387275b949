"""The Group Agreement: what an invitation must hold, what counts as a yes, and who publishes a version."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from flows.policy.staff import Actor, staff_account_works
from flows.policy.verdict import Rule, Verdict, judge

POINTS = ("keep_invitation", "no_screenshots", "no_recording", "camera_shows", "video_off")
_HOST = re.compile(r"https://([^/?#:@\s]+)(?:[/?#]\S*)?", re.IGNORECASE)


@dataclass(frozen=True)
class InvitationText:
    """The invitation as it would be sent. `points`: ids of those on a line of their own.

    `secrets`: every meeting link and password that must not be in it.
    """

    words: str
    agreement: str
    points: frozenset[str]
    privacy_policy: str
    privacy_policy_host: str
    privacy_notice: str
    camera_advice: bool
    own_risk_advice: bool
    secrets: frozenset[str] = frozenset()


def invitation_text_complete(facts: InvitationText) -> Verdict:
    """G4.1, G4.2, G4.3, G4.4, G2.4: the whole agreement, five points, both links, both advices, no secret."""
    return judge(
        (_holds(facts, facts.agreement), "G4.1", "refused_agreement_text_missing"),
        (facts.points.issuperset(POINTS), "G4.2", "refused_points_missing"),
        *_privacy_rules(facts),
        (facts.camera_advice, "G4.4", "refused_camera_advice_missing"),
        (facts.own_risk_advice, "G4.4", "refused_own_risk_advice_missing"),
        (not any(secret in facts.words for secret in facts.secrets), "G2.4", "refused_secret_in_invitation"),
    )


def _privacy_rules(facts: InvitationText) -> tuple[Rule, ...]:
    right_host = host_of(facts.privacy_policy) == facts.privacy_policy_host.casefold()
    return (
        (_holds(facts, facts.privacy_policy), "G4.3", "refused_privacy_link_missing"),
        (right_host, "G4.3", "refused_privacy_link_host"),
        (_holds(facts, facts.privacy_notice), "G4.3", "refused_privacy_notice_missing"),
    )


def _holds(facts: InvitationText, part: str) -> bool:
    return bool(part.strip()) and part in facts.words


def host_of(link: str) -> str | None:
    """G4.3: the host of an https link; None for anything else."""
    match = _HOST.fullmatch(link)
    return match.group(1).casefold() if match else None


@dataclass(frozen=True)
class AcceptFacts:
    """One adult's answer to the agreement, or to the own-risk advice.

    `heard` is what they wrote, `kind` how ("text", "button", "reaction", ...), `yes` the exact words that
    count in their language. `themselves`: it came from this adult and nobody else. `by_phone_with`: the
    member of staff who heard them say yes on the phone; then there is nothing written.
    """

    what: str
    heard: str
    kind: str
    yes: frozenset[str]
    asked_at: datetime | None
    sent_at: datetime
    shown_version: str | None
    current_version: str
    themselves: bool
    own_risk_shown: bool
    by_phone_with: Actor | None = None


def may_accept_agreement(facts: AcceptFacts) -> Verdict:
    """G4.5, G10.1, H5.1, X5: each adult, in the exact words, once asked, of the version in force."""
    return judge(
        (facts.what in {"agreement", "own_risk"}, "G4.5", "refused_not_asked_that"),
        (facts.asked_at is not None, "G4.5", "refused_not_asked_that"),
        (facts.shown_version == facts.current_version, "H5.1", "refused_agreement_changed"),
        (facts.own_risk_shown, "G10.1", "refused_own_risk_not_shown"),
        (facts.themselves, "G4.5", "refused_each_for_themselves"),
    ) and (_heard_by_phone(facts.by_phone_with) if facts.by_phone_with else _written(facts))


def _heard_by_phone(actor: Actor) -> Verdict:
    return staff_account_works(actor) and judge(
        (actor.in_team or actor.is_manager, "X5", "refused_not_the_team"),
    )


def _written(facts: AcceptFacts) -> Verdict:
    after = facts.asked_at is not None and facts.sent_at > facts.asked_at
    return judge(
        (facts.kind in {"text", "button"}, "G4.5", "refused_write_the_words"),
        (after, "G4.5", "refused_answered_before_asked"),
        (said(facts.heard) in {said(word) for word in facts.yes}, "G4.5", "refused_write_the_words"),
    )


def said(words: str) -> str:
    """G4.5: words with capitals, spaces and a full stop made equal, and nothing else."""
    plain = " ".join(unicodedata.normalize("NFC", words).casefold().split())
    return plain.removesuffix(".").removesuffix("!")


@dataclass(frozen=True)
class PublishFacts:
    """A new version of the agreement. `seconded_by` is the one more who agrees to it."""

    actor: Actor
    seconded_by: Actor | None
    version: str
    earlier_versions: frozenset[str]
    text_given: bool


def may_propose_agreement(facts: PublishFacts) -> Verdict:
    """H5.1, A1: a manager puts a version before a second person; a version's name is never used twice."""
    return staff_account_works(facts.actor) and judge(
        (facts.actor.is_manager, "H5.1", "refused_only_manager"),
        (facts.text_given, "H5.1", "refused_agreement_text_missing"),
        (bool(facts.version) and facts.version not in facts.earlier_versions, "H5.1", "refused_version_used"),
    )


def may_publish_agreement(facts: PublishFacts) -> Verdict:
    """H5.1, A1: a manager and one more member of staff."""
    other = facts.seconded_by
    seconded = other is not None and other.handle != facts.actor.handle and bool(staff_account_works(other))
    return may_propose_agreement(facts) and judge((seconded, "H5.1", "refused_needs_one_more"))
