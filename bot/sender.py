"""Drains the outbox of a lane through its channels: claim, check again, send, mark. Secrets are filled in here."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeAlias
from uuid import UUID, uuid4

import structlog

from bot import card_signs, disappearing
from bot.addressing import addressed
from bot.channels.channel import Button, Channel, Outbound, SendError
from bot.channels.signal import Signal
from bot.house import House
from bot.merging import merge, separate
from bot.send_failures import give_up, settle_failure
from bot.unreached import owed_waits
from flows.policy import Label, Refused
from flows.policy.members import MOMENTARY, OWED, TAKEN_OFF, ReachFacts, may_write_first
from flows.policy.openings import may_open
from flows.texts import TextError, Texts
from storage import lanes, outbox, passwords, pauses, queued, receipts, several, windows
from storage.contacts import Contact
from storage.crypto import Unreadable
from storage.passwords import Given
from storage.queued import OF_A_RELEASE, Row
from storage.work import Work

log = structlog.get_logger()
PREVIEW = 40
WRITTEN = frozenset({"agree", "understand"})
TO_PRINT = frozenset({"staff_hand_on_links", "staff_hand_on_referral_links"})
MOST_LEFT = 3
RENEW_SECONDS = 5.0

Settle: TypeAlias = Callable[[Work], None]


@dataclass(frozen=True)
class _Claimed:
    row: Row
    channel: Channel
    message: Outbound
    left_by_another: bool
    contact: Contact
    sets_timer: bool
    merged: tuple[Row, ...] = ()


async def deliver(house: House, channels: Mapping[str, Channel], lane_id: UUID) -> int:
    """Send everything that is due in a lane, in order; answers how many rows were moved on."""
    draining, moved = _Draining(house, channels, lane_id, str(uuid4())), 0
    try:
        claimed = await asyncio.to_thread(draining.claim)
        while claimed is not None:
            settle = await _send_while_held(draining, claimed)
            moved += 1
            claimed = await asyncio.to_thread(draining.settle_and_claim, settle)
    except BaseException:
        await asyncio.to_thread(draining.give_back)
        raise
    return moved


async def _send_while_held(draining: "_Draining", claimed: _Claimed) -> Settle:
    """Send one message and keep the lane meanwhile: a provider may take longer than the lease lasts."""
    sending = asyncio.create_task(_send(claimed))
    try:
        while not (await asyncio.wait({sending}, timeout=RENEW_SECONDS))[0]:
            await asyncio.gather(asyncio.to_thread(draining.renew), return_exceptions=True)
    except asyncio.CancelledError:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        raise
    return sending.result()


async def _send(claimed: _Claimed) -> Settle:
    """Send one message; answers what is to be written down about it."""
    if claimed.sets_timer and await disappearing.set_timer(claimed.channel, claimed.message.address):
        settle = await _send_words(claimed)
        return partial(disappearing.note, settle=settle, contact=claimed.contact, channel=claimed.channel)
    return await _send_words(claimed)


async def _send_words(claimed: _Claimed) -> Settle:
    row, rows = claimed.row, (claimed.row, *claimed.merged)
    try:
        before = await claimed.channel.sent_before(claimed.message) if claimed.left_by_another else None
        reference = before or await claimed.channel.send(claimed.message)
    except SendError as error:
        if error.unknown and (found := await _found(claimed)) is not None:
            return partial(_settle_sent, rows=rows, reference=found)
        return partial(_settle_unsent, row=row, merged=claimed.merged, error=error)
    repeated = queued.MAY_BE_REPEATED if claimed.left_by_another and before is None else None
    return partial(_settle_sent, rows=rows, reference=reference, reason=repeated)


async def _found(claimed: _Claimed) -> str | None:
    """Look at once what became of a message; where that cannot be told now, it is looked up before the next try."""
    with suppress(SendError):
        return await claimed.channel.sent_before(claimed.message)
    return None


@dataclass(frozen=True)
class _Draining:
    """One process's hold on a lane: how a message went is written down as the next one is claimed."""

    house: House
    channels: Mapping[str, Channel]
    lane_id: UUID
    holder: str

    def claim(self) -> _Claimed | None:
        """Take the lane and its next row; None if another process has it, or nothing is due."""
        with self.house.work("sender") as work:
            return self._claim(work)

    def settle_and_claim(self, settle: Settle) -> _Claimed | None:
        """Write down how a message went; what is wrong with the next one must not undo that."""
        try:
            with self.house.work("sender") as work:
                settle(work)
                return self._claim(work)
        except Exception:
            with self.house.work("sender") as work:
                settle(work)
            raise

    def renew(self) -> None:
        """Keep the lane for as long again."""
        with self.house.engine.begin() as connection:
            lanes.renew(connection, self.lane_id, self.holder)

    def give_back(self) -> None:
        """Let another process have the lane at once."""
        with self.house.engine.begin() as connection:
            lanes.release(connection, self.lane_id, self.holder)

    def _claim(self, work: Work) -> _Claimed | None:
        claimed = None
        if lanes.lease(work, self.lane_id, self.holder):
            claimed = _claim(work, self.house.texts, self.channels, self.lane_id)
        if claimed is None:  # The lane is empty, or it took so long that another process has it now.
            lanes.release(work.connection, self.lane_id, self.holder)
        return claimed


def _claim(work: Work, texts: Texts, channels: Mapping[str, Channel], lane_id: UUID) -> _Claimed | None:
    """Take the next row that may still be sent; void or hold those that may not. Whoever leased the lane locks it."""
    while (found := queued.next_due(work, lane_id)) is not None:
        row, contact = found
        channel = channels.get(contact.channel)
        if channel is None:
            give_up(work, row, "failed", "not_set_up")
            continue
        if isinstance(channel, Signal) and (until := pauses.until(work, channel.name)) is not None:
            pauses.wait(work, row, until)
            continue
        given = None if row.release_id is None else passwords.given(work, row.release_id)
        hindrance = _hindrance(work, row, contact, channel, given)
        if hindrance is not None:
            queued.mark(work, row.id, hindrance[0], reason=row.why(hindrance[1]))
            work.record("withhold", "outbox", row.id, outcome=hindrance[1], clause=hindrance[2])
            continue
        message = _readable(work, texts, row, contact, given)
        if message is None or (row.status == "sending" and row.attempts >= MOST_LEFT):
            reason = "no_words" if message is None else "left_unfinished"
            give_up(work, row, "failed" if message is None else "unknown", reason)
            continue
        message, merged = merge(work, row, message, partial(_readable, work, texts, contact=contact))
        for each in (row, *merged):
            version = texts.version(each.language, each.template)
            queued.mark(work, each.id, "sending", claimed_at=work.now, attempts=each.attempts + 1, version=version)
        sets_timer = disappearing.is_wanted(work, contact, channel)
        return _Claimed(row, channel, message, row.was_left, contact, sets_timer, merged)
    return None


def _hindrance(
    work: Work, row: Row, contact: Contact, channel: Channel, given: Given | None
) -> tuple[str, str, str | None] | None:
    """Why a row may not go now: its new status, the reason and the clause."""
    if row.act == "delete":
        return None
    if queued.is_superseded(work, row):
        return "void", "superseded", None
    own_code = row.answer and OF_A_RELEASE.isdisjoint(row.params)
    stands = row.release_id is not None or own_code
    verdict = outbox.gate(work, contact, Label(row.label), answer=row.answer, stands=stands)
    if isinstance(verdict, Refused):
        return "void", verdict.reason, verdict.clause
    unasked = _unasked(work, row, contact)
    if unasked is not None:
        return unasked
    if row.release_id is not None:
        standing = passwords.may_send(work, given)
        if isinstance(standing, Refused):
            return "void", standing.reason, standing.clause
    if channel.has_window and windows.must_wait(work, contact, row.template):
        return "held", "window_closed", None
    return None


def _unasked(work: Work, row: Row, contact: Contact) -> tuple[str, str, str | None] | None:
    """Why what nobody asked for may not go now; what they are owed, or is decided about them, they get later."""
    paused = not row.answer and several.is_paused(work, contact)
    owed = row.template in OWED
    in_doubt = _is_in_doubt(work, row, contact)
    by_itself = may_write_first(ReachFacts(row.answer, contact.stopped_at is not None, paused, owed, in_doubt))
    if isinstance(by_itself, Refused):
        lasts = in_doubt and row.release_id is None and row.template not in MOMENTARY
        if in_doubt and owed:
            owed_waits(work, contact)
        return "held" if lasts or owed else "void", by_itself.reason, by_itself.clause
    return None


def _is_in_doubt(work: Work, row: Row, contact: Contact) -> bool:
    asked = row.answer or row.template == TAKEN_OFF
    return not asked and contact.audience == "family" and several.is_in_doubt(work, contact)


def _readable(work: Work, texts: Texts, row: Row, contact: Contact, given: Given | None = None) -> Outbound | None:
    """Put a row into words; one that has none must not hold back those behind it."""
    try:
        return _message(work, texts, row, contact, given)
    except (TextError, LookupError, ValueError, Unreadable) as fault:
        log.warning("no_words", outbox=str(row.id), fault=type(fault).__name__)
        return None


def _message(work: Work, texts: Texts, row: Row, contact: Contact, given: Given | None) -> Outbound:
    earlier = None if row.of_id is None else queued.reference_of(work, row.of_id, row.contact_id)
    goes_to, topic = contact.goes_to(work), _topic(row, contact)
    # What is to be changed may never have been seen: then it is shown as it is now.
    act = "send" if row.act == "edit" and earlier is None else row.act
    blank = Outbound(
        row.id, goes_to, "", "", act, of=earlier, language=row.language, topic=topic, queued_at=row.queued_at
    )
    if row.act == "delete":
        return blank
    params = dict(row.params)
    if "blocks" in params:
        params["blocks"] = "\n".join(texts.say(row.language, each) for each in params["blocks"].split())
    if row.release_id is not None:
        params |= passwords.secret_params(work, given, partial(texts.in_words, row.language)) or {}
    words = _words(texts, row, params)
    text = addressed(work, texts, row, contact, words)
    buttons, wording = _buttons(texts, row, params), _wording(row, params) if text == words else None
    shown = card_signs.in_words(texts, contact, text, buttons, [each["label"] for each in row.buttons])
    links = tuple(str(row.params["lines"]).splitlines()) if row.template in TO_PRINT else ()
    message = replace(blank, text=shown, preview=_preview(text), buttons=buttons, wording=wording, links=links)
    if not may_open(row.template):
        return message
    return replace(message, template=row.template, in_window=not windows.is_closed(work, contact))


def _words(texts: Texts, row: Row, params: dict[str, Any]) -> str:
    options = [each["id"] for each in row.buttons if each["label"] == f"{row.template}.{each['id']}"]
    wanted = texts.parameters(row.language, row.template)
    given = {name: value for name, value in params.items() if name in wanted}
    return (
        texts.ask(row.language, row.template, options, **given)
        if options
        else texts.say(row.language, row.template, **given)
    )


def _buttons(texts: Texts, row: Row, params: dict[str, Any]) -> tuple[Button, ...]:
    if not row.buttons:
        return ()
    own = any("." in each["label"] for each in row.buttons)
    labels = texts.labels(row.language, row.template, **params) if own else {}
    return tuple(
        Button(each["id"], labels[each["id"]] if "." in each["label"] else texts.say(row.language, each["label"]))
        for each in row.buttons
        if "." not in each["label"] or each["id"] in labels
    )


def _topic(row: Row, contact: Contact) -> str | None:
    """The case that a pointer in the staff channel is about."""
    case = row.params.get("case") if contact.audience == "staff_channel" else None
    return case if isinstance(case, str) and case != "none" else None


def _wording(row: Row, params: dict[str, Any]) -> str | None:
    """The text's id where a question says nothing of anybody; agreement is written, never tapped (G4.5)."""
    is_written = any(each["id"] in WRITTEN for each in row.buttons)
    is_refused = row.reason == queued.CONTENT_REFUSED
    return row.template if row.buttons and not params and not is_written and not is_refused else None


def _preview(text: str) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= PREVIEW else line[:PREVIEW].rsplit(" ", 1)[0] + " …"


def _settle_sent(work: Work, *, rows: Sequence[Row], reference: str, reason: str | None = None) -> None:
    """Write down that it was sent. What was voided meanwhile is taken back."""
    for row in rows:
        receipts.sent(work, row.id, reference, reason)
        queued.stands_at(work, row, reference)
        queued.forget_secrets(work, row)
        if row.release_id is not None and passwords.is_dead(work, row.release_id):
            outbox.retract(work, [row.release_id])  # It was rotated while this was on its way.


def _settle_unsent(work: Work, *, row: Row, merged: Sequence[Row], error: SendError) -> None:
    """Write down why it was not sent; what was to go with it waits for itself again."""
    if settle_failure(work, row=row, error=error):
        separate(work, merged)
