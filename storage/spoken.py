"""Families without a phone of their own: who of the staff speaks for them now, and how (X5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from flows.policy import Role
from flows.policy.confidentiality import SPOKEN
from flows.policy.staff import TEAM
from storage import agreements, cases, codes, contacts, staff
from storage import people as people_rows
from storage.contacts import Contact
from storage.tables import people, spoken_lines
from storage.work import Work

_BY_CODE = select(spoken_lines).where(spoken_lines.c.code == bindparam("pointer"))
_OF_CONTACT = select(spoken_lines).where(spoken_lines.c.contact_id == bindparam("contact"))
_OF_SPEAKER = select(spoken_lines).where(
    spoken_lines.c.staff_id == bindparam("speaker"), spoken_lines.c.live_until > bindparam("now")
)


@dataclass(frozen=True)
class SpokenLine:
    """One family's line that is no phone. `method`: call, video, in_person; live until nobody has written so long."""

    contact_id: UUID
    code: str
    staff_id: UUID
    method: str
    live_until: datetime


@dataclass(frozen=True)
class Speaker:
    """Who speaks for a family now, how they hear it, and the private line on which it is written down."""

    staff_id: UUID
    method: str
    line: Contact


def add(work: Work, staff_id: UUID, method: str, language: str, lasts: timedelta) -> SpokenLine:
    """Make a family of its own with a line that is no phone; it is live at once."""
    code = codes.new_code("T")
    while by_code(work, code) is not None:
        code = codes.new_code("T")
    made = contacts.add(work, SPOKEN, code, language=language)
    row = {"contact_id": made.id, "code": code, "staff_id": staff_id, "method": method}
    work.connection.execute(insert(spoken_lines).values(row | {"live_until": work.now + lasts}))
    contacts.change(work, made.id, shared=True)
    return SpokenLine(made.id, code, staff_id, method, work.now + lasts)


def by_code(work: Work, written: str) -> SpokenLine | None:
    """Find a family's line by its code, however it was typed."""
    return _one(work, _BY_CODE, pointer=codes.pointer(written))


def of_contact(work: Work, contact_id: UUID) -> SpokenLine | None:
    """Find what is kept of a contact that is no phone."""
    return _one(work, _OF_CONTACT, contact=contact_id)


def of_speaker(work: Work, staff_id: UUID) -> SpokenLine | None:
    """Find the family for whom this member of staff speaks now."""
    return _one(work, _OF_SPEAKER, speaker=staff_id, now=work.now)


def everybody(work: Work) -> list[SpokenLine]:
    """Every family without a phone of its own."""
    rows = work.connection.execute(select(spoken_lines).order_by(spoken_lines.c.code)).mappings()
    return [SpokenLine(**row) for row in rows]


def speaker_of(work: Work, contact_id: UUID) -> Speaker | None:
    """Find who speaks for a family at this moment; None while nobody does, or their line is gone or frozen."""
    found = of_contact(work, contact_id)
    if found is None or found.live_until <= work.now:
        return None
    line = contacts.of_staff(work, found.staff_id)
    return None if line is None or line.frozen_at is not None else Speaker(found.staff_id, found.method, line)


def speak(work: Work, contact_id: UUID, staff_id: UUID, method: str, lasts: timedelta) -> None:
    """Let a member of staff speak for a family from now on, until nothing was written for so long."""
    _change(work, contact_id, staff_id=staff_id, method=method, live_until=work.now + lasts)


def go_on(work: Work, contact_id: UUID, lasts: timedelta) -> None:
    """They still speak: so much longer."""
    _change(work, contact_id, live_until=work.now + lasts)


def end(work: Work, contact_id: UUID) -> None:
    """They have said goodbye."""
    _change(work, contact_id, live_until=work.now)


def groups_of(work: Work, contact_id: UUID) -> list[UUID]:
    """The groups of a family without a phone: those that its adults are in, else the one that it asked to join."""
    contact = contacts.by_id(work, contact_id)
    if contact is None:
        return []
    joined = agreements.groups_of(work, [each.id for each in people_rows.of_family(work, contact.lane_id)])
    case = cases.of_family(work, contact.lane_id)
    of_case = [case.group_id] if case is not None and case.group_id is not None else []
    return joined or of_case


def is_of_the_team(work: Work, found: SpokenLine) -> bool:
    """G5.1: whether whoever spoke for a family last belongs to its team, or is a manager, now."""
    member = staff.by_id(work, found.staff_id)
    if member is None or member.left_at is not None:
        return False
    theirs: Sequence[UUID | None] = groups_of(work, found.contact_id) or [None]
    return Role.MANAGER in member.roles or any(staff.seats(work, member.id, each) & TEAM for each in theirs)


def to_be_told(work: Work, found: SpokenLine) -> list[Contact]:
    """Whom to ask to ring the family: who spoke for it last, or the managers where they may do so no more."""
    last = staff.lines(work, [found.staff_id]) if is_of_the_team(work, found) else []
    return last or staff.lines(work, [one.id for one in staff.by_role(work, Role.MANAGER)])


def speaker_handle(work: Work, contact_id: UUID) -> str | None:
    """The handle of whoever speaks for a family now."""
    speaker = speaker_of(work, contact_id)
    return None if speaker is None else staff.handle(work, speaker.staff_id)


def names(work: Work, contact_id: UUID) -> tuple[str, ...]:
    """The names on screen of the adults who are spoken for."""
    theirs = select(people.c.id, people.c.screen_name_sealed).where(people.c.contact_id == contact_id)
    rows = work.connection.execute(theirs.order_by(people.c.number)).mappings()
    return tuple(work.open("people.screen_name", row["id"], row["screen_name_sealed"]) or "" for row in rows)


def _change(work: Work, contact_id: UUID, **values: Any) -> None:
    work.connection.execute(update(spoken_lines).where(spoken_lines.c.contact_id == contact_id).values(values))


def _one(work: Work, query: Select[Any], **asked: Any) -> SpokenLine | None:
    found = work.connection.execute(query, asked).mappings().one_or_none()
    return None if found is None else SpokenLine(**found)
