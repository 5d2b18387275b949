"""What a flow knows of the family that writes, read together at each turn: its adults, its case, a phone that waits."""

from dataclasses import dataclass

from sqlalchemy import bindparam, literal, select, true

from storage import cases, invitations, people
from storage.cases import Case
from storage.contacts import Contact
from storage.fixed import fixed
from storage.people import Person
from storage.tables import people as person_rows
from storage.work import Work


@dataclass(frozen=True)
class FamilyFile:
    """The adults by number, the newest case, and whether a code for a second phone waits for staff's word."""

    adults: list[Person]
    case: Case | None
    phone_waits: bool


_ADULT = (person_rows.c.family_id == bindparam("family")) & (person_rows.c.number > 0)
_CASE = cases.OF_FAMILY.subquery("newest")
_NOTHING = select(literal(1).label("one")).subquery("nothing")
_FILE = fixed(
    select(invitations.WAITS.exists(), *person_rows.c, *_CASE.c)
    .select_from(_NOTHING)
    .outerjoin(person_rows, _ADULT)
    .outerjoin(_CASE, true())
    .order_by(person_rows.c.number)
)
_OF_A_PERSON = len(person_rows.c)


def read(work: Work, contact: Contact) -> FamilyFile:
    """Read the file of the family that writes from this contact."""
    rows = work.connection.execute(_FILE, {"family": contact.lane_id, "contact": contact.id}).all()
    adults = [dict(zip(person_rows.c.keys(), row[1:], strict=False)) for row in rows]
    case = rows[0][1 + _OF_A_PERSON :]
    return FamilyFile(
        adults=[people.opened(work, each) for each in adults if each["id"] is not None],
        case=None if case[0] is None else Case(*case),
        phone_waits=rows[0][0],
    )
