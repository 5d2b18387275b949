"""What every kind of answer fulfils, and how an answer is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Invalid(ValueError):
    """The text is no answer: which hint to send, with its parameters, and never what the person typed."""

    def __init__(self, hint: str, **params: Any) -> None:
        super().__init__(hint)
        self.hint = hint
        self.params = params


@dataclass(frozen=True)
class Reopen:
    """What a read-back parses to when the person wants to change one answer."""

    key: str


class Kind(Protocol[T]):
    """How raw text becomes a typed answer, and how the answer is stored and read again."""

    @property
    def options(self) -> tuple[str, ...]:
        """The option keys shown as numbered replies; () for free answers."""

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> T | Reopen:
        """Read what a person wrote; `spoken` maps option keys to their labels. Raises Invalid."""

    def load(self, stored: Any) -> T:
        """Read a stored answer. Raises Invalid if it no longer fits."""

    def dump(self, value: T) -> Any:
        """Return what is stored: plain JSON."""
