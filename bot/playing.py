"""Plays a contact's open conversations within a turn, and queues what they say.

Which conversation a message is for is in bot/desk.py.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from bot import facts, gentle, published
from bot.acts import ACTS
from bot.effects import EFFECTS
from bot.house import House
from bot.moment import Moment
from flows import engine, family
from flows import staff as staff_flows
from flows.chat import Act, Ask, Do, Say
from flows.texts import TextError
from storage import concerns, contacts, conversations, outbox
from storage.contacts import Contact
from storage.conversations import Conversation
from storage.inbox import Received
from storage.work import Work


class Player:
    """The open conversations of one contact, from inside a turn's transaction.

    `received` is the message that is answered; None where a decision or a press makes the bot speak.
    """

    def __init__(self, house: House, work: Work, contact: Contact, received: Received | None) -> None:
        self.house, self.work, self.contact, self.received = house, work, contact, received
        self.words = "" if received is None else str(received.frame.get("text") or "")
        self.staff_id = contact.lane_id if contact.audience == "staff" else None
        self.organisation = published.in_force(work, house.organisation)

    def start(self, flow: str, subject: str | None, stack: list[Conversation]) -> None:
        """Start a flow on top of the open ones; the same flow again starts afresh in its place."""
        replaced = {flow, "help"} if flow == "disclosure" else {flow} - {"joining"}
        replaced |= gentle.ASIDE  # Whoever goes on with something else is not asked again.
        again = [each for each in stack if each.flow in replaced]
        for each in again:
            conversations.save(self.work, each, {}, ended=True)
        below = [each for each in stack if each not in again]
        depth = 1 + (below[0].depth if below else 0)
        made = conversations.start(self.work, self.contact, flow, subject, depth)
        self.play([made, *below], None)

    def play(self, stack: list[Conversation], received: Received | None, unfit: Say | None = None) -> None:
        """Play the top conversation; when it ends, put the open question of the one below again.

        `unfit`: what is said instead of the question's own hint, if the message is no answer to it.
        """
        top = stack[0]
        heard = None if received is None else engine.Heard(self.words, received.sent_at)
        turn = self._played(top, heard)
        ended = turn.stop is None
        if self.contact.id in self.work.changed:
            self.contact = contacts.by_id(self.work, self.contact.id) or self.contact
        missed = unfit is not None and turn.answered is None and isinstance(turn.stop, Ask)
        for line in [unfit] if missed and unfit is not None else turn.lines:
            self.say(line.text, **line.params)
        conversations.save(self.work, top, turn.state.as_json(), ended=ended)
        if isinstance(turn.stop, Ask):
            self._ask(turn.stop)
        elif isinstance(turn.stop, Do) and heard is not None and not turn.lines:
            self.say("still_waiting")
        elif ended and len(stack) > 1 and not self._ends_in_silence(top):
            self.return_to(stack[1:])

    def _ends_in_silence(self, ended: Conversation) -> bool:
        """A3: after a disclosure nothing follows, and no question of ours."""
        told = ended.flow in {"disclosure", "help"} and self.contact.paused_at is not None
        return told or concerns.must_be_silent(self.work, self.contact.id)

    def return_to(self, stack: list[Conversation], *, announced: bool = False) -> None:
        """Put the open question again, after what was said in between; `announced`: that said already what comes."""
        turn = self._played(stack[0], None)
        for line in turn.lines:
            self.say(line.text, **line.params)
        if isinstance(turn.stop, Ask):
            if not turn.lines and not announced:
                self.say("back_to_question")
            self._ask(turn.stop)
        conversations.save(self.work, stack[0], turn.state.as_json(), ended=turn.stop is None)

    def back(self, stack: list[Conversation], nothing: str) -> None:
        """Put the question before the open one again; other answers stay. `nothing`: said where none is before."""
        before = engine.back(engine.State.from_json(stack[0].state)) if stack else None
        if before is not None:
            return self.play([replace(stack[0], state=before.as_json()), *stack[1:]], None)
        self.say(nothing)
        return self.keep_the_place(stack, announced=True)

    def keep_the_place(self, stack: list[Conversation], *, announced: bool = False) -> None:
        """1.5: the open question is put again. Not after STOP and CLEAR: whoever writes those wants it quiet."""
        silent = self.contact.paused_at is not None or concerns.must_be_silent(self.work, self.contact.id)
        if stack and not silent:
            self.return_to(stack, announced=announced)

    def _played(self, conversation: Conversation, heard: engine.Heard | None) -> engine.Turn:
        moment = self.moment(conversation.id)
        flow = self._flow(conversation)
        state = engine.State.from_json(conversation.state)
        while True:
            turn = engine.play(
                flow, state, perform=_performer(moment), spoken=self.spoken, now=self.work.now, heard=heard
            )
            if not isinstance(turn.stop, Do):
                return turn
            answer = EFFECTS[type(turn.stop.effect)](moment, turn.stop.effect)
            if answer is None:
                return turn
            state, heard = engine.fulfil(turn.state, turn.stop, answer), None

    def _flow(self, conversation: Conversation) -> Any:
        moment = self.moment(conversation.id)
        if self.contact.audience == "staff":
            told = partial(self.house.texts.say, self.contact.language)
            known = facts.staff_facts(moment, conversation.subject, self.words, told)
            return lambda chat: staff_flows.FLOWS[conversation.flow](chat, known)
        known_of_family = facts.family_facts(moment, conversation.subject, self.words)
        return lambda chat: family.FLOWS[conversation.flow](chat, known_of_family)

    def moment(self, conversation_id: UUID) -> Moment:
        """What an act of this turn may use."""
        received = None if self.received is None else self.received.id
        return Moment(
            self.work,
            self.organisation,
            self.contact,
            self.staff_id,
            conversation_id,
            received,
            texts=self.house.texts,
            disclosure=self.house.disclosure,
            as_configured=self.house.organisation,
            ways_in=self.house.ways_in,
        )

    def perform(self, command: Any) -> Any:
        """Perform a command that no flow asked for."""
        return ACTS[type(command)](replace(self.moment(uuid4()), key=type(command).__name__), command)

    def spoken(self, text_id: str) -> Mapping[str, str]:
        """The words for each option of a question, in the person's language."""
        always = self.house.texts.labels(self.contact.language, "answers")
        try:
            return {**always, **self.house.texts.labels(self.contact.language, text_id)}
        except TextError:
            return always

    def say(self, text_id: str, **params: Any) -> None:
        """Queue one message as the answer to this turn."""
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


def _performer(moment: Moment) -> engine.Perform:
    def perform(act: Act[Any]) -> Any:
        return ACTS[type(act.command)](replace(moment, key=act.key), act.command)

    return perform
