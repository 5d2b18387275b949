"""Commands about one's own account."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class LastRefusal(Command[Refused | None]):
    """WHY: the last refusal that this member of staff met."""


@dataclass(frozen=True)
class MayBegin(Command[Done | Refused]):
    """A1, H2.1: whether somebody may begin this at all; asked before any question is put to them."""

    flow: str


@dataclass(frozen=True)
class ConfirmPolicies(Command[Done]):
    """H2.1: confirm the named, dated policy versions."""
