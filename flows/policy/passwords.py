"""Who may have a meeting's link and password, when, and who may change or see it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.policy.meetings import MeetingFacts, MeetingStatus, is_meeting_ready
from flows.policy.members import Standing
from flows.policy.running import admits_unverified
from flows.policy.staff import Actor, runs_the_group, staff_account_works, works_with_the_group
from flows.policy.verdict import Rule, Verdict, judge

_PASSWORD_IN_LINK = re.compile(r"[?&#;](?:pwd|pw|pass|passcode|password|passwd)=", re.IGNORECASE)


@dataclass(frozen=True)
class ReleaseFacts:
    """One adult, one contact, one meeting, at one moment.

    `approved`: by a named human. `own_contact`: the contact is this person's. `identified`: on a shared
    contact, they gave their own digits just now. `held`: suspected after a leak, until a human clears it.
    `asked`: they asked for this meeting's password. `version`: of the password that would be sent.
    `invited`: it is a group's meeting, or a one-to-one with this very adult, who said yes. `number_in_doubt`: another
    contact of theirs has changed hands, and this one may be on the same number.
    """

    meeting: MeetingFacts
    standing: Standing
    approved: bool
    verified: bool
    agreed_version: str | None
    agreement_version: str
    own_risk_understood: bool
    own_contact: bool
    shared: bool
    identified: bool
    frozen: bool
    held: bool
    asked: bool
    version: int
    starts_at: datetime
    ends_at: datetime
    opens_before: timedelta
    now: datetime
    invited: bool = True
    number_in_doubt: bool = False


def may_receive_password(facts: ReleaseFacts) -> Verdict:
    """G6.4, G6.5, G6.9, I1.1, G1.3, G1.4, G4.5, G7.2, G10.1, G11.1, G11.3, G3.13, H5.1, L1.1, L1.3: all at once.

    Asked for each password and link, and again when the message leaves the outbox.
    """
    return (
        judge(*_in_good_standing(facts), *_on_their_own_phone(facts), *_in_the_window(facts))
        and is_meeting_ready(facts.meeting)
        and judge((facts.version == facts.meeting.password_version, "G6.5", "refused_password_replaced"))
    )


def _in_good_standing(facts: ReleaseFacts) -> tuple[Rule, ...]:
    standing = facts.standing
    return (
        (standing is not Standing.EXCLUDED, "G3.13", "refused_excluded"),
        (standing is not Standing.BARRED, "G11.3", "refused_barred"),
        (standing is not Standing.SUSPENDED, "G11.1", "refused_suspended"),
        (standing is not Standing.LEFT, "G6.4", "refused_left"),
        (facts.invited, "I1.1", "refused_not_their_one_to_one"),
        (facts.meeting.needs_password, "I1.1", "refused_call_without_password"),
        (facts.approved and standing is not Standing.DECLINED, "G6.4", "refused_not_approved"),
        (facts.verified or bool(admits_unverified(facts.meeting)), "G7.2", "refused_not_verified"),
        (facts.agreed_version is not None, "G4.5", "refused_not_agreed"),
        (facts.agreed_version == facts.agreement_version, "H5.1", "refused_agreement_changed"),
        (facts.own_risk_understood, "G10.1", "refused_risk_not_understood"),
        (standing is Standing.ACTIVE, "G6.4", "refused_not_active"),
    )


def _on_their_own_phone(facts: ReleaseFacts) -> tuple[Rule, ...]:
    return (
        (facts.own_contact, "G6.4", "refused_not_own_contact"),
        (not facts.frozen, "G6.4", "refused_contact_frozen"),
        (not facts.number_in_doubt, "G6.4", "refused_number_in_doubt"),
        (not facts.held, "G6.5", "refused_contact_held"),
        (facts.identified or not facts.shared, "G6.4", "refused_own_digits"),
        (facts.asked, "G6.4", "refused_not_asked"),
    )


def _in_the_window(facts: ReleaseFacts) -> tuple[Rule, ...]:
    return (
        (facts.now >= facts.starts_at - facts.opens_before, "G6.4", "refused_too_early"),
        (facts.now < facts.ends_at, "G6.4", "refused_too_late"),
    )


@dataclass(frozen=True)
class RotateFacts:
    """A reason to believe that somebody else has the password: a colleague's tap, a member's word, a sign.

    `actor` is None for a member's report and for what the bot saw itself.
    """

    actor: Actor | None
    member_report: bool
    sign_seen: bool
    status: MeetingStatus
    password_version: int


def may_rotate(facts: RotateFacts) -> Verdict:
    """G6.5, G6.8, A1: suspicion is enough: a seat-holder's, a manager's, a member's, or a sign seen.

    A lapsed policy confirmation does not stand in the way: a wrong alarm costs little, a leak much.
    """
    by = facts.actor
    seated = by is not None and not by.left and works_with_the_group(by)
    told = facts.member_report or facts.sign_seen
    gone = {MeetingStatus.CANCELLED, MeetingStatus.MOVED, MeetingStatus.ENDED}
    return judge(
        (seated or told, "G6.5", "refused_not_staff_of_group"),
        (facts.status not in gone, "G6.8", "refused_meeting_over"),
        (facts.password_version > 0, "G6.1", "refused_no_password_yet"),
    )


@dataclass(frozen=True)
class PlatformFacts:
    """What staff confirm of the platform. `version`: the password set; `current`: the one that counts.

    `new_link_needed`: the password leaked while the meeting ran, so that a new meeting was begun. `link_used`: the link
    of a call, which is its secret, was another meeting's, or this one's before a leak. `link_fits`: it leads to one
    of the platform's hosts.
    """

    actor: Actor
    version: int
    current: int
    password_set: bool
    waiting_room_on: bool
    link: str
    recording_off: bool
    new_link_needed: bool = False
    link_is_new: bool = True
    link_used: bool = False
    link_fits: bool = True


def may_set_platform(facts: PlatformFacts) -> Verdict:
    """G6.3, G6.5, H3.2: this password, a waiting room, a link without password, nothing that records."""
    may = facts.actor.in_team or facts.actor.is_manager
    return staff_account_works(facts.actor) and judge(
        (may, "A1", "refused_not_the_team"),
        (facts.current > 0, "G6.1", "refused_no_password_yet"),
        (facts.version == facts.current, "G6.5", "refused_password_replaced"),
        (facts.password_set, "G6.3", "refused_platform_not_ready"),
        (facts.waiting_room_on, "G6.3", "refused_waiting_room"),
        (bool(facts.link), "G6.3", "refused_link_missing"),
        (not link_has_password(facts.link), "G6.3", "refused_link_has_password"),
        (facts.link_fits, "G6.3", "refused_link_elsewhere"),
        (facts.link_is_new or not facts.new_link_needed, "G6.5", "refused_link_same"),
        (not facts.link_used, "G6.2", "refused_link_same"),
        (facts.recording_off, "H3.2", "refused_recording_not_off"),
    )


def link_has_password(link: str) -> bool:
    """G6.3: whether a meeting link carries its password inside."""
    return _PASSWORD_IN_LINK.search(link) is not None


@dataclass(frozen=True)
class SeePasswordFacts:
    """A colleague who would read the password. `platform_waits`: it is not set on the platform yet."""

    actor: Actor
    private_line: bool
    platform_waits: bool


def may_see_password(facts: SeePasswordFacts) -> Verdict:
    """G6.7, G6.5: who leads the meeting; the team and a manager only while the platform waits for it."""
    stands_in = facts.platform_waits and (facts.actor.in_team or facts.actor.is_manager)
    return staff_account_works(facts.actor) and judge(
        (facts.private_line, "G6.7", "refused_not_here"),
        (facts.actor.hosts or stands_in, "G6.7", "refused_only_leader"),
    )


@dataclass(frozen=True)
class HoldFacts:
    """Somebody who would clear a suspected contact, after speaking to the person."""

    actor: Actor | None
    spoken: bool


def may_clear_hold(facts: HoldFacts) -> Verdict:
    """G6.5: a human clears a suspect: the group's leader or a manager, who spoke to them."""
    if facts.actor is None:
        return judge((False, "G6.5", "refused_named_human"))
    return staff_account_works(facts.actor) and judge(
        (runs_the_group(facts.actor), "A1", "refused_only_leader"),
        (facts.spoken, "G6.5", "refused_speak_first"),
    )


def may_see_who_held(facts: Actor) -> Verdict:
    """G6.6, G5.1: who had the old password: the leader's team, and the manager who is paged."""
    may = facts.in_team or facts.is_manager
    return staff_account_works(facts) and judge((may, "G5.1", "refused_not_the_team"))
