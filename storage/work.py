"""One unit of work: the open transaction with the keys, the time and the actor that its acts are recorded under."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, null, select, update
from sqlalchemy.dialects.postgresql import insert

from flows.policy import Refused
from storage import audit
from storage.crypto import KeyRing
from storage.ids import new_id
from storage.tables import timers

_POINTER = re.compile(
    r"[A-Z]-[2-79A-Z]{4}|G-[0-9A-Z]{2,12}|[a-z][a-z0-9_.-]*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_TIMER = insert(timers)
_SET_TIMER = _TIMER.on_conflict_do_update(
    index_elements=["kind", "subject_id", "step"],
    set_={"due_at": _TIMER.excluded.due_at, "done_at": null(), "outcome": null()},
)


@dataclass
class Work:
    """What storage needs in one transaction.

    `touched` gathers the lanes whose outbox has new rows, `urgent` those of them that go before all others, `changed`
    the contacts that acts changed: whoever read one reads it again, `acts` what was done, as the audit calls it.
    `staff_names` are read once, when first wanted.
    """

    connection: Connection
    keys: KeyRing
    now: datetime
    actor: str
    policy_version: str
    touched: set[UUID] = field(default_factory=set)
    urgent: set[UUID] = field(default_factory=set)
    changed: set[UUID] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    staff_names: list[str] | None = None

    def record(
        self, act: str, kind: str, object_id: UUID | str, *, outcome: str = "done", clause: str | None = None
    ) -> None:
        """X1: one audit row; ids and codes only, never names or words."""
        self.acts.add(act)
        audit.record(
            self.connection,
            at=self.now,
            actor=self.actor,
            act=act,
            object_kind=kind,
            object_id=_pointer(kind, object_id),
            outcome=outcome,
            clause=clause,
            policy_version=self.policy_version,
        )

    def refuse(self, verdict: Refused, act: str, kind: str, object_id: UUID | str) -> Refused:
        """X2: record a refusal with its clause, and hand it on."""
        self.record(act, kind, object_id, outcome=f"refused:{verdict.reason}", clause=verdict.clause)
        return verdict

    def seal(self, place: str, row_id: UUID, text: str | None) -> bytes | None:
        """Encrypt a text for its column and row; None stays None."""
        return None if text is None else self.keys.seal(place, row_id, text)

    def open(self, place: str, row_id: UUID, sealed: bytes | None) -> str | None:
        """Decrypt what `seal` made."""
        return None if sealed is None else self.keys.open(place, row_id, sealed)

    def set_timer(
        self, kind: str, subject_id: UUID, due_at: datetime, *, step: str = "", lane_id: UUID | None = None
    ) -> None:
        """Make something fall due. The same kind, subject and step again moves it."""
        row = {
            "id": new_id(),
            "kind": kind,
            "subject_id": subject_id,
            "step": step,
            "due_at": due_at,
            "lane_id": lane_id,
        }
        self.connection.execute(_SET_TIMER, row)

    def has_timer(self, kind: str, subject_id: UUID) -> bool:
        """Tell whether something of this kind is still to fall due for a subject."""
        still = (timers.c.kind == kind, timers.c.subject_id == subject_id, timers.c.done_at.is_(None))
        return self.connection.execute(select(timers.c.id).where(*still).limit(1)).first() is not None

    def cancel_timers(self, subject_id: UUID, *kinds: str) -> None:
        """Void what is still to fall due for a subject; all kinds if none is named."""
        still_due = update(timers).where(timers.c.subject_id == subject_id, timers.c.done_at.is_(None))
        if kinds:
            still_due = still_due.where(timers.c.kind.in_(kinds))
        self.connection.execute(still_due.values(done_at=self.now, outcome="void"))


def _pointer(kind: str, object_id: UUID | str) -> str:
    """X1: what somebody typed in place of a code may be a name, so only what looks like an id is recorded."""
    told = str(object_id)
    return told if isinstance(object_id, UUID) or kind == "staff" or _POINTER.fullmatch(told) else "unknown"
