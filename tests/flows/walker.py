"""Plays every path of a flow over sample answers and sample results, with a few turnings off the main road.

The main road takes the first sample everywhere. With two turnings, every pair of other choices is met.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from flows.chat import Act, Ask, Do, Flow
from flows.engine import Heard, State, Turn, fulfil, play
from flows.family.acts import Done
from flows.questions import (
    WORDS,
    Code,
    Day,
    Digits,
    Email,
    Kind,
    Name,
    Number,
    Phone,
    Skippable,
    Text,
    TimeOfDay,
)
from flows.texts import Texts

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SAMPLES: Mapping[type, Sequence[str]] = {
    Text: ("Some words.",),
    Name: ("Amira Sample",),
    Day: ("2026-12-01",),
    TimeOfDay: ("10:30",),
    Phone: ("07700 900123",),
    Email: ("amira@example.org",),
    Digits: ("0042",),
    Code: ("K7Q2-99XB",),
}
Results = Mapping[type, Sequence[Any]]


def walk(
    flow: Flow,
    texts: Texts,
    results: Results,
    *,
    turnings: int = 2,
    samples: Mapping[type, Sequence[str]] | None = None,
) -> Iterator[Turn]:
    """Yield every turn on the way. A command or an effect without results answers Done."""
    replies = {**SAMPLES, **(samples or {})}
    todo = [_Path(State(), None, turnings, {})]
    while todo:
        path = todo.pop()
        chance = _Chance(results, dict(path.chosen))
        turn = play(flow, path.state, perform=chance.perform, spoken=_spoken(texts), now=NOW, heard=path.heard)
        assert turn.answered or path.heard is None, f"no sample answers {path.state.waiting}"
        yield turn
        if path.turnings:
            todo += [_Path(path.state, path.heard, path.turnings - 1, other) for other in chance.others]
        stored = _stored(turn.state)
        _says_nothing_twice(flow, texts, stored, chance)
        for n, (state, heard) in enumerate(_ways_on(turn, stored, results, replies)):
            if n <= 0 or path.turnings:
                todo.append(_Path(state, heard, path.turnings - (n > 0), chance.chosen))


def demand_texts(texts: Texts, turn: Turn) -> None:
    """Demand every text of a turn in every language, with all its parameters and labels."""
    for line in turn.lines:
        _demand(texts, line.text, tuple(sorted(line.params.items())), ())
    if isinstance(turn.stop, Ask):
        params = tuple(sorted(turn.stop.params.items()))
        _demand(texts, turn.stop.text, params, turn.stop.kind.options)


def says(turns: Sequence[Turn]) -> set[str]:
    """Return the ids of all that was said and asked."""
    said = {line.text for turn in turns for line in turn.lines}
    return said | {turn.stop.text for turn in turns if isinstance(turn.stop, Ask)}


@dataclass(frozen=True)
class _Path:
    state: State
    heard: Heard | None
    turnings: int
    chosen: Mapping[str, int]


@dataclass
class _Chance:
    """Gives the chosen result of each act, the first one where none was chosen, and notes the others."""

    results: Results
    chosen: dict[str, int]
    others: list[dict[str, int]] = field(default_factory=list)

    def perform(self, act: Act[Any]) -> Any:
        possible = self.results.get(type(act.command), (Done(),))
        if act.key not in self.chosen:
            self.others += [self.chosen | {act.key: n} for n in range(1, len(possible))]
            self.chosen[act.key] = 0
        return possible[self.chosen[act.key]]


def _stored(state: State) -> State:
    again = State.from_json(json.loads(json.dumps(state.as_json())))
    assert again == state
    return again


def _says_nothing_twice(flow: Flow, texts: Texts, state: State, chance: _Chance) -> None:
    again = play(flow, state, perform=chance.perform, spoken=_spoken(texts), now=NOW)
    assert again.lines == []
    assert again.state == state


def _ways_on(
    turn: Turn, state: State, results: Results, replies: Mapping[type, Sequence[str]]
) -> Iterator[tuple[State, Heard | None]]:
    match turn.stop:
        case Ask(kind=kind):
            yield from ((state, Heard(reply, NOW)) for reply in _replies(kind, replies))
        case Do(effect=effect) as wait:
            yield from ((fulfil(state, wait, result), None) for result in results[type(effect)])


def _replies(kind: Kind[Any], samples: Mapping[type, Sequence[str]]) -> Sequence[str]:
    if type(kind) in samples:
        return samples[type(kind)]
    match kind:
        case Skippable():
            return [*_replies(kind.kind, samples), WORDS["skip"]]
        case Number():
            return [str(n) for n in sorted({kind.low, min(kind.low + 1, kind.high)})]
    return [WORDS.get(option, str(n)) for n, option in enumerate(kind.options, 1)]


@cache
def _spoken(texts: Texts) -> Any:
    return cache(lambda text_id: _labels(texts, text_id))


def _labels(texts: Texts, text_id: str) -> Mapping[str, str]:
    return texts.labels("en", text_id) if text_id in texts.ids("en") else texts.labels("en", "answers")


_demanded: set[tuple[Any, ...]] = set()


def _demand(texts: Texts, text_id: str, params: tuple[tuple[str, Any], ...], options: tuple[str, ...]) -> None:
    case = (id(texts), text_id, params, options)
    if case in _demanded:
        return
    _demanded.add(case)
    for language in texts.languages:
        assert text_id in texts.ids(language), f"{language} has no {text_id}"
        lacking = texts.parameters(language, text_id) - dict(params).keys()
        assert not lacking, f"{text_id} is not given {', '.join(sorted(lacking))}"
        assert texts.ask(language, text_id, options, **dict(params)).strip()
