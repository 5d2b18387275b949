"""Figures for whoever looks after the service: counts and ages only, of nobody in particular."""

from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, Table, func, select

from flows.policy.incidents import NO_RISK
from storage.cases import OPEN as OPEN_CASE
from storage.database import Connection
from storage.meetings import OPEN as OPEN_MEETING
from storage.tables import (
    callbacks,
    cases,
    complaints,
    concerns,
    contacts,
    inbox,
    incidents,
    outbox,
    passwords,
    releases,
    timers,
)
from storage.tables import meetings as meeting_rows

LATELY = timedelta(hours=1)
LEAKS_WITHIN = timedelta(days=7)
RISK = timedelta(days=1)
PAGED_WITHIN = timedelta(hours=1)

Counts: TypeAlias = dict[tuple[str, ...], float]


def turns(connection: Connection, now: datetime) -> Counts:
    """Messages of the last hour by what became of their turn."""
    return _counted(connection, select(inbox.c.status, func.count()).where(inbox.c.received_at > now - LATELY))


def slowest_turn(connection: Connection, now: datetime) -> float:
    """The seconds that the slowest turn of the last hour took, from its arrival on."""
    took = func.extract("epoch", func.max(inbox.c.done_at - inbox.c.received_at))
    return _number(connection, select(took).where(inbox.c.done_at > now - LATELY))


def queue_ages(connection: Connection, now: datetime) -> Counts:
    """For how many seconds the oldest entry of each queue has been due; 0 if none is."""
    due = {
        "turns": select(func.min(inbox.c.received_at)).where(inbox.c.status == "new"),
        "messages": select(func.min(outbox.c.due_at)).where(outbox.c.status.in_(["due", "sending"])),
        "timers": select(func.min(timers.c.due_at)).where(timers.c.done_at.is_(None)),
    }
    return {(queue,): _age(now, connection.scalar(oldest)) for queue, oldest in due.items()}


def outcomes(connection: Connection, now: datetime) -> Counts:
    """Messages of the last hour by their channel and what became of them."""
    counted = select(contacts.c.channel, outbox.c.status, func.count())
    counted = counted.join(contacts, contacts.c.id == outbox.c.contact_id).where(outbox.c.queued_at > now - LATELY)
    return _counted(connection, counted)


def slowest_leak(connection: Connection, now: datetime) -> float:
    """G6.5: seconds from a leak to the last new password that was pushed, at its worst in the last seven days."""
    old, new = passwords.alias("old"), passwords.alias("new")
    took = func.extract("epoch", func.max(outbox.c.sent_at - old.c.dead_at))
    follows = (new.c.meeting_id == old.c.meeting_id) & (new.c.version == old.c.version + 1)
    pushed = select(took).select_from(old).join(new, follows).join(releases, releases.c.password_id == new.c.id)
    pushed = pushed.join(outbox, (outbox.c.release_id == releases.c.id) & outbox.c.answer.is_(False))
    return _number(connection, pushed.where(old.c.dead_at > now - LEAKS_WITHIN))


def oldest_leak(connection: Connection, now: datetime) -> float:
    """G6.5: for how many seconds a leaked password has had no successor on its platform; 0 if each has one."""
    waits = meeting_rows.c.password_version > func.greatest(1, meeting_rows.c.platform_version)
    is_open = meeting_rows.c.status.in_(OPEN_MEETING)
    last = (passwords.c.meeting_id == meeting_rows.c.id) & (passwords.c.dead_at.is_not(None))
    oldest = select(func.min(passwords.c.dead_at)).join(meeting_rows, last)
    follows = passwords.c.version >= func.greatest(1, meeting_rows.c.platform_version)
    return _age(now, connection.scalar(oldest.where(waits, is_open, follows, meeting_rows.c.ends_at > now)))


def clocks_at_risk(connection: Connection, now: datetime) -> Counts:
    """What was promised, is not done, and is due within a day or late; a concern that nobody took within the hour.

    Complaints and requests about data are one figure: which of them it is, is their handler's business (G12.4).
    """
    soon = now + RISK
    is_open = complaints.c.closed_at.is_(None)
    unanswered = (complaints.c.acknowledged_at.is_(None) & (complaints.c.acknowledge_by < soon)) | (
        complaints.c.answer_by < soon
    )
    unpaged = concerns.c.acknowledged_at.is_(None) & concerns.c.closed_at.is_(None)
    untold = incidents.c.closed_at.is_(None) & incidents.c.regulator_told_at.is_(None)
    untold &= incidents.c.risk.is_distinct_from(NO_RISK)
    late: dict[str, tuple[Table, ColumnElement[bool]]] = {
        "case": (cases, (cases.c.status == OPEN_CASE) & (cases.c.contact_due < soon)),
        "call_back": (callbacks, callbacks.c.done_at.is_(None) & (callbacks.c.due_at < soon)),
        "complaint_or_request": (complaints, is_open & unanswered),
        "regulator": (incidents, untold & (incidents.c.regulator_by < soon)),
        "concern": (concerns, unpaged & (concerns.c.opened_at < now - PAGED_WITHIN)),
    }
    counted = {kind: select(func.count()).select_from(table).where(where) for kind, (table, where) in late.items()}
    return {(kind,): _number(connection, query) for kind, query in counted.items()}


def _counted(connection: Connection, query: Select[Any]) -> Counts:
    """Count by every selected column but the last."""
    *labels, _ = query.selected_columns
    rows = connection.execute(query.group_by(*labels))
    return {tuple(map(str, named)): float(number) for *named, number in rows}


def _number(connection: Connection, query: Select[Any]) -> float:
    return float(connection.scalar(query) or 0)


def _age(now: datetime, since: datetime | None) -> float:
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())
