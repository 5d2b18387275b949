"""Plays a flow from its first line. Pure: no clock, no I/O, no database.

Stored answers let a run pass; the first question or wait without one stops it. Lines belong to the next
stop and are said on reaching it first, so that a replay never says anything twice.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeAlias

from flows.chat import Act, Ask, Chat, Do, Flow, Peek, Say
from flows.questions import Invalid, Reopen

Perform: TypeAlias = Callable[[Act[Any]], Any]
Spoken: TypeAlias = Callable[[str], Mapping[str, str]]


class FlowError(Exception):
    """A flow broke one of the engine's rules."""


@dataclass(frozen=True)
class Heard:
    """What a person wrote, and when they sent it."""

    text: str
    sent_at: datetime


@dataclass(frozen=True)
class State:
    """All that is kept of a conversation between two messages; plain JSON.

    `trail` holds the keys that were met, in order, since the last act that is final: so far BACK can go.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    results: dict[str, list[Any]] = field(default_factory=dict)
    trail: list[str] = field(default_factory=list)
    waiting: str | None = None
    asked_at: str | None = None
    ended: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return what is stored."""
        return dict(vars(self))

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "State":
        """Read what was stored; a field that is no longer known is dropped."""
        return cls(**{name: stored[name] for name in cls.__dataclass_fields__ if name in stored})


@dataclass(frozen=True)
class Turn:
    """Where a run stopped: at a question, at a wait, or at the end."""

    state: State
    lines: list[Say]
    stop: Ask[Any] | Do[Any] | None
    answered: str | None = None


def play(
    flow: Flow, state: State, *, perform: Perform, spoken: Spoken, now: datetime, heard: Heard | None = None
) -> Turn:
    """Play a flow up to its next stop. A finished flow stays silent."""
    if state.ended:
        return Turn(state, [], None)
    return _Run(state, perform, spoken, now, heard).play(flow)


def fulfil(state: State, step: Do[Any], stored: Any) -> State:
    """Keep the world's answer to a wait."""
    return replace(state, results=state.results | {step.key: [step.effect.fingerprint(), stored]})


def reopen(state: State, key: str) -> State:
    """Forget one answer, so that its question is asked again; later answers are kept."""
    return replace(state, answers=_without(state.answers, key), waiting=None, asked_at=None)


def back(state: State) -> State | None:
    """Reopen the question before the one that is open; None if there is none."""
    asked = [key for key in state.trail if key in state.answers and key != state.waiting]
    return reopen(state, asked[-1]) if asked else None


class _Run:
    """One run of a flow over a copy of its answers."""

    def __init__(self, state: State, perform: Perform, spoken: Spoken, now: datetime, heard: Heard | None) -> None:
        self.before = state
        self.answers = dict(state.answers)
        self.waiting = state.waiting
        self.perform, self.spoken, self.now, self.heard = perform, spoken, now, heard
        self.answered: str | None = None
        self.hints: list[Say] = []
        self.trail: list[str] = []
        self.settled = 0

    def play(self, flow: Flow) -> Turn:
        """Send answers into the flow until something has none."""
        lines: list[Say] = []
        self.trail, self.settled = [], 0
        run = flow(Chat())
        reply: Any = None
        try:
            while True:
                request = run.send(reply)
                reply = None
                if isinstance(request, Say):
                    lines.append(request)
                    continue
                if isinstance(request, Peek):
                    reply = self.answers.get(request.key)
                    continue
                self._note(request)
                if isinstance(request, Act):
                    reply = self.perform(request)
                    self.settled = len(self.trail) if request.command.final else self.settled
                    continue
                passed, reply = self._pass(request)
                if isinstance(reply, Reopen):
                    run.close()
                    return self._again(flow, reply.key)
                if not passed:
                    run.close()
                    return self._stop(request, lines)
                lines = []
        except StopIteration:
            ended = replace(
                self.before, answers=self.answers, trail=self.trail, waiting=None, asked_at=None, ended=True
            )
            return Turn(ended, lines, None, self.answered)

    def _note(self, request: object) -> None:
        if not isinstance(request, Ask | Do | Act):
            raise FlowError(f"a flow awaits only its chat, not a {type(request).__name__}")
        if request.key in self.trail:
            raise FlowError(f"{request.key!r} comes twice in one run")
        self.trail.append(request.key)

    def _pass(self, request: Ask[Any] | Do[Any]) -> tuple[bool, Any]:
        if isinstance(request, Do):
            kept = self.before.results.get(request.key)
            if kept is None or kept[0] != request.effect.fingerprint():
                return False, None
            return True, request.effect.load(kept[1])
        if self.heard is not None and request.key == self.waiting:
            return self._hear(request, self.heard)
        return self._recall(request)

    def _hear(self, request: Ask[Any], heard: Heard) -> tuple[bool, Any]:
        self.heard = None
        asked_at = self.before.asked_at
        if asked_at is not None and heard.sent_at < datetime.fromisoformat(asked_at):
            self.hints = [Say("sent_before_question", {})]
            return False, None
        try:
            value = request.kind.parse(heard.text, self.spoken(request.text))
        except Invalid as problem:
            self.hints = [Say(problem.hint, problem.params)]
            return False, None
        self.answered = request.key
        if not isinstance(value, Reopen):
            self.answers[request.key] = request.kind.dump(value)
        return True, value

    def _recall(self, request: Ask[Any]) -> tuple[bool, Any]:
        if request.key not in self.answers:
            return False, None
        try:
            return True, request.kind.load(self.answers[request.key])
        except Invalid:
            del self.answers[request.key]
            return False, None

    def _again(self, flow: Flow, key: str) -> Turn:
        self.answers.pop(key, None)
        self.waiting = None
        return self.play(flow)

    def _stop(self, request: Ask[Any] | Do[Any], lines: list[Say]) -> Turn:
        same = request.key == self.before.waiting and self.answered is None
        asked_at = self.before.asked_at if same else self.now.isoformat()
        trail = self.trail[self.settled :]
        state = replace(self.before, answers=self.answers, trail=trail, waiting=request.key, asked_at=asked_at)
        return Turn(state, self.hints if same else lines, request, self.answered)


def _without(answers: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name != key}
