"""A contact becomes one more of the same adult's, or stops being theirs."""

from uuid import UUID

from sqlalchemy import insert, select, update

from flows.policy.members import OWED
from storage import contacts, conversations, invitations, outbox, several
from storage.contacts import Contact
from storage.ids import new_lane_id
from storage.tables import callbacks, cases, complaints, concerns, families, lanes, people
from storage.tables import contacts as contacts_table
from storage.tables import outbox as outbox_rows
from storage.work import Work


def join(work: Work, contact_id: UUID, added: Contact) -> None:
    """G2.2, G6.4: the adult of a contact writes from this one too; their family's silence holds on it as well."""
    known = contacts.by_id(work, contact_id)
    if known is None:
        raise LookupError("there is no contact to join")
    contacts.change(work, known.home_id, first_id=known.home_id)
    alike = {"silent": known.silent, "restricted_at": known.restricted_at}
    contacts.change(work, added.id, lane_id=known.lane_id, first_id=known.home_id, **alike)
    conversations.close_all(work, added.id)


def move(work: Work, contact_id: UUID, family_id: UUID) -> None:
    """G2.2, G12.2: a phone of another adult; its family's silence and restriction hold on it as well."""
    silent = select(families.c.silent).where(families.c.id == family_id)
    theirs = (contacts_table.c.lane_id == family_id, contacts_table.c.restricted_at.is_not(None))
    restricted = select(contacts_table.c.restricted_at).where(*theirs).limit(1)
    alike = {
        "silent": work.connection.execute(silent).scalar_one(),
        "restricted_at": work.connection.execute(restricted).scalar_one_or_none(),
    }
    contacts.change(work, contact_id, lane_id=family_id, **alike)


def take_out(work: Work, gone: Contact) -> Contact | None:
    """G6.4: a contact counts no more, and whoever writes from it is a stranger; answers the one that stands for it.

    What held the adult back holds on the others too. What waits for an answer is answered there. Whose it was is kept,
    so that it is erased with them.
    """
    others = [each for each in several.with_it(work, gone) if each.id != gone.id]
    heir = next((each for each in others if each.id == gone.first_id), next(iter(others), None))
    if heir is None:
        return None
    _hand_over(work, gone, heir)
    invitations.revoke_unused_phones(work, heir.id)
    for each in others:
        doubted = gone.frozen_at if several.shared(work, each).number_in_doubt else None
        back = {"held_at": each.held_at or gone.held_at, "paused_at": each.paused_at or gone.paused_at}
        first = heir.id if len(others) > 1 else None
        contacts.change(work, each.id, first_id=first, frozen_at=each.frozen_at or doubted, **back)
    _make_stranger(work, gone, heir)
    return heir


def _hand_over(work: Work, gone: Contact, heir: Contact) -> None:
    for table in (people, cases, complaints, concerns, callbacks):
        theirs = update(table).where(table.c.contact_id == gone.id)
        work.connection.execute(theirs.values(contact_id=heir.id))


def _make_stranger(work: Work, gone: Contact, heir: Contact) -> None:
    waits = (outbox_rows.c.contact_id == gone.id, outbox_rows.c.status == "held")
    owed = (*waits, outbox_rows.c.template.in_(sorted(OWED)))
    work.connection.execute(update(outbox_rows).where(*owed).values(contact_id=heir.id, status="due", reason=None))
    work.touched.add(heir.lane_id)
    outbox.void(work, reason="removed", contact_id=gone.id, answers_too=True)
    conversations.close_all(work, gone.id)
    lane_id = new_lane_id()
    work.connection.execute(insert(lanes).values(id=lane_id, kind="family"))
    work.connection.execute(insert(families).values(id=lane_id, created_at=work.now))
    earlier = update(contacts_table).where(contacts_table.c.taken_from_id == gone.id)
    work.connection.execute(earlier.values(taken_from_id=heir.id))
    contacts.change(work, gone.id, lane_id=lane_id, first_id=None, taken_from_id=heir.id)
