"""What is to be sent: text id, parameters and release, never a finished secret. The one gate for words is here."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from flows.policy import Label, Refused, Verdict, label_of
from flows.policy.confidentiality import SPOKEN, CarryFacts, may_carry
from flows.policy.openings import ANNOUNCEMENTS, announced_by
from storage import several, spoken, staff
from storage.contacts import RELEASE_HELD, Contact
from storage.ids import new_id
from storage.queued import OF_A_RELEASE, plain
from storage.tables import outbox
from storage.work import Work

WINDOW = timedelta(hours=24)

_QUEUE = insert(outbox)


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
    row_id = new_id()
    row = {
        "id": row_id,
        "lane_id": contact.lane_id,
        "contact_id": contact.id,
        "act": act,
        "template": text_id,
        "version": text_version,
        "language": contact.language,
        "params_sealed": work.keys.seal_json(
            "outbox.params", row_id, {name: plain(value) for name, value in params.items()}
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


def void(
    work: Work,
    *,
    reason: str,
    release_ids: Sequence[UUID] = (),
    contact_id: UUID | None = None,
    answers_too: bool = False,
    but: Collection[str] = (),
) -> None:
    """Take back what was not sent yet; of a contact also what answers it, if whoever has it asked for nothing.

    `but`: texts that stay on their way.
    """
    unsent = update(outbox).where(outbox.c.status.in_(["due", "held"]), outbox.c.template.not_in(sorted(but)))
    if contact_id is not None:
        own = outbox.c.act != "delete" if answers_too else outbox.c.answer.is_(False)
        unsent = unsent.where(outbox.c.contact_id == contact_id, own)
    else:
        unsent = unsent.where(outbox.c.release_id.in_(release_ids))
    work.connection.execute(unsent.values(status="void", reason=reason))


def outdate(work: Work, contact_id: UUID, *text_ids: str) -> None:
    """Take back what was not sent yet and is not true any more."""
    unsent = (outbox.c.contact_id == contact_id, outbox.c.status.in_(["due", "held"]))
    outdated = update(outbox).where(*unsent, outbox.c.template.in_(text_ids))
    work.connection.execute(outdated.values(status="void", reason="outdated"))


def tell_anew(work: Work, contact: Contact, text_id: str, /, **params: Any) -> None:
    """Say what was said before, in place of whatever of it has not left yet: a line that was down gets it once."""
    mine = (outbox.c.contact_id == contact.id, outbox.c.status.in_(["due", "held"]), outbox.c.template == text_id)
    unsent = work.connection.execute(select(outbox.c.id, outbox.c.params_sealed).where(*mine)).all()
    wanted = {name: plain(value) for name, value in params.items()}
    same = [each.id for each in unsent if work.keys.open_json("outbox.params", each.id, each.params_sealed) == wanted]
    if same:
        again = update(outbox).where(outbox.c.id.in_(same)).values(status="void", reason="outdated")
        work.connection.execute(again)
    tell(work, contact, text_id, **params)


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
    """The window is open: what waited for it is due."""
    work.connection.execute(RELEASE_HELD, {"contact": contact_id})


def _deletion(work: Work, row: Any) -> dict[str, Any]:
    row_id = new_id()
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


def is_on_its_way(work: Work, contact_ids: Sequence[UUID]) -> bool:
    """Tell whether something is still to be sent to these contacts."""
    waits = (outbox.c.contact_id.in_(contact_ids), outbox.c.status.in_(["due", "sending"]))
    return work.connection.execute(select(outbox.c.id).where(*waits).limit(1)).first() is not None


def is_held(work: Work, contact_ids: Sequence[UUID], text_ids: Collection[str], since: datetime) -> bool:
    """Tell whether one of these texts, queued since then, waits until the person writes, or has their phone again."""
    waits = (outbox.c.contact_id.in_(contact_ids), outbox.c.status == "held", outbox.c.template.in_(text_ids))
    found = select(outbox.c.id).where(*waits, outbox.c.queued_at > since)
    return work.connection.execute(found.limit(1)).first() is not None


def was_told(work: Work, contact: Contact, *text_ids: str) -> bool:
    """Tell whether one of these texts was queued since the person last wrote."""
    since = select(outbox.c.id).where(outbox.c.contact_id == contact.id, outbox.c.template.in_(text_ids))
    if contact.last_inbound_at is not None:
        since = since.where(outbox.c.queued_at >= contact.last_inbound_at)
    return work.connection.execute(since.limit(1)).one_or_none() is not None
