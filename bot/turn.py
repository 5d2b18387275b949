"""THE path: one inbound message becomes a new state and queued words. Two transactions: receive, then take."""

from dataclasses import replace
from uuid import UUID

import structlog

from bot import commands, facts, paging, watching
from bot.channels.channel import Inbound
from bot.desk import Desk
from bot.house import House
from bot.identity import known_by_number
from bot.playing import Player
from flows import disclosure
from flows.family.agreement import is_complete, open_adults
from flows.policy import Refused
from flows.policy.staff import LineFacts, may_use_line
from storage import cases, contacts, conversations, deeds, inbox, lanes, outbox, people, receipts, several
from storage.agreements import AGREEMENT, OWN_RISK
from storage.contacts import Contact
from storage.conversations import Conversation
from storage.crypto import Unreadable
from storage.database import UNREADABLE
from storage.ids import id_for
from storage.inbox import Received, Sender
from storage.work import Work

log = structlog.get_logger()
DECISION = "decision"
ACCEPTED = (AGREEMENT, OWN_RISK)
MOST_IN_A_ROW = 10


def receive(house: House, inbound: Inbound) -> UUID | None:
    """Journal a message under its unique key with a wake-up job; None if it was here before."""
    with house.work("inbox") as work:
        return journal(house, work, inbound)


def journal(house: House, work: Work, inbound: Inbound) -> UUID | None:
    """The same, in an open transaction."""
    frame = {
        "address": inbound.address,
        "text": inbound.text,
        "kind": inbound.kind,
        "author": inbound.author,
        "reply_to": inbound.reply_to,
        "on": inbound.on,
        "phone": inbound.phone,
    }
    address_token = contacts.token(work, inbound.channel, inbound.address)
    kept = inbox.keep(work, inbound.channel, inbound.key, address_token, frame, inbound.sent_at)
    if kept is not None:
        house.defer(work.connection, "take", kept)
    return kept


def take(house: House, inbox_id: UUID) -> bool:
    """Take the turns that wait from the same address, oldest first: so many that nobody else waits for a flood.

    True if others are left; they have their turns after those of other people. Whoever does not ask again leaves them
    to their own jobs, and to the sweeper.
    """
    return all(_take_next(house, inbox_id) for _ in range(MOST_IN_A_ROW))


def resume(house: House, contact_id: UUID, *, wherever: bool = False) -> None:
    """Play the conversation of a contact that waits for a decision; one that has heard it stays as it is.

    `wherever`: it may wait for something else; staff put its case before themselves, so that comes later.
    """
    with house.work("clock") as work:
        contact = _open_lane(work, contact_id)
        if contact is None or several.is_in_doubt(work, contact):
            return
        stack = conversations.open_of(work, contact_id)
        roads = [each for each in stack if each.flow in conversations.ROADS]
        waiting = [each for each in roads if wherever or each.state.get("waiting") == DECISION]
        if waiting:
            top = conversations.put_on_top(work, waiting[0], 1 + stack[0].depth)
            Player(house, work, contact, None).play([top, *(each for each in stack if each is not waiting[0])], None)


def begin_again(house: House, contact_id: UUID, notice: str | None = "approval_again") -> None:
    """G3.7: a family whose case was opened again waits for a decision; once, and only while it is open.

    `notice`: what it hears first, if that was not told already.
    """
    with house.work("clock") as work:
        contact = _open_lane(work, contact_id)
        if contact is None:
            return
        case = cases.of_family(work, contact.lane_id)
        stack = conversations.open_of(work, contact_id)
        waits = any(each.flow in conversations.ROADS and each.state.get("waiting") == DECISION for each in stack)
        if case is None or not case.is_open or waits or contact.silent or several.is_in_doubt(work, contact):
            return
        conversations.close_all(work, contact_id)
        player = Player(house, work, contact, None)
        if notice is not None:
            player.say(notice)
        player.start("invited" if case.road == "invited" else "joining", None, [])


def ask_on_own_phone(house: House, contact_id: UUID, occasion: str) -> None:
    """G4.5: an adult with a phone of their own reads and answers there; once for each occasion, and never unasked."""
    with house.work("clock") as work:
        known = _open_lane(work, contact_id)
        contact = None if known is None else several.written_to(work, known)
        if contact is None:
            return
        player = Player(house, work, contact, None)
        if _is_quiet(contact) or not open_adults(facts.family_facts(player.moment(contact.id), None, "")):
            return
        if deeds.first_time(work, id_for("own_phone", contact.id, occasion)):
            player.start("agreement", None, conversations.open_of(work, contact.id))


def go_on_without(house: House, contact_id: UUID, own_phone: UUID) -> None:
    """G4.5: a road that waits here for the answer of an adult with a phone of their own goes on without it."""
    with house.work("clock") as work:
        contact = _open_lane(work, contact_id)
        if contact is None:
            return
        stack = conversations.open_of(work, contact_id)
        theirs = tuple(f"{what}_{one.number}_" for one in people.on_contact(work, own_phone) for what in ACCEPTED)
        waiting = [each for each in stack if each.flow in conversations.ROADS and _waits_for(each, theirs)]
        if waiting and not _is_quiet(contact):
            top = conversations.put_on_top(work, waiting[0], 1 + stack[0].depth)
            Player(house, work, contact, None).play([top, *(each for each in stack if each is not waiting[0])], None)


def go_on_after_hearing(house: House, person_id: UUID) -> None:
    """X5: what waited for the answer of an adult whom staff heard goes on; who was approved becomes a member."""
    with house.work("clock") as work:
        known, person = contacts.of_person(work, person_id), people.by_id(work, person_id)
        contact = None if known is None else _open_lane(work, known.id)
        if contact is None or person is None:
            return
        keys = tuple(f"{what}_{person.number}_" for what in ACCEPTED)
        for each in several.with_it(work, contact):
            stack = conversations.open_of(work, each.id)
            waiting = [one for one in stack if _waits_for(one, keys)]
            if waiting and not several.is_in_doubt(work, each):
                top = conversations.put_on_top(work, waiting[0], 1 + stack[0].depth)
                Player(house, work, each, None).play([top, *(one for one in stack if one is not waiting[0])], None)
                return
        player = Player(house, work, contact, None)
        adults = facts.family_facts(player.moment(contact.id), None, "").adults
        if any(one.number == person.number and one.standing == "approved" and is_complete(one) for one in adults):
            player.start("agreement", None, conversations.open_of(work, contact.id))


def _is_quiet(contact: Contact) -> bool:
    return contact.silent or any((contact.stopped_at, contact.paused_at, contact.frozen_at))


def _waits_for(conversation: Conversation, keys: tuple[str, ...]) -> bool:
    return bool(keys) and str(conversation.state.get("waiting")).startswith(keys)


def open_for_staff(house: House, contact_id: UUID, flow: str, subject: str) -> None:
    """Start a conversation once on a private line, on top of what is open there, as if its word had been written."""
    with house.work("clock") as work:
        contact = _open_lane(work, contact_id)
        if contact is None or contact.audience != "staff":
            return
        verdict = may_use_line(LineFacts(frozen=contact.frozen_at is not None))
        if isinstance(verdict, Refused):
            work.refuse(verdict, "open", "contact", contact.id)
        elif deeds.first_time(work, id_for("opened", contact.id, flow, subject)):
            Player(house, work, contact, None).start(flow, subject, conversations.open_of(work, contact_id))


def _take_next(house: House, inbox_id: UUID) -> bool:
    """Take the oldest turn of the address that this message came from; True if another one waits."""
    received: Received | None = None
    try:
        with house.work("contact") as work:
            found = _next(house, work, inbox_id)
            if found is None:
                return False
            received, contact = found
            work.actor = f"contact:{contact.id}"
            received = _as_pressed(work, contact, received)
            Desk(house, work, contact, received).answer(received)
            watching.look(work, house.organisation)
            inbox.done(work, received.id)
    except Exception as fault:
        if received is None:
            raise
        _count_failure(house, received, type(fault).__name__)
        return True
    return received.more_wait


def _as_pressed(work: Work, contact: Contact, received: Received) -> Received:
    """A quick reply answers the question that it stands under: it counts as said when that was asked.

    An answer under a card in the staff channel counts when it was given: the card may have changed since (A4).
    """
    on = None if contact.audience == "staff_channel" else received.frame.get("on")
    asked_at = receipts.queued_at(work, contact.id, str(on)) if on else None
    return received if asked_at is None else replace(received, sent_at=asked_at)


def _count_failure(house: House, received: Received, fault: str) -> None:
    """A turn that fails three times is parked; the person and staff are told."""
    log.warning("turn_failed", inbox=str(received.id), fault=fault)
    with house.work("clock") as work:
        if not inbox.failed(work, received.id, fault):
            return
        work.record("park", "inbox", received.id, outcome=f"failed:{fault}")
        contact = contacts.by_token(work, received.channel, received.address_token)
        if contact is not None:
            outbox.tell(work, contact, "parked_sorry", reply=True)
        channel = contacts.staff_channel(work)
        if channel is not None:
            outbox.tell(work, channel, "staff_parked_turn")
        if contact is not None and contact.audience == "family":
            _keep_danger(house, work, contact, received)


def _keep_danger(house: House, work: Work, contact: Contact, received: Received) -> None:
    """A3: whatever else is broken, words about danger reach the safeguarding lead."""
    words = str(received.frame.get("text") or "")
    word = commands.family_word(house.texts, words)
    if not ((word is not None and word.flow == "help") or disclosure.raises_concern(house.disclosure, words)):
        return
    kept_as, source = id_for("parked", received.id), "parked"
    try:
        with work.connection.begin_nested():
            paging.raise_concern(work, house.organisation, kept_as, words=words, source=source, contact_id=contact.id)
    except (*UNREADABLE, Unreadable, LookupError, ValueError) as fault:
        log.warning("danger_not_kept", inbox=str(received.id), fault=type(fault).__name__)


def _locked(work: Work, contact_id: UUID, lane_id: UUID) -> Contact | None:
    """Wait for a contact's lane and read it afresh: staff may have moved it to another one meanwhile."""
    lanes.lock(work, lane_id)
    contact = contacts.by_id(work, contact_id)
    if contact is not None and contact.lane_id != lane_id:
        lanes.lock(work, contact.lane_id)
    return contact


def _open_lane(work: Work, contact_id: UUID) -> Contact | None:
    seen = contacts.by_id(work, contact_id)
    return None if seen is None else _locked(work, contact_id, seen.lane_id)


def _next(house: House, work: Work, inbox_id: UUID) -> tuple[Received, Contact] | None:
    """The message whose turn it is and its contact, its lane locked; a first message makes it. None if none waits."""
    sender = inbox.sender_of(work, inbox_id)
    if sender is not None and sender.contact_id is None:
        sender = _made_known(house, work, sender)
    found = None if sender is None else inbox.next_of(work, sender)
    if sender is None or found is None:
        return None
    received, contact = found
    # Erased while this waited for the lane: whoever wrote is a stranger, at the sweeper's next look.
    if contact is None or not contact.address(work):
        return None
    if contact.lane_id != sender.lane_id:
        lanes.lock(work, contact.lane_id)
    return received, contact


def _made_known(house: House, work: Work, sender: Sender) -> Sender | None:
    """A stranger's first message makes the contact, or finds it by its number; its lane is locked."""
    first = inbox.next_of(work, sender)
    if first is None:
        return None
    received, _ = first
    address = received.frame["address"]
    known = known_by_number(work, house.organisation, sender.channel, address, received.frame.get("reply_to"))
    made = known or _new_contact(work, sender.channel, address)
    lanes.lock(work, made.lane_id)
    return replace(sender, contact_id=made.id, lane_id=made.lane_id)


def _new_contact(work: Work, channel: str, address: str) -> Contact:
    """Families write first: on a messenger that wants an opt-in before we write, that is on record."""
    made = contacts.find_or_add(work, channel, address)
    if channel == "whatsapp" and deeds.first_time(work, id_for("opt_in", made.id)):
        work.record("opt_in", "contact", made.id, outcome="wrote_first")
    return made
