"""Emptying single rows whose period is over, whoever they are about (2.4). What is held for a family stays.

That something was, when, and what came of it, stays; what was said does not.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    and_,
    delete,
    func,
    null,
    or_,
    select,
    union,
    update,
)

from storage import invitations as invitation_rows
from storage import leftovers
from storage.tables import (
    attendance,
    bars,
    breaches,
    cards,
    cases,
    complaint_steps,
    complaints,
    concerns,
    contacts,
    conversations,
    deeds,
    glass,
    holds,
    inbox,
    incident_notes,
    incidents,
    invitations,
    meetings,
    one_to_ones,
    outbox,
    people,
    rooms,
    timers,
    tries,
)
from storage.work import Work

MOST = 500
SEALED_NOTHING = 33  # Bytes of an empty text, sealed.


def sweep(work: Work, days: Mapping[str, int]) -> Mapping[str, int]:
    """Empty or delete what is past its period (days by name); answers how many rows of each table."""
    return {
        **_messages(work, days["messages"]),
        **_meetings(work, days["checks"]),
        **_matters(work, days["excluded"]),
        "glass": _openings(work, days["checks"]),
        "deeds": _done(work, delete(deeds).where(deeds.c.at < _past(work, days["checks"]))),
        "complaints": _complaints(work, days["complaints"]),
        "incidents": _incidents(work, days["checks"]),
        "invitations": _codes(work, days["withdrawn"]),
    }


def complaints_due(work: Work, days: int, *, ahead: timedelta) -> list[UUID]:
    """The complaints whose words are emptied by then, unless something holds them back."""
    return _complaints_before(work, _past(work, days) + ahead)


def _messages(work: Work, days: int) -> Mapping[str, int]:
    old = _past(work, days)
    phones, tokens = _of_held(contacts.c.id), _of_held(contacts.c.address_token)
    full = (inbox.c.frame_sealed.is_not(None), inbox.c.address_token.not_in(tokens))
    read = and_(inbox.c.status == "done", inbox.c.received_at < old, *full)
    over = (outbox.c.status.in_(["sent", "delivered", "read", "void", "failed", "unknown"]), outbox.c.queued_at < old)
    named = select(outbox.c.of_id).where(outbox.c.of_id.is_not(None), outbox.c.queued_at >= old)
    shown = select(cards.c.id).where(cards.c.closed_at.is_(None))
    free = (
        or_(outbox.c.card_id.is_(None), outbox.c.card_id.not_in(shown)),
        outbox.c.id.not_in(named),
        outbox.c.contact_id.not_in(phones),
    )
    gone = and_(*over, *free)
    leftovers.note(work, read, gone)
    ended = (conversations.c.ended_at < old, conversations.c.contact_id.not_in(phones))
    empty = {"frame_sealed": null(), "address_token": b""}
    steps = {
        "inbox": update(inbox).where(read).values(empty),
        "outbox": delete(outbox).where(gone),
        "conversations": delete(conversations).where(*ended),
        "tries": delete(tries).where(tries.c.at < old),
        "timers": delete(timers).where(timers.c.done_at < old),
    }
    return {name: _done(work, step) for name, step in steps.items()}


def _meetings(work: Work, days: int) -> Mapping[str, int]:
    """Links, a provider's numbers, and why a platform was allowed: when they were long ago."""
    old = _past(work, days)
    over = select(meetings.c.id).where(meetings.c.ends_at < old, _is_free(meetings.c.person_id, _held_people()))
    came = (attendance.c.at < old, attendance.c.person_id.not_in(_held_people()))
    return {
        "attendance": _done(work, delete(attendance).where(*came)),
        "meetings": _empty(work, meetings, meetings.c.id.in_(over), "link_sealed", "override_reason_sealed"),
        "one_to_ones": _empty(work, one_to_ones, one_to_ones.c.id.in_(over), "override_reason_sealed"),
        "rooms": _empty(work, rooms, rooms.c.meeting_id.in_(over), "number_sealed", "number_token"),
    }


def _matters(work: Work, days: int) -> Mapping[str, int]:
    """The words of breaches that were decided, and of bars that were lifted, so long ago."""
    old = _past(work, days)
    decided = (breaches.c.decided_at < old) & _is_free(breaches.c.person_id, _held_people())
    lifted = (bars.c.lifted_at < old) & bars.c.family_id.not_in(_held())
    return {
        "breaches": _empty(work, breaches, decided, "words_sealed"),
        "bars": _empty(work, bars, lifted, "reason_sealed", "lift_reason_sealed"),
    }


def _openings(work: Work, days: int) -> int:
    """Why somebody outside the team opened a case, so long ago."""
    free = glass.c.case_id.not_in(select(cases.c.id).where(cases.c.family_id.in_(_held())))
    return _empty(work, glass, (glass.c.at < _past(work, days)) & free, "reason_sealed")


def _complaints(work: Work, days: int) -> int:
    """The words of complaints that were closed so long ago; their number, dates and outcome stay."""
    old = _complaints_before(work, _past(work, days))
    for complaint_id in old:
        empty = work.keys.seal("complaints.words", complaint_id, "")
        blank = {"words_sealed": empty, "answer_sealed": null(), "about": []}
        work.connection.execute(update(complaints).where(complaints.c.id == complaint_id).values(blank))
    work.connection.execute(delete(complaint_steps).where(complaint_steps.c.complaint_id.in_(old)))
    return len(old)


def _complaints_before(work: Work, before: datetime) -> list[UUID]:
    full = func.length(complaints.c.words_sealed) > SEALED_NOTHING
    free = _is_free(complaints.c.contact_id, _of_held(contacts.c.id))
    old = select(complaints.c.id).where(complaints.c.closed_at < before, full, free).limit(MOST)
    return list(work.connection.execute(old).scalars())


def _incidents(work: Work, days: int) -> int:
    """The words of data incidents that were closed so long ago; their number, kind, risk and dates stay."""
    full = func.length(incidents.c.words_sealed) > SEALED_NOTHING
    closed = (incidents.c.closed_at < _past(work, days), full)
    old = work.connection.execute(select(incidents.c.id).where(*closed).limit(MOST)).scalars().all()
    for incident_id in old:
        blank = {"words_sealed": work.keys.seal("incidents.words", incident_id, ""), "kept_from": []}
        work.connection.execute(update(incidents).where(incidents.c.id == incident_id).values(blank))
    work.connection.execute(delete(incident_notes).where(incident_notes.c.incident_id.in_(old)))
    return len(old)


def _codes(work: Work, days: int) -> int:
    """Codes that ran out so long ago, but for those that a case names: they go with the case."""
    full = func.length(invitations.c.code_sealed) > SEALED_NOTHING
    named = (invitations.c.purpose == invitation_rows.REFERRAL) & invitations.c.case_id.is_not(None)
    out = select(invitations.c.id).where(invitations.c.expires_at < _past(work, days), full, ~named)
    old = work.connection.execute(out.limit(MOST)).scalars().all()
    invitation_rows.forget_codes(work, old)
    return len(old)


def _empty(work: Work, table: Table, old: ColumnElement[bool], *names: str) -> int:
    full = or_(*(table.c[name].is_not(None) for name in names))
    return _done(work, update(table).where(old, full).values(dict.fromkeys(names)))


def _done(work: Work, step: Any) -> int:
    return int(work.connection.execute(step).rowcount)


def _past(work: Work, days: int) -> datetime:
    return work.now - timedelta(days=days)


def _held() -> CompoundSelect[Any]:
    """The families of which nothing is deleted for now: somebody said so, or a matter or request of theirs is open."""
    by_word = select(holds.c.family_id).where(holds.c.lifted_at.is_(None))
    open_matters = (
        select(contacts.c.lane_id).join(table, table.c.contact_id == contacts.c.id).where(table.c.closed_at.is_(None))
        for table in (complaints, concerns)
    )
    return union(by_word, *open_matters)


def _of_held(what: ColumnElement[Any]) -> Select[Any]:
    return select(what).where(contacts.c.lane_id.in_(_held()))


def _held_people() -> Select[Any]:
    return select(people.c.id).where(people.c.family_id.in_(_held()))


def _is_free(whose: ColumnElement[Any], held: Select[Any]) -> ColumnElement[bool]:
    """What is about nobody is held for nobody."""
    return or_(whose.is_(None), whose.not_in(held))
