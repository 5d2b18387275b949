"""Cards in the staff channel: a pointer with opaque buttons, each good for one version of its subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Text, cast, func, insert, select, update

from storage import contacts, outbox
from storage.contacts import Contact
from storage.ids import new_id
from storage.tables import buttons, cards
from storage.tables import outbox as sent
from storage.work import Work

LABEL = "button_"


@dataclass(frozen=True)
class Button:
    """One button: what it does, to which version of what. `is_closed`: it was taken off its card."""

    id: UUID
    card_id: UUID
    act: str
    version: int
    kind: str
    subject_id: UUID
    is_closed: bool


def post(
    work: Work, kind: str, subject_id: UUID, version: int, text_id: str, acts: Sequence[str], **params: Any
) -> None:
    """Put a card in the staff channel, if there is one. A button's label is the text `button_<act>`."""
    channel = contacts.staff_channel(work)
    if channel is None:
        return
    card_id = new_id()
    row = {
        "id": card_id,
        "kind": kind,
        "subject_id": subject_id,
        "contact_id": channel.id,
        "made_at": work.now,
    }
    work.connection.execute(insert(cards).values(row))
    shown = _buttons(work, card_id, version, acts)
    outbox.tell(work, channel, text_id, buttons=shown, card_id=card_id, **params)


def edit(
    work: Work, kind: str, subject_id: UUID, version: int, text_id: str, acts: Sequence[str], **params: Any
) -> None:
    """Change the text of a subject's open card, and its buttons; without buttons the card is closed."""
    channel = contacts.staff_channel(work)
    opened = (cards.c.kind == kind, cards.c.subject_id == subject_id, cards.c.closed_at.is_(None))
    for card_id in work.connection.execute(select(cards.c.id).where(*opened)).scalars().all():
        work.connection.execute(
            update(buttons)
            .where(buttons.c.card_id == card_id, buttons.c.closed_at.is_(None))
            .values(closed_at=work.now)
        )
        if not acts:
            work.connection.execute(update(cards).where(cards.c.id == card_id).values(closed_at=work.now))
        if channel is not None:
            _tell_edit(work, channel, card_id, text_id, _buttons(work, card_id, version, acts), params)


def find_button(work: Work, button_id: str) -> Button | None:
    """Find a button by what the press carries."""
    try:
        wanted = UUID(button_id)
    except ValueError:
        return None
    row = work.connection.execute(
        select(buttons, cards.c.kind, cards.c.subject_id).join(cards).where(buttons.c.id == wanted)
    )
    found = row.mappings().one_or_none()
    if found is None:
        return None
    kept = {name: found[name] for name in Button.__dataclass_fields__ if name != "is_closed"}
    return Button(**kept, is_closed=found["closed_at"] is not None)


def button_under(work: Work, contact_id: UUID, reference: str, act: str, at: datetime) -> str | None:
    """A4: the button that stood on a card when somebody answered it at that time; `reference` is what they answered."""
    named = func.string_to_array(sent.c.provider_ref, " ").op("&&")(cast([reference], ARRAY(Text)))
    card = select(sent.c.card_id).where(sent.c.contact_id == contact_id, sent.c.card_id.is_not(None), named).limit(1)
    shown = select(sent.c.buttons).where(sent.c.card_id == card.scalar_subquery(), sent.c.sent_at.is_not(None))
    by_then = shown.where(sent.c.sent_at <= at).order_by(sent.c.n.desc()).limit(1)
    found = work.connection.execute(by_then).scalar_one_or_none() or []
    return next((str(each["id"]) for each in found if each["label"] == f"{LABEL}{act}"), None)


def _buttons(work: Work, card_id: UUID, version: int, acts: Sequence[str]) -> list[dict[str, str]]:
    rows = [{"id": new_id(), "card_id": card_id, "act": act, "version": version} for act in acts]
    if rows:
        work.connection.execute(insert(buttons), rows)
    return [{"id": str(row["id"]), "label": f"{LABEL}{row['act']}"} for row in rows]


def _tell_edit(
    work: Work,
    channel: Contact,
    card_id: UUID,
    text_id: str,
    shown: list[dict[str, str]],
    params: dict[str, Any],
) -> None:
    # In a new staff channel a card that stood in the one before is posted anew, by its first change there.
    first = select(sent.c.id).where(sent.c.card_id == card_id).order_by(sent.c.contact_id != channel.id, sent.c.n)
    of_id = work.connection.execute(first.limit(1)).scalar_one_or_none()
    outbox.tell(work, channel, text_id, act="edit", of_id=of_id, card_id=card_id, buttons=shown, **params)
