"""Phones of members from which nobody has written for long: the number may be somebody else's by now (G6.4)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from flows.policy.confidentiality import SPOKEN
from storage.contacts import Contact
from storage.tables import checks, contacts, memberships, people
from storage.work import Work

RECHECK, CONFIRMED = "recheck", "confirmed"
_PLACED = ("approved", "active", "suspended")


def since(work: Work, at: datetime) -> list[Contact]:
    """List the phones of members silent since then, unless the adult wrote from another or staff checked this one."""
    other = contacts.alias("other")
    elsewhere = select(other.c.id).where(other.c.first_id == contacts.c.first_id, other.c.last_inbound_at > at)
    return _found(work, at, ~elsewhere.exists())


def is_members(work: Work, contact_id: UUID, at: datetime) -> bool:
    """Tell whether a phone that was silent since then is a member's whom nobody of the staff has checked since."""
    return bool(_found(work, at, contacts.c.id == contact_id))


def _found(work: Work, at: datetime, more: ColumnElement[bool]) -> list[Contact]:
    live = (checks.c.kind == RECHECK, checks.c.outcome == CONFIRMED, checks.c.at > at)
    checked = select(checks.c.id).where(checks.c.contact_id == contacts.c.id, *live)
    query = (
        select(*(contacts.c[name] for name in Contact.__dataclass_fields__))
        .join(people, people.c.contact_id == func.coalesce(contacts.c.first_id, contacts.c.id))
        .join(memberships, memberships.c.person_id == people.c.id)
        .where(contacts.c.audience == "family", contacts.c.channel != SPOKEN, contacts.c.frozen_at.is_(None))
        .where(contacts.c.last_inbound_at <= at, memberships.c.status.in_(_PLACED), ~checked.exists(), more)
        .distinct()
    )
    rows = work.connection.execute(query).mappings()
    return sorted((Contact(**row) for row in rows), key=lambda each: (each.lane_id, each.id))
