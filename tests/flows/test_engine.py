"""What the engine promises to every flow."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest

from flows.chat import Act, Chat, Command, Effect, Flow
from flows.engine import FlowError, Heard, State, Turn, back, fulfil, play, reopen
from flows.questions import Choice, Number, ReadBack, Text, YesNo

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Count(Command[int]):
    """Count how often it was performed."""


@dataclass(frozen=True)
class AskStaff(Effect[str]):
    """Wait for a word from staff about a case."""

    case: str

    def fingerprint(self) -> str:
        return self.case


@dataclass
class Talk:
    """One conversation; its state goes through JSON at every stop."""

    flow: Flow
    state: State
    now: datetime = NOW
    performed: int = 0

    def say(self, *messages: str) -> Turn:
        turn = self.play() if not messages else self.play(messages[0])
        for message in messages[1:]:
            turn = self.play(message)
        return turn

    def play(self, text: str | None = None, sent_at: datetime | None = None) -> Turn:
        self.now += SECOND
        heard = None if text is None else Heard(text, sent_at or self.now)
        turn = play(self.flow, self.state, perform=self.perform, spoken=labels, now=self.now, heard=heard)
        self.keep(turn.state)
        return turn

    def keep(self, state: State) -> None:
        self.state = State.from_json(json.loads(json.dumps(state.as_json())))
        assert self.state == state

    def perform(self, _act: Act[Any]) -> int:
        self.performed += 1
        return self.performed


def labels(_text: str) -> Mapping[str, str]:
    return {"yes": "Yes", "no": "No"}


def begin(flow: Flow) -> tuple[Talk, Turn]:
    talk = Talk(flow, State())
    return talk, talk.say()


def said(turn: Turn) -> list[str]:
    return [*(line.text for line in turn.lines), *([turn.stop.key] if turn.stop else ["the end"])]


async def visit(chat: Chat) -> None:
    await chat.say("welcome")
    name = await chat.ask("name", Text())
    await chat.say("thanks", name=name)
    if await chat.ask("alone", YesNo()):
        await chat.say("just_you")
    else:
        await chat.ask("guests", Number(1, 9))
    await chat.say("goodbye")


def test_lines_are_said_with_the_question_they_lead_to_and_never_again() -> None:
    talk, first = begin(visit)
    assert said(first) == ["welcome", "name"]
    assert said(talk.play()) == ["name"]
    assert said(talk.play("Ada")) == ["thanks", "alone"]
    assert said(talk.play()) == ["alone"]
    assert said(talk.play("yes")) == ["just_you", "goodbye", "the end"]


def test_an_answer_chooses_the_way() -> None:
    talk, _ = begin(visit)
    assert said(talk.say("Ada", "no")) == ["guests"]
    assert said(talk.say("3")) == ["goodbye", "the end"]


def test_a_finished_flow_stays_silent() -> None:
    talk, _ = begin(visit)
    talk.say("Ada", "yes")
    again = talk.play("hello?")
    assert (again.lines, again.stop, again.state.ended) == ([], None, True)


def test_a_reply_that_does_not_fit_gets_a_hint_and_changes_nothing() -> None:
    talk, _ = begin(visit)
    talk.play("Ada")
    before = talk.state
    turn = talk.play("perhaps")
    assert said(turn) == ["yes_or_no", "alone"]
    assert turn.answered is None
    assert talk.state == before


def test_a_message_sent_before_the_question_does_not_answer_it() -> None:
    talk, _ = begin(visit)
    talk.play("Ada")
    assert said(talk.play("yes", NOW)) == ["sent_before_question", "alone"]
    assert "alone" not in talk.state.answers


def test_a_repeated_message_answers_only_one_question() -> None:
    talk, _ = begin(visit)
    sent_at = talk.now
    talk.play("Ada", sent_at)
    assert said(talk.play("Ada", sent_at)) == ["sent_before_question", "alone"]


def test_a_hint_does_not_move_the_time_of_the_question() -> None:
    talk, _ = begin(visit)
    talk.play("Ada")
    asked_at = talk.state.asked_at
    talk.play("perhaps")
    assert talk.state.asked_at == asked_at


def test_going_back_reopens_the_question_before_and_keeps_the_others() -> None:
    talk, _ = begin(visit)
    talk.say("Ada", "no")
    earlier = back(talk.state)
    assert earlier is not None
    talk.keep(earlier)
    assert said(talk.play()) == ["thanks", "alone"]
    assert talk.state.answers == {"name": "Ada"}


def test_there_is_nothing_before_the_first_question() -> None:
    talk, _ = begin(visit)
    assert back(talk.state) is None


@dataclass(frozen=True)
class Publish(Command[int]):
    """What cannot be taken back."""

    final: ClassVar[bool] = True


async def publishing(chat: Chat) -> None:
    await chat.ask("title", Text())
    await chat.act("publish", Publish())
    await chat.ask("colour", Text())
    await chat.ask("size", Text())


def test_nobody_goes_back_past_an_act_that_is_final() -> None:
    talk, _ = begin(publishing)
    talk.say("A title")
    assert back(talk.state) is None
    talk.say("blue")
    earlier = back(talk.state)
    assert earlier is not None
    assert earlier.answers == {"title": "A title"}
    assert back(earlier) is None


def test_a_reopened_answer_is_asked_again_and_later_answers_stay() -> None:
    talk, _ = begin(visit)
    talk.say("Ada", "no")
    talk.keep(reopen(talk.state, "name"))
    assert said(talk.play()) == ["welcome", "name"]
    assert said(talk.play("Grace")) == ["guests"]


async def checked(chat: Chat) -> None:
    name = await chat.ask("name", Text())
    await chat.ask("colour", Text())
    await chat.ask("right", ReadBack(("name", "colour")), name=name)
    await chat.say("kept")


def test_a_read_back_reopens_one_answer_and_then_asks_again() -> None:
    talk, _ = begin(checked)
    talk.say("Ada", "red")
    assert said(talk.play("2")) == ["name"]
    turn = talk.play("Grace")
    assert said(turn) == ["right"]
    assert turn.stop is not None
    assert talk.state.answers == {"name": "Grace", "colour": "red"}
    assert said(talk.play("1")) == ["kept", "the end"]


# Acts and waits


async def counted(chat: Chat) -> None:
    number = await chat.act("count", Count())
    await chat.say("counted", n=number)
    await chat.ask("name", Text())


def test_an_act_is_performed_in_every_play_and_its_result_is_never_kept() -> None:
    talk, first = begin(counted)
    assert first.lines[0].params == {"n": 1}
    talk.play("")
    assert talk.performed == 2
    assert talk.state.results == {}


async def reviewed(chat: Chat) -> None:
    case = await chat.ask("case", Text())
    await chat.say("a_person_looks")
    decision = await chat.do("decision", AskStaff(case))
    await chat.say("decided", decision=decision)


def waiting_for(case: str) -> Talk:
    talk, _ = begin(reviewed)
    talk.play(case)
    return talk


def answer_of_staff(talk: Talk, case: str, word: str) -> None:
    talk.keep(fulfil(talk.state, Chat().do("decision", AskStaff(case)), word))


def test_a_wait_lasts_until_the_world_has_answered() -> None:
    talk = waiting_for("F-1")
    assert talk.state.waiting == "decision"
    answer_of_staff(talk, "F-1", "approved")
    turn = talk.play()
    assert said(turn) == ["decided", "the end"]
    assert turn.lines[0].params == {"decision": "approved"}


def test_words_written_while_waiting_answer_nothing() -> None:
    talk = waiting_for("F-1")
    before = talk.state
    assert said(talk.play("are you there?")) == ["decision"]
    assert talk.state == before


def test_an_answer_of_the_world_holds_only_for_what_was_asked() -> None:
    talk = waiting_for("F-1")
    answer_of_staff(talk, "F-2", "approved")
    assert said(talk.play()) == ["decision"]


# While people are in the middle of it, the flow changes


def test_a_question_put_in_later_is_asked_and_takes_nobody_elses_answer() -> None:
    async def before(chat: Chat) -> None:
        await chat.ask("name", Text())
        await chat.ask("town", Text())

    async def after(chat: Chat) -> None:
        await chat.ask("name", Text())
        await chat.ask("colour", Choice("red", "blue"))
        await chat.ask("town", Text())

    talk, _ = begin(before)
    talk.say("Ada")
    turn = Talk(after, talk.state, talk.now).play("Oxford")
    assert said(turn) == ["colour"]
    assert turn.state.answers == {"name": "Ada"}


def test_a_question_that_was_taken_out_leaves_no_trace() -> None:
    async def short(chat: Chat) -> None:
        await chat.ask("name", Text())
        await chat.say("goodbye")

    talk, _ = begin(visit)
    talk.play("Ada")
    assert said(Talk(short, talk.state, talk.now).play("yes")) == ["goodbye", "the end"]


def test_an_answer_that_no_longer_fits_is_asked_again() -> None:
    async def choosing(chat: Chat) -> None:
        await chat.ask("name", Choice("ada", "grace"))

    talk, _ = begin(visit)
    talk.play("Somebody")
    turn = Talk(choosing, talk.state, talk.now).play()
    assert said(turn) == ["name"]
    assert "name" not in turn.state.answers


def test_a_field_that_is_no_longer_known_is_dropped_from_a_stored_state() -> None:
    stored = State(answers={"a": 1}).as_json() | {"forgotten": True}
    assert State.from_json(stored) == State(answers={"a": 1})
    assert State.from_json({"answers": {"a": 1}}) == State(answers={"a": 1})


def test_a_play_does_not_touch_the_state_it_was_given() -> None:
    talk, _ = begin(visit)
    before, copy = talk.state, replace(talk.state, answers=dict(talk.state.answers))
    talk.play("Ada")
    assert before == copy


# What a flow must not do


def test_a_key_that_comes_twice_in_one_run_is_a_mistake_of_ours() -> None:
    async def twice(chat: Chat) -> None:
        await chat.act("same", Count())
        await chat.act("same", Count())

    with pytest.raises(FlowError, match="same"):
        begin(twice)


def test_a_flow_that_waits_for_anything_else_is_a_mistake_of_ours() -> None:
    async def sleepy(_chat: Chat) -> None:
        await asyncio.Future()

    async def run() -> None:
        begin(sleepy)

    with pytest.raises(FlowError, match="Future"):
        asyncio.run(run())
