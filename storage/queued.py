"""Messages on their way: read in the order of their lanes, and moved on. What may be queued is in storage/outbox.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import takewhile
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, or_, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from storage.contacts import FIELDS, Contact
from storage.fixed import fixed
from storage.tables import contacts, outbox
from storage.work import Work

OF_A_RELEASE = frozenset({"password", "password_words", "link"})
CONTENT_REFUSED = "content_refused"
MAY_BE_REPEATED = "may_be_repeated"
THROTTLED_LATER = "throttled_later"


def _ready(now: Any) -> ColumnElement[bool]:
    """Due, or begun: a row that a dead process left, or that waits to be tried again."""
    begun = (outbox.c.attempts > 0) & outbox.c.reason.is_distinct_from(THROTTLED_LATER)
    started = (outbox.c.due_at <= now) | begun
    return or_(outbox.c.status == "sending", (outbox.c.status == "due") & started)


def waits_in(lane_id: ColumnElement[UUID], now: BindParameter[datetime]) -> ColumnElement[bool]:
    """As a part of a query: whether a row of this lane is ready to be sent."""
    return select(outbox.c.id).where(outbox.c.lane_id == lane_id, _ready(now)).exists()


# Built once: each message asks these.
_MOVE = update(outbox).where(outbox.c.id == bindparam("message"))


@dataclass(frozen=True)
class Row:
    """One message on its way, opened."""

    id: UUID
    n: int
    lane_id: UUID
    contact_id: UUID
    act: str
    template: str
    language: str
    params: dict[str, Any]
    buttons: list[dict[str, str]]
    label: int
    release_id: UUID | None
    card_id: UUID | None
    of_id: UUID | None
    answer: bool
    status: str
    attempts: int
    reason: str | None
    queued_at: datetime

    @property
    def was_left(self) -> bool:
        """Whether a dead process may have sent it, at this try or at an earlier one."""
        return self.status == "sending" or self.reason == MAY_BE_REPEATED

    def why(self, reason: str) -> str:
        """What to write down as the reason: that it may have gone before outlives whatever befalls it later."""
        return MAY_BE_REPEATED if self.was_left else reason

    @property
    def is_pointer(self) -> bool:
        """Whether it is one line that stands by itself: sent once, with nothing to press and nothing secret."""
        return self.act == "send" and not self.buttons and self.card_id is None and self.release_id is None


_NAMES = tuple(Row.__dataclass_fields__)
_FIELDS = [outbox.c["params_sealed" if name == "params" else name] for name in _NAMES]
_OLDEST = fixed(
    select(outbox.c.due_at, *_FIELDS, *FIELDS)
    .join(contacts, contacts.c.id == outbox.c.contact_id)
    .where(outbox.c.lane_id == bindparam("lane"), _ready(bindparam("now")))
    .order_by(outbox.c.n)
    .limit(1)
    .with_for_update(of=outbox)
)


def next_due(work: Work, lane_id: UUID) -> tuple[Row, Contact] | None:
    """The oldest row of a lane that is due, or that a dead process left while sending it, and whom it is for.

    A row that waits to be tried again holds back those behind it, so that the order is kept. The row is locked: whoever
    voids it at the same moment comes before, and is seen, or after, and sees that it was begun.
    """
    found = work.connection.execute(_OLDEST, {"lane": lane_id, "now": work.now}).one_or_none()
    if found is None:
        return None
    due_at, *values = found
    row, contact = _opened(work, values[: len(_FIELDS)]), Contact(*values[len(_FIELDS) :])
    return None if row.status == "due" and due_at > work.now else (row, contact)


def behind(work: Work, row: Row, most: int) -> list[Row]:
    """The rows of the same contact that wait behind this one, in order, up to the first that is due later."""
    behind_it = (outbox.c.lane_id == row.lane_id, outbox.c.n > row.n, outbox.c.status == "due")
    waiting = select(outbox.c.due_at, *_FIELDS).where(*behind_it).order_by(outbox.c.n).limit(most)
    found = [(due_at, _opened(work, values)) for due_at, *values in work.connection.execute(waiting)]
    rows = [each for due_at, each in found if due_at <= work.now or each.reason == row.reason]
    return list(takewhile(lambda each: each.contact_id == row.contact_id, rows))


def changes_behind(work: Work, row: Row) -> list[Row]:
    """The changes to this row's message that wait behind it, in order."""
    changes = (outbox.c.of_id == row.id, outbox.c.act == "edit", outbox.c.status == "due", outbox.c.due_at <= work.now)
    found = work.connection.execute(select(*_FIELDS).where(*changes).order_by(outbox.c.n))
    return [_opened(work, values) for values in found]


def wait_too(work: Work, row: Row, reason: str) -> None:
    """Those behind a row that has to wait, to the same contact, wait for the same reason, if their time has come."""
    theirs = (outbox.c.contact_id == row.contact_id, outbox.c.n > row.n, outbox.c.due_at <= work.now)
    waiting = update(outbox).where(*theirs, outbox.c.status == "due", outbox.c.reason.is_(None))
    work.connection.execute(waiting.values(reason=reason))


def is_superseded(work: Work, row: Row) -> bool:
    """Tell whether the same message is changed again by a row behind this one."""
    if row.act != "edit":
        return False
    later = (outbox.c.of_id == row.of_id, outbox.c.n > row.n, outbox.c.act == "edit", outbox.c.status == "due")
    return work.connection.execute(select(outbox.c.id).where(*later).limit(1)).first() is not None


def lanes_due(now: BindParameter[datetime], limit: int = 200) -> Select[Any]:
    """Lanes whose next row is due, longest waiting first; a row that waits to be tried again holds its lane back.

    Where more wait than are taken at once, they are taken from all of them alike: lanes have ids by chance, so that of
    groups that begin at the same minute none is served whole before another.
    """
    columns = (outbox.c.lane_id, outbox.c.status, outbox.c.due_at, outbox.c.n)
    first = select(*columns).ext(distinct_on(outbox.c.lane_id)).where(_ready(now))
    each = first.order_by(outbox.c.lane_id, outbox.c.n).subquery()
    is_due = or_(each.c.status == "sending", each.c.due_at <= now)
    taken = select(each.c.lane_id, each.c.n).where(is_due).order_by(each.c.lane_id).limit(limit).subquery()
    return select(taken.c.lane_id).order_by(taken.c.n)


def next_due_at(work: Work) -> datetime | None:
    """When the next row falls due, for the playground's clock."""
    later = select(outbox.c.due_at).where(outbox.c.status == "due").order_by(outbox.c.due_at).limit(1)
    return work.connection.execute(later).scalar_one_or_none()


def is_as_begun(work: Work, row: Row) -> bool:
    """Whether nothing came of this sending yet: no receipt, and no other process that took it for a dead one's."""
    begun = (outbox.c.id == row.id, outbox.c.status == "sending", outbox.c.attempts == row.attempts + 1)
    return work.connection.execute(select(outbox.c.id).where(*begun)).first() is not None


def mark(work: Work, row_id: UUID, status: str, **values: Any) -> None:
    """Move a row on: sending, sent, delivered, read, failed, void, held, due."""
    work.connection.execute(_MOVE, {"message": row_id, "status": status, **values})


def again_as_text(work: Work, row_id: UUID) -> None:
    """The messenger took the buttons, then refused them: the question goes out once more, in words alone."""
    again = update(outbox).where(outbox.c.id == row_id).values(status="due", reason=CONTENT_REFUSED, provider_ref=None)
    work.touched.update(work.connection.execute(again.returning(outbox.c.lane_id)).scalars())


def again_later(work: Work, row_id: UUID, due_at: datetime) -> None:
    """The messenger took it, then had too much to do: it goes out once more, later."""
    later = {"status": "due", "reason": THROTTLED_LATER, "due_at": due_at, "provider_ref": None}
    work.connection.execute(update(outbox).where(outbox.c.id == row_id).values(later))


def forget_secrets(work: Work, row: Row) -> None:
    """G6.7: the leader's own copy of a password was sent with its words; nothing of it stays in the row."""
    kept = {name: plain(value) for name, value in row.params.items() if name not in OF_A_RELEASE}
    if len(kept) < len(row.params):
        sealed = work.keys.seal_json("outbox.params", row.id, kept)
        work.connection.execute(update(outbox).where(outbox.c.id == row.id).values(params_sealed=sealed))


def reference_of(work: Work, row_id: UUID, contact_id: UUID) -> str | None:
    """The provider's reference of a message that was sent to this contact; in another chat it is another message's."""
    there = (outbox.c.id == row_id, outbox.c.contact_id == contact_id)
    return work.connection.execute(select(outbox.c.provider_ref).where(*there)).scalar_one_or_none()


def stands_at(work: Work, row: Row, reference: str) -> None:
    """A change of what was deleted, or never seen, went out as a message of its own: the next change is of that one."""
    if row.act != "edit" or row.of_id is None:
        return
    known = reference_of(work, row.of_id, row.contact_id)
    before, now = ((each or "").partition(" ")[0] for each in (known, reference))
    if before != now:
        theirs = (outbox.c.id == row.of_id, outbox.c.contact_id == row.contact_id)
        work.connection.execute(update(outbox).where(*theirs).values(provider_ref=reference))


def plain(value: Any) -> Any:
    """Make a parameter storable; `_lively` makes it again what it was."""
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    return value


def _opened(work: Work, values: Sequence[Any]) -> Row:
    row = dict(zip(_NAMES, values, strict=True))
    params = work.keys.open_json("outbox.params", row["id"], row["params"])
    return Row(**(row | {"params": {name: _lively(value) for name, value in params.items()}}))


def _lively(value: Any) -> Any:
    match value:
        case {"at": str(at)}:
            return datetime.fromisoformat(at)
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case {"time": str(at)}:
            return time.fromisoformat(at)
        case _:
            return value
