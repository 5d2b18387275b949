"""What a one-to-one has besides its meeting: the question about sensitive talk, the yes, check-in and check-out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, insert, or_, select, update

from storage import contacts, meetings, outbox, several
from storage.meetings import Meeting
from storage.tables import meetings as meeting_rows
from storage.tables import one_to_ones, people
from storage.work import Work

BEGIN, END = "buddy_begin", "buddy_end"
LATE_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class OneToOne:
    """One meeting with one adult; the reason of an override stays sealed."""

    id: UUID
    sensitive: str
    end_to_end: bool
    overridden_by: UUID | None
    rules: Mapping[str, str]
    rules_version: str
    agreement_version: str | None
    accepted_at: datetime | None
    begun_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True)
class Terms:
    """What was settled when it was proposed. `reason`: a manager's, for a platform that is not private."""

    sensitive: str
    end_to_end: bool
    overridden_by: UUID | None
    reason: str | None
    rules: Mapping[str, str]


_FIELDS = [one_to_ones.c[name] for name in OneToOne.__dataclass_fields__]


def add(work: Work, meeting: Meeting, terms: Terms) -> None:
    """I1.1: keep what was settled, each rule's "not applicable" too; its buddy hears when it should begin and end."""
    row = {
        "id": meeting.id,
        "sensitive": terms.sensitive,
        "end_to_end": terms.end_to_end,
        "overridden_by": terms.overridden_by,
        "override_reason_sealed": work.seal("one_to_ones.override_reason", meeting.id, terms.reason),
        "rules": dict(terms.rules),
        "rules_version": work.policy_version,
    }
    work.connection.execute(insert(one_to_ones).values(row))
    work.set_timer(BEGIN, meeting.id, meeting.starts_at + LATE_AFTER)
    work.set_timer(END, meeting.id, meeting.ends_at + LATE_AFTER)


def put_off(work: Work, meeting: Meeting, minutes: int) -> None:
    """LATE: it is missed, and its end is, so many minutes later. `meeting`: with the end that it has now."""
    work.set_timer(BEGIN, meeting.id, meeting.starts_at + timedelta(minutes=minutes) + LATE_AFTER)
    work.set_timer(END, meeting.id, meeting.ends_at + LATE_AFTER)


def by_id(work: Work, meeting_id: UUID) -> OneToOne | None:
    """Read one."""
    row = work.connection.execute(select(*_FIELDS).where(one_to_ones.c.id == meeting_id)).mappings().one_or_none()
    return None if row is None else OneToOne(**row)


def open_for(work: Work, staff_id: UUID) -> list[Meeting]:
    """Those that somebody leads or knows of as a buddy, and that are not over or not checked out of."""
    theirs = or_(meeting_rows.c.leader_id == staff_id, meeting_rows.c.second_id == staff_id)
    going = one_to_ones.c.begun_at.is_not(None) & one_to_ones.c.ended_at.is_(None)
    coming = meeting_rows.c.status.in_(["planned", "started"]) & one_to_ones.c.ended_at.is_(None)
    return _meetings(work, theirs, or_(going, coming))


def left_open(work: Work) -> list[Meeting]:
    """Those whose time is over, and nobody has checked out of."""
    begun = one_to_ones.c.begun_at.is_not(None) & one_to_ones.c.ended_at.is_(None)
    return _meetings(work, begun, meeting_rows.c.ends_at <= work.now)


def open_of(work: Work, contact_id: UUID) -> list[Meeting]:
    """Those to come with the adults who use a contact."""
    adults = select(people.c.id).where(people.c.contact_id == several.first_of(contact_id))
    return coming_with(work, adults)


def coming_with(work: Work, adults: Select[Any] | Sequence[UUID]) -> list[Meeting]:
    """Those to come with these adults."""
    coming = (meeting_rows.c.status == "planned", meeting_rows.c.ends_at > work.now)
    return _meetings(work, meeting_rows.c.person_id.in_(adults), *coming)


def accept(work: Work, meeting_id: UUID, agreement_version: str) -> None:
    """G4.5: the adult said yes, under this version of the agreement."""
    change(work, meeting_id, accepted_at=work.now, agreement_version=agreement_version)


def change(work: Work, meeting_id: UUID, **values: Any) -> None:
    """Set columns: accepted_at, begun_at, ended_at ..."""
    work.connection.execute(update(one_to_ones).where(one_to_ones.c.id == meeting_id).values(values))


def cancelled(work: Work, meeting: Meeting) -> None:
    """It does not take place: nobody waits for its beginning or end any more, and the buddy hears it."""
    if not meeting.is_one_to_one:
        return
    work.cancel_timers(meeting.id, BEGIN, END)
    buddy = contacts.of_staff(work, meeting.second_id)
    if buddy is not None:
        outbox.tell(work, buddy, "staff_buddy_cancelled", meeting=meeting.code)


def _meetings(work: Work, *conditions: Any) -> list[Meeting]:
    found = select(meeting_rows.c.id).join(one_to_ones, one_to_ones.c.id == meeting_rows.c.id).where(*conditions)
    ids = work.connection.execute(found.order_by(meeting_rows.c.starts_at)).scalars()
    read = (meetings.by_id(work, each) for each in ids)
    return [each for each in read if each is not None]
