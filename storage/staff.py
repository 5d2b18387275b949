"""The staff register: who works here, in which roles, in which seats, and which private line is theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, RowMapping, Select, any_, bindparam, func, insert, select, true, update

from flows.policy import Actor, Refused, Role, Seat
from flows.policy.complaints import Chart
from flows.policy.confidentiality import HANDLER, may_be_staff_line
from flows.policy.staff import PolicyConfirmation, are_policies_current
from storage import contacts
from storage.contacts import Contact
from storage.ids import new_lane_id
from storage.tables import (
    audit,
    breaches,
    complaints,
    concerns,
    groups,
    incidents,
    lanes,
    qualifications,
    staff,
)
from storage.work import Work

_SEATS = {"leader_id": Seat.LEADER, "second_id": Seat.SECOND, "moderator_id": Seat.MODERATOR}
_ONE: BindParameter[Any] = bindparam("one")

# Built once: each turn of staff asks these.
_IN_ORDER = select(staff).order_by(staff.c.created_at, staff.c.handle)
_STILL_HERE = _IN_ORDER.where(staff.c.left_at.is_(None))
_BY_ID = _IN_ORDER.where(staff.c.id == _ONE)
_WITH_HANDLE = _IN_ORDER.where(staff.c.handle == _ONE)
_BY_HANDLE = _STILL_HERE.where(staff.c.handle == _ONE)
_HANDLE = select(staff.c.handle).where(staff.c.id == _ONE)
_SEATED = select(*(func.bool_or(groups.c[column] == _ONE).label(seat) for column, seat in _SEATS.items()))
_SEATED_IN = _SEATED.where(groups.c.id == bindparam("in_group"))
_ACTOR, _ACTOR_IN = (
    select(staff, seated).join_from(staff, seated, true()).where(staff.c.id == _ONE)
    for seated in (_SEATED.subquery(), _SEATED_IN.subquery())
)


@dataclass(frozen=True)
class Member:
    """One member of staff; the name is in clear and stays out of logs."""

    id: UUID
    handle: str
    name: str
    roles: tuple[str, ...]
    qualified_until: datetime | None
    policies_version: str | None
    policies_confirmed_at: datetime | None
    left_at: datetime | None

    def __repr__(self) -> str:
        return f"Member({self.handle})"


def add(work: Work, handle: str, name: str, roles: Sequence[str], qualified_until: datetime | None = None) -> UUID:
    """Put somebody in the register; the same handle again changes name, roles and qualification.

    What a manager said since stays: a mark that they set, and the end of an account.
    """
    old = work.connection.execute(_standing_of(handle)).one_or_none()
    staff_id: UUID = new_lane_id() if old is None else old.id
    values: dict[str, Any] = {"name_sealed": work.keys.seal("staff.name", staff_id, name)}
    if old is None or old.left_at is None:
        values["roles"] = [str(role) for role in roles]
    if old is None or not old.marked:
        values["qualified_until"] = qualified_until
    if old is not None:
        work.connection.execute(update(staff).where(staff.c.id == staff_id).values(values))
        return staff_id
    work.connection.execute(insert(lanes).values(id=staff_id, kind="staff"))
    row = values | {"id": staff_id, "handle": handle, "created_at": work.now}
    work.connection.execute(insert(staff).values(row))
    work.record("add", "staff", handle)
    return staff_id


def by_id(work: Work, staff_id: UUID | None) -> Member | None:
    """Read one member of staff."""
    return None if staff_id is None else next(iter(_read(work, _BY_ID, one=staff_id)), None)


def by_handle(work: Work, handle: str) -> Member | None:
    """Find a member of staff who has not left."""
    return next(iter(_read(work, _BY_HANDLE, one=handle)), None)


def with_handle(work: Work, handle: str) -> Member | None:
    """Find a member of staff, also one who has left."""
    return next(iter(_read(work, _WITH_HANDLE, one=handle)), None)


def by_role(work: Work, *roles: str) -> list[Member]:
    """Those who hold one of the roles and have not left, in the order of the register."""
    held = [any_(staff.c.roles) == str(role) for role in roles]
    condition = held[0]
    for each in held[1:]:
        condition = condition | each
    return _read(work, _STILL_HERE.where(condition))


def everybody(work: Work) -> list[Member]:
    """All who have not left, in the order of the register."""
    return _read(work, _STILL_HERE)


def names(work: Work) -> list[str]:
    """The names of all who have not left, in the order of the register; read once in a transaction."""
    if work.staff_names is None:
        work.staff_names = [one.name for one in everybody(work)]
    return work.staff_names


def handle(work: Work, staff_id: UUID) -> str:
    """Return the handle under which acts are recorded."""
    return str(work.connection.execute(_HANDLE, {"one": staff_id}).scalar_one())


def handles(work: Work) -> dict[UUID, str]:
    """Every handle by id, of those who left too."""
    return {row[0]: row[1] for row in work.connection.execute(select(staff.c.id, staff.c.handle))}


def chart(members: Sequence[Member]) -> Chart:
    """Who holds each role, for flows/policy/complaints.py."""
    return {role: tuple(one.handle for one in members if role in one.roles) for role in Role}


def confirm_policies(work: Work, staff_id: UUID, version: str) -> None:
    """H2.1: the policies were confirmed in this version, now."""
    confirmed = {"policies_version": version, "policies_confirmed_at": work.now}
    work.connection.execute(update(staff).where(staff.c.id == staff_id).values(confirmed))


def actor(work: Work, staff_id: UUID, group_id: UUID | None, *, version: str, lasts: timedelta) -> Actor:
    """Somebody as policy sees them, with the seats they hold in this group; without a group, in any."""
    row = _in_group(work, _ACTOR, _ACTOR_IN, staff_id, group_id)
    if row is None:
        raise LookupError("there is no such member of staff")
    member = _member(work, row)
    confirmed = PolicyConfirmation(member.policies_version, member.policies_confirmed_at, version, lasts, work.now)
    return Actor(
        handle=member.handle,
        roles=frozenset(Role(role) for role in member.roles),
        seats=_seats(row),
        policies_current=bool(are_policies_current(confirmed)),
        left=member.left_at is not None,
    )


def seats(work: Work, staff_id: UUID, group_id: UUID | None) -> frozenset[Seat]:
    """Read the seats that somebody holds in a group, or in any group."""
    row = _in_group(work, _SEATED, _SEATED_IN, staff_id, group_id)
    return frozenset() if row is None else _seats(row)


def last_refusal(work: Work) -> Refused | None:
    """X2: the last refusal that whoever acts now has met."""
    theirs = (audit.c.actor == work.actor, audit.c.outcome.startswith("refused:"), audit.c.clause.is_not(None))
    newest = select(audit.c.clause, audit.c.outcome).where(*theirs).order_by(audit.c.n.desc()).limit(1)
    row = work.connection.execute(newest).one_or_none()
    return None if row is None else Refused(row[0], row[1].removeprefix("refused:"))


def line(work: Work, handle: str) -> Contact | None:
    """Find the private line of somebody, by handle."""
    member = by_handle(work, handle)
    return None if member is None else contacts.of_staff(work, member.id)


def lines(work: Work, staff_ids: Sequence[UUID]) -> list[Contact]:
    """Find the private lines of several people."""
    found = (contacts.of_staff(work, staff_id) for staff_id in dict.fromkeys(staff_ids))
    return [contact for contact in found if contact is not None]


def reachable(work: Work, staff_ids: Sequence[UUID]) -> list[Contact]:
    """Of these private lines those on which somebody reads everything: bound, not frozen, and nobody reads along."""
    bound = lines(work, staff_ids)
    return [line for line in bound if line.frozen_at is None and may_be_staff_line(line.channel)]


def _standing_of(handle: str) -> Select[Any]:
    marked = select(qualifications.c.id).where(qualifications.c.staff_id == staff.c.id).exists()
    return select(staff.c.id, staff.c.left_at, marked.label("marked")).where(staff.c.handle == handle)


def _in_group(
    work: Work, of_any: Select[Any], of_one: Select[Any], staff_id: UUID, group_id: UUID | None
) -> RowMapping | None:
    asked = {"one": staff_id} if group_id is None else {"one": staff_id, "in_group": group_id}
    return work.connection.execute(of_any if group_id is None else of_one, asked).mappings().one_or_none()


def _seats(row: RowMapping) -> frozenset[Seat]:
    return frozenset(seat for seat in _SEATS.values() if row[seat])


def _read(work: Work, query: Select[Any], **asked: UUID | str) -> list[Member]:
    return [_member(work, row) for row in work.connection.execute(query, asked).mappings()]


def _member(work: Work, row: Any) -> Member:
    kept = {name: row[name] for name in Member.__dataclass_fields__ if name not in {"name", "roles"}}
    name = work.keys.open("staff.name", row["id"], row["name_sealed"])
    return Member(**kept, name=name, roles=tuple(row["roles"]))


def capacities(work: Work, staff_id: UUID) -> frozenset[str]:
    """H2.3: what clears somebody's private line: roles, seats, being the handler of something open, or called to it."""
    handles_one = select(complaints.c.id).where(complaints.c.handler_id == staff_id, complaints.c.closed_at.is_(None))
    undecided = select(breaches.c.id).where(breaches.c.outcome.is_(None))
    unsettled = select(incidents.c.id).where(incidents.c.closed_at.is_(None))
    asked = select(complaints.c.id).where(complaints.c.kind.startswith("request_"), complaints.c.closed_at.is_(None))
    called = (staff.c.handle == any_(concerns.c.paged), ~(staff.c.handle == any_(concerns.c.not_to)))
    paged = select(concerns.c.id).where(concerns.c.closed_at.is_(None), *called)
    matters = [each.exists() for each in (handles_one, paged, undecided, unsettled, asked)]
    found = select(staff.c.roles, *matters).where(staff.c.id == staff_id)
    roles, is_handler, is_paged, is_undecided, is_unsettled, is_asked = work.connection.execute(found).one()
    decides = Role.MANAGER in roles and (is_undecided or is_unsettled)
    answers = Role.DATA_LEAD in roles and (is_asked or is_unsettled)
    handler = is_handler or is_paged or decides or answers
    return frozenset(roles) | seats(work, staff_id, None) | ({HANDLER} if handler else frozenset())
