"""What stays with a family when one of its adults is erased: nothing that they wrote or that names them (X4)."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select, update

from flows.policy.complaints import people_named
from storage.subjects import Subject
from storage.tables import cases, checks, contacts, families, people
from storage.work import Work

OWN_WORDS = ("known_from", "access_needs", "ring_number")


def empty(work: Work, subject: Subject, gone: tuple[UUID, ...]) -> None:
    """Empty what these adults wrote for the family, and every line about it that names them or holds their number.

    Called while their names can still be read.
    """
    theirs = cases.c.family_id == subject.family_id
    family = _Family(work, subject, gone)
    for row in work.connection.execute(select(cases.c.id, cases.c.contact_id, cases.c.details_sealed).where(theirs)):
        told = work.keys.open_json("cases.details", row.id, row.details_sealed)
        wrote = row.contact_id in subject.contact_ids
        kept = {name: None if wrote and name in OWN_WORDS else family.without(said) for name, said in told.items()}
        sealed = work.keys.seal_json("cases.details", row.id, kept)
        work.connection.execute(update(cases).where(cases.c.id == row.id).values(details_sealed=sealed))
    family.clear(cases, "known_ground", theirs)
    family.clear(checks, "reason", checks.c.case_id.in_(select(cases.c.id).where(theirs)))
    family.clear(families, "safe_times", families.c.id == subject.family_id)


class _Family:
    """Who of a family goes, and by which names and numbers they are known."""

    def __init__(self, work: Work, subject: Subject, gone: tuple[UUID, ...]) -> None:
        self.work, self.gone = work, {str(each) for each in gone}
        found = select(people.c.id, people.c.full_name_sealed, people.c.screen_name_sealed)
        rows = work.connection.execute(found.where(people.c.family_id == subject.family_id)).all()
        self.names = [(str(row.id), f"{self._full(row)} {self._screen(row)}") for row in rows]
        phones = select(contacts.c.id, contacts.c.address_sealed, contacts.c.phone_sealed)
        lines = work.connection.execute(phones.where(contacts.c.id.in_(subject.contact_ids))).all()
        self.numbers = {each for line in lines for each in self._numbers(line)}

    def without(self, said: Any) -> Any:
        """What was said; None if it names them or is their number."""
        return None if isinstance(said, str) and self._tells(said) else said

    def clear(self, table: Table, name: str, where: ColumnElement[bool]) -> None:
        """Empty a sealed column where it names them."""
        column = table.c[f"{name}_sealed"]
        rows = self.work.connection.execute(select(table.c.id, column).where(where, column.is_not(None))).all()
        place, unseal = f"{table.name}.{name}", self.work.keys.open
        told = [row_id for row_id, sealed in rows if self._tells(unseal(place, row_id, sealed))]
        self.work.connection.execute(update(table).where(table.c.id.in_(told)).values({column.name: None}))

    def _tells(self, said: str) -> bool:
        return said in self.numbers or bool(people_named(said, self.names) & self.gone)

    def _full(self, row: Any) -> str:
        return self.work.keys.open("people.full_name", row.id, row.full_name_sealed)

    def _screen(self, row: Any) -> str:
        return self.work.open("people.screen_name", row.id, row.screen_name_sealed) or ""

    def _numbers(self, line: Any) -> set[str]:
        address = self.work.keys.open("contacts.address", line.id, line.address_sealed)
        return {address, self.work.open("contacts.phone", line.id, line.phone_sealed) or ""} - {""}
