"""An adult on Signal and then on WhatsApp too, for tests."""

from uuid import UUID, uuid4

from sqlalchemy import select

from bot.acts import ACTS
from bot.acts.meeting_access import terms
from bot.freezing import freeze
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.phones import MakePhoneCode, UsePhoneCode
from flows.staff.acts.care import ConfirmPhone, Unfreeze
from storage import cases, contacts, rotations
from storage.contacts import Contact
from storage.tables import outbox as outbox_rows
from tests.group_life import Life
from tests.words import TEXTS

OWN_NUMBER, OTHER_NUMBER = "+447700900111", "+447700900222"


class Sara:
    """An adult in good standing, on Signal first and then on WhatsApp too."""

    def __init__(self, life: Life, whatsapp_number: str = OTHER_NUMBER) -> None:
        self.life, self.id = life, life.member("Sara")
        with life.work() as work:
            signal = contacts.of_person(work, self.id)
            assert signal is not None
            contacts.heard_from(work, signal, None, OWN_NUMBER)
            self.case = cases.open_case(
                work,
                uuid4(),
                family_id=signal.lane_id,
                contact_id=signal.id,
                group_id=life.group_id,
                road="invited",
                details={"ring_number": None, "known_from": "", "access_needs": None},
            )[0]
            added = contacts.find_or_add(work, "whatsapp", whatsapp_number)
            contacts.heard_from(work, added, None, whatsapp_number)
        self.signal_id, self.whatsapp_id = signal.id, added.id

    def join(self) -> "Sara":
        code = self.does(self.signal_id, MakePhoneCode(1))
        assert self.does(self.whatsapp_id, UsePhoneCode(str(code))) == Done()
        assert self.staff("anna", ConfirmPhone(self.case)) == Done()
        return self

    def open_again(self) -> "Sara":
        """Her only phone changes, and a colleague says that it is hers."""
        self.freeze(self.signal_id)
        assert self.staff("anna", Unfreeze(self.case, str(self.signal_id), "in_person")) == Done()
        return self

    def line(self, contact_id: UUID) -> Contact:
        with self.life.work() as work:
            found = contacts.by_id(work, contact_id)
            assert found is not None
            return found

    def change(self, contact_id: UUID, **values: object) -> None:
        with self.life.work() as work:
            contacts.change(work, contact_id, **values)

    def does(self, contact_id: UUID, command: object) -> object:
        with self.life.work("contact") as work:
            line = contacts.by_id(work, contact_id)
            assert line is not None
            act = ACTS[type(command)]
            return act(Moment(work, self.life.organisation, line, None, uuid4(), None, "act", texts=TEXTS), command)

    def staff(self, handle: str, command: object) -> object:
        return self.life.at(handle, command, ACTS[type(command)])

    def freeze(self, contact_id: UUID) -> None:
        with self.life.work() as work:
            line = contacts.by_id(work, contact_id)
            assert line is not None
            freeze(work, line)

    def told(self, contact_id: UUID) -> list[str]:
        """The texts that wait for a contact, oldest first."""
        with self.life.work() as work:
            waiting = select(outbox_rows.c.template).where(outbox_rows.c.contact_id == contact_id)
            waiting = waiting.where(outbox_rows.c.status == "due", outbox_rows.c.act == "send")
            return list(work.connection.execute(waiting.order_by(outbox_rows.c.n)).scalars())

    def leak(self) -> None:
        """Somebody says that the password is out, and the platform gets the new one."""
        with self.life.work() as work:
            assert rotations.rotate(work, self.life.meeting(), "tap")
        self.hand_out()

    def hand_out(self) -> None:
        """The platform has the new password."""
        self.life.make_set()
        with self.life.work() as work:
            rotations.hand_out(work, self.life.meeting(), terms(self.life.organisation))
