"""What stays with a family when one of its adults is erased: nothing that they wrote or that names them (X4).

A line that names them is emptied. Where the words are the reason for what was decided about somebody who stays, only
the names go out of them.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select, update

from flows.policy.naming import Traces, traces
from storage.subjects import Subject
from storage.tables import (
    bars,
    breaches,
    cases,
    checks,
    contacts,
    families,
    meetings,
    one_to_ones,
    people,
    referrals,
)
from storage.work import Work

OWN_WORDS = ("known_from", "access_needs", "ring_number")
REFERRAL = ("name", "role", "organisation", "work_contact")


def empty(work: Work, subject: Subject, gone: tuple[UUID, ...]) -> None:
    """Empty what these adults wrote for the family, and every line about it that names them or holds their number.

    Called while their names can still be read.
    """
    theirs = cases.c.family_id == subject.family_id
    told = _traces(work, subject, gone)
    _details(work, subject, told, theirs)
    lines, own_cases = _Lines(work, told), select(cases.c.id).where(theirs)
    lines.clear(cases, "known_ground", theirs)
    lines.clear(checks, "reason", checks.c.case_id.in_(own_cases))
    lines.clear(families, "safe_times", families.c.id == subject.family_id)
    for name in REFERRAL:
        lines.clear(referrals, name, referrals.c.case_id.in_(own_cases))
    stay = select(people.c.id).where(people.c.family_id == subject.family_id, people.c.id.not_in(gone))
    lines.redact(breaches, "words", breaches.c.person_id.in_(stay))
    for name in ("reason", "lift_reason"):
        lines.redact(bars, name, bars.c.family_id == subject.family_id)
    alone = select(meetings.c.id).where(meetings.c.person_id.in_(stay))
    for table in (meetings, one_to_ones):
        lines.redact(table, "override_reason", table.c.id.in_(alone))


def _details(work: Work, subject: Subject, told: Traces, theirs: ColumnElement[bool]) -> None:
    for row in work.connection.execute(select(cases.c.id, cases.c.contact_id, cases.c.details_sealed).where(theirs)):
        details = work.keys.open_json("cases.details", row.id, row.details_sealed)
        wrote = row.contact_id in subject.contact_ids
        kept = {
            name: None if (wrote and name in OWN_WORDS) or (isinstance(said, str) and told.are_in(said)) else said
            for name, said in details.items()
        }
        sealed = work.keys.seal_json("cases.details", row.id, kept)
        work.connection.execute(update(cases).where(cases.c.id == row.id).values(details_sealed=sealed))


class _Lines:
    """Sealed columns in which somebody may be named."""

    def __init__(self, work: Work, told: Traces) -> None:
        self.work, self.told = work, told

    def clear(self, table: Table, name: str, where: ColumnElement[bool]) -> None:
        """Empty the lines that name them."""
        self._change(table, name, where, lambda _: None)

    def redact(self, table: Table, name: str, where: ColumnElement[bool]) -> None:
        """Take their names and numbers out of the lines."""
        self._change(table, name, where, self.told.without)

    def _change(self, table: Table, name: str, where: ColumnElement[bool], to: Callable[[str], str | None]) -> None:
        column, place = table.c[f"{name}_sealed"], f"{table.name}.{name}"
        rows = self.work.connection.execute(select(table.c.id, column).where(where, column.is_not(None))).all()
        for row_id, sealed in rows:
            said = self.work.keys.open(place, row_id, sealed)
            if self.told.are_in(said):
                kept = {column.name: self.work.seal(place, row_id, to(said))}
                self.work.connection.execute(update(table).where(table.c.id == row_id).values(kept))


def _traces(work: Work, subject: Subject, gone: tuple[UUID, ...]) -> Traces:
    """By which names and numbers those who go are known, and those who stay are not."""
    found = select(people.c.id, people.c.full_name_sealed, people.c.screen_name_sealed)
    rows = work.connection.execute(found.where(people.c.family_id == subject.family_id)).all()
    names = {row.id: f"{_full(work, row)} {_screen(work, row)}" for row in rows}
    phones = select(contacts.c.id, contacts.c.address_sealed, contacts.c.phone_sealed)
    lines = work.connection.execute(phones.where(contacts.c.id.in_(subject.contact_ids))).all()
    return traces(
        [name for each, name in names.items() if each in gone],
        [name for each, name in names.items() if each not in gone],
        [number for line in lines for number in _numbers(work, line)],
    )


def _full(work: Work, row: Any) -> str:
    return work.keys.open("people.full_name", row.id, row.full_name_sealed)


def _screen(work: Work, row: Any) -> str:
    return work.open("people.screen_name", row.id, row.screen_name_sealed) or ""


def _numbers(work: Work, line: Any) -> set[str]:
    address = work.keys.open("contacts.address", line.id, line.address_sealed)
    return {address, work.open("contacts.phone", line.id, line.phone_sealed) or ""} - {""}
