"""Commands about the cases of families who wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.care import ContactLine


@dataclass(frozen=True)
class CaseLine:
    """One open case, as a pointer."""

    code: str
    status: str
    waiting_days: int
    claimed_by: str | None


@dataclass(frozen=True)
class CaseDetails:
    """All that the reviewing team may see of a case; reading it is audited (H2.2).

    `spoken_for`: the code under which staff speak for a family without a phone (X5). `heard_live`: the screen name of
    each adult who said their yes to the agreement aloud, how, and the handle of who heard it. `referral`: the code by
    which it came, the handle of who made it for a referrer, and when. `contacts`: from where each
    adult writes, if one has several. `lost`: how many messages to them lately may not have arrived.
    `held`: until when it is on hold, the handle of who put it there, and why.
    """

    code: str
    version: int
    status: str
    road: str
    adults: tuple[tuple[str, str, bool], ...]
    ring_number: str
    safe_times: str
    shared: bool
    known_from: str
    access_needs: str
    known: bool | None
    referrer: str | None
    may_contact_referrer: bool | None
    referrer_outcome: str | None
    call: str | None
    identity: tuple[str, ...]
    suitability: str | None
    flagged: bool
    look_alike: bool
    claimed_by: str | None
    group: str | None
    next_step: str
    spoken_for: str | None = None
    alert: bool = False
    heard_live: tuple[tuple[str, str, str], ...] = ()
    referral: tuple[str, str, datetime] | None = None
    contacts: tuple[ContactLine, ...] = ()
    lost: int = 0
    held: tuple[datetime, str, str] | None = None


@dataclass(frozen=True)
class ListCases(Command[tuple[CaseLine, ...]]):
    """The open cases that this member of staff may review."""


@dataclass(frozen=True)
class ReadCase(Command[CaseDetails | Refused]):
    """G5.1, H2.2: the details of one case."""

    code: str


@dataclass(frozen=True)
class ClaimCase(Command[Done | Refused]):
    """Take the case; a second claim says who has it."""

    code: str


@dataclass(frozen=True)
class MarkKnown(Command[Done | Refused]):
    """G3.1: known or not known, with the ground."""

    code: str
    known: bool
    ground: str | None


@dataclass(frozen=True)
class RecordCall(Command[Done | Refused]):
    """G3.2: a live contact. method: call, video, in_person; outcome: reached, no_answer; own_codes by adult."""

    code: str
    method: str
    outcome: str
    own_codes: Mapping[int, str]


@dataclass(frozen=True)
class RecordIdentity(Command[Done | Refused]):
    """G3.3. method: recognised, referrer_callback, referrer_confirmed, id_seen.

    result: confirmed, not_confirmed, doubt.
    """

    code: str
    adult: int
    method: str
    result: str


@dataclass(frozen=True)
class RecordSuitability(Command[Done | Refused]):
    """G3.4. outcome: suitable, not_suitable."""

    code: str
    outcome: str
    reason: str


@dataclass(frozen=True)
class RecordReferrer(Command[Done | Refused]):
    """G3.10, G3.12. outcome: confirmed, not_confirmed, not_reached, not_asked; no reasons.

    for_safety: the family said no, but somebody's safety needed it.
    """

    code: str
    outcome: str
    for_safety: bool = False


@dataclass(frozen=True)
class MayDecide(Command[Done | Refused]):
    """G3.7: asked before anything else, so that nobody answers questions for a decision that cannot be."""

    code: str
    version: int
    decision: str


@dataclass(frozen=True)
class Decide(Command[Done | Refused]):
    """G3.7: decision is approved or declined; group is a group's code, for an approval."""

    code: str
    version: int
    decision: str
    group: str | None


@dataclass(frozen=True)
class Hold(Command[datetime | Refused]):
    """G3.7, G3.8: put the decision off for so many working days; answers until when."""

    code: str
    version: int
    days: int
    reason: str


@dataclass(frozen=True)
class Excludable:
    """Which family it is, without a name: how many adults, since when, and in which groups (code and name)."""

    code: str
    adults: int
    since: datetime
    groups: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TakeUp(Command[Done | Refused]):
    """X5: put the case of a family before staff that was invited and has not finished."""

    code: str


@dataclass(frozen=True)
class AskToExclude(Command[Excludable | Refused]):
    """G3.13: whether this manager may exclude the family; asked before any question."""

    code: str


@dataclass(frozen=True)
class Exclude(Command[Done | Refused]):
    """G3.13: a manager excludes the family, at once, from everything or only from the group of this code."""

    code: str
    reason: str
    group: str | None = None
