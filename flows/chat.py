"""What a flow may await: Say a line, Ask a question, have an Act performed, wait for a Do.

An Act runs inside the turn's own transaction and is never cached; a Do is answered later, by the world.
"""

from collections.abc import Callable, Coroutine, Generator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar

from flows.questions import Kind

T = TypeVar("T")
Params: TypeAlias = Mapping[str, Any]


class Command(Generic[T]):
    """Work for storage, named as data; T is what comes back from it.

    `final`: done once, it is done: nobody goes BACK to a question before it.
    """

    final: ClassVar[bool] = False


class Effect(Generic[T]):
    """Something that the world answers later, named as data; T is the answer."""

    def fingerprint(self) -> str:
        """Say what must stay the same for a stored answer to hold."""
        return ""

    def load(self, stored: Any) -> T:
        """Turn a stored answer into its typed value."""
        answer: T = stored
        return answer


@dataclass(frozen=True)
class Say:
    """One message: a text id and its parameters."""

    text: str
    params: Params

    def __await__(self) -> Generator["Say", None, None]:
        yield self


@dataclass(frozen=True)
class Ask(Generic[T]):
    """One question; its answer is kept under the key."""

    key: str
    kind: Kind[T]
    text: str
    params: Params

    def __await__(self) -> Generator["Ask[T]", T, T]:
        return (yield self)


@dataclass(frozen=True)
class Act(Generic[T]):
    """One storage command; the key makes it the same act when the flow is played again."""

    key: str
    command: Command[T]

    def __await__(self) -> Generator["Act[T]", T, T]:
        return (yield self)


@dataclass(frozen=True)
class Do(Generic[T]):
    """One wait for the world; its answer is kept under the key and the effect's fingerprint."""

    key: str
    effect: Effect[T]

    def __await__(self) -> Generator["Do[T]", T, T]:
        return (yield self)


@dataclass(frozen=True)
class Peek:
    """A look at the answer that a question got before, as it is kept, asking nothing."""

    key: str

    def __await__(self) -> Generator["Peek", str | None, str | None]:
        return (yield self)


class Chat:
    """The only thing that a flow talks to."""

    def say(self, text: str, **params: Any) -> Say:
        """Send one message."""
        return Say(text, params)

    def ask(self, key: str, kind: Kind[T], text: str | None = None, **params: Any) -> Ask[T]:
        """Ask one question; the text id is the key unless given."""
        return Ask(key, kind, text or key, params)

    def kept(self, key: str) -> Peek:
        """Return the answer that an earlier message gave, None if none did: what it began is under way."""
        return Peek(key)

    def act(self, key: str, command: Command[T]) -> Act[T]:
        """Have a command performed in this turn's transaction."""
        return Act(key, command)

    def do(self, key: str, effect: Effect[T]) -> Do[T]:
        """Wait until the world has answered."""
        return Do(key, effect)


Flow: TypeAlias = Callable[[Chat], Coroutine[Any, Any, None]]
