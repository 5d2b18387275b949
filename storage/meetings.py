"""Meetings: when, where, what is still lacking. Who holds their seats is in seats.py, passwords are in passwords.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, case, func, or_, select, update

from flows.policy import MeetingStatus
from flows.policy.meetings import MeetingFacts
from flows.policy.one_to_ones import CALLS
from flows.policy.running import admits_unverified
from storage import codes, several
from storage.fixed import fixed
from storage.tables import groups, meetings, memberships, one_to_ones, passwords, people, releases, staff
from storage.work import Work

SEATS = ("leader", "second", "moderator")
EXPECTED = ("approved", "active")
OPEN = ("planned", "started")
PLACED = ("approved", "active", "suspended")
_ROW = select(meetings.c.id).where(meetings.c.id == bindparam("meeting"))
_LOCK, _HOLD_STILL = _ROW.with_for_update(key_share=True), _ROW.with_for_update(read=True)
_CHANGE = update(meetings).where(meetings.c.id == bindparam("meeting"))
_OWN = frozenset(meetings.c.keys()) - {f"{seat}_id" for seat in SEATS}


@dataclass(frozen=True)
class Meeting:
    """One meeting with its group and the people in its seats: those of the day, else the group's own."""

    id: UUID
    code: str
    group_id: UUID
    group_name: str
    group_leader_id: UUID | None
    group_paused_at: datetime | None
    person_id: UUID | None
    platform: str
    status: str
    starts_at: datetime
    ends_at: datetime
    leader_id: UUID | None
    second_id: UUID | None
    moderator_id: UUID | None
    leader: str | None
    second: str | None
    moderator: str | None
    qualified_until: datetime | None
    leader_confirmed_at: datetime | None
    second_confirmed_at: datetime | None
    moderator_confirmed_at: datetime | None
    link_sealed: bytes | None
    password_version: int
    platform_version: int
    checklist: Mapping[str, Any]
    end_to_end: bool
    expected: int
    released: int
    given: bool
    accepted_at: datetime | None

    @property
    def is_one_to_one(self) -> bool:
        """Whether it is with one adult only (I1)."""
        return self.person_id is not None

    @property
    def is_call(self) -> bool:
        """Whether it is a one-to-one by Signal or WhatsApp: staff ring, and there is no password."""
        return self.is_one_to_one and self.platform in CALLS

    @property
    def is_by_link(self) -> bool:
        """Whether it is a group's call by Signal or WhatsApp: whoever has its link can ask to come in."""
        return not self.is_one_to_one and self.platform in CALLS

    def is_for(self, person_id: UUID) -> bool:
        """Whether this adult is meant: any of the group, or the one whom a one-to-one is with."""
        return self.person_id in {None, person_id}

    @property
    def is_open(self) -> bool:
        """Whether it still takes place, or does right now."""
        return self.status in OPEN

    @property
    def team_ids(self) -> tuple[UUID, ...]:
        """Those who hold its seats."""
        return tuple(each for each in (self.leader_id, self.second_id, self.moderator_id) if each is not None)


def by_id(work: Work, meeting_id: UUID) -> Meeting | None:
    """Read one meeting."""
    return next(iter(_read(work, _by("id"), wanted=meeting_id)), None)


def by_code(work: Work, code: str) -> Meeting | None:
    """Find a meeting by its pointer, however it was typed."""
    return next(iter(_read(work, _by("code"), wanted=codes.pointer(code))), None)


def lock(work: Work, meeting_id: UUID) -> Meeting:
    """Wait for the meeting and read it afresh. Meetings are locked after lanes and groups."""
    work.connection.execute(_LOCK, {"meeting": meeting_id})
    found = by_id(work, meeting_id)
    if found is None:
        raise LookupError("there is no such meeting")
    return found


def hold_still(work: Work, meeting_id: UUID) -> Meeting | None:
    """Read the meeting so that its password cannot change before this transaction ends."""
    work.connection.execute(_HOLD_STILL, {"meeting": meeting_id})
    return by_id(work, meeting_id)


def coming(work: Work, staff_id: UUID | None, limit: int = 10) -> list[Meeting]:
    """List the coming meetings in which somebody holds a seat; without an id, all. Soonest first."""
    query = _select().where(meetings.c.status.in_(OPEN), meetings.c.ends_at > work.now)
    if staff_id is not None:
        seats = [_holder(seat) == staff_id for seat in SEATS]
        leads = (groups.c.leader_id == staff_id) & meetings.c.person_id.is_(None)
        query = query.where(or_(*seats, leads))
    return _read(work, query.order_by(meetings.c.starts_at, meetings.c.id).limit(limit))


def with_password(work: Work) -> list[Meeting]:
    """List the meetings that are not over and have a password."""
    query = _select().where(meetings.c.status.in_(OPEN), meetings.c.ends_at > work.now, meetings.c.password_version > 0)
    return _read(work, query.order_by(meetings.c.id))


def of_group(work: Work, group_id: UUID) -> list[Meeting]:
    """List the meetings of a group that are not over, soonest first."""
    return _read(work, _of_group(), group=group_id, now=work.now)


def is_open_to_unverified(work: Work, group_id: UUID) -> bool:
    """L1.3: whether a large session of the group to come is open to people who are not verified."""
    return any(admits_unverified(facts(work, each)) for each in of_group(work, group_id))


def next_of_person(work: Work, person_id: UUID) -> Meeting | None:
    """Find the meeting whose password somebody asks for: the soonest, of groups they are active in first.

    Of two at the same moment it is the one that is theirs alone.
    """
    return next(iter(_read(work, _next_of_person(), person=person_id, now=work.now)), None)


def guarded_of(work: Work, contact_id: UUID) -> list[Meeting]:
    """List the meetings with a password, not over, of the groups in which the people of a contact have a place."""
    theirs = (
        select(memberships.c.group_id)
        .join(people, people.c.id == memberships.c.person_id)
        .where(people.c.contact_id == several.first_of(contact_id), memberships.c.status.in_(PLACED))
    )
    own = select(people.c.id).where(people.c.contact_id == several.first_of(contact_id))
    query = _select().where(
        meetings.c.group_id.in_(theirs),
        or_(meetings.c.person_id.is_(None), meetings.c.person_id.in_(own)),
        meetings.c.status.in_(OPEN),
        meetings.c.password_version > 0,
    )
    return _read(work, query.order_by(meetings.c.id))


def change(work: Work, meeting_id: UUID, **values: Any) -> None:
    """Set columns of a meeting."""
    work.connection.execute(_CHANGE, {"meeting": meeting_id, **values})


def link(work: Work, meeting: Meeting) -> str | None:
    """Open the link, for those who may have the password."""
    return work.open("meetings.link", meeting.id, meeting.link_sealed)


def facts(work: Work, meeting: Meeting) -> MeetingFacts:
    """Say how the meeting stands, for policy."""
    until = meeting.qualified_until
    return MeetingFacts(
        status=MeetingStatus(meeting.status),
        leader=meeting.leader,
        second=meeting.second,
        leader_qualified=until is not None and work.now < until,
        leader_present=meeting.leader_confirmed_at is not None or meeting.is_call,
        second_present=meeting.second_confirmed_at is not None,
        expected_adults=1 if meeting.is_one_to_one else meeting.expected,
        password_version=meeting.password_version,
        platform_version=meeting.platform_version,
        moderator=meeting.moderator,
        moderator_present=meeting.moderator_confirmed_at is not None,
        needs_password=not meeting.is_call,
        one_to_one=meeting.is_one_to_one,
        group_paused=meeting.group_paused_at is not None,
        open_large=bool(meeting.checklist.get("open_large")),
    )


def _holder(seat: str) -> Any:
    """Whoever holds a seat that day, else in the group; a one-to-one has only its own."""
    own = meetings.c[f"{seat}_id"]
    return case((meetings.c.person_id.is_not(None), own), else_=func.coalesce(own, groups.c[f"{seat}_id"]))


def is_settled() -> Any:
    """I1.1: whether a one-to-one has a password at all, a call has none, and the adult's own yes."""
    return meetings.c.platform.not_in(sorted(CALLS)) & one_to_ones.c.accepted_at.is_not(None)


@cache
def _select() -> Select[Any]:
    chairs = {seat: staff.alias(seat) for seat in SEATS}
    query = select(
        *(meetings.c[name] for name in Meeting.__dataclass_fields__ if name in _OWN),
        groups.c.name.label("group_name"),
        groups.c.leader_id.label("group_leader_id"),
        groups.c.paused_at.label("group_paused_at"),
        *(_holder(seat).label(f"{seat}_id") for seat in SEATS),
        *(chair.c.handle.label(seat) for seat, chair in chairs.items()),
        chairs["leader"].c.qualified_until,
        _expected().label("expected"),
        _released().label("released"),
        select(releases.c.id).where(releases.c.meeting_id == meetings.c.id).correlate(meetings).exists().label("given"),
        one_to_ones.c.accepted_at,
    ).join(groups, groups.c.id == meetings.c.group_id)
    query = query.outerjoin(one_to_ones, one_to_ones.c.id == meetings.c.id)
    for seat, chair in chairs.items():
        query = query.outerjoin(chair, chair.c.id == _holder(seat))
    return fixed(query)


@cache
def _by(column: str) -> Select[Any]:
    return _select().where(meetings.c[column] == bindparam("wanted"))


@cache
def _still_on() -> Select[Any]:
    return _select().where(meetings.c.status.in_(OPEN), meetings.c.ends_at > bindparam("now"))


@cache
def _of_group() -> Select[Any]:
    theirs = _still_on().where(meetings.c.group_id == bindparam("group"))
    return fixed(theirs.order_by(meetings.c.starts_at, meetings.c.id))


@cache
def _next_of_person() -> Select[Any]:
    person: BindParameter[UUID] = bindparam("person")
    theirs = or_(meetings.c.person_id.is_(None), (meetings.c.person_id == person) & is_settled())
    return fixed(
        _still_on()
        .join(memberships, memberships.c.group_id == groups.c.id)
        .where(memberships.c.person_id == person, theirs)
        .order_by(memberships.c.status != "active", meetings.c.starts_at, meetings.c.person_id.is_(None), meetings.c.id)
        .limit(1)
    )


def _expected() -> Any:
    """L1.2: adults approved and expected."""
    expected = select(func.count()).select_from(memberships)
    mine = (memberships.c.group_id == meetings.c.group_id) & or_(
        meetings.c.person_id.is_(None), memberships.c.person_id == meetings.c.person_id
    )
    return expected.where(mine, memberships.c.status.in_(EXPECTED)).correlate(meetings).scalar_subquery()


def _released() -> Any:
    """How many of them have the password that counts."""
    had = select(func.count(releases.c.person_id.distinct()))
    had = had.join(passwords, passwords.c.id == releases.c.password_id)
    current = (releases.c.meeting_id == meetings.c.id, passwords.c.version == meetings.c.password_version)
    return had.where(*current).correlate(meetings).scalar_subquery()


def _read(work: Work, query: Select[Any], **asked: UUID | str | datetime) -> list[Meeting]:
    return [Meeting(**row) for row in work.connection.execute(query, asked).mappings()]
