"""What is to be sent: text id, parameters and release, never a finished secret. The one gate for words is here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Select, bindparam, insert, or_, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from flows.policy import Label, Refused, Verdict, label_of
from flows.policy.confidentiality import SPOKEN, CarryFacts, may_carry
from flows.policy.openings import ANNOUNCEMENTS, announced_by
from storage import several, spoken, staff
from storage.contacts import Contact
from storage.tables import outbox
from storage.work import Work

OF_A_RELEASE = frozenset({"password", "password_words", "link"})
WINDOW = timedelta(hours=24)
CONTENT_REFUSED = "content_refused"
MAY_BE_REPEATED = "may_be_repeated"


def _ready(now: Any) -> ColumnElement[bool]:
    """Due, or begun: a row that a dead process left, or that waits to be tried again."""
    started = (outbox.c.due_at <= now) | (outbox.c.attempts > 0)
    return or_(outbox.c.status == "sending", (outbox.c.status == "due") & started)


# Built once: each message asks these.
_QUEUE = insert(outbox)
_MOVE = update(outbox).where(outbox.c.id == bindparam("message"))
_OLDEST = (
    select(outbox).where(outbox.c.lane_id == bindparam("lane"), _ready(bindparam("now"))).order_by(outbox.c.n).limit(1)
)
_RELEASE = update(outbox).where(outbox.c.contact_id == bindparam("contact"), outbox.c.status == "held")


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

    @property
    def is_pointer(self) -> bool:
        """Whether it is one line that stands by itself: sent once, with nothing to press and nothing secret."""
        return self.act == "send" and not self.buttons and self.card_id is None and self.release_id is None


def tell(
    work: Work,
    contact: Contact,
    text_id: str,
    /,
    *,
    reply: bool = False,
    release_id: UUID | None = None,
    due_at: datetime | None = None,
    buttons: Sequence[dict[str, str]] = (),
    card_id: UUID | None = None,
    of_id: UUID | None = None,
    act: str = "send",
    text_version: str | None = None,
    secret: Sequence[str] = (),
    here: bool = False,
    **params: Any,
) -> UUID | None:
    """Queue one message for a contact. What its channel may not carry is refused and recorded; then None.

    `secret` names parameters that the sender fills in at sending time (password, link), for the gate. What is no reply
    goes to the adult's most private contact, unless it is about this one (`here`) or of a release, which names its own.
    """
    if not (reply or here or release_id):
        contact = several.for_pushes(work, contact)
    names = frozenset([*params, *secret])
    label = label_of(text_id, names)
    own_code = reply and names.isdisjoint(OF_A_RELEASE)
    verdict = gate(work, contact, label, answer=reply, stands=own_code or release_id is not None)
    if isinstance(verdict, Refused):
        work.refuse(verdict, "tell", "text", text_id)
        return None
    row_id = uuid4()
    row = {
        "id": row_id,
        "lane_id": contact.lane_id,
        "contact_id": contact.id,
        "act": act,
        "template": text_id,
        "version": text_version,
        "language": contact.language,
        "params_sealed": work.keys.seal_json(
            "outbox.params", row_id, {name: _plain(value) for name, value in params.items()}
        ),
        "buttons": list(buttons),
        "label": int(label),
        "release_id": release_id,
        "card_id": card_id,
        "of_id": of_id,
        "answer": reply,
        "due_at": due_at or work.now,
        "queued_at": work.now,
    }
    work.connection.execute(_QUEUE, row)
    work.touched.add(contact.lane_id)
    return row_id


def gate(work: Work, contact: Contact, label: Label, *, answer: bool, stands: bool) -> Verdict:
    """H2.3, X5: may words of this label go to this contact now? The same question when queued and when sent.

    What is read out to a family stands first on the line of the member of staff who speaks for it.
    """
    if contact.channel == SPOKEN and (speaker := spoken.speaker_of(work, contact.id)) is not None:
        on_their_line = gate(work, speaker.line, label, answer=answer, stands=stands)
        if isinstance(on_their_line, Refused):
            return on_their_line
    is_staff = contact.audience == "staff" and label > Label.PERSONAL
    facts = CarryFacts(
        label=label,
        channel=contact.channel,
        audience=contact.audience,
        capacities=staff.capacities(work, contact.lane_id) if is_staff else frozenset(),
        release_stands=stands,
        asked=True,
        asked_now=answer,
        shared=contact.shared,
        silent=contact.silent,
        line_frozen=contact.audience == "staff" and contact.frozen_at is not None,
    )
    return may_carry(facts)


def next_due(work: Work, lane_id: UUID) -> Row | None:
    """The oldest row of a lane that is due, or that a dead process left while sending it.

    A row that waits to be tried again holds back those behind it, so that the order is kept.
    """
    row = work.connection.execute(_OLDEST, {"lane": lane_id, "now": work.now}).mappings().one_or_none()
    if row is None or (row["status"] == "due" and row["due_at"] > work.now):
        return None
    return _opened(work, row)


def behind(work: Work, row: Row, most: int) -> list[Row]:
    """The rows of the same contact that wait behind this one, in order, up to the first that is due later."""
    waiting = select(outbox).where(outbox.c.lane_id == row.lane_id, outbox.c.n > row.n, outbox.c.status == "due")
    found = work.connection.execute(waiting.order_by(outbox.c.n).limit(most)).mappings()
    rows = [_opened(work, each) for each in found if each["due_at"] <= work.now or each["reason"] == row.reason]
    return list(takewhile(lambda each: each.contact_id == row.contact_id, rows))


def is_superseded(work: Work, row: Row) -> bool:
    """Tell whether the same message is changed again by a row behind this one."""
    later = (outbox.c.of_id == row.of_id, outbox.c.n > row.n, outbox.c.act == "edit", outbox.c.status == "due")
    return row.act == "edit" and work.connection.execute(select(outbox.c.id).where(*later).limit(1)).first() is not None


def _opened(work: Work, row: Any) -> Row:
    params = work.keys.open_json("outbox.params", row["id"], row["params_sealed"])
    values = {name: row[name] for name in Row.__dataclass_fields__ if name != "params"}
    return Row(**values, params={name: _lively(value) for name, value in params.items()})


def mark(work: Work, row_id: UUID, status: str, **values: Any) -> None:
    """Move a row on: sending, sent, delivered, read, failed, void, held, due."""
    work.connection.execute(_MOVE, {"message": row_id, "status": status, **values})


def again_as_text(work: Work, row_id: UUID) -> None:
    """The messenger took the buttons, then refused them: the question goes out once more, in words alone."""
    again = update(outbox).where(outbox.c.id == row_id).values(status="due", reason=CONTENT_REFUSED, provider_ref=None)
    work.touched.update(work.connection.execute(again.returning(outbox.c.lane_id)).scalars())


def forget_secrets(work: Work, row: Row) -> None:
    """G6.7: the leader's own copy of a password was sent with its words; nothing of it stays in the row."""
    kept = {name: _plain(value) for name, value in row.params.items() if name not in OF_A_RELEASE}
    if len(kept) < len(row.params):
        sealed = work.keys.seal_json("outbox.params", row.id, kept)
        work.connection.execute(update(outbox).where(outbox.c.id == row.id).values(params_sealed=sealed))


def void(work: Work, *, reason: str, release_ids: Sequence[UUID] = (), contact_id: UUID | None = None) -> None:
    """Take back what was not sent yet."""
    unsent = update(outbox).where(outbox.c.status.in_(["due", "held"]))
    if contact_id is not None:
        unsent = unsent.where(outbox.c.contact_id == contact_id, outbox.c.answer.is_(False))
    else:
        unsent = unsent.where(outbox.c.release_id.in_(release_ids))
    work.connection.execute(unsent.values(status="void", reason=reason))


def void_secrets(work: Work, contact_id: UUID, *, reason: str) -> None:
    """G6.4: take back the secrets for one contact that were not sent yet."""
    unsent = update(outbox).where(outbox.c.contact_id == contact_id, outbox.c.status.in_(["due", "held"]))
    secret = (outbox.c.label >= int(Label.SECRET)) | outbox.c.release_id.is_not(None)
    work.connection.execute(unsent.where(secret).values(status="void", reason=reason))


def tell_waiting(work: Work, contact: Contact, text_id: str) -> None:
    """Say, once until they write, that a message waits, and what about."""
    if not was_told(work, contact, *ANNOUNCEMENTS):
        tell(work, contact, announced_by(text_id), here=True)


def retract(work: Work, release_ids: Sequence[UUID]) -> None:
    """Queue the deletion of secret messages that were sent, for the channels that can."""
    void(work, reason="rotated", release_ids=release_ids)
    sent = select(outbox.c.id, outbox.c.lane_id, outbox.c.contact_id, outbox.c.language, outbox.c.release_id).where(
        outbox.c.release_id.in_(release_ids), outbox.c.act == "send", outbox.c.provider_ref.is_not(None)
    )
    rows = [_deletion(work, row) for row in work.connection.execute(sent).mappings()]
    if rows:
        work.connection.execute(insert(outbox), rows)


def release_held(work: Work, contact_id: UUID) -> None:
    """Any message from the person opens the window: what waited for it is due."""
    work.connection.execute(_RELEASE, {"contact": contact_id, "status": "due", "reason": None})


def lanes_due(now: datetime, limit: int = 200) -> Select[Any]:
    """Lanes whose next row is due, longest waiting first; a row that waits to be tried again holds its lane back."""
    columns = (outbox.c.lane_id, outbox.c.status, outbox.c.due_at, outbox.c.n)
    first = select(*columns).ext(distinct_on(outbox.c.lane_id)).where(_ready(now))
    each = first.order_by(outbox.c.lane_id, outbox.c.n).subquery()
    is_due = or_(each.c.status == "sending", each.c.due_at <= now)
    return select(each.c.lane_id).where(is_due).order_by(each.c.n).limit(limit)


def next_due_at(work: Work) -> datetime | None:
    """When the next row falls due, for the playground's clock."""
    later = select(outbox.c.due_at).where(outbox.c.status == "due").order_by(outbox.c.due_at).limit(1)
    return work.connection.execute(later).scalar_one_or_none()


def _deletion(work: Work, row: Any) -> dict[str, Any]:
    row_id = uuid4()
    work.touched.add(row["lane_id"])
    return {
        "id": row_id,
        "lane_id": row["lane_id"],
        "contact_id": row["contact_id"],
        "act": "delete",
        "template": "deleted",
        "language": row["language"],
        "params_sealed": work.keys.seal_json("outbox.params", row_id, {}),
        "label": 0,
        "of_id": row["id"],
        "answer": True,
        "due_at": work.now,
        "queued_at": work.now,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    return value


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


def is_on_its_way(work: Work, contact_ids: Sequence[UUID]) -> bool:
    """Tell whether something is still to be sent to these contacts."""
    waits = (outbox.c.contact_id.in_(contact_ids), outbox.c.status.in_(["due", "sending"]))
    return work.connection.execute(select(outbox.c.id).where(*waits).limit(1)).first() is not None


def reference_of(work: Work, row_id: UUID) -> str | None:
    """The provider's reference of a message that was sent."""
    return work.connection.execute(select(outbox.c.provider_ref).where(outbox.c.id == row_id)).scalar_one_or_none()


def was_told(work: Work, contact: Contact, *text_ids: str) -> bool:
    """Tell whether one of these texts was queued since the person last wrote."""
    since = select(outbox.c.id).where(outbox.c.contact_id == contact.id, outbox.c.template.in_(text_ids))
    if contact.last_inbound_at is not None:
        since = since.where(outbox.c.queued_at >= contact.last_inbound_at)
    return work.connection.execute(since.limit(1)).one_or_none() is not None
