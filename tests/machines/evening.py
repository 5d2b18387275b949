"""The evening that the machine plays: a group with four members, its meeting in an hour, and a stranger."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import Engine, insert, update

from bot.acts.meeting_access import clocks
from bot.house import House
from storage import contacts, diary, people
from storage.crypto import KeyRing
from storage.diary import Plan
from storage.ids import id_for
from storage.people import NewPerson
from storage.tables import acceptances, memberships
from storage.tables import people as people_rows
from storage.work import Work
from tests.stage import START, stage

MEMBERS = {"amira": "signal", "bea": "signal", "cara": "signal", "dina": "whatsapp"}
MEETING = UUID(int=42)
OPENS = timedelta(minutes=60)
STARTS = START + timedelta(minutes=70)
ENDS = STARTS + timedelta(minutes=60)


def prepare(engine: Engine, keys: KeyRing) -> None:
    """Fill a database that every example of the machine begins with."""
    with stage(engine, keys) as built:
        group = built.house.organisation.groups[0]
        group_id = id_for("sample group", group.code)
        with built.house.work("operator") as work:
            for name, channel in MEMBERS.items():
                _join(work, built.house, group_id, name, channel)
            diary.add(work, MEETING, Plan(group_id, "zoom", STARTS, ENDS), clocks(built.house.organisation))
        built.settle()


def _join(work: Work, house: House, group_id: UUID, name: str, channel: str) -> None:
    person_id, now = uuid4(), work.now
    line = contacts.add(work, channel, name)
    contacts.change(work, line.id, last_inbound_at=now)
    full_name = f"{name.title()} Surname"
    people.keep(work, line.lane_id, [NewPerson(person_id, 1, full_name, name.title(), True, line.id)])
    work.connection.execute(update(people_rows).where(people_rows.c.id == person_id).values(verified_at=now))
    membership = {"id": uuid4(), "person_id": person_id, "group_id": group_id, "status": "active", "since": now}
    work.connection.execute(insert(memberships).values(membership | {"decided_by": _leader(work, house)}))
    for what in ("agreement", "own_risk"):
        version = house.organisation.agreement.version
        row = {"id": uuid4(), "person_id": person_id, "what": what, "version": version, "text_hash": ""}
        work.connection.execute(insert(acceptances).values(row | {"language": "en", "at": now}))


def _leader(work: Work, house: House) -> UUID:
    line = contacts.by_token(work, "signal", contacts.token(work, "signal", house.organisation.groups[0].leader))
    assert line is not None
    return line.lane_id


def is_in_window(now: datetime) -> bool:
    return STARTS - OPENS <= now < ENDS
