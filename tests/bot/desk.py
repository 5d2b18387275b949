"""A desk for tests of acts: a family, the sample staff, and a command performed in a transaction of its own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from bot import published
from bot.acts import ACTS
from bot.due import DUE
from bot.house import House
from bot.moment import Moment
from flows.family.acts.joining import AdultDetails, Details, OpenCase, SubmitCase
from flows.staff.acts.cases import ClaimCase, Decide, MarkKnown, ReadCase, RecordCall, RecordIdentity, RecordSuitability
from storage import contacts, staff, timers
from storage.contacts import Contact
from storage.tables import audit, memberships, outbox
from storage.work import Work


@dataclass
class Desk:
    """One house, and a family on one phone."""

    house: House
    family: Contact

    def family_does(self, command: Any, conversation: UUID | None = None, key: str = "") -> Any:
        """Perform a family's act, as its contact is now."""
        with self.house.work(f"contact:{self.family.id}") as work:
            contact = contacts.by_id(work, self.family.id)
            assert contact is not None
            where = conversation or uuid4()
            moment = self._moment(work, contact, None, where, key)
            return ACTS[type(command)](moment, command)

    def staff_does(self, handle: str, command: Any, conversation: UUID | None = None) -> Any:
        """Perform a staff member's act."""
        with self.house.work(f"staff:{handle}") as work:
            member, line = staff.by_handle(work, handle), staff.line(work, handle)
            assert member is not None
            assert line is not None
            where = conversation or uuid4()
            moment = self._moment(work, line, member.id, where, "act")
            return ACTS[type(command)](moment, command)

    def _moment(self, work: Work, contact: Contact, staff_id: UUID | None, where: UUID, key: str) -> Moment:
        configured = self.house.organisation
        in_force = published.in_force(work, configured)
        texts = self.house.texts
        return Moment(work, in_force, contact, staff_id, where, None, key, as_configured=configured, texts=texts)

    def later(self, **by: float) -> None:
        """Move the clock."""
        self.house.clock.forward(timedelta(**by))

    def fire(self, *kinds: str) -> None:
        """Fire the timers that are due, of these kinds if any are named; the others are over without effect."""
        with self.house.work("clock") as work:
            while (timer := timers.claim(work)) is not None:
                if not kinds or timer.kind in kinds:
                    DUE[timer.kind](work, self.house.organisation, timer.subject_id, timer.step)
                timers.done(work, timer)

    def told(self, contact_id: UUID) -> list[str]:
        """The texts that were queued for a contact, in order."""
        with self.house.engine.begin() as connection:
            rows = select(outbox.c.template).where(outbox.c.contact_id == contact_id).order_by(outbox.c.n)
            return list(connection.execute(rows).scalars())

    def told_staff(self, handle: str) -> list[str]:
        """The texts that were queued for somebody's private line."""
        with self.house.work("test") as work:
            line = staff.line(work, handle)
        assert line is not None
        return self.told(line.id)

    def told_channel(self) -> list[str]:
        """The texts that were queued for the staff channel."""
        with self.house.work("test") as work:
            channel = contacts.staff_channel(work)
        assert channel is not None
        return self.told(channel.id)

    def standings(self) -> list[str]:
        """Where the adults stand."""
        with self.house.engine.begin() as connection:
            return sorted(connection.execute(select(memberships.c.status)).scalars())

    def refusals(self) -> list[str]:
        """The outcomes of everything that was refused."""
        with self.house.engine.begin() as connection:
            outcomes = connection.execute(select(audit.c.outcome).order_by(audit.c.n)).scalars()
            return [each for each in outcomes if each.startswith("refused:")]

    def ask_to_join(self, *names: str, shared: bool = False, road: str = "asked", **more: Any) -> str:
        """Open and submit a case; its code."""
        adults = tuple(AdultDetails(name, name.split()[0], adult=True) for name in names or ("Amira Sample",))
        details = Details(adults, "mornings", None, shared, "the park group", None, **more)
        conversation = uuid4()
        code = str(self.family_does(OpenCase(road, details), conversation, "open"))
        self.family_does(SubmitCase(), conversation, "submit")
        return code

    def review(self, code: str, handle: str = "anna", adults: int = 1) -> None:
        """Claim a case and record everything that a decision needs."""
        self.staff_does(handle, ClaimCase(code))
        self.staff_does(handle, MarkKnown(code, known=False, ground=None))
        self.staff_does(handle, RecordCall(code, "call", "reached", {}))
        for number in range(1, adults + 1):
            self.staff_does(handle, RecordIdentity(code, number, "id_seen", "confirmed"))
        self.staff_does(handle, RecordSuitability(code, "suitable", "fits"))

    def decide(self, handle: str, code: str, decision: str = "approved") -> Any:
        """Decide about the version of the case that is read now."""
        details = self.staff_does(handle, ReadCase(code))
        group = self.house.organisation.groups[0].code if decision == "approved" else None
        return self.staff_does(handle, Decide(code, details.version, decision, group))


def desk(house: House) -> Desk:
    """A house with a family on Signal."""
    with house.work("test") as work:
        family = contacts.add(work, "signal", "amira")
    return Desk(house, family)
