"""THE path: one inbound message becomes a new state and queued words. Two transactions: receive, then take."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import structlog

from bot import commands, facts, paging
from bot.acts import ACTS
from bot.acts.allegations import is_allegation
from bot.acts.family_passwords import notice_quote
from bot.channels.channel import Inbound
from bot.effects import EFFECTS
from bot.house import House
from bot.moment import Moment
from bot.presses import press
from flows import disclosure, engine, family
from flows import staff as staff_flows
from flows.chat import Act, Ask, Do
from flows.family.acts import PausePushes, RaiseConcern, ReportRecording
from flows.policy import Refused, Verdict
from flows.policy.members import DoorFacts, may_keep_media, may_use_word
from flows.policy.staff import LineFacts, may_use_line
from flows.texts import TextError
from storage import concerns, contacts, conversations, inbox, lanes, outbox, people
from storage import staff as staff_register
from storage.contacts import Contact
from storage.conversations import Conversation
from storage.inbox import Received
from storage.work import Work, id_for

log = structlog.get_logger()
SILENT_KINDS = frozenset({"reaction", "delete", "receipt", "typing"})
ROADS = frozenset({"joining", "invited"})
DECISION = "decision"
STAFF_AUDIENCES = frozenset({"staff", "staff_member"})
HELP_MINUTES = 5
URGENT = frozenset({"help", "disclosure", "complain"})
OWN_WORDS = frozenset({"complaint_words", "complaint_named", "unhappy_words"})


def receive(house: House, inbound: Inbound) -> UUID | None:
    """Journal a message under its unique key with a wake-up job; None if it was here before."""
    with house.work("inbox") as work:
        frame = {
            "address": inbound.address,
            "text": inbound.text,
            "kind": inbound.kind,
            "author": inbound.author,
            "reply_to": inbound.reply_to,
        }
        address_token = contacts.token(work, inbound.channel, inbound.address)
        kept = inbox.keep(work, inbound.channel, inbound.key, address_token, frame, inbound.sent_at)
        if kept is not None:
            house.defer(work.connection, "take", kept)
    return kept


def take(house: House, inbox_id: UUID) -> None:
    """Take the turns of everything that waits from the same address, oldest first."""
    with house.work("inbox") as work:
        address = inbox.address_of(work, inbox_id)
    while address is not None and _take_next(house, *address):
        pass


def resume(house: House, contact_id: UUID) -> None:
    """Play the conversation of a contact that waits for a decision; one that has heard it stays as it is."""
    with house.work("clock") as work:
        contact = contacts.by_id(work, contact_id)
        if contact is None:
            return
        contact = _locked(work, contact)
        stack = conversations.open_of(work, contact_id)
        waiting = [each for each in stack if each.flow in ROADS and each.state.get("waiting") == DECISION]
        if waiting:
            top = conversations.put_on_top(work, waiting[0], 1 + stack[0].depth)
            _Desk(house, work, contact, None).play([top, *(each for each in stack if each is not waiting[0])], None)


def _take_next(house: House, channel: str, address_token: bytes) -> bool:
    received: Received | None = None
    try:
        with house.work("contact") as work:
            contact = _locked(work, _contact(work, channel, address_token))
            received = inbox.next_of(work, channel, address_token)
            if received is None:
                return False
            work.actor = f"contact:{contact.id}"
            _Desk(house, work, contact, received).answer(received)
            inbox.done(work, received.id)
    except Exception as fault:
        if received is None:
            raise
        _count_failure(house, received, type(fault).__name__)
    return True


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
        _keep_danger(house, contact, received)


def _keep_danger(house: House, contact: Contact, received: Received) -> None:
    """A3: whatever else is broken, words about danger reach the safeguarding lead."""
    words = str(received.frame.get("text") or "")
    with house.work("clock") as work:
        word = commands.family_word(house.texts, words)
        if (word is not None and word.flow == "help") or disclosure.raises_concern(house.disclosure, words):
            kept_as, source = id_for("parked", received.id), "parked"
            paging.raise_concern(work, house.organisation, kept_as, words=words, source=source, contact_id=contact.id)


def _locked(work: Work, seen: Contact) -> Contact:
    """Wait for a contact's lane and read it afresh: staff may have moved it to another one meanwhile."""
    lanes.lock(work, seen.lane_id)
    contact = contacts.by_id(work, seen.id) or seen
    if contact.lane_id != seen.lane_id:
        lanes.lock(work, contact.lane_id)
    return contact


def _contact(work: Work, channel: str, address_token: bytes) -> Contact:
    """The contact of an address; its first message makes it."""
    found = contacts.by_token(work, channel, address_token)
    if found is not None:
        return found
    first = inbox.next_of(work, channel, address_token)
    if first is None:
        raise LookupError("no message from this address waits")
    return contacts.find_or_add(work, channel, first.frame["address"])


class _Desk:
    """One turn from inside its transaction."""

    def __init__(self, house: House, work: Work, contact: Contact, received: Received | None) -> None:
        self.house, self.work, self.contact, self.received = house, work, contact, received
        self.words = "" if received is None else str(received.frame.get("text") or "")
        self.staff_id = contact.lane_id if contact.audience == "staff" else None
        if self.staff_id is not None:
            work.actor = f"staff:{staff_register.handle(work, self.staff_id)}"

    def answer(self, received: Received) -> None:
        """Answer one message, by who writes and what it is."""
        contacts.heard_from(self.work, self.contact, received.frame.get("reply_to"))
        outbox.release_held(self.work, self.contact.id)
        kind = received.frame["kind"]
        if kind == "press":
            return self._press(received)
        if self.contact.audience == "staff_channel" or kind in SILENT_KINDS:
            return None
        if kind == "edit" and self.contact.audience == "family" and self._raises_concern():
            return self._family()
        if kind != "text":
            return self._not_text(kind)
        if not self.words.strip():
            return None
        return self._staff() if self.contact.audience == "staff" else self._family()

    def _not_text(self, kind: str) -> None:
        """What came with a picture or in a change is no answer, but danger and leaks are seen in it (A3, G6.5)."""
        if self.contact.audience == "family" and self.words.strip():
            stack = conversations.open_of(self.work, self.contact.id)
            word = self._recognised(stack)
            if word is not None and word.flow in URGENT:
                return self._word(word, stack)
            notice_quote(self._moment(uuid4()), self.words)
        kept = may_keep_media(kind)
        if isinstance(kept, Refused):
            self.work.refuse(kept, "keep", kind, self.contact.id)
        return self._say(f"not_a_text_{kind}")

    def _press(self, received: Received) -> None:
        """Only a bound member of staff can press; what needs their word goes on in their private line."""
        author = str(received.frame["author"] or "")
        member = contacts.by_token(self.work, received.channel, contacts.token(self.work, received.channel, author))
        staff_id = member.lane_id if member is not None and member.audience in STAFF_AUDIENCES else None
        line = contacts.of_staff(self.work, staff_id)
        if staff_id is not None:
            lanes.lock(self.work, staff_id)
            self.work.actor = f"staff:{staff_register.handle(self.work, staff_id)}"
        moment = Moment(self.work, self.house.organisation, line or self.contact, staff_id, uuid4(), received.id)
        started = press(moment, self.words)
        if started is not None and line is not None:
            conversations.close_all(self.work, line.id)
            flow, subject = started
            _Desk(self.house, self.work, line, None).start(flow, subject, [])

    def _staff(self) -> None:
        verdict = may_use_line(LineFacts(frozen=self.contact.frozen_at is not None))
        if isinstance(verdict, Refused):
            self.work.refuse(verdict, "write", "contact", self.contact.id)
            return None if self._bound_as_staff() else self._say(verdict.reason)
        word = commands.staff_word(self.house.texts, self.contact.language, staff_flows.WORDS, self.words)
        stack = conversations.open_of(self.work, self.contact.id)
        if word is not None:
            conversations.close_all(self.work, self.contact.id)
            return self.start(word.flow, word.subject, [])
        return self.play(stack, self.received) if stack else self.start("menu", None, [])

    def _family(self) -> None:
        if self._bound_as_staff():
            return None
        stack = conversations.open_of(self.work, self.contact.id)
        word = self._recognised(stack)
        verdict = self._may_use(word)
        if isinstance(verdict, Refused):
            self.work.refuse(verdict, "write", "contact", self.contact.id)
            notice_quote(self._moment(uuid4()), self.words)
            self._hear_of_recording()
            goes_on = word is None and bool(stack) and bool(self._may_use(commands.Word(stack[0].flow)))
            return self.play(stack, self.received) if goes_on else self._say("barred_fixed")
        if word is not None:
            return self._word(word, stack)
        return self._other_words(stack)

    def _other_words(self, stack: list[Conversation]) -> None:
        quoted = notice_quote(self._moment(uuid4()), self.words)
        recording = self._hear_of_recording()
        if _is_in_own_words(stack):
            return self.play(stack, self.received)
        if recording:
            return self._thank_for_recording(stack)
        if quoted:
            return self._say("still_here")
        if disclosure.is_membership_question(self.house.disclosure, self.words):
            return self._say("cannot_say_who")
        return self.play(stack, self.received) if stack else self._first_words()

    def _hear_of_recording(self) -> bool:
        """H3.4: anybody's word that somebody records is kept for staff, whatever is answered."""
        heard = disclosure.is_recording_report(self.house.disclosure, self.words)
        if heard:
            self._perform(ReportRecording(self.words))
        return heard

    def _thank_for_recording(self, stack: list[Conversation]) -> None:
        self._say("recording_thanks")
        self._say("recording_told")
        if stack:
            self._return_to(stack)

    def _recognised(self, stack: list[Conversation]) -> commands.Word | None:
        word = commands.family_word(self.house.texts, self.words)
        if word is not None and word.subject and stack and stack[0].state.get("waiting") == "language_choice":
            return None
        if word is None and (self._raises_concern() or self._is_allegation(stack)):
            return commands.Word("disclosure")
        if word is None and not _is_in_own_words(stack):
            return commands.opening_word(self.house.texts, self.contact.language, self.words)
        return word

    def _raises_concern(self) -> bool:
        return disclosure.raises_concern(self.house.disclosure, self.words)

    def _is_allegation(self, stack: list[Conversation]) -> bool:
        """G12.3: about the conduct of staff; a complaint that is being told is judged by its own flow."""
        return not _is_in_own_words(stack) and is_allegation(self._moment(uuid4()), self.words)

    def _may_use(self, word: commands.Word | None) -> Verdict:
        name = "" if word is None else "help" if word.flow == "disclosure" else word.flow
        return may_use_word(DoorFacts(name, people.standings(self.work, self.contact)))

    def _first_words(self) -> None:
        """Nothing is open: a stranger is asked to join, a code is looked up, a member hears what works."""
        if people.has_case(self.work, self.contact):
            return self._say("unknown_after_end")
        code = commands.code_in(self.words)
        return self.start("joining" if code is None else "invited", code, [])

    def _bound_as_staff(self) -> bool:
        code = commands.staff_code_in(self.words)
        if code is None:
            return False
        handle = staff_register.bind(self.work, self.contact, code)
        self._say("staff_bound" if handle else "staff_code_wrong")
        return True

    def _word(self, word: commands.Word, stack: list[Conversation]) -> None:
        match word.flow:
            case "back":
                return self._back(stack)
            case "stop" | "start":
                self._perform(PausePushes(paused=word.flow == "stop"))
                return self._say("stopped" if word.flow == "stop" else "started")
            case "clear":
                self._perform(RaiseConcern(words="", source="clear"))
                contacts.change(self.work, self.contact.id, paused_at=self.work.now)
                return self._say("clear_line")
            case "help":
                due = self.work.now + timedelta(minutes=HELP_MINUTES)
                self.work.set_timer("help_unanswered", self.contact.id, due, step=str(uuid4()))
        return self.start(word.flow, word.subject, stack)

    def _back(self, stack: list[Conversation]) -> None:
        before = engine.back(engine.State.from_json(stack[0].state)) if stack else None
        if before is None:
            return self._say("nothing_before")
        return self.play([replace(stack[0], state=before.as_json()), *stack[1:]], None)

    def start(self, flow: str, subject: str | None, stack: list[Conversation]) -> None:
        """Start a flow on top of the open ones; the same flow again starts afresh in its place."""
        replaced = {flow, "help"} if flow == "disclosure" else {flow} - {"joining"}
        again = [each for each in stack if each.flow in replaced]
        for each in again:
            conversations.save(self.work, each, {}, ended=True)
        below = [each for each in stack if each not in again]
        depth = 1 + (below[0].depth if below else 0)
        made = conversations.start(self.work, self.contact, flow, subject, depth)
        self.play([made, *below], None)

    def play(self, stack: list[Conversation], received: Received | None) -> None:
        """Play the top conversation; when it ends, put the open question of the one below again."""
        top = stack[0]
        heard = None if received is None else engine.Heard(self.words, received.sent_at)
        turn = self._played(top, heard)
        ended = turn.stop is None
        self.contact = contacts.by_id(self.work, self.contact.id) or self.contact
        for line in turn.lines:
            self._say(line.text, **line.params)
        conversations.save(self.work, top, turn.state.as_json(), ended=ended)
        if isinstance(turn.stop, Ask):
            self._ask(turn.stop)
        elif isinstance(turn.stop, Do) and heard is not None and not turn.lines:
            self._say("still_waiting")
        elif ended and len(stack) > 1 and not self._ends_in_silence(top):
            self._return_to(stack[1:])

    def _ends_in_silence(self, ended: Conversation) -> bool:
        """A3: after a disclosure nothing follows, and no question of ours."""
        told = ended.flow in {"disclosure", "help"} and self.contact.paused_at is not None
        return told or concerns.must_be_silent(self.work, self.contact.id)

    def _return_to(self, stack: list[Conversation]) -> None:
        turn = self._played(stack[0], None)
        for line in turn.lines:
            self._say(line.text, **line.params)
        if isinstance(turn.stop, Ask):
            if not turn.lines:
                self._say("back_to_question")
            self._ask(turn.stop)
        conversations.save(self.work, stack[0], turn.state.as_json(), ended=turn.stop is None)

    def _played(self, conversation: Conversation, heard: engine.Heard | None) -> engine.Turn:
        moment = self._moment(conversation.id)
        flow = self._flow(conversation)
        state = engine.State.from_json(conversation.state)
        while True:
            turn = engine.play(
                flow, state, perform=_performer(moment), spoken=self._spoken, now=self.work.now, heard=heard
            )
            if not isinstance(turn.stop, Do):
                return turn
            answer = EFFECTS[type(turn.stop.effect)](moment, turn.stop.effect)
            if answer is None:
                return turn
            state, heard = engine.fulfil(turn.state, turn.stop, answer), None

    def _flow(self, conversation: Conversation) -> Any:
        moment = self._moment(conversation.id)
        if self.contact.audience == "staff":
            told = partial(self.house.texts.say, self.contact.language)
            known = facts.staff_facts(moment, conversation.subject, self.words, told)
            return lambda chat: staff_flows.FLOWS[conversation.flow](chat, known)
        known_of_family = facts.family_facts(moment, conversation.subject, self.words)
        return lambda chat: family.FLOWS[conversation.flow](chat, known_of_family)

    def _moment(self, conversation_id: UUID) -> Moment:
        received = None if self.received is None else self.received.id
        return Moment(
            self.work,
            self.house.organisation,
            self.contact,
            self.staff_id,
            conversation_id,
            received,
            texts=self.house.texts,
            disclosure=self.house.disclosure,
        )

    def _perform(self, command: Any) -> Any:
        return ACTS[type(command)](replace(self._moment(uuid4()), key=type(command).__name__), command)

    def _spoken(self, text_id: str) -> Mapping[str, str]:
        always = self.house.texts.labels(self.contact.language, "answers")
        try:
            return {**always, **self.house.texts.labels(self.contact.language, text_id)}
        except TextError:
            return always

    def _say(self, text_id: str, **params: Any) -> None:
        outbox.tell(self.work, self.contact, text_id, reply=True, text_version=self._version(text_id), **params)

    def _ask(self, stop: Ask[Any]) -> None:
        options = [{"id": option, "label": f"{stop.text}.{option}"} for option in stop.kind.options]
        outbox.tell(
            self.work,
            self.contact,
            stop.text,
            reply=True,
            text_version=self._version(stop.text),
            buttons=options,
            **stop.params,
        )

    def _version(self, text_id: str) -> str:
        return self.house.texts.version(self.contact.language, text_id)


def _is_in_own_words(stack: list[Conversation]) -> bool:
    """Tell whether a complaint is being told: then everything but danger belongs to it (G12.1)."""
    return bool(stack) and stack[0].state.get("waiting") in OWN_WORDS


def _performer(moment: Moment) -> engine.Perform:
    def perform(act: Act[Any]) -> Any:
        return ACTS[type(act.command)](replace(moment, key=act.key), act.command)

    return perform
