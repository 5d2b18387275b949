"""Commands about groups, their seats and their invitations."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


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
    """The groups of this member of staff; all of them for a manager. `covering`: those stood in for too (G1.5)."""

    covering: bool = False


@dataclass(frozen=True)
class ListStaff(Command[tuple[tuple[str, str], ...]]):
    """Handle and name of the staff whose account works."""


@dataclass(frozen=True)
class MakeGroup(Command[str | Refused]):
    """Make a group; answers its code."""

    name: str
    platform: str


@dataclass(frozen=True)
class GroupTheme(Command[str | Refused | None]):
    """I2.2: whether sensitive things may come up in a group: yes, no, not_sure; None if nobody has said."""

    group: str


@dataclass(frozen=True)
class SetTheme(Command[Done | Refused]):
    """I2.2: sensitive is yes, no or not_sure."""

    group: str
    sensitive: str


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
class CodeOut:
    """A code that was given out and that nobody has used; group is the group's name, empty for a referrer's code."""

    id: str
    group: str
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class ListCodesOut(Command[tuple[CodeOut, ...] | Refused]):
    """G2.2: the invitations and referrers' codes that this member of staff may take back, the newest first."""


@dataclass(frozen=True)
class RevokeCode(Command[Done | Refused]):
    """G2.2: take a code back; `code` is the code itself, or the id of one that was listed."""

    code: str


@dataclass(frozen=True)
class ListMembers(Command[tuple[tuple[str, str], ...] | Refused]):
    """G5.1: number (as text) and name of each adult of a group, for choosing whom a report is about; audited."""

    group: str
