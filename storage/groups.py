"""Groups and who is in them: the seats of staff, and the adults that staff may see."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, or_, select, update

from flows.policy import Seat
from storage import codes, several
from storage.contacts import Contact
from storage.tables import acceptances, contacts, families, groups, memberships, people, staff
from storage.work import Work

SEATS = (Seat.LEADER, Seat.SECOND, Seat.MODERATOR)
EXPECTED = ("approved", "active")


@dataclass(frozen=True)
class Group:
    """One group and the handles of those who hold its seats."""

    id: UUID
    code: str
    name: str
    platform: str
    online: bool
    sensitive: str | None
    paused_at: datetime | None
    leader_id: UUID | None
    second_id: UUID | None
    moderator_id: UUID | None
    leader: str | None
    second: str | None
    moderator: str | None
    adults: int

    @property
    def holders(self) -> dict[Seat, str]:
        """The seats that are taken, by handle."""
        held = {seat: getattr(self, seat.value) for seat in SEATS}
        return {seat: handle for seat, handle in held.items() if handle is not None}


@dataclass(frozen=True)
class Member:
    """One adult of a group, opened for staff who may see it. `number`: their place in the list."""

    number: int
    person_id: UUID
    contact_id: UUID | None
    full_name: str
    screen_name: str
    status: str
    verified: bool
    agreed: bool

    def __repr__(self) -> str:
        return f"Member({self.person_id})"

    @property
    def expected(self) -> bool:
        """Whether they are expected at meetings."""
        return self.status in EXPECTED


def add(work: Work, group_id: UUID, name: str, platform: str, leader_id: UUID | None) -> tuple[str, bool]:
    """Make a group; its code, and whether it is new. The same id again keeps the old one."""
    row = {
        "id": group_id,
        "name": name,
        "platform": platform,
        "leader_id": leader_id,
        "rules_version": work.policy_version,
        "created_at": work.now,
    }
    return codes.keep(work, groups, "G", row)


def by_id(work: Work, group_id: UUID) -> Group | None:
    """Read one group."""
    return next(iter(_read(work, _by("id"), wanted=group_id)), None)


def by_code(work: Work, code: str) -> Group | None:
    """Find a group by its pointer, however it was typed."""
    return next(iter(_read(work, _by("code"), wanted=codes.pointer(code))), None)


def lock(work: Work, group_id: UUID) -> None:
    """Wait for the group. Groups are locked after lanes, before meetings."""
    row = select(groups.c.id).where(groups.c.id == group_id)
    work.connection.execute(row.with_for_update(key_share=True))


def of_staff(work: Work, staff_id: UUID | None) -> list[Group]:
    """List the groups in which somebody holds a seat; all of them without an id."""
    query = _select()
    if staff_id is not None:
        query = query.where(or_(*(groups.c[f"{seat}_id"] == staff_id for seat in SEATS)))
    return _read(work, query.order_by(groups.c.name, groups.c.code))


def seat(work: Work, group_id: UUID, seat: Seat, staff_id: UUID) -> None:
    """G1.1, G1.2, L1.1: give somebody a seat; a group that waited for a leader goes on with one (G1.3)."""
    goes_on = {"paused_at": None} if seat is Seat.LEADER else {}
    seated = update(groups).where(groups.c.id == group_id).values({f"{seat}_id": staff_id} | goes_on)
    work.connection.execute(seated)


def set_online(work: Work, group_id: UUID, online: bool) -> None:
    """H1.2: whether a group meets online."""
    work.connection.execute(update(groups).where(groups.c.id == group_id).values(online=online))


def set_sensitive(work: Work, group_id: UUID, sensitive: str) -> None:
    """I2.2: whether sensitive things may come up there: yes, no, not_sure."""
    work.connection.execute(update(groups).where(groups.c.id == group_id).values(sensitive=sensitive))


def recode(work: Work, group_id: UUID, code: str) -> None:
    """Give a group the pointer that the configuration names."""
    work.connection.execute(update(groups).where(groups.c.id == group_id).values(code=code))


def members(work: Work, group_id: UUID, agreement_version: str) -> list[Member]:
    """Everybody who was ever approved for a group, in the order in which they came."""
    agreed = select(acceptances.c.id).where(
        acceptances.c.person_id == people.c.id,
        acceptances.c.what == "agreement",
        acceptances.c.version == agreement_version,
    )
    rows = work.connection.execute(
        select(people, memberships.c.status, agreed.exists().label("agreed"))
        .join(memberships, memberships.c.person_id == people.c.id)
        .where(memberships.c.group_id == group_id)
        .order_by(people.c.created_at, people.c.id)
    )
    return [_member(work, number, row) for number, row in enumerate(rows.mappings(), start=1)]


def reachable(work: Work, group_id: UUID, *, silent_too: bool, only: UUID | None = None) -> list[Contact]:
    """List the contacts of members, one for each; none that is frozen, held or of an excluded family.

    To silent ones goes only what tells nothing to somebody who reads along. `only`: of this one adult.
    """
    query = (
        select(*(contacts.c[name] for name in Contact.__dataclass_fields__))
        .join(people, people.c.contact_id == contacts.c.id)
        .join(memberships, memberships.c.person_id == people.c.id)
        .join(families, families.c.id == people.c.family_id)
        .where(
            memberships.c.group_id == group_id,
            memberships.c.status == "active",
            or_(contacts.c.first_id.is_not(None), contacts.c.frozen_at.is_(None) & contacts.c.held_at.is_(None)),
            families.c.excluded_at.is_(None),
        )
        .distinct()
    )
    if only is not None:
        query = query.where(people.c.id == only)
    if not silent_too:
        query = query.where(contacts.c.silent.is_(False), families.c.silent.is_(False))
    found = [Contact(**row) for row in work.connection.execute(query).mappings()]
    lines = (each if each.first_id is None else several.written_to(work, each) for each in found)
    return [each for each in lines if each is not None]


@cache
def _select() -> Select[Any]:
    chairs = {seat.value: staff.alias(seat.value) for seat in SEATS}
    adults = select(func.count()).select_from(memberships)
    adults = adults.where(memberships.c.group_id == groups.c.id, memberships.c.status.in_(EXPECTED))
    query = select(
        *(groups.c[name] for name in Group.__dataclass_fields__ if name in groups.c),
        *(chair.c.handle.label(name) for name, chair in chairs.items()),
        adults.correlate(groups).scalar_subquery().label("adults"),
    )
    for name, chair in chairs.items():
        query = query.outerjoin(chair, chair.c.id == groups.c[f"{name}_id"])
    return query


@cache
def _by(column: str) -> Select[Any]:
    return _select().where(groups.c[column] == bindparam("wanted"))


def _read(work: Work, query: Select[Any], **asked: UUID | str) -> list[Group]:
    return [Group(**row) for row in work.connection.execute(query, asked).mappings()]


def _member(work: Work, number: int, row: Any) -> Member:
    return Member(
        number=number,
        person_id=row["id"],
        contact_id=row["contact_id"],
        full_name=work.keys.open("people.full_name", row["id"], row["full_name_sealed"]),
        screen_name=work.open("people.screen_name", row["id"], row["screen_name_sealed"]) or "",
        status=row["status"],
        verified=row["verified_at"] is not None,
        agreed=row["agreed"],
    )
