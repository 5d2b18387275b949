"""Erasing what may be erased of somebody, and naming what stays and why (X4). What is left says nothing of anybody.

Rows that others point to are emptied instead of deleted: the proof that somebody agreed keeps its date, not its name.
"""

import secrets
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, insert, null, select, union, update

from storage import glass, left_behind, leftovers, subjects
from storage import invitations as invitation_rows
from storage.ids import new_id
from storage.subjects import Subject
from storage.tables import (
    acceptances,
    bars,
    breaches,
    callbacks,
    cases,
    checks,
    complaints,
    contacts,
    conversations,
    erasures,
    families,
    inbox,
    invitations,
    meetings,
    memberships,
    one_to_ones,
    outbox,
    people,
    phone_messages,
    phones,
    referrals,
    spoken_lines,
    tries,
)
from storage.work import Work

_TOKEN_BYTES = 32
TAKEN = "erase_taken"
"""What falls due for a phone that was lost before its adult was erased."""
RESTORED = "restored"
"""Why it is erased again, from a backup that is older than the erasure."""


def erase(
    work: Work, subject: Subject, why: str, erasure_id: UUID | None = None, *, forget_bars: bool = False
) -> tuple[str, ...]:
    """Empty everything personal of these adults; answers the codes of what stays.

    Who is barred keeps a name and an address, so that the bar holds (G11.5), until `forget_bars`.
    The same id again is the same erasure.
    """
    shut = frozenset() if forget_bars else subjects.shut_out(work, subject)
    gone = tuple(each for each in subject.person_ids if each not in shut)
    kept_contacts = frozenset(subjects.used_by(work, shut))
    unused = tuple(each for each in subject.contact_ids if each not in kept_contacts)
    stays = _what_stays(work, subject, barred=bool(shut))
    _messages(work, subject.contact_ids, waiting_too=why == RESTORED)
    if not subject.whole:
        left_behind.empty(work, subject, gone)
    _names(work, gone)
    glass.forget_reasons(work, subject.family_id)
    _addresses(work, unused)
    _taken(work, subject.contact_ids)
    if subject.whole:
        _family(work, subject)
    _remember(work, subject, why, stays, erasure_id)
    return stays


def stays_of(work: Work, subject: Subject) -> tuple[str, ...]:
    """X4: what would stay, told before anything is erased."""
    return _what_stays(work, subject, barred=bool(subjects.shut_out(work, subject)))


def is_known(work: Work, erasure_id: UUID) -> bool:
    """Tell whether this erasure was carried out in this database."""
    return _any(work, select(erasures.c.id).where(erasures.c.id == erasure_id))


def all_of(work: Work) -> list[dict[str, Any]]:
    """Every erasure, as ids, oldest first."""
    rows = work.connection.execute(select(erasures).order_by(erasures.c.at, erasures.c.id)).mappings()
    return [
        {"id": str(row["id"]), "family_id": str(row["family_id"]), "people": row["people"], "why": row["why"]}
        for row in rows
    ]


def _what_stays(work: Work, subject: Subject, *, barred: bool) -> tuple[str, ...]:
    theirs = subject.contact_ids
    asked = select(complaints.c.id).where(complaints.c.contact_id.in_(theirs))
    found = {
        "barred": barred,
        "complaints": _any(work, asked.where(~complaints.c.kind.startswith("request_"))),
        "agreements": _any(work, select(acceptances.c.id).where(acceptances.c.person_id.in_(subject.person_ids))),
        "audit": True,
    }
    return tuple(name for name, is_true in found.items() if is_true)


def _messages(work: Work, contact_ids: tuple[UUID, ...], *, waiting_too: bool) -> None:
    """What they wrote, what we sent, and where they were in a conversation. A turn that still waits is left alone.

    `waiting_too`: whatever waits in an old backup was done with before they were erased.
    """
    done = work.connection.execute
    lines = contacts.c.id.in_(contact_ids)
    # Before the messenger gave an id, they wrote under the number that answers go to.
    tokens = union(select(contacts.c.address_token).where(lines), select(contacts.c.reply_token).where(lines))
    theirs, waits = inbox.c.address_token.in_(tokens), inbox.c.status == "new"
    sent = outbox.c.contact_id.in_(contact_ids) & outbox.c.status.not_in(["due", "sending"])
    if waiting_too:
        done(update(inbox).where(theirs, waits).values(status="done", done_at=work.now))
        done(update(outbox).where(outbox.c.contact_id.in_(contact_ids)).values(status="void"))
    leftovers.note(work, theirs & ~waits, sent)
    done(update(inbox).where(theirs, ~waits).values(frame_sealed=null(), address_token=b""))
    done(delete(conversations).where(conversations.c.contact_id.in_(contact_ids)))
    done(delete(outbox).where(sent))
    theirs = callbacks.c.contact_id.in_(contact_ids)
    done(update(callbacks).where(theirs).values(safe_time_sealed=null()))
    _rings(work, theirs)
    _playground(work, contact_ids)


def _rings(work: Work, theirs: ColumnElement[bool]) -> None:
    """A call that was still promised: nobody is there to be rung."""
    still = update(callbacks).where(theirs, callbacks.c.done_at.is_(None)).values(done_at=work.now, outcome="erased")
    for ring_id in work.connection.execute(still.returning(callbacks.c.id)).scalars().all():
        work.cancel_timers(ring_id)


def _playground(work: Work, contact_ids: tuple[UUID, ...]) -> None:
    """The simulated phones keep what they show under the address itself."""
    if not _any(work, select(phones.c.id)):
        return
    rows = work.connection.execute(
        select(contacts.c.id, contacts.c.address_sealed).where(contacts.c.id.in_(contact_ids))
    )
    shown = [work.keys.open("contacts.address", row.id, row.address_sealed) for row in rows]
    work.connection.execute(delete(phone_messages).where(phone_messages.c.chat.in_(shown)))


def _names(work: Work, person_ids: tuple[UUID, ...]) -> None:
    for person_id in person_ids:
        blank = {
            "full_name_sealed": work.keys.seal("people.full_name", person_id, ""),
            "name_token": secrets.token_bytes(_TOKEN_BYTES),
            "screen_name_sealed": null(),
            "screen_token": null(),
            "own_code_sealed": null(),
            "number": 0,
        }
        work.connection.execute(update(people).where(people.c.id == person_id).values(blank))
    work.connection.execute(delete(tries).where(tries.c.person_id.in_(person_ids)))
    _reasons(work, bars.c.person_id.in_(person_ids))
    _written_of(work, person_ids)
    member = (memberships.c.person_id.in_(person_ids), memberships.c.status.in_(["approved", "active", "suspended"]))
    work.connection.execute(update(memberships).where(*member).values(status="left", since=work.now))
    _codes(work, invitations.c.person_id.in_(person_ids))


def _addresses(work: Work, contact_ids: tuple[UUID, ...]) -> None:
    for contact_id in contact_ids:
        blank = {
            "address_sealed": work.keys.seal("contacts.address", contact_id, ""),
            "address_token": secrets.token_bytes(_TOKEN_BYTES),
            "reply_to_sealed": null(),
            "reply_token": null(),
            "phone_sealed": null(),
            "phone_token": null(),
            "stopped_at": work.now,
        }
        work.connection.execute(update(contacts).where(contacts.c.id == contact_id).values(blank))
        work.changed.add(contact_id)
        work.cancel_timers(contact_id)
    work.connection.execute(delete(spoken_lines).where(spoken_lines.c.contact_id.in_(contact_ids)))
    _codes(work, invitations.c.contact_id.in_(contact_ids))


def _taken(work: Work, contact_ids: tuple[UUID, ...]) -> None:
    """What they lost has a lane of its own, which is locked first: it goes next."""
    lost = select(contacts.c.id).where(contacts.c.taken_from_id.in_(contact_ids))
    for contact_id in work.connection.execute(lost).scalars().all():
        work.set_timer(TAKEN, contact_id, work.now)


def _codes(work: Work, theirs: ColumnElement[bool]) -> None:
    """Invitations that were made for them: the code says nothing any more."""
    revoked = update(invitations).where(theirs).values(revoked_at=work.now).returning(invitations.c.id)
    invitation_rows.forget_codes(work, work.connection.execute(revoked).scalars().all())


def _family(work: Work, subject: Subject) -> None:
    """The case keeps its code, its dates and its outcome."""
    done, family_id = work.connection.execute, subject.family_id
    theirs = list(done(select(cases.c.id).where(cases.c.family_id == family_id)).scalars())
    for case_id in theirs:
        blank = {"details_sealed": work.keys.seal_json("cases.details", case_id, {}), "known_ground_sealed": null()}
        done(update(cases).where(cases.c.id == case_id).values(blank | {"look_alike": False}))
        work.cancel_timers(case_id)
    done(delete(referrals).where(referrals.c.case_id.in_(theirs)))
    done(update(checks).where(checks.c.case_id.in_(theirs)).values(reason_sealed=null()))
    done(update(families).where(families.c.id == family_id).values(safe_times_sealed=null()))
    _reasons(work, (bars.c.family_id == family_id) & bars.c.person_id.is_(None))


def _reasons(work: Work, theirs: ColumnElement[bool]) -> None:
    """Why somebody was shut out or let back in; that they were, and by whose decision, stays."""
    blank = {"reason_sealed": null(), "lift_reason_sealed": null()}
    work.connection.execute(update(bars).where(theirs).values(blank))


def _written_of(work: Work, person_ids: tuple[UUID, ...]) -> None:
    """What staff wrote of them: reports and reasons; that there was one, and what was decided, stays."""
    done = work.connection.execute
    done(update(breaches).where(breaches.c.person_id.in_(person_ids)).values(words_sealed=null()))
    done(update(checks).where(checks.c.person_id.in_(person_ids)).values(reason_sealed=null()))
    alone = select(meetings.c.id).where(meetings.c.person_id.in_(person_ids))
    for table in (meetings, one_to_ones):
        done(update(table).where(table.c.id.in_(alone)).values(override_reason_sealed=null()))


def _remember(work: Work, subject: Subject, why: str, stays: tuple[str, ...], erasure_id: UUID | None) -> None:
    kept_id = erasure_id or new_id()
    if is_known(work, kept_id):
        return
    row = {
        "id": kept_id,
        "family_id": subject.family_id,
        "people": [str(each) for each in subject.person_ids],
        "why": why,
        "stays": list(stays),
        "at": work.now,
    }
    work.connection.execute(insert(erasures).values(row))
    work.record("erase", "family", subject.family_id, outcome=why, clause="X4")


def _any(work: Work, query: Select[Any]) -> bool:
    return work.connection.execute(query.limit(1)).first() is not None
