"""What staff's flows ask of storage, and what comes back. Performed by bot/acts/staff_*.py.

Every act is checked by flows/policy.py on facts read in the same transaction, and audited; a refusal too (X2).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class CaseLine:
    """One open case, as a pointer."""

    code: str
    status: str
    waiting_days: int
    claimed_by: str | None


@dataclass(frozen=True)
class CaseDetails:
    """All that the reviewing team may see of a case; reading it is audited (H2.2)."""

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
    """G3.10. outcome: confirmed, not_confirmed, not_reached, not_asked; no reasons."""

    code: str
    outcome: str


@dataclass(frozen=True)
class Decide(Command[Done | Refused]):
    """G3.7: decision is approved or declined; group is a group's code, for an approval."""

    code: str
    version: int
    decision: str
    group: str | None


@dataclass(frozen=True)
class Exclude(Command[Done | Refused]):
    """G3.13: a manager excludes the family from all groups, at once."""

    code: str
    reason: str


@dataclass(frozen=True)
class GroupLine:
    """A group and who holds its seats (handles)."""

    code: str
    name: str
    leader: str | None
    second: str | None
    moderator: str | None
    adults: int


@dataclass(frozen=True)
class ListGroups(Command[tuple[GroupLine, ...]]):
    """The groups of this member of staff; all of them for a manager."""


@dataclass(frozen=True)
class ListStaff(Command[tuple[tuple[str, str], ...]]):
    """Handle and name of the staff whose account works."""


@dataclass(frozen=True)
class MakeGroup(Command[str | Refused]):
    """Make a group; answers its code."""

    name: str
    platform: str


@dataclass(frozen=True)
class SeatStaff(Command[Done | Refused]):
    """G1.1, G1.2, L1.1: seat is leader, second or moderator."""

    group: str
    seat: str
    handle: str


@dataclass(frozen=True)
class InvitationMade:
    """One invitation, shown once; families write first. links: where to write, Signal before WhatsApp."""

    code: str
    expires_at: datetime
    group: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Invite(Command[InvitationMade | Refused]):
    """G2.2, G2.3: one personal, single-use invitation."""

    group: str


@dataclass(frozen=True)
class MakeReferralCode(Command[InvitationMade | Refused]):
    """Journey C: a one-use "ask to join" code for a referrer to hand on."""


@dataclass(frozen=True)
class MeetingLine:
    """One meeting. blocks: text ids of what still stands before a release."""

    code: str
    group: str
    starts_at: datetime
    status: str
    blocks: tuple[str, ...]
    without_password: int


@dataclass(frozen=True)
class ListMeetings(Command[tuple[MeetingLine, ...]]):
    """The coming meetings of this member of staff, soonest first, at most ten."""


@dataclass(frozen=True)
class ScheduleMeeting(Command[tuple[MeetingLine, ...] | Refused]):
    """H1.1: local date and time; weeks repeats it weekly."""

    group: str
    day: date
    at: time
    minutes: int
    platform: str
    weeks: int


@dataclass(frozen=True)
class MeetingDetails:
    """What the leader's team sees of a meeting; password and link only for those who set it up."""

    code: str
    group: str
    starts_at: datetime
    status: str
    blocks: tuple[str, ...]
    seats: tuple[tuple[str, str, bool], ...]
    password: str | None
    version: int
    platform_ready: bool
    expected: int
    without_password: tuple[str, ...]
    platform: str = ""


@dataclass(frozen=True)
class ReadMeeting(Command[MeetingDetails | Refused]):
    """Read one meeting; makes its first password from T-60 on if there is none (G6.1)."""

    code: str


@dataclass(frozen=True)
class ConfirmSeat(Command[Done | Refused]):
    """G1.4: "I am here", for one's own seat."""

    code: str


@dataclass(frozen=True)
class SetPlatform(Command[Done | Refused]):
    """G6.3: the platform has this version's password, waiting room on, no password in the link, recording off."""

    code: str
    version: int
    link: str | None


@dataclass(frozen=True)
class Rotate(Command[Done | Refused]):
    """G6.5: the old password is dead at once."""

    code: str
    reason: str


@dataclass(frozen=True)
class WhoHeld(Command[tuple[tuple[str, str, bool], ...] | Refused]):
    """G6.6: screen name, release reference and whether held back, of those who had the last dead password."""

    code: str


@dataclass(frozen=True)
class ClearHold(Command[Done | Refused]):
    """A human clears a held contact, by release reference."""

    code: str
    reference: str


@dataclass(frozen=True)
class WaitingList(Command[tuple[tuple[str, str, bool, bool], ...] | Refused]):
    """G7.3: screen name, full name, verified, agreed."""

    code: str


@dataclass(frozen=True)
class StartMeeting(Command[Done | Refused]):
    """G9.2: ticks are the numbers 1 to 7 that were ticked."""

    code: str
    ticks: tuple[int, ...]


@dataclass(frozen=True)
class EndMeeting(Command[Done | Refused]):
    """The meeting is over: its password is void."""

    code: str


@dataclass(frozen=True)
class ListExpected(Command[tuple[tuple[str, str], ...]]):
    """Number (as text) and name of each adult who was expected; nothing for those outside the leader's team."""

    code: str


@dataclass(frozen=True)
class NoteAttendance(Command[Done | Refused]):
    """Who came: the numbers from ListExpected."""

    code: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class CancelMeeting(Command[Done | Refused]):
    """G6.8: void the password; tell members without a reason."""

    code: str


@dataclass(frozen=True)
class MoveMeeting(Command[MeetingLine | Refused]):
    """G6.8: a moved meeting is a new one."""

    code: str
    day: date
    at: time


@dataclass(frozen=True)
class SayLate(Command[Done | Refused]):
    """LATE: tell members that it starts late."""

    code: str
    minutes: int


@dataclass(frozen=True)
class ListMembers(Command[tuple[tuple[str, str], ...] | Refused]):
    """G5.1: number (as text) and name of each adult of a group, for choosing whom a report is about; audited."""

    group: str


@dataclass(frozen=True)
class ReportBreach(Command[str | Refused]):
    """G11.1: suspended at once; answers the code. member is the number from ListMembers."""

    group: str
    member: str
    point: str
    words: str


@dataclass(frozen=True)
class BreachDetails:
    """What the deciding manager sees."""

    code: str
    name: str
    group: str
    point: str
    words: str
    reported_by: str
    at: datetime


@dataclass(frozen=True)
class ListBreaches(Command[tuple[str, ...]]):
    """Codes of breaches that wait for a decision."""


@dataclass(frozen=True)
class ReadBreach(Command[BreachDetails | Refused]):
    """Read one breach; audited."""

    code: str


@dataclass(frozen=True)
class DecideBreach(Command[Done | Refused]):
    """G11.1, G11.2: outcome is upheld (barred) or not_upheld (restored)."""

    code: str
    outcome: str


@dataclass(frozen=True)
class ComplaintDetails:
    """What the handler sees."""

    code: str
    kind: str
    words: str
    name: str | None
    opened_at: datetime
    acknowledge_by: datetime
    answer_by: datetime
    acknowledged: bool


@dataclass(frozen=True)
class ListComplaints(Command[tuple[str, ...]]):
    """Codes of the open complaints of this handler."""


@dataclass(frozen=True)
class ReadComplaint(Command[ComplaintDetails | Refused]):
    """G12.4: only its handler."""

    code: str


@dataclass(frozen=True)
class AcknowledgeComplaint(Command[Done | Refused]):
    """G12.5: a human acknowledges; the complainant is told."""

    code: str


@dataclass(frozen=True)
class CloseComplaint(Command[Done | Refused]):
    """outcome: upheld, partly_upheld, not_upheld; the answer's words go to the complainant."""

    code: str
    outcome: str
    answer: str


@dataclass(frozen=True)
class ConcernDetails:
    """What the safeguarding lead sees: the exact words, sealed for everybody else."""

    code: str
    words: str
    danger: str | None
    safe_to_write: bool | None
    name: str | None
    contact: str
    opened_at: datetime
    acknowledged_by: str | None


@dataclass(frozen=True)
class ListConcerns(Command[tuple[str, ...]]):
    """Codes of open concerns, for those who may see them."""


@dataclass(frozen=True)
class ReadConcern(Command[ConcernDetails | Refused]):
    """DSL, deputy, or a manager who was paged."""

    code: str


@dataclass(frozen=True)
class AcknowledgeConcern(Command[Done | Refused]):
    """A human has it: the paging stops."""

    code: str


@dataclass(frozen=True)
class CloseConcern(Command[Done | Refused]):
    """It is in the organisation's own safeguarding record now."""

    code: str


@dataclass(frozen=True)
class RaiseStaffConcern(Command[str]):
    """A member of staff raises a concern by hand; answers its code."""

    words: str


@dataclass(frozen=True)
class RingLine:
    """One call-back task, with what is needed to ring."""

    code: str
    name: str
    number: str
    safe_time: str
    due_at: datetime


@dataclass(frozen=True)
class ListRings(Command[tuple[RingLine, ...]]):
    """The open call-back tasks of this member of staff; audited."""


@dataclass(frozen=True)
class CloseRing(Command[Done | Refused]):
    """outcome: spoke, no_answer (no_answer keeps it open, due again)."""

    code: str
    outcome: str


@dataclass(frozen=True)
class ConfirmPhone(Command[Done | Refused]):
    """Confirm that a second phone is that adult's own."""

    code: str


@dataclass(frozen=True)
class ListFrozen(Command[tuple[tuple[str, str], ...] | Refused]):
    """G6.4: number (as text) and name of each adult of a case whose phone is frozen; audited."""

    case: str


@dataclass(frozen=True)
class Unfreeze(Command[Done | Refused]):
    """G7.2: open a frozen phone after a live re-check of its owner. method: call, video, in_person."""

    case: str
    adult: str
    method: str


@dataclass(frozen=True)
class LastRefusal(Command[Refused | None]):
    """WHY: the last refusal that this member of staff met."""


@dataclass(frozen=True)
class ConfirmPolicies(Command[Done]):
    """H2.1: confirm the named, dated policy versions."""
