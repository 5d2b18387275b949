"""I1, I2: meetings of one adult with one member of staff. Which platform, who knows of it, when it may begin."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from flows.policy.meetings import MeetingFacts, is_meeting_ready
from flows.policy.planning import ScheduleFacts, may_schedule_meeting
from flows.policy.staff import Actor, runs_the_group, staff_account_works
from flows.policy.verdict import Verdict, judge

CALLS = frozenset({"signal_call", "whatsapp_call"})
"""Encrypted from end to end, and without a password: staff ring the verified contact."""

_APPLIES: Mapping[str, str] = MappingProxyType(
    {
        "H3": "yes",
        "G1": "leader and buddy",
        "G2": "yes",
        "G3": "yes",
        "G4": "own wording",
        "G5": "yes",
        "G6": "yes",
        "G7": "yes",
        "G8": "yes",
        "G9": "as relevant",
        "G10": "yes",
        "G11": "yes",
        "G12": "yes",
        "L1": "not applicable",
    }
)
_OF_A_CALL = {"G6": "not applicable: a call has no password", "G8": "video only"}


def rules_that_apply(platform: str) -> Mapping[str, str]:
    """I1.1: each rule with whether it applies; every "not applicable" is written down."""
    return {**_APPLIES, **(_OF_A_CALL if platform in CALLS else {})}


def is_end_to_end(platform: str, *, ticked: bool) -> bool:
    """I2.1: a Signal or WhatsApp call always is; Zoom only in the mode that staff ticked."""
    return platform in CALLS or (platform == "zoom" and ticked)


ANSWERS = frozenset({"yes", "no", "not_sure"})


@dataclass(frozen=True)
class SensitiveFacts:
    """Whether sensitive talk may come up ("yes", "no", "not_sure", None: not answered yet), and the platform.

    `end_to_end`: the platform, in the mode chosen, is encrypted from end to end.
    """

    sensitive: str | None
    end_to_end: bool
    overridden_by: Actor | None = None
    override_reason: bool = False

    @property
    def is_private(self) -> bool:
        """Whether nothing sensitive comes up, or nobody else can read it, or a manager said why it must be so."""
        by = self.overridden_by
        overridden = by is not None and by.is_manager and bool(staff_account_works(by)) and self.override_reason
        return self.sensitive == "no" or self.end_to_end or overridden


def is_private_enough(facts: SensitiveFacts) -> Verdict:
    """I2.1: "yes" and "not sure" need end-to-end encryption, unless a manager gives a reason."""
    return judge(
        (facts.sensitive in ANSWERS, "I2.1", "refused_sensitive_unanswered"),
        (facts.is_private, "I2.1", "refused_platform_not_private"),
    )


def is_private_enough_for_group(facts: SensitiveFacts) -> Verdict:
    """I2.2: the same question for a group, and the same answer to it."""
    return judge(
        (facts.sensitive in ANSWERS, "I2.2", "refused_theme_unanswered"),
        (facts.is_private, "I2.2", "refused_platform_not_private"),
    )


def may_set_theme(facts: Actor) -> Verdict:
    """I2.2, A1: who runs the group says whether sensitive things may come up there."""
    return staff_account_works(facts) and judge((runs_the_group(facts), "A1", "refused_only_leader"))


@dataclass(frozen=True)
class OneToOneFacts:
    """A one-to-one: a meeting like others, the question about sensitive talk, and a colleague who knows.

    `member`: the adult is a member in good standing; the same checks came before (G3, G7).
    """

    schedule: ScheduleFacts
    talk: SensitiveFacts
    leader: str
    buddy: str | None
    member: bool


def may_schedule_one_to_one(facts: OneToOneFacts) -> Verdict:
    """I1.1, I2.1, G2.1, H1.1, H1.3: the rules of meetings, a member, and a second member of staff who knows."""
    other = facts.buddy is not None and facts.buddy != facts.leader
    return (
        may_schedule_meeting(facts.schedule)
        and is_private_enough(facts.talk)
        and judge(
            (facts.member, "G2.1", "refused_not_active"),
            (other, "I1.1", "refused_buddy_missing"),
        )
    )


def may_see_members_to_meet(facts: Actor) -> Verdict:
    """I1.1, G5.1, A1: whoever may propose a one-to-one sees whom they may propose it to."""
    return staff_account_works(facts) and judge((runs_the_group(facts), "A1", "refused_only_leader"))


@dataclass(frozen=True)
class BeginFacts:
    """The wish to begin. `recognised`: voice or face is that of the verified adult; `member`: who has a place."""

    actor: Actor
    meeting: MeetingFacts
    accepted: bool
    nothing_recorded: bool
    recognised: bool
    starts_at: datetime
    opens_before: timedelta
    now: datetime
    member: bool


def may_begin_one_to_one(facts: BeginFacts) -> Verdict:
    """I1.1, H3.3, G2.1, G4.5, G7.2: who leads it, with a member who said yes and is recognised; nothing records."""
    return (
        staff_account_works(facts.actor)
        and judge((facts.actor.hosts, "I1.1", "refused_only_leader"))
        and is_meeting_ready(facts.meeting)
        and judge(
            (facts.member, "G2.1", "refused_not_active"),
            (facts.accepted, "G4.5", "refused_one_to_one_unanswered"),
            (facts.nothing_recorded, "H3.3", "refused_recording_not_off"),
            (facts.recognised, "G7.2", "refused_not_recognised"),
            (facts.now >= facts.starts_at - facts.opens_before, "I1.1", "refused_start_too_early"),
        )
    )


@dataclass(frozen=True)
class EndFacts:
    """Somebody who says that it is over. `theirs`: they led it, or are the buddy who heard from them."""

    actor: Actor
    theirs: bool
    begun: bool
    ended: bool


def may_end_one_to_one(facts: EndFacts) -> Verdict:
    """I1.1: the check-out: by who led it, by the buddy, or by a manager who was paged for want of both; once."""
    return staff_account_works(facts.actor) and judge(
        (facts.theirs or facts.actor.is_manager, "I1.1", "refused_not_the_team"),
        (facts.begun, "I1.1", "refused_not_begun"),
        (not facts.ended, "I1.1", "refused_already_done"),
    )


@dataclass(frozen=True)
class AnswerFacts:
    """The adult's own yes. `theirs`: the invitation is to them; `agreed`: to the agreement that is in force."""

    theirs: bool
    agreed: bool
    open: bool


def may_accept_one_to_one(facts: AnswerFacts) -> Verdict:
    """G2.2, G4.5, H5.1: whoever was invited accepts for themselves, after the agreement in force."""
    return judge(
        (facts.theirs, "G2.2", "refused_not_their_one_to_one"),
        (facts.open, "G6.8", "refused_meeting_over"),
        (facts.agreed, "H5.1", "refused_agreement_changed"),
    )


@dataclass(frozen=True)
class KindFacts:
    """What kind of meeting it is."""

    one_to_one: bool


def is_groups_meeting(facts: KindFacts) -> Verdict:
    """I1.1: what the rules of groups do at a meeting is not done at a one-to-one."""
    return judge((not facts.one_to_one, "I1.1", "refused_use_one"))
