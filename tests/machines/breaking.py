"""Rules of the house broken on purpose, for the test of the machines. Each breaks one and leaves the others whole."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import wraps
from typing import Any, TypeAlias
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text, true

from bot import sender
from flows.policy import Allowed
from flows.texts import Texts
from storage import agreements, audit, breaches, cases, contacts, due, inbox, outbox, passwords, releases, rotations
from storage.contacts import Contact
from storage.work import Work
from tests.flows.test_of_the_tests import always_allow

Break: TypeAlias = Callable[[pytest.MonkeyPatch], None]


def policy(*names: str) -> Break:
    """Let these rules allow everything."""

    def patch(patched: pytest.MonkeyPatch) -> None:
        for name in names:
            always_allow(patched, name)

    return patch


def answering(module: Any, name: str, answer: Any = None) -> Break:
    """Let this function do nothing but answer."""
    return lambda patched: patched.setattr(module, name, lambda *_, **__: answer)


def given(module: Any, name: str, **other: Any) -> Break:
    """Let this function hear something else than it is told."""

    def patch(patched: pytest.MonkeyPatch) -> None:
        real = getattr(module, name)
        patched.setattr(module, name, wraps(real)(lambda *args, **named: real(*args, **{**named, **other})))

    return patch


def it_opens_too_early(patched: pytest.MonkeyPatch) -> None:
    first = passwords.ensure_first
    patched.setattr(passwords, "ensure_first", lambda work, meeting, _: first(work, meeting, timedelta(days=1)))
    policy("may_receive_password", "may_set_platform")(patched)


def dead_passwords_go_out(patched: pytest.MonkeyPatch) -> None:
    policy("may_receive_password")(patched)
    answering(outbox, "void")(patched)


def passwords_go_to(handle: str) -> Break:
    """Release each password to somebody else."""

    def patch(patched: pytest.MonkeyPatch) -> None:
        real = passwords.release

        def release(work: Work, person_id: UUID, _: Contact, *rest: Any, **named: Any) -> UUID:
            return real(work, person_id, contacts.find_or_add(work, "signal", handle), *rest, **named)

        patched.setattr(passwords, "release", release)
        patched.setattr(passwords, "may_send", lambda *_: Allowed())

    return patch


def previews_show_all(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(sender, "_preview", lambda words: words)


def a_refusal_is_not_recorded(patched: pytest.MonkeyPatch) -> None:
    patched.setattr(Work, "refuse", lambda _self, verdict, *_: verdict)


def members_who_never_agreed(patched: pytest.MonkeyPatch) -> None:
    answering(agreements, "accept", answer=True)(patched)
    answering(agreements, "_has_accepted", answer=true())(patched)


def answers_that_get_lost(patched: pytest.MonkeyPatch) -> None:
    told = outbox.tell

    def tell(work: Work, contact: Any, text_id: str, /, **named: Any) -> Any:
        return None if text_id == "cannot_say_who" else told(work, contact, text_id, **named)

    patched.setattr(outbox, "tell", tell)


def the_same_message_has_a_new_key(patched: pytest.MonkeyPatch) -> None:
    kept = inbox.keep
    patched.setattr(inbox, "keep", lambda work, channel, _, *rest: kept(work, channel, str(uuid4()), *rest))


def a_key_is_kept_twice(patched: pytest.MonkeyPatch) -> None:
    kept = inbox.keep

    def keep(work: Work, *rest: Any) -> UUID | None:
        work.connection.execute(text("ALTER TABLE inbox DROP CONSTRAINT IF EXISTS inbox_channel_key_key"))
        return kept(work, *rest)

    patched.setattr(inbox, "keep", keep)


def a_decision_without_its_human(patched: pytest.MonkeyPatch) -> None:
    changed = cases.change
    patched.setattr(cases, "change", lambda *args, **named: changed(*args, **{**named, "decided_by": None}))


def a_membership_without_its_human(patched: pytest.MonkeyPatch) -> None:
    approved: Any = agreements.approve
    patched.setattr(agreements, "approve", lambda w, case, group, _, rows: approved(w, case, group, None, rows))


def a_breach_without_its_human(patched: pytest.MonkeyPatch) -> None:
    decided: Any = breaches.decide
    patched.setattr(breaches, "decide", lambda work, breach, outcome, _: decided(work, breach, outcome, None))


def a_report_bars_by_itself(patched: pytest.MonkeyPatch) -> None:
    moved = breaches.set_status

    def set_status(work: Work, person_id: UUID, group_id: UUID, status: str, *, before: tuple[str, ...]) -> bool:
        return moved(work, person_id, group_id, "barred" if status == "suspended" else status, before=before)

    patched.setattr(breaches, "set_status", set_status)


def two_cases_at_once(patched: pytest.MonkeyPatch) -> None:
    opened = cases.open_case

    def open_case(work: Work, case_id: UUID, **named: Any) -> tuple[str, bool]:
        opened(work, uuid4(), **named)
        return opened(work, case_id, **named)

    patched.setattr(cases, "open_case", open_case)


def members_hear_something_else(patched: pytest.MonkeyPatch) -> None:
    told = outbox.tell

    def tell(work: Work, contact: Contact, text_id: str, /, **named: Any) -> Any:
        is_member = (
            text_id == "cannot_say_who" and contact.last_inbound_at is not None and contact.lane_id in _members(work)
        )
        return told(work, contact, "still_waiting" if is_member else text_id, **named)

    patched.setattr(outbox, "tell", tell)


def turns_never_come(patched: pytest.MonkeyPatch) -> None:
    real = due.now
    patched.setattr(due, "now", lambda work: replace(real(work), turns=[]))


def _members(work: Work) -> set[UUID]:
    return set(work.connection.execute(text("SELECT family_id FROM people")).scalars())


NO_CLAUSE = given(audit, "record", clause=None)
OLD_ONES_LIVE_ON = answering(passwords, "kill", answer=[])
NOTHING_ROTATES = answering(rotations, "rotate", answer=False)
NOBODY_IS_SUSPENDED = answering(breaches, "suspend", answer=True)
ANOTHERS_NAME = answering(releases, "screen_name", answer="Bea")
NO_VERSION = answering(Texts, "version")
NO_EXCLUSION_KEPT = answering(cases, "add_check")
