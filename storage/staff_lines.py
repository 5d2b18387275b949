"""Whose phone is whose among staff: private lines, presses in the staff channel, and the end of both."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from storage import codes, contacts, conversations
from storage import staff as register
from storage.contacts import Contact
from storage.database import Connection
from storage.ids import new_id, new_lane_id
from storage.tables import contacts as contacts_table
from storage.tables import families, lanes, outbox, people, staff, staff_codes
from storage.work import Work

PRESSER = "staff_member"
CODE_LASTS = timedelta(hours=24)
UNHEARD_LASTS = timedelta(days=7)
ARRIVED, LOST = ("sent", "delivered", "read"), ("failed", "unknown")


def code_for(work: Work, handle: str, name: str, roles: Sequence[str], qualified_until: datetime | None = None) -> str:
    """Put somebody in the register and make the one-time code that binds their chat; a closed account opens again."""
    again = update(staff).where(staff.c.handle == handle, staff.c.left_at.is_not(None)).values(left_at=None)
    if work.connection.execute(again.returning(staff.c.id)).first() is not None:
        work.record("return", "staff", handle)
    staff_id = register.add(work, handle, name, roles, qualified_until)
    code = codes.secret_code()
    row = {"id": new_id(), "code_token": codes.token(work, code), "staff_id": staff_id}
    work.connection.execute(insert(staff_codes).values(row | {"expires_at": work.now + CODE_LASTS}))
    work.record("make_code", "staff", handle)
    return code


def bind(work: Work, contact: Contact, code: str) -> str | None:
    """Make a contact the private line of the code's owner; answers the handle. Never a family's contact."""
    if work.connection.execute(select(people.c.id).where(people.c.contact_id == contact.home_id).limit(1)).first():
        return None
    good = (staff_codes.c.code_token == codes.token(work, code), staff_codes.c.used_at.is_(None))
    spend = update(staff_codes).where(*good, staff_codes.c.expires_at > work.now).values(used_at=work.now)
    staff_id = work.connection.execute(spend.returning(staff_codes.c.staff_id)).scalar_one_or_none()
    if staff_id is None:
        work.record("bind", "contact", contact.id, outcome="refused:refused_code", clause="H2.3")
        return None
    _one_line_only(work, staff_id)
    conversations.close_all(work, contact.id)
    fresh = {"shared": False, "silent": False, "stopped_at": None, "paused_at": None, "frozen_at": None}
    contacts.change(work, contact.id, lane_id=staff_id, audience="staff", **fresh)
    bound = register.handle(work, staff_id)
    work.record("bind", "staff", bound)
    return bound


def bind_presses(work: Work, handle: str, channel: str, address: str) -> bool:
    """1.4: make somebody's presses in the staff channel count; False where the address is no staff member's."""
    member = register.by_handle(work, handle)
    known = contacts.by_token(work, channel, contacts.token(work, channel, address))
    if member is None or (known is not None and known.audience != PRESSER):
        return False
    for earlier in contacts.of_family(work, member.id):
        if earlier.audience == PRESSER and earlier.channel == channel:
            _make_stranger(work, earlier)
    if known is None:
        contacts.add(work, channel, address, PRESSER, member.id)
    else:
        contacts.change(work, known.id, lane_id=member.id, audience=PRESSER, frozen_at=None)
    work.record("bind_presses", "staff", handle)
    return True


def unbind(work: Work, staff_id: UUID) -> None:
    """H2.4: nothing that somebody wrote on as staff is theirs as staff any more; no code of theirs works."""
    for contact in contacts.of_family(work, staff_id):
        _make_stranger(work, contact)
    unused = (staff_codes.c.staff_id == staff_id, staff_codes.c.used_at.is_(None))
    work.connection.execute(update(staff_codes).where(*unused).values(used_at=work.now))


def _one_line_only(work: Work, staff_id: UUID) -> None:
    """Make a stranger's of the earlier phone: it was lost or replaced."""
    earlier = contacts.of_staff(work, staff_id)
    if earlier is not None:
        _make_stranger(work, earlier)


def _make_stranger(work: Work, earlier: Contact) -> None:
    """Nothing that was to go there as to a colleague does any more (G6.4)."""
    unsent = (outbox.c.contact_id == earlier.id, outbox.c.status.in_(["due", "held"]))
    work.connection.execute(update(outbox).where(*unsent).values(status="void", reason="left"))
    conversations.close_all(work, earlier.id)
    lane_id = new_lane_id()
    work.connection.execute(insert(lanes).values(id=lane_id, kind="family"))
    work.connection.execute(insert(families).values(id=lane_id, created_at=work.now))
    contacts.change(work, earlier.id, lane_id=lane_id, audience="family")


class Unheard(NamedTuple):
    """A member of staff whose newest message did not arrive, or may not have, and when it was written."""

    handle: str
    since: datetime


def unheard(connection: Connection, now: datetime) -> list[Unheard]:
    """Find those who work here and whose line took nothing since something for it was lost; of the last week."""
    newest = (
        select(staff.c.handle, outbox.c.status, outbox.c.queued_at)
        .ext(distinct_on(contacts_table.c.id))
        .join(contacts_table, contacts_table.c.id == outbox.c.contact_id)
        .join(staff, staff.c.id == contacts_table.c.lane_id)
        .where(contacts_table.c.audience == "staff", staff.c.left_at.is_(None))
        .where(outbox.c.act == "send", outbox.c.status.in_([*ARRIVED, *LOST]), outbox.c.queued_at > now - UNHEARD_LASTS)
        .order_by(contacts_table.c.id, outbox.c.n.desc())
    )
    found = [Unheard(row.handle, row.queued_at) for row in connection.execute(newest) if row.status in LOST]
    return sorted(found)
