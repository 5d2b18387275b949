"""A person's standing, and who may see or touch what is kept about them. Decisions are in deciding.py."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from flows.policy.staff import GLASS, Actor, Role, staff_account_works
from flows.policy.verdict import Refused, Verdict, judge


class Standing(StrEnum):
    """Where a person stands with one group."""

    APPLYING = "applying"
    APPROVED = "approved"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    BARRED = "barred"
    DECLINED = "declined"
    EXCLUDED = "excluded"
    LEFT = "left"


SHUT = frozenset({Standing.BARRED, Standing.EXCLUDED})
DOORS = frozenset({"help", "complain", "complaint_status", "my_data", "privacy", "stop", "start", "clear", "language"})
OF_MEMBERS = frozenset({"password", "leaked", "leave", "one_to_one", "unhappy", "agreement", "not_me"})


@dataclass(frozen=True)
class DoorFacts:
    """A word that somebody writes, by its id, and their standing in each group they were ever in.

    `restricted`: a manager lets them write in a few ways only, since they write beyond reason.
    """

    word: str
    standings: frozenset[Standing]
    restricted: bool = False


def are_doors_shut(standings: Collection[Standing]) -> bool:
    """G11.4: an exclusion shuts the family out everywhere, a bar from one group leaves the others."""
    return Standing.EXCLUDED in standings or (bool(standings) and SHUT.issuperset(standings))


def may_use_word(facts: DoorFacts) -> Verdict:
    """G11.4, G12.2: complaint, data rights and help in danger stay open for everybody, whatever happened.

    Who is restricted keeps besides what belongs to their place: a complaint and its manner change no membership.
    """
    shut = are_doors_shut(facts.standings)
    return judge(
        (not shut or facts.word in DOORS, "G11.4", "refused_only_three_doors"),
        (not facts.restricted or facts.word in DOORS | OF_MEMBERS, "G12.2", "refused_restricted"),
    )


@dataclass(frozen=True)
class RestrictFacts:
    """A manager who would let a family write in a few ways only, or in every way again."""

    actor: Actor
    reason_given: bool


def may_restrict(facts: RestrictFacts) -> Verdict:
    """G12.2, A1: only a manager, with a reason; one way to be heard always stays."""
    return staff_account_works(facts.actor) and judge(
        (facts.actor.is_manager, "A1", "refused_only_manager"),
        (facts.reason_given, "G12.2", "refused_reason_missing"),
    )


def membership_reply() -> Refused:
    """G5.3: whether somebody is in a group is never said, to anyone; the one answer there is."""
    return Refused("G5.3", "refused_membership_question")


GLASS_CLOSED = "refused_glass_closed"


@dataclass(frozen=True)
class SeeFacts:
    """A wish to read names and contacts. `break_glass_reason`: why somebody outside the team must."""

    actor: Actor
    private_line: bool
    break_glass_reason: str | None = None


def may_see_details(facts: SeeFacts) -> Verdict:
    """G5.1, H2.3: the leader's team, on a private line; manager, safeguarding or data lead with a reason."""
    glass = facts.actor.roles & GLASS
    reason = bool(facts.break_glass_reason and facts.break_glass_reason.strip())
    return staff_account_works(facts.actor) and judge(
        (facts.private_line, "H2.3", "refused_not_here"),
        (facts.actor.in_team or bool(glass), "G5.1", "refused_not_the_team"),
        (facts.actor.in_team or reason, "G5.1", "refused_say_why"),
    )


def may_break_glass(actor: Actor) -> Verdict:
    """G5.1: for some roles only, whatever the case; asked before its code is."""
    return staff_account_works(actor) and judge((bool(actor.roles & GLASS), "G5.1", "refused_glass_role"))


@dataclass(frozen=True)
class GlassFacts:
    """Somebody who would open a case outside their own team. `sees_anyway`: they may read it as it is.

    `named`: an open complaint or concern of the family is about them; `restricted`: a manager lets it write in a few
    ways only. `guarded`: a file alert, a frozen phone, an open complaint or concern; `deals_with_it`: one of these is
    in their hands.
    """

    actor: Actor
    private_line: bool
    sees_anyway: bool
    named: bool = False
    restricted: bool = False
    guarded: bool = False
    deals_with_it: bool = False


def may_ask_for_glass(facts: GlassFacts) -> Verdict:
    """G5.1, H2.3, G12.4: before the reason is asked for; whether it was given is `may_see_details`' to say.

    Whoever a matter is about must not learn of it: so they are refused as many others are, for one of several reasons
    that nobody is told. Of those, the safeguarding lead and the deputy meet only a restriction, which managers set.
    """
    theirs = facts.deals_with_it or bool(facts.actor.roles & {Role.SAFEGUARDING_LEAD, Role.DEPUTY})
    closed = facts.named or facts.restricted or (facts.guarded and not theirs)
    return staff_account_works(facts.actor) and judge(
        (facts.private_line, "H2.3", "refused_not_here"),
        (not facts.sees_anyway, "G5.1", "refused_glass_not_needed"),
        (bool(facts.actor.roles & GLASS), "G5.1", "refused_glass_role"),
        (not closed, "G5.1", GLASS_CLOSED),
    )


def may_see_waiting_list(facts: SeeFacts) -> Verdict:
    """G7.3, G5.5, H2.3: full names beside screen names are for the leader's team; a list is marked with its reader."""
    return staff_account_works(facts.actor) and judge(
        (facts.private_line, "H2.3", "refused_not_here"),
        (facts.actor.in_team, "G7.3", "refused_not_the_team"),
    )


@dataclass(frozen=True)
class ContactFacts:
    """A contact that staff confirm or unfreeze after speaking to the person live. `flagged`: a file alert stands.

    `warned`: on a call about it the person gave a warning, and the safeguarding lead has not closed that.
    `number_known`: whoever says that they rang had a number to ring, besides that of the phone in doubt.
    """

    actor: Actor
    live_check: bool
    flagged: bool = False
    warned: bool = False
    number_known: bool = True


def may_unfreeze(facts: ContactFacts) -> Verdict:
    """G7.2, G6.4, A1: after a changed identity, only a live check by the team opens the contact again.

    Not while the safeguarding lead still decides about somebody who was forced (A3).
    """
    return _after_live_check(facts, "refused_recheck_first") and judge(
        (facts.number_known, "G7.2", "refused_no_number_known"),
        (not facts.warned, "A3", "refused_warned"),
    )


def may_confirm_phone(facts: ContactFacts) -> Verdict:
    """G2.2, A1: another phone counts when a member of staff has confirmed it; of a flagged family, a manager.

    Somebody who would come near such a family may say that they are one of its adults.
    """
    return _after_live_check(facts, "refused_confirm_live") and judge(
        (facts.actor.is_manager or not facts.flagged, "A1", "refused_flagged_phone")
    )


def _after_live_check(facts: ContactFacts, reason: str) -> Verdict:
    may = facts.actor.in_team or facts.actor.is_manager
    return staff_account_works(facts.actor) and judge(
        (may, "A1", "refused_not_the_team"),
        (facts.live_check, "G7.2", reason),
    )


@dataclass(frozen=True)
class UnheardFacts:
    """A member's contact that nobody may have written from for long. `last_heard_at`: None if never."""

    last_heard_at: datetime | None
    now: datetime
    longest: timedelta


def may_trust_after_silence(facts: UnheardFacts) -> Verdict:
    """G6.4: a number passes to somebody else when it is not used; then only a live check opens the contact again."""
    silent = facts.last_heard_at is not None and facts.now - facts.last_heard_at >= facts.longest
    return judge((not silent, "G6.4", "refused_contact_frozen"))


@dataclass(frozen=True)
class CallbackFacts:
    """A promised call; the owner is who must ring."""

    actor: Actor
    owner: str | None
    done: bool


def may_close_callback(facts: CallbackFacts) -> Verdict:
    """A2, A4: the owner of a promised call, the team or a manager says how it went, once."""
    own = facts.owner == facts.actor.handle or facts.actor.in_team or facts.actor.is_manager
    return staff_account_works(facts.actor) and judge(
        (own, "A1", "refused_not_the_team"),
        (not facts.done, "A4", "refused_already_done"),
    )


OWED = frozenset(
    {
        *("data_answered", "data_erased", "data_ask_again"),
        *(f"data_stays_{each}" for each in ("barred", "complaints", "agreements", "audit")),
        *(f"complaint_{each}" for each in ("acknowledged", "progress", "late", "handed_on", "answered", "outside")),
        *("complaint_after_first", "complaint_after_review"),
    }
)
"""X4, G12.5: the answer to a request or a complaint, promised by a day: who wrote STOP asked for it all the same."""


MOMENTARY = frozenset(
    {
        *("password_changing", "password_changed", "link_changed", "reply_password", "agreement_short"),
        *("meeting_today", "talk_today"),
    }
)
"""What is true only now: it does not wait for somebody to have their phone again."""
TAKEN_OFF = "contact_removed_here"
"""G6.4: said on a phone that is taken off, whoever has it: somebody may have taken it off who should not."""


@dataclass(frozen=True)
class ReachFacts:
    """Whether the bot may write to a contact of its own accord. What people ask for is always answered.

    `owed`: it is an answer that they were promised. `paused`: a concern is open, or it may not be safe to write
    there; the safeguarding lead lets it go on. `in_doubt`: the phone may be in other hands.
    """

    asked: bool
    stopped: bool
    paused: bool
    owed: bool = False
    in_doubt: bool = False


def may_write_first(facts: ReachFacts) -> Verdict:
    """A2, A3, G6.4: STOP, a concern, an unsafe phone and one in doubt hold back what nobody asked for."""
    return judge(
        (facts.asked or not facts.in_doubt, "G6.4", "refused_contact_frozen"),
        (facts.asked or facts.owed or not facts.stopped, "A2", "refused_stopped"),
        (facts.asked or not facts.paused, "A3", "refused_unsafe_to_write"),
    )


def may_keep_media(kind: str, *, is_recording: bool = False) -> Verdict:
    """H3.1, H3.3, G3.3: only written words are kept; no documents, no recordings, nor links to them, no voice notes."""
    return judge(
        (kind not in {"video", "audio"} and not is_recording, "H3.1", "refused_recording"),
        (kind not in {"photo", "file"}, "G3.3", "refused_picture"),
        (kind != "voice", "H3.1", "refused_voice_note"),
    )
