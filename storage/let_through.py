"""What an account let through lately, beside approvals: whom it let back in, what it opened. A lockdown shuts it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update

from storage import alerts, bars, breaches, outbox, people
from storage.bars import ALL_GROUPS, FAMILY, Bar
from storage.staff import Member
from storage.tables import acceptances, audit, complaints, concerns, contacts
from storage.tables import alerts as alert_rows
from storage.tables import bars as bar_rows
from storage.tables import breaches as breach_rows
from storage.tables import people as person_rows
from storage.work import Work

BACK = ("approved", "active", "suspended", "left")


def done(work: Work, member: Member, since: datetime, act: str, kind: str) -> list[str]:
    """What the account did an act to since, by id or code, oldest first."""
    theirs = (audit.c.actor == f"staff:{member.handle}", audit.c.at >= since, ~audit.c.outcome.startswith("refused:"))
    found = select(audit.c.object_id).where(*theirs, audit.c.act == act, audit.c.object_kind == kind)
    return list(dict.fromkeys(work.connection.execute(found.order_by(audit.c.n)).scalars()))


def families_of(work: Work, member: Member, since: datetime) -> set[UUID]:
    """The families whom any of this is about: their lanes are locked before anything is shut."""
    requests = [*done(work, member, since, "check", "data"), *done(work, member, since, "decide", "data")]
    requests += done(work, member, since, "lift", "data")
    of_person = select(person_rows.c.family_id)
    queries = (
        select(bar_rows.c.family_id).where(*_lifted(member, since)),
        select(alert_rows.c.family_id).where(*_taken_off(member, since)),
        of_person.join(breach_rows, breach_rows.c.person_id == person_rows.c.id).where(*_dismissed(member, since)),
        of_person.join(acceptances, acceptances.c.person_id == person_rows.c.id).where(*_heard(member, since)),
        select(contacts.c.lane_id)
        .join(complaints, complaints.c.contact_id == contacts.c.id)
        .where(complaints.c.code.in_(requests), contacts.c.audience == "family"),
    )
    return {each for query in queries for each in work.connection.execute(query).scalars()}


def bar_again(work: Work, member: Member, since: datetime) -> list[Bar]:
    """G11.5: whom it let back into groups is barred again, as was decided before.

    A family whose exclusion it lifted has no place by that: somebody else decides about its case.
    """
    again = {"lifted_by": None, "lifted_at": None, "lift_reason_sealed": None}
    lifted = (*_lifted(member, since), bar_rows.c.scope != FAMILY)
    ids = work.connection.execute(update(bar_rows).where(*lifted).values(again).returning(bar_rows.c.id)).scalars()
    found = [bar for bar in (bars.by_id(work, each) for each in sorted(ids)) if bar is not None]
    for bar in found:
        if bar.person_id is None:
            continue
        if bar.scope == ALL_GROUPS:
            bars.widen(work, bar, bar.decided_by)
        elif bar.group_id is not None:
            breaches.set_status(work, bar.person_id, bar.group_id, "barred", before=BACK)
        outbox.void(work, release_ids=people.release_ids(work, [bar.person_id]), reason="barred")
    return found


def suspend_again(work: Work, member: Member, since: datetime) -> list[tuple[str, UUID]]:
    """G11.1: whom it cleared of a breach waits for a decision again: the code of each report, and the person."""
    anew = {"outcome": None, "decided_by": None, "decided_at": None}
    fields = (breach_rows.c.code, breach_rows.c.person_id, breach_rows.c.group_id)
    reopened = update(breach_rows).where(*_dismissed(member, since)).values(anew).returning(*fields)
    found = work.connection.execute(reopened).all()
    for _, person_id, group_id in found:
        breaches.suspend(work, person_id, group_id)
    return sorted((code, person_id) for code, person_id, _ in found)


def flag_again(work: Work, member: Member, since: datetime) -> list[UUID]:
    """A1: the alerts that it took off are on again: the families."""
    off = select(alert_rows.c.id, alert_rows.c.family_id).where(*_taken_off(member, since))
    found = work.connection.execute(off.order_by(alert_rows.c.lifted_at, alert_rows.c.id)).all()
    for alert_id, family_id in found:
        if alerts.standing(work, family_id) is None:
            alerts.put_back(work, alert_id, family_id)
    return sorted({family_id for _, family_id in found})


def take_back_yeses(work: Work, member: Member, since: datetime) -> int:
    """G4.5: the yes of an adult that only this account heard is none; they are asked again."""
    return len(
        work.connection.execute(delete(acceptances).where(*_heard(member, since)).returning(acceptances.c.id)).all()
    )


def concerns_in_hand(work: Work, member: Member, since: datetime) -> list[UUID]:
    """A3: the concerns that it has, and those that it closed since."""
    closed = concerns.c.code.in_(done(work, member, since, "close", "concern"))
    theirs = concerns.c.closed_at.is_(None) & (concerns.c.acknowledged_by == member.id)
    kept = concerns.c.words_sealed.is_not(None)
    found = select(concerns.c.id).where(closed & kept | theirs).order_by(concerns.c.opened_at, concerns.c.id)
    return list(work.connection.execute(found).scalars())


def _lifted(member: Member, since: datetime) -> tuple[ColumnElement[bool], ...]:
    return bar_rows.c.lifted_by == member.id, bar_rows.c.lifted_at >= since


def _taken_off(member: Member, since: datetime) -> tuple[ColumnElement[bool], ...]:
    return alert_rows.c.lifted_by == member.id, alert_rows.c.lifted_at >= since


def _dismissed(member: Member, since: datetime) -> tuple[ColumnElement[bool], ...]:
    decided = (breach_rows.c.decided_by == member.id, breach_rows.c.decided_at >= since)
    return *decided, breach_rows.c.outcome == "not_upheld", breach_rows.c.person_id.is_not(None)


def _heard(member: Member, since: datetime) -> tuple[ColumnElement[bool], ...]:
    return acceptances.c.staff_id == member.id, acceptances.c.at >= since, acceptances.c.method.is_not(None)
