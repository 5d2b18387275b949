"""Passwords, call links and release references in what somebody writes, and whose they are (G6.5, G6.6)."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, update

from flows.policy.one_to_ones import CALLS
from storage import passcodes, passwords, releases, several
from storage.contacts import Contact
from storage.tables import contacts, meetings, memberships, people
from storage.tables import passwords as password_rows
from storage.tables import releases as release_rows
from storage.work import Work

MOST = 200
_PASSCODE = re.compile(rf"(?<![\w@*-])[A-Za-z\d@*-]{{{passcodes.LENGTH},{passcodes.LONGEST}}}(?![\w@*-])")
_DIGITS = re.compile(r"\d(?:[\s.,;:/_()\-\u2010-\u2015]{0,3}\d)+")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:www\.)?")
_KEY = 16
# Looked for from the beginning of a run only: from every letter of it, a long message would take a minute.
_MIXED = re.compile(rf"(?<![A-Za-z\d_-])(?=[A-Za-z\d_-]{{{_KEY}}})[A-Za-z\d_-]*(?:\d|[a-z][A-Z])")
_UNSPEAKABLE = re.compile(rf"[b-df-hj-np-tv-xz]{{{_KEY}}}")
_WORDS = re.compile(rf"\b(?=[A-Z]*\d)[A-Z\d]{{{releases.LENGTH}}}\b")


@dataclass(frozen=True)
class Quote:
    """One thing quoted. `shown_by`: the contact whose release it shows, if it shows a reference."""

    meeting_id: UUID
    password_id: UUID
    version: int
    person_id: UUID | None
    shown_by: UUID | None


def passwords_in(text: str) -> list[str]:
    """List all that might be a password: runs of digits, however they are grouped, and single words like one."""
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    runs = [re.sub(r"\D", "", found) for found in _DIGITS.findall(plain)]
    sizes = range(passcodes.LENGTH, passcodes.LONGEST + 1)
    windows = [run[at : at + size] for size in sizes for run in runs for at in range(len(run) - size + 1)]
    return list(dict.fromkeys([*_PASSCODE.findall(plain)[:MOST], *windows]))[: 2 * MOST]


def references_in(text: str) -> list[str]:
    """List everything in a text that might be a release reference."""
    return list(dict.fromkeys(_WORDS.findall(text.upper())))[:MOST]


def is_link_in(link: str, text: str) -> bool:
    """Tell whether a link stands in a text, however it begins and whatever follows it, or only the key in it."""
    bare = _SCHEME.sub("", link.strip().casefold()).rstrip("/")
    whole = bool(bare) and re.search(rf"(?<![\w.-]){re.escape(bare)}(?![\w-])", text.casefold()) is not None
    return whole or _is_key_in(link, text)


def may_hold_key(text: str) -> bool:
    """Tell whether something in a text can be the key of a call link and no word: made by a machine, and long."""
    return _MIXED.search(text) is not None or _UNSPEAKABLE.search(_squeezed(text)) is not None


def _is_key_in(link: str, text: str) -> bool:
    key = max(re.split(r"[/#?=&]", link.strip().partition("://")[2].partition("/")[2]), key=len)
    return len(_squeezed(key)) >= _KEY and may_hold_key(key) and _squeezed(key) in _squeezed(text)


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def foreign(work: Work, text: str, writer: Contact) -> list[Quote]:
    """Find what is quoted of meetings not over by somebody who is no holder of it in good standing."""
    found = [*_live(work, passwords_in(text)), *_linked(work, text), *_shown(work, references_in(text), writer)]
    own = _own(work, writer, {each.password_id for each in found}) if found else frozenset()
    return [each for each in found if each.password_id not in own]


def shown_to(work: Work, text: str, writer: Contact) -> list[Quote]:
    """Find the references of other people's releases in what a member sends us."""
    return _shown(work, references_in(text), writer)


def hold(work: Work, suspects: Collection[UUID]) -> set[UUID]:
    """G6.5: hold contacts back until a human clears them; answers those that were not held before."""
    if not suspects:
        return set()
    free = (contacts.c.id.in_(suspects), contacts.c.held_at.is_(None))
    ordered = select(contacts.c.id).where(*free).order_by(contacts.c.id).with_for_update(key_share=True)
    newly = set(work.connection.execute(ordered).scalars())
    work.connection.execute(update(contacts).where(contacts.c.id.in_(newly)).values(held_at=work.now))
    work.changed |= newly
    for contact_id in sorted(newly):
        work.record("hold", "contact", contact_id, clause="G6.5")
    return newly


def _live(work: Work, digits: list[str]) -> list[Quote]:
    if not digits:
        return []
    tokens = [passwords.token(work, each) for each in digits]
    query = _select().where(password_rows.c.secret_token.in_(tokens), password_rows.c.dead_at.is_(None))
    return [Quote(row[0], row[1], row[2], None, None) for row in work.connection.execute(query)]


def _linked(work: Work, text: str) -> list[Quote]:
    """G6.5, G6.9: of a group's call the link is the secret: whoever has it can ask to come in."""
    if "/" not in text and not may_hold_key(text):
        return []
    of_calls = meetings.c.platform.in_(sorted(CALLS)) & meetings.c.person_id.is_(None)
    is_set = meetings.c.link_sealed.is_not(None) & (meetings.c.platform_version == password_rows.c.version)
    query = _select(meetings.c.link_sealed).where(of_calls, is_set, password_rows.c.dead_at.is_(None))
    return [
        Quote(row[0], row[1], row[2], None, None)
        for row in work.connection.execute(query)
        if is_link_in(work.open("meetings.link", row[0], row[3]) or "", text)
    ]


def _shown(work: Work, references: list[str], writer: Contact) -> list[Quote]:
    if not references:
        return []
    query = (
        _select(release_rows.c.person_id, release_rows.c.contact_id)
        .join(release_rows, release_rows.c.password_id == password_rows.c.id)
        .where(
            release_rows.c.reference.in_(references),
            release_rows.c.contact_id.not_in(several.ids_with_it(work, writer)),
        )
    )
    return [Quote(*row) for row in work.connection.execute(query)]


def _select(*more: Any) -> Select[Any]:
    columns = (password_rows.c.meeting_id, password_rows.c.id, password_rows.c.version, *more)
    query = select(*columns).join(meetings, meetings.c.id == password_rows.c.meeting_id)
    return query.where(meetings.c.status.in_(["planned", "started"]))


def _own(work: Work, writer: Contact, password_ids: Collection[UUID]) -> frozenset[UUID]:
    if writer.frozen_at is not None or several.shared(work, writer).held:
        return frozenset()
    same_group = memberships.c.group_id == password_rows.c.group_id
    query = (
        select(release_rows.c.password_id)
        .join(password_rows, password_rows.c.id == release_rows.c.password_id)
        .join(people, people.c.id == release_rows.c.person_id)
        .join(memberships, same_group & (memberships.c.person_id == people.c.id))
        .where(
            release_rows.c.contact_id.in_(several.ids_with_it(work, writer)),
            release_rows.c.password_id.in_(password_ids),
        )
        .where(memberships.c.status == "active")
    )
    return frozenset(work.connection.execute(query).scalars())
