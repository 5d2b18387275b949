"""Commands by which a member of staff takes a family's steps for it (X5)."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class SpokenFor:
    """One family without a phone of its own, as its team may see it."""

    code: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class ListSpokenFor(Command[tuple[SpokenFor, ...] | Refused]):
    """The families for whom this member of staff may speak; audited."""


@dataclass(frozen=True)
class SpeakFor(Command[str | Refused]):
    """Speak for a family from now on; without a code for a new one. method: call, video, in_person. Its code."""

    code: str | None
    method: str


@dataclass(frozen=True)
class StopSpeaking(Command[Done | None]):
    """The family has said goodbye; None if nobody was spoken for."""
