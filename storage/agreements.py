"""What each adult accepted, in which version; and the memberships that rest on it."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from storage import deeds
from storage.ids import id_for
from storage.tables import acceptances, inbox, memberships, people, staff
from storage.work import Work

AGREEMENT = "agreement"
OWN_RISK = "own_risk"
DISOWNED = ":not_me"


def accept(
    work: Work,
    row_id: UUID,
    *,
    person_id: UUID,
    what: str,
    version: str,
    text: str,
    language: str,
    contact_id: UUID | None = None,
    inbox_id: UUID | None = None,
    staff_id: UUID | None = None,
    method: str | None = None,
) -> bool:
    """G4.5, G10.1: one adult's own acceptance of one version; True if it is new.

    X5: `staff_id` heard it said, by `method`.
    """
    row = {
        "id": row_id,
        "person_id": person_id,
        "what": what,
        "version": version,
        "text_hash": sha256(text.encode()).hexdigest(),
        "language": language,
        "contact_id": contact_id,
        "inbox_id": inbox_id,
        "staff_id": staff_id,
        "method": method,
        "at": work.now,
    }
    kept = insert(acceptances).values(row).on_conflict_do_nothing().returning(acceptances.c.id)
    return work.connection.execute(kept).first() is not None


def accepted(work: Work, person_ids: Sequence[UUID]) -> dict[UUID, frozenset[tuple[str, str]]]:
    """Read what each of these adults has accepted, and in which version."""
    if not person_ids:
        return {}
    columns = (acceptances.c.person_id, acceptances.c.what, acceptances.c.version)
    theirs = (acceptances.c.person_id.in_(person_ids), acceptances.c.what.in_([AGREEMENT, OWN_RISK]))
    rows = work.connection.execute(select(*columns).where(*theirs))
    found: dict[UUID, frozenset[tuple[str, str]]] = {}
    for person_id, what, version in rows:
        found[person_id] = found.get(person_id, frozenset()) | {(what, version)}
    return found


def heard_live(work: Work, person_ids: Sequence[UUID]) -> dict[UUID, tuple[str, str]]:
    """X5: for each adult who said their yes instead of writing it: how it was heard, and by whom (handle)."""
    said = select(acceptances.c.person_id, acceptances.c.method, staff.c.handle).join(
        staff, staff.c.id == acceptances.c.staff_id
    )
    counts = acceptances.c.what.in_([AGREEMENT, OWN_RISK])
    theirs = (acceptances.c.person_id.in_(person_ids), acceptances.c.method.is_not(None), counts)
    rows = work.connection.execute(said.where(*theirs).order_by(acceptances.c.at))
    return {row[0]: (row[1], row[2]) for row in rows}


def disown(work: Work, person_ids: Sequence[UUID]) -> frozenset[str]:
    """X5: what these adults said to staff counts no more; it is kept as what it was. The handles of who heard it."""
    theirs = (acceptances.c.person_id.in_(person_ids), acceptances.c.method.is_not(None))
    counted = acceptances.c.what.in_([AGREEMENT, OWN_RISK])
    gone = update(acceptances).where(*theirs, counted).values(what=acceptances.c.what + DISOWNED)
    heard_by = set(work.connection.execute(gone.returning(acceptances.c.staff_id)).scalars())
    named = select(staff.c.handle).where(staff.c.id.in_(heard_by))
    return frozenset(work.connection.execute(named).scalars())


def was_disowned(work: Work, person_id: UUID) -> bool:
    """Tell whether an adult ever said that a yes which staff wrote down was not theirs."""
    theirs = (acceptances.c.person_id == person_id, acceptances.c.what.endswith(DISOWNED))
    return work.connection.execute(select(acceptances.c.id).where(*theirs).limit(1)).first() is not None


def active_people(work: Work) -> int:
    """Count the adults who are a member of some group."""
    members = select(func.count(memberships.c.person_id.distinct())).where(memberships.c.status == "active")
    return int(work.connection.execute(members).scalar_one())


def heard(work: Work, inbox_id: UUID | None) -> tuple[str, str, datetime]:
    """Read what the person wrote in this turn: the words, their kind, and when they were sent."""
    row = None
    if inbox_id is not None:
        row = work.connection.execute(select(inbox).where(inbox.c.id == inbox_id)).mappings().one_or_none()
    if row is None or row["frame_sealed"] is None:
        return "", "nothing", work.now
    frame = work.keys.open_json("inbox.frame", row["id"], row["frame_sealed"])
    return str(frame.get("text") or ""), str(frame.get("kind")), row["sent_at"]


def approve(work: Work, case_id: UUID, group_id: UUID, staff_id: UUID, rows: Sequence[tuple[UUID, UUID]]) -> None:
    """G3.7: a named person approved these adults (row id, person id). A bar stays a bar."""
    values = [
        {
            "id": row_id,
            "person_id": person_id,
            "group_id": group_id,
            "case_id": case_id,
            "status": "approved",
            "decided_by": staff_id,
            "since": work.now,
        }
        for row_id, person_id in rows
    ]
    again = insert(memberships).values(values)
    fresh = {name: again.excluded[name] for name in ("case_id", "status", "decided_by", "since")}
    returning = memberships.c.status.in_(["left", "declined"])
    keys = ["person_id", "group_id"]
    work.connection.execute(again.on_conflict_do_update(index_elements=keys, set_=fresh, where=returning))


def activate(work: Work, person_ids: Sequence[UUID], version: str, open_groups: Sequence[UUID] = ()) -> list[UUID]:
    """Make members of those who were approved and verified and have accepted everything.

    `open_groups`: those whose large session is open to people who are not verified (L1.3).
    """
    agreed = [_has_accepted(what, version) for what in (AGREEMENT, OWN_RISK)]
    verified = exists().where(people.c.id == memberships.c.person_id, people.c.verified_at.is_not(None))
    may_come = or_(verified, memberships.c.group_id.in_(open_groups))
    ready = (memberships.c.person_id.in_(person_ids), memberships.c.status == "approved", may_come, *agreed)
    made = update(memberships).where(*ready).values(status="active", since=work.now)
    return list(work.connection.execute(made.returning(memberships.c.person_id)).scalars())


def of_people(work: Work, person_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Read the standing of each adult; a bar or an exclusion outweighs, then what is newest."""
    if not person_ids:
        return {}
    newest = select(memberships.c.person_id, memberships.c.status).where(memberships.c.person_id.in_(person_ids))
    found: dict[UUID, str] = {}
    for person_id, status in work.connection.execute(newest.order_by(memberships.c.since)):
        if found.get(person_id) not in {"barred", "excluded"}:
            found[person_id] = status
    return found


def is_active(work: Work, person_id: UUID | None, group_id: UUID) -> bool:
    """Tell whether this adult is an active member of the group."""
    mine = (memberships.c.person_id == person_id, memberships.c.group_id == group_id, memberships.c.status == "active")
    return work.connection.execute(select(memberships.c.id).where(*mine)).first() is not None


def groups_of(work: Work, person_ids: Sequence[UUID]) -> list[UUID]:
    """Find the groups that these adults are in, or were approved for."""
    if not person_ids:
        return []
    theirs = (
        memberships.c.person_id.in_(person_ids),
        memberships.c.status.in_(["approved", "active", "suspended"]),
    )
    found = select(memberships.c.group_id).where(*theirs).order_by(memberships.c.since)
    return list(dict.fromkeys(work.connection.execute(found).scalars()))


def leave(work: Work, person_id: UUID) -> None:
    """LEAVE: whoever is suspended stays so until a human has decided, and then has left if nothing was wrong."""
    own = memberships.c.person_id == person_id
    gone = update(memberships).where(own, memberships.c.status.in_(["approved", "active"]))
    work.connection.execute(gone.values(status="left", since=work.now))
    suspended = select(memberships.c.id, memberships.c.since).where(own, memberships.c.status == "suspended")
    for row in work.connection.execute(suspended).all():
        deeds.first_time(work, id_for("left", *row))


def has_left(work: Work, person_id: UUID, group_id: UUID) -> bool:
    """Tell whether somebody who is suspended there has written LEAVE since."""
    mine = (memberships.c.person_id == person_id, memberships.c.group_id == group_id)
    row = work.connection.execute(select(memberships.c.id, memberships.c.since).where(*mine)).first()
    return row is not None and deeds.is_done(work, id_for("left", *row))


def exclude(work: Work, person_ids: Sequence[UUID], staff_id: UUID) -> None:
    """G3.13: out of all groups."""
    values = {"status": "excluded", "decided_by": staff_id, "since": work.now}
    work.connection.execute(update(memberships).where(memberships.c.person_id.in_(person_ids)).values(values))


def _has_accepted(what: str, version: str) -> Any:
    return exists().where(
        acceptances.c.person_id == memberships.c.person_id,
        acceptances.c.what == what,
        acceptances.c.version == version,
    )
