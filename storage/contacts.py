"""Contacts: an address on one channel, who is behind it, and what may be sent there now."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, RowMapping, Select, bindparam, func, insert, null, select, update

from flows.policy.confidentiality import SPOKEN
from storage.fixed import fixed
from storage.ids import new_id, new_lane_id
from storage.tables import contacts, families, lanes, outbox, people
from storage.work import Work


@dataclass(frozen=True)
class Contact:
    """The fields of a contact that decide what may be sent to it. The address stays sealed."""

    id: UUID
    lane_id: UUID
    channel: str
    audience: str
    language: str
    shared: bool
    silent: bool
    stopped_at: datetime | None
    frozen_at: datetime | None
    held_at: datetime | None
    paused_at: datetime | None
    last_inbound_at: datetime | None
    restricted_at: datetime | None
    address_sealed: bytes
    reply_to_sealed: bytes | None = None
    phone_sealed: bytes | None = None
    first_id: UUID | None = None

    @property
    def home_id(self) -> UUID:
        """The contact that the adults who use this one are kept with: their first, if they have several."""
        return self.first_id or self.id

    def address(self, work: Work) -> str:
        """The address in clear, for the channel only."""
        return work.keys.open("contacts.address", self.id, self.address_sealed)

    def goes_to(self, work: Work) -> str:
        """Where messages are sent: where they last wrote from, else the address that they are known by."""
        return work.open("contacts.reply_to", self.id, self.reply_to_sealed) or self.address(work)

    def phone(self, work: Work) -> str:
        """A number to ring: the one that came with a message, else the address; none where that is a mere id."""
        if self.channel == SPOKEN:
            return ""
        shown = work.open("contacts.phone", self.id, self.phone_sealed) or self.goes_to(work).removeprefix("whatsapp:")
        return "" if _is_id(shown) else shown


_SHOWN = Contact.__dataclass_fields__
FIELDS = [contacts.c[name] for name in _SHOWN]
_BY_ID = select(*FIELDS).where(contacts.c.id == bindparam("contact"))
_NEWEST = fixed(select(*FIELDS).order_by(contacts.c.created_at.desc()).limit(1))
_ON_CHANNEL = _NEWEST.where(contacts.c.channel == bindparam("on"))
_BY_TOKEN = _ON_CHANNEL.where(contacts.c.address_token == bindparam("theirs"))
_OF_NUMBER = _ON_CHANNEL.where(
    (contacts.c.address_token == bindparam("theirs")) | (contacts.c.reply_token == bindparam("theirs"))
)
_OF_STAFF = fixed(_NEWEST.where(contacts.c.lane_id == bindparam("staff_id"), contacts.c.audience == "staff"))
_STAFF_CHANNEL = fixed(_NEWEST.where(contacts.c.audience == "staff_channel"))
_OF_FAMILY = select(*FIELDS).where(contacts.c.lane_id == bindparam("family")).order_by(contacts.c.created_at)
_OF_PERSON = select(*FIELDS).join(people, people.c.contact_id == contacts.c.id)
_OF_PERSON = _OF_PERSON.where(people.c.id == bindparam("person"))
_ADD = insert(contacts).returning(*FIELDS)
_CHANGE = update(contacts).where(contacts.c.id == bindparam("contact"))
_COMES_WITH_WORDS = ("reply_to_sealed", "reply_token", "phone_sealed", "phone_token")
_NEW = {
    name: func.coalesce(bindparam(f"new_{name}", type_=LargeBinary), contacts.c[name]) for name in _COMES_WITH_WORDS
}
_HEARD = _CHANGE.values(last_inbound_at=bindparam("now"), **_NEW).cte("heard")
_HELD = (outbox.c.contact_id == bindparam("contact"), outbox.c.status == "held")
RELEASE_HELD = fixed(update(outbox).where(*_HELD).values(status="due", reason=null()))
_HEAR = RELEASE_HELD.add_cte(_HEARD)


def token(work: Work, channel: str, address: str) -> bytes:
    """The blind index under which a contact is found."""
    return work.keys.token(f"contacts.{channel}", address)


def phone_token(work: Work, number: str) -> bytes:
    """The blind index of a number to ring, on whichever channel."""
    return work.keys.token("contacts.phone", number)


def by_id(work: Work, contact_id: UUID) -> Contact | None:
    """Read one contact."""
    return _one(work, _BY_ID, contact=contact_id)


def by_token(work: Work, channel: str, address_token: bytes) -> Contact | None:
    """Read the contact of an address."""
    return _one(work, _BY_TOKEN, on=channel, theirs=address_token)


def of_staff(work: Work, staff_id: UUID | None) -> Contact | None:
    """The private line of a member of staff (the newest, if there were several)."""
    return None if staff_id is None else _one(work, _OF_STAFF, staff_id=staff_id)


def staff_channel(work: Work) -> Contact | None:
    """The staff channel, if one was set up."""
    return _one(work, _STAFF_CHANNEL)


def of_family(work: Work, family_id: UUID) -> list[Contact]:
    """All contacts of a family, oldest first."""
    rows = work.connection.execute(_OF_FAMILY, {"family": family_id})
    return [_contact(row) for row in rows.mappings()]


def of_person(work: Work, person_id: UUID) -> Contact | None:
    """The contact that a person uses."""
    return _one(work, _OF_PERSON, person=person_id)


def add(
    work: Work,
    channel: str,
    address: str,
    audience: str = "family",
    lane_id: UUID | None = None,
    language: str = "en",
) -> Contact:
    """Make a contact; a family's first one makes its family and lane too."""
    lane = lane_id or new_lane_id()
    if lane_id is None:
        work.connection.execute(insert(lanes).values(id=lane, kind=audience))
    if lane_id is None and audience == "family":
        work.connection.execute(insert(families).values(id=lane, created_at=work.now))
    contact_id = new_id()
    row = {
        "id": contact_id,
        "lane_id": lane,
        "channel": channel,
        "audience": audience,
        "address_sealed": work.keys.seal("contacts.address", contact_id, address),
        "address_token": token(work, channel, address),
        "language": language,
        "created_at": work.now,
    }
    return _contact(work.connection.execute(_ADD, row).mappings().one())


def find_or_add(work: Work, channel: str, address: str) -> Contact:
    """Find the contact of an address or make it; two first messages at once make one."""
    address_token = token(work, channel, address)
    number = int.from_bytes(address_token[:8], "big", signed=True)
    work.connection.execute(select(func.pg_advisory_xact_lock(number)))
    return by_token(work, channel, address_token) or add(work, channel, address)


def change(work: Work, contact_id: UUID, **values: Any) -> None:
    """Set columns of a contact (language, shared, stopped_at, frozen_at, held_at, paused_at ...)."""
    work.connection.execute(_CHANGE, {"contact": contact_id, **values})
    work.changed.add(contact_id)


def of_number(work: Work, channel: str, number: str) -> Contact | None:
    """Find who is known by this number, or last wrote from it under an id."""
    return _one(work, _OF_NUMBER, on=channel, theirs=token(work, channel, number))


def readdress(work: Work, contact_id: UUID, channel: str, address: str, reply_to: str) -> None:
    """Know a contact by another address from now on."""
    change(
        work,
        contact_id,
        address_sealed=work.keys.seal("contacts.address", contact_id, address),
        address_token=token(work, channel, address),
        **_goes_to(work, contact_id, channel, reply_to),
    )


def heard_from(work: Work, contact: Contact, reply_to: str | None, phone: str | None = None) -> Contact:
    """They wrote just now; `reply_to` is where answers go, if that is not their address; `phone` is their number.

    Any message opens the window: what waited for it is due. Answers the contact as it is then.
    """
    values: dict[str, Any] = {}
    if reply_to and reply_to != contact.goes_to(work):
        values |= _goes_to(work, contact.id, contact.channel, reply_to)
    if phone and phone != contact.phone(work):
        values |= {
            "phone_sealed": work.keys.seal("contacts.phone", contact.id, phone),
            "phone_token": phone_token(work, phone),
        }
    fresh = {f"new_{name}": values.get(name) for name in _COMES_WITH_WORDS}
    work.connection.execute(_HEAR, {"contact": contact.id, "now": work.now, **fresh})
    shown = {name: value for name, value in values.items() if name in _SHOWN}
    return replace(contact, last_inbound_at=work.now, **shown)


def _goes_to(work: Work, contact_id: UUID, channel: str, reply_to: str) -> dict[str, Any]:
    sealed = work.keys.seal("contacts.reply_to", contact_id, reply_to)
    return {"reply_to_sealed": sealed, "reply_token": token(work, channel, reply_to)}


def _is_id(address: str) -> bool:
    try:
        return bool(UUID(address))
    except ValueError:
        return False


def _one(work: Work, query: Select[Any], **asked: Any) -> Contact | None:
    found = work.connection.execute(query, asked).mappings().one_or_none()
    return None if found is None else _contact(found)


def _contact(row: RowMapping) -> Contact:
    return Contact(**row)
