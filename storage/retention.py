"""What has been kept for as long as it may be: found by its period, never while something holds it back (2.4).

Nothing that nobody has seen is found here: a waiting turn, an open case, an unanswered complaint or concern stay.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, delete, func, null, or_, select, update

from storage import subjects
from storage.subjects import Subject
from storage.tables import (
    attendance,
    cards,
    cases,
    complaint_steps,
    complaints,
    contacts,
    conversations,
    deeds,
    erasures,
    families,
    inbox,
    incident_notes,
    incidents,
    memberships,
    outbox,
    people,
    timers,
    tries,
)
from storage.work import Work

MOST = 500
PERIODS = ("unfinished", "withdrawn", "declined", "left", "excluded")
SEALED_NOTHING = 33  # Bytes of an empty text, sealed.


def due_families(
    work: Work, days: Mapping[str, int], *, ahead: timedelta = timedelta()
) -> Iterator[tuple[str, Subject]]:
    """The families whose period is over (or will be by then) and that nothing holds back, with the period's name."""
    for name, query in _periods(work.now + ahead, days).items():
        for family_id in work.connection.execute(query.limit(MOST)).scalars().all():
            subject = subjects.of_family(work, family_id)
            if not subjects.held_back(work, subject) and not subjects.is_under_review(work, family_id):
                yield name, subject


def _periods(now: datetime, days: Mapping[str, int]) -> Mapping[str, Select[Any]]:
    before = {name: now - timedelta(days=days[name]) for name in PERIODS}
    own_cases, own = cases.c.family_id == families.c.id, people.c.family_id == families.c.id
    heard = _one(select(func.max(contacts.c.last_inbound_at)).where(contacts.c.lane_id == families.c.id))
    last = func.coalesce(heard, families.c.created_at)
    decided = _one(select(func.max(cases.c.decided_at)).where(own_cases))
    newest = _one(select(cases.c.status).where(own_cases).order_by(cases.c.opened_at.desc()).limit(1))
    theirs = select(memberships.c.id).join(people, people.c.id == memberships.c.person_id).where(own)
    moved = _one(theirs.with_only_columns(func.max(memberships.c.since)))
    here = theirs.where(memberships.c.status.in_(["approved", "active", "suspended"])).exists()
    barred = theirs.where(memberships.c.status.in_(["barred", "excluded"])).exists()
    shut = or_(barred, families.c.excluded_at.is_not(None))
    todo = select(families.c.id).where(~here, ~select(erasures.c.id).where(_erased()).exists())
    out = todo.where(~shut)
    return {
        "unfinished": out.where(func.coalesce(newest, "draft") == "draft", last < before["unfinished"]),
        "withdrawn": out.where(newest == "withdrawn", decided < before["withdrawn"]),
        "declined": out.where(newest == "declined", decided < before["declined"]),
        "left": out.where(newest == "approved", moved < before["left"], last < before["left"]),
        "excluded": todo.where(shut, func.coalesce(families.c.excluded_at, moved) < before["excluded"]),
    }


def _erased() -> ColumnElement[bool]:
    return erasures.c.family_id == families.c.id


def _one(query: Select[Any]) -> ScalarSelect[Any]:
    return query.scalar_subquery()


def sweep(work: Work, days: Mapping[str, int]) -> Mapping[str, int]:
    """Empty or delete what is past its period whoever it is about; answers how many rows of each."""
    old, checked = (work.now - timedelta(days=days[name]) for name in ("messages", "checks"))
    read = (inbox.c.status == "done", inbox.c.received_at < old, inbox.c.frame_sealed.is_not(None))
    gone = (outbox.c.status.in_(["sent", "delivered", "read", "void"]), outbox.c.queued_at < old)
    named = select(outbox.c.of_id).where(outbox.c.of_id.is_not(None), outbox.c.queued_at >= old)
    shown = select(cards.c.id).where(cards.c.closed_at.is_(None))
    on_a_card = or_(outbox.c.card_id.is_(None), outbox.c.card_id.not_in(shown))
    steps = {
        "inbox": update(inbox).where(*read).values(frame_sealed=null(), address_token=b""),
        "outbox": delete(outbox).where(*gone, on_a_card, outbox.c.id.not_in(named)),
        "conversations": delete(conversations).where(conversations.c.ended_at < old),
        "tries": delete(tries).where(tries.c.at < old),
        "timers": delete(timers).where(timers.c.done_at < old),
        "deeds": delete(deeds).where(deeds.c.at < checked),
        "attendance": delete(attendance).where(attendance.c.at < checked),
    }
    counted = {name: int(work.connection.execute(step).rowcount) for name, step in steps.items()}
    return counted | {
        "complaints": _complaints(work, days["complaints"]),
        "incidents": _incidents(work, days["checks"]),
    }


def _complaints(work: Work, days: int) -> int:
    """The words of complaints that were closed so long ago; their number, dates and outcome stay."""
    full = func.length(complaints.c.words_sealed) > SEALED_NOTHING
    closed = (complaints.c.closed_at < work.now - timedelta(days=days), full)
    old = work.connection.execute(select(complaints.c.id).where(*closed).limit(MOST)).scalars().all()
    for complaint_id in old:
        empty = work.keys.seal("complaints.words", complaint_id, "")
        blank = {"words_sealed": empty, "answer_sealed": null(), "about": []}
        work.connection.execute(update(complaints).where(complaints.c.id == complaint_id).values(blank))
    work.connection.execute(delete(complaint_steps).where(complaint_steps.c.complaint_id.in_(old)))
    return len(old)


def _incidents(work: Work, days: int) -> int:
    """The words of data incidents that were closed so long ago; their number, kind, risk and dates stay."""
    full = func.length(incidents.c.words_sealed) > SEALED_NOTHING
    closed = (incidents.c.closed_at < work.now - timedelta(days=days), full)
    old = work.connection.execute(select(incidents.c.id).where(*closed).limit(MOST)).scalars().all()
    for incident_id in old:
        blank = {"words_sealed": work.keys.seal("incidents.words", incident_id, ""), "kept_from": []}
        work.connection.execute(update(incidents).where(incidents.c.id == incident_id).values(blank))
    work.connection.execute(delete(incident_notes).where(incident_notes.c.incident_id.in_(old)))
    return len(old)
