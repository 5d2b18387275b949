"""File alerts: silent mode, two people for every decision, and who else seems to know a flagged family."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select, update

from storage.people import name_token
from storage.tables import alerts, cases, contacts, families, people
from storage.work import Work

MOST_WORDS = 60
_WORDS_IN_A_NAME = (2, 3)


@dataclass(frozen=True)
class Alert:
    """An alert that stands, and who set it."""

    id: UUID
    family_id: UUID
    set_by: UUID


def standing(work: Work, family_id: UUID) -> Alert | None:
    """Find the alert on a family's file."""
    found = select(alerts.c.id, alerts.c.family_id, alerts.c.set_by)
    found = found.where(alerts.c.family_id == family_id, alerts.c.lifted_at.is_(None)).limit(1)
    row = work.connection.execute(found).mappings().one_or_none()
    return None if row is None else Alert(**row)


def put_on(work: Work, alert_id: UUID, family_id: UUID, by: UUID) -> None:
    """From now on two people decide, and no phone of the family shows anything by itself."""
    row = {"id": alert_id, "family_id": family_id, "set_by": by, "set_at": work.now}
    work.connection.execute(insert(alerts).values(row))
    _mark(work, family_id, on=True)


def take_off(work: Work, alert: Alert, by: UUID) -> None:
    """The family is like any other again; what it said about its phones is not known, so they stay silent."""
    lifted = {"lifted_by": by, "lifted_at": work.now}
    work.connection.execute(update(alerts).where(alerts.c.id == alert.id).values(lifted))
    _mark(work, alert.family_id, on=False)


def put_back(work: Work, alert_id: UUID, family_id: UUID) -> None:
    """It was never taken off: whoever did may not have been who they seemed."""
    again = update(alerts).where(alerts.c.id == alert_id).values(lifted_by=None, lifted_at=None)
    work.connection.execute(again)
    _mark(work, family_id, on=True)


def _mark(work: Work, family_id: UUID, *, on: bool) -> None:
    silent = {"silent": True} if on else {}
    work.connection.execute(update(families).where(families.c.id == family_id).values({"flagged": on} | silent))
    if on:
        silenced = update(contacts).where(contacts.c.lane_id == family_id).values(silent=True)
        work.changed.update(work.connection.execute(silenced.returning(contacts.c.id)).scalars())
    still_open = (cases.c.family_id == family_id, cases.c.status.in_(["draft", "open"]))
    work.connection.execute(update(cases).where(*still_open).values(flagged=on))


def named_in(work: Work, words: str, family_id: UUID) -> list[UUID]:
    """Find the flagged families, not the writer's own, of which somebody's full name stands in these words."""
    said = words.split()[:MOST_WORDS]
    runs = {" ".join(said[at : at + size]) for size in _WORDS_IN_A_NAME for at in range(len(said) - size + 1)}
    if not runs:
        return []
    tokens = [name_token(work, each) for each in sorted(runs)]
    found = (
        select(people.c.family_id)
        .join(families, families.c.id == people.c.family_id)
        .where(people.c.name_token.in_(tokens), families.c.flagged, people.c.family_id != family_id)
        .distinct()
    )
    return sorted(work.connection.execute(found).scalars())
