"""Commands about meetings, from the diary to who came."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


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
    """H1.1, I2.2: local date and time; weeks repeats it weekly.

    sensitive: yes, no, not_sure, where nobody has said so of the group yet. reason: a manager's, where it is
    sensitive and not end_to_end.
    """

    group: str
    day: date
    at: time
    minutes: int
    platform: str
    weeks: int
    sensitive: str | None = None
    end_to_end: bool = False
    reason: str | None = None


@dataclass(frozen=True)
class MeetingDetails:
    """What the leader's team sees of a meeting; password and link only for those who set it up.

    `new_link`: the password leaked while it ran, so that a new meeting with a new link is wanted (G6.5). `room`: how
    far the provider is with it ("making", "restart", "made"), empty where it is set up by hand; `to_tick`: what the
    provider could not confirm.
    `mine`: the seats of whoever reads. `unticked`: of the seven points. `moderated`: the moderator has ticked theirs.
    `by_link`: a call of the whole group, which has a link and no password. `to_report`: it is over, and nobody has
    said what happened. `to_check_out`: a one-to-one of which nobody has said that it ended well. `link_hosts`: where
    its link may lead; `has_link`: it has one already.
    """

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
    one_to_one: bool = False
    new_link: bool = False
    room: str = ""
    to_tick: tuple[str, ...] = ()
    link: str | None = None
    group_code: str = ""
    mine: tuple[str, ...] = ()
    families: int = 0
    screens: int = 0
    unticked: tuple[int, ...] = ()
    moderated: bool = False
    end_to_end: bool = False
    by_link: bool = False
    to_report: bool = False
    to_check_out: bool = False
    link_hosts: tuple[str, ...] = ()
    has_link: bool = True


@dataclass(frozen=True)
class ReadMeeting(Command[MeetingDetails | Refused]):
    """Read one meeting; makes its first password from T-60 on if there is none (G6.1)."""

    code: str


@dataclass(frozen=True)
class ConfirmSeat(Command[Done | Refused]):
    """G1.4: "I am here", for one's own seat."""

    code: str


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

    final: ClassVar[bool] = True
    code: str


@dataclass(frozen=True)
class ListExpected(Command[tuple[tuple[str, str], ...]]):
    """Number (as text) and name of each adult who was expected; nothing for those outside the leader's team."""

    code: str


@dataclass(frozen=True)
class NoteAttendance(Command[Done | Refused]):
    """Who came: the numbers from ListExpected."""

    final: ClassVar[bool] = True
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
