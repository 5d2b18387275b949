"""Commands about file alerts."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class ReadAlert(Command[bool | Refused]):
    """Whether there is an alert on the file of a case's family."""

    case: str


@dataclass(frozen=True)
class SetAlert(Command[Done | Refused]):
    """Put an alert on, or take it off."""

    case: str
    on: bool
