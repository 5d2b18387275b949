"""Passwords of meetings and their releases to people. How a leaked one is replaced is in rotations.py."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from flows.policy import Allowed, Refused
from flows.policy.passwords import may_receive_password
from storage import meeting_keys, meetings, outbox, passcodes, releases, standings
from storage.contacts import Contact
from storage.ids import new_id
from storage.meetings import Meeting
from storage.releases import Release
from storage.standings import Terms
from storage.tables import meetings as meeting_rows
from storage.tables import passwords
from storage.tables import releases as release_rows
from storage.work import Work

_TRIES = 50


@dataclass(frozen=True)
class Given:
    """A release and its meeting, read once for the question whether it may leave and for the words that leave."""

    release: Release
    meeting: Meeting


def make_password(work: Work, meeting_id: UUID, reason: str) -> int:
    """G6.1, G6.2: make the next password of a meeting that its caller has locked; answers its version."""
    found = select(meeting_rows).where(meeting_rows.c.id == meeting_id)
    row = work.connection.execute(found).mappings().one()
    group_id, version = row["group_id"], int(row["password_version"]) + 1
    rules = passcodes.rules_for(work, row["platform"])
    for _ in range(_TRIES):
        drawn = passcodes.draw(rules)
        fresh = _sealed(work, drawn, {"meeting_id": meeting_id, "group_id": group_id, "version": version})
        kept = insert(passwords).values(fresh | {"reason": reason})
        kept = kept.on_conflict_do_nothing(index_elements=["group_id", "secret_token"])
        if work.connection.execute(kept.returning(passwords.c.id)).first() is not None:
            meetings.change(work, meeting_id, password_version=version)
            work.record("make", "password", fresh["id"])
            return version
    raise LookupError("no password was found that the group never had")


def ensure_first(work: Work, meeting: Meeting, window: timedelta) -> Meeting:
    """G6.1: from the window's opening on, a meeting has a password."""
    due = meeting.starts_at - window <= work.now < meeting.ends_at
    if not due or not meeting.is_open or meeting.is_call or meeting.password_version > 0:
        return meeting
    locked = meetings.lock(work, meeting.id)
    if locked.password_version == 0 and locked.is_open:
        make_password(work, meeting.id, "first")
    return meetings.by_id(work, meeting.id) or meeting


def in_clear(work: Work, meeting: Meeting) -> str | None:
    """Open the password that counts, for those who may see it; None once it is dead or wiped."""
    current = (passwords.c.meeting_id == meeting.id, passwords.c.version == meeting.password_version)
    row = work.connection.execute(
        select(passwords.c.id, passwords.c.secret_sealed).where(*current, passwords.c.dead_at.is_(None))
    ).one_or_none()
    return None if row is None else meeting_keys.unseal(work, meeting.id, row[0], row[1])


def kill(work: Work, meeting_id: UUID) -> list[UUID]:
    """End the meeting's password; what was not sent of it never is. Answers the ids of its releases."""
    dead = update(passwords).where(passwords.c.meeting_id == meeting_id, passwords.c.dead_at.is_(None))
    died = work.connection.execute(dead.values(dead_at=work.now, rotated_by=work.actor).returning(passwords.c.id))
    password_ids = list(died.scalars())
    release_ids = releases.of_passwords(work, password_ids)
    outbox.void(work, reason="password_dead", release_ids=release_ids)
    return release_ids


def release(work: Work, person_id: UUID, contact: Contact, meeting: Meeting, terms: Terms, *, reply: bool) -> UUID:
    """G6.4, G6.6, G6.9: note the release under a reference of its own, and queue the link, then the password.

    The caller has asked policy; the sender asks it again.
    """
    release_id = releases.note(work, person_id, contact, meeting, terms)
    work.record("release", "password", release_id)
    name = releases.screen_name(work, person_id)
    told: dict[str, Any] = {"screen_name": name, "when": meeting.starts_at}
    sealed = ("password", "password_words", "reference")
    outbox.tell(work, contact, "meeting_link", reply=reply, release_id=release_id, secret=("link",), **told)
    if meeting.is_by_link:
        outbox.tell(work, contact, "meeting_call", reply=reply, release_id=release_id, secret=("reference",), **told)
    else:
        outbox.tell(work, contact, "meeting_password", reply=reply, release_id=release_id, secret=sealed, **told)
    return release_id


def last_dead(work: Work, meeting_id: UUID) -> int | None:
    """Return the version of the meeting's last dead password that anybody was given."""
    dead = select(func.max(passwords.c.version)).join(release_rows, release_rows.c.password_id == passwords.c.id)
    dead = dead.where(passwords.c.meeting_id == meeting_id, passwords.c.dead_at.is_not(None))
    return work.connection.execute(dead).scalar_one_or_none()


def given(work: Work, release_id: UUID) -> Given | None:
    """Read a release and its meeting as they are now; None if there is none."""
    found = releases.by_id(work, release_id)
    meeting = None if found is None else meetings.by_id(work, found.meeting_id)
    return None if found is None or meeting is None else Given(found, meeting)


def may_send(work: Work, what: Given | None) -> Allowed | Refused:
    """G6.4, G6.9: ask again, on facts read now, just before a link or a password leaves."""
    if what is None:
        return Refused("G6.4", "refused_release_over")
    found, meeting = what.release, what.meeting
    terms = Terms(found.agreement_version, meeting.starts_at - found.opens_at, found.identified)
    person = standings.read(work, meeting.group_id, [found.person_id], terms.agreement_version).get(found.person_id)
    if person is None:
        return Refused("G6.4", "refused_not_approved")
    facts = standings.facts(work, meeting, person, found.contact_id, terms)
    return may_receive_password(replace(facts, version=found.version))


def secret_params(work: Work, what: Given | None, in_words: Callable[[str], str]) -> dict[str, str] | None:
    """Fill in, at the moment of sending, what the outbox never holds; None when it was wiped."""
    if what is None:
        return None
    found, meeting = what.release, what.meeting
    password = meeting_keys.unseal_with(work, found.key_sealed, meeting.id, found.password_id, found.secret_sealed)
    if password is None:
        return None
    return {
        "password": _grouped(password),
        "password_words": in_words(password),
        "link": meetings.link(work, meeting) or "",
        "reference": found.reference,
    }


def is_dead(work: Work, release_id: UUID) -> bool:
    """Tell whether the password of a release was changed or voided since."""
    return releases.is_dead(work, release_id)


def pointer(work: Work, release_id: UUID) -> dict[str, str]:
    """Name the meeting and the family of a release by their codes, for the staff channel."""
    return releases.pointer(work, release_id)


def token(work: Work, password: str) -> bytes:
    """Return the blind index under which a password is found."""
    return work.keys.token("passwords.secret", password)


def _grouped(password: str) -> str:
    """Digits in pairs; anything else as it is typed."""
    pairs = [password[at : at + 2] for at in range(0, len(password), 2)]
    return " ".join(pairs) if password.isdecimal() else password


def _sealed(work: Work, password: str, row: dict[str, Any]) -> dict[str, Any]:
    password_id = new_id()
    sealed = meeting_keys.seal(work, row["meeting_id"], password_id, password)
    made = {"id": password_id, "secret_sealed": sealed, "secret_token": token(work, password)}
    return row | made | {"made_at": work.now}
