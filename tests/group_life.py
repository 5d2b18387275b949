"""A sample group with its staff, its members and a meeting half an hour away, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Engine, insert, select, update

from bot import app
from bot.acts.meeting_access import clocks, terms
from bot.clock import Clock
from bot.house import House
from bot.moment import Moment
from bot.organisation import Organisation, load
from flows.policy import Seat
from storage import contacts, diary, groups, meetings, passwords, people, seats, staff
from storage.contacts import Contact
from storage.crypto import KeyRing
from storage.diary import Plan
from storage.meetings import Meeting
from storage.people import NewPerson
from storage.tables import acceptances, audit, memberships, outbox
from storage.tables import contacts as contact_rows
from storage.tables import people as people_rows
from storage.work import Work
from tests.words import TEXTS

TOML = Path(__file__).parent.parent / "doorstep.toml"
STAFF = {
    "anna": ("Anna Leader", ["practitioner"]),
    "ben": ("Ben Second", ["assistant"]),
    "mo": ("Mo Third", ["practitioner"]),
    "maria": ("Maria Manager", ["manager"]),
    "max": ("Max Manager", ["manager"]),
    "dora": ("Dora Data", ["data_lead"]),
}


loaded = cache(load)


@dataclass
class Life:
    """The database, the time, and who is who in it."""

    engine: Engine
    keys: KeyRing
    now: datetime
    organisation: Organisation
    staff: dict[str, UUID] = field(default_factory=dict)
    group_id: UUID = field(default_factory=uuid4)
    meeting_id: UUID = field(default_factory=uuid4)

    def closed(self) -> str:
        """The name of its database, that nobody is connected to any more."""
        self.engine.dispose()
        return str(self.engine.url.database)

    def on_copy(self, engine: Engine) -> "Life":
        """The same on a copy of its database."""
        return replace(self, engine=engine, staff=dict(self.staff))

    def house(self) -> House:
        """The house in which this happens, where nobody works for the jobs."""
        return House(
            engine=self.engine,
            keys=self.keys,
            texts=TEXTS,
            organisation=self.organisation,
            clock=Clock(source=lambda: self.now),
            disclosure=app.disclosure_words(),
            defer=lambda *_: None,
        )

    @contextmanager
    def work(self, actor: str = "clock") -> Iterator[Work]:
        """One transaction."""
        with self.engine.begin() as connection:
            yield Work(connection, self.keys, self.now, actor, "2023-09-20")

    def at(self, handle: str, command: Any, act: Any, key: str | None = None) -> Any:
        """Let a member of staff perform an act on their private line."""
        with self.work(f"staff:{handle}") as work:
            line = contacts.of_staff(work, self.staff[handle])
            assert line is not None
            conversation = uuid4() if key is None else UUID(int=7)
            key = key or "act"
            who = self.staff[handle]
            return act(Moment(work, self.organisation, line, who, conversation, None, key, texts=TEXTS), command)

    def family(self, person_id: UUID, act: Any, said: Any) -> Any:
        """Let the phone of a person perform an act."""
        return self.on(self.contact(person_id), act, said)

    def on(self, line: Contact, act: Any, said: Any) -> Any:
        """Let a family's contact perform an act."""
        with self.work("contact") as work:
            return act(Moment(work, self.organisation, line, None, uuid4(), None, "act", texts=TEXTS), said)

    def meeting(self) -> Meeting:
        """Read the sample meeting."""
        with self.work() as work:
            found = meetings.by_id(work, self.meeting_id)
            assert found is not None
            return found

    def member(self, name: str, *, shared: bool = False, status: str = "active") -> UUID:
        """Add an adult in good standing, with a phone of their own."""
        person_id = uuid4()
        with self.work() as work:
            line = contacts.add(work, "signal", f"+44{name}")
            contacts.change(work, line.id, shared=shared)
            people.keep(work, line.lane_id, [NewPerson(person_id, 1, f"{name} Surname", name, True, line.id)])
            verified = update(people_rows).where(people_rows.c.id == person_id).values(verified_at=self.now)
            work.connection.execute(verified)
            work.connection.execute(insert(memberships).values(self._membership(person_id, status)))
            work.connection.execute(insert(acceptances), self._acceptances(person_id))
        return person_id

    def _membership(self, person_id: UUID, status: str) -> dict[str, Any]:
        row = {"id": uuid4(), "person_id": person_id, "group_id": self.group_id, "status": status}
        return row | {"decided_by": self.staff["anna"], "since": self.now}

    def _acceptances(self, person_id: UUID) -> list[dict[str, Any]]:
        version = self.organisation.agreement.version
        row = {"person_id": person_id, "version": version, "text_hash": "", "language": "en", "at": self.now}
        return [row | {"id": uuid4(), "what": what} for what in ("agreement", "own_risk")]

    def contact(self, person_id: UUID) -> Contact:
        """Read somebody's phone."""
        with self.work() as work:
            line = contacts.of_person(work, person_id)
            assert line is not None
            return line

    def told(self, person_id: UUID | None = None, handle: str | None = None) -> list[str]:
        """List the texts queued for a person or a member of staff that were not voided, oldest first."""
        with self.work() as work:
            query = select(outbox.c.template).join(contact_rows, contact_rows.c.id == outbox.c.contact_id)
            if person_id is not None:
                line = contacts.of_person(work, person_id)
                assert line is not None
                query = query.where(outbox.c.contact_id == line.id)
            if handle is not None:
                query = query.where(contact_rows.c.lane_id == self.staff[handle])
            query = query.where(outbox.c.status != "void", outbox.c.act == "send").order_by(outbox.c.n)
            return list(work.connection.execute(query).scalars())

    def delivered(self) -> None:
        """Whatever waits has left."""
        with self.work() as work:
            work.connection.execute(update(outbox).where(outbox.c.status == "due").values(status="sent"))

    def audited(self) -> list[tuple[str, str, str | None]]:
        """List what was recorded: act, outcome and clause."""
        with self.work() as work:
            query = select(audit.c.act, audit.c.outcome, audit.c.clause).order_by(audit.c.n)
            return [(row[0], row[1], row[2]) for row in work.connection.execute(query)]

    def release(self, person_id: UUID) -> UUID:
        """Give somebody the password without asking policy."""
        with self.work() as work:
            meeting, line = meetings.by_id(work, self.meeting_id), contacts.of_person(work, person_id)
            assert meeting is not None
            assert line is not None
            given = replace(terms(self.organisation), identified=True)
            return passwords.release(work, person_id, line, meeting, given, reply=True)

    def make_ready(self) -> None:
        """Seats confirmed, password made, platform set."""
        with self.work() as work:
            for handle in ("anna", "ben"):
                seats.confirm(work, meetings.lock(work, self.meeting_id), self.staff[handle])
            passwords.make_password(work, self.meeting_id, "first")
            sealed = work.seal("meetings.link", self.meeting_id, "https://zoom.example/j/1")
            ready = {"nothing_kept": True}
            meetings.change(work, self.meeting_id, platform_version=1, link_sealed=sealed, checklist=ready)

    def make_set(self) -> None:
        """The platform has the password that counts."""
        version = self.meeting().password_version
        with self.work() as work:
            meetings.change(work, self.meeting_id, platform_version=version)


def begin(engine: Engine, keys: KeyRing, now: datetime) -> Life:
    """Hire the staff, make the group, plan the meeting."""
    life = Life(engine, keys, now, loaded(TOML))
    with life.work() as work:
        for handle, (name, roles) in STAFF.items():
            life.staff[handle] = staff.add(work, handle, name, roles, now + timedelta(days=365))
            staff.confirm_policies(work, life.staff[handle], life.organisation.staff_policies.version)
            contacts.add(work, "signal", f"+49{handle}", "staff", life.staff[handle])
        groups.add(work, life.group_id, "Tuesday", "zoom", life.staff["anna"])
        groups.set_sensitive(work, life.group_id, "no")
        groups.seat(work, life.group_id, Seat.SECOND, life.staff["ben"])
        plan = Plan(life.group_id, "zoom", now + timedelta(minutes=30), now + timedelta(minutes=90))
        diary.add(work, life.meeting_id, plan, clocks(life.organisation))
    return life
