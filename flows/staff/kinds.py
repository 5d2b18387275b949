"""Answers that only staff give: one of a list by number or code, a tap, ticks, a meeting link."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from flows.policy.passwords import link_has_password
from flows.policy.platform import link_fits
from flows.questions import Choice, Invalid, folded, plain_code, visible

HINTS = frozenset(
    {
        "staff_pick_listed",
        "staff_ticks_needed",
        "staff_several_needed",
        "staff_link_needed",
        "staff_link_elsewhere",
        "refused_link_has_password",
    }
)
"""Every text that an Invalid of these kinds can name."""

_CODE = re.compile(r"\w[\w .-]{0,59}")
_BETWEEN_TICKS = re.compile(r"[\s,.;+&/]+")
_WEB = re.compile(r"https://[^\s/?#]+\.[^\s/?#]+\S*", re.IGNORECASE)
_LONGEST = 60
_LONGEST_LIST = 300
_LONGEST_LINK = 600


@dataclass(frozen=True)
class OneOf:
    """One of a list, by its code or, while `numbered`, by its place. The code is kept: places change."""

    codes: tuple[str, ...]
    numbered: bool = True

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
        """Read the code of one of the list."""
        said = visible(raw).strip(" \n\t.()#") if len(raw) <= _LONGEST else ""
        by_code = [code for code in self.codes if said and plain_code(code) == plain_code(said)]
        if len(by_code) == 1:
            return by_code[0]
        if self.numbered and said.isascii() and said.isdecimal() and 0 < int(said) <= len(self.codes):
            return self.codes[int(said) - 1]
        raise Invalid("staff_pick_listed", count=len(self.codes))

    def load(self, stored: Any) -> str:
        """Read a stored code; what it names may have left the list since."""
        if not isinstance(stored, str) or not _CODE.fullmatch(stored):
            raise Invalid("staff_pick_listed", count=len(self.codes))
        return stored

    def dump(self, value: str) -> str:
        """Store the code."""
        return value


@dataclass(frozen=True)
class Ticks:
    """G9.2: the numbers of what was done, from 1 to `count`; the word of the label `all`, or 0 for none."""

    count: int = 7

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> tuple[int, ...]:
        """Read 1 2 3, 123, ALL or 0."""
        problem = Invalid("staff_ticks_needed", count=self.count)
        said = folded(visible(raw)) if len(raw) <= _LONGEST else ""
        if said and said in {"all", folded(spoken.get("all", "all"))}:
            return tuple(range(1, self.count + 1))
        digits = _BETWEEN_TICKS.sub("", said)
        if digits == "0":
            return ()
        if not (digits.isascii() and digits.isdecimal()):
            raise problem
        return self.load(sorted({int(digit) for digit in digits}))

    def load(self, stored: Any) -> tuple[int, ...]:
        """Read stored ticks."""
        known = range(1, self.count + 1)
        if not isinstance(stored, list) or any(type(tick) is not int or tick not in known for tick in stored):
            raise Invalid("staff_ticks_needed", count=self.count)
        return tuple(stored)

    def dump(self, value: tuple[int, ...]) -> list[int]:
        """Store the numbers."""
        return list(value)


@dataclass(frozen=True)
class Several:
    """Some of a list, by their places from 1 to `count`; the word of the label `all`, or 0 for none."""

    count: int

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> tuple[int, ...]:
        """Read 1 3 12, ALL or 0."""
        problem = Invalid("staff_several_needed", count=self.count)
        said = folded(visible(raw)) if len(raw) <= _LONGEST_LIST else ""
        if said and said in {"all", folded(spoken.get("all", "all"))}:
            return tuple(range(1, self.count + 1))
        numbers = [each for each in _BETWEEN_TICKS.split(said) if each]
        if numbers == ["0"]:
            return ()
        if not numbers or not all(each.isascii() and each.isdecimal() and len(each) <= 3 for each in numbers):
            raise problem
        return self.load(sorted({int(each) for each in numbers}))

    def load(self, stored: Any) -> tuple[int, ...]:
        """Read stored numbers; the list may have become shorter since."""
        known = range(1, self.count + 1)
        if not isinstance(stored, list) or any(type(each) is not int or each not in known for each in stored):
            raise Invalid("staff_several_needed", count=self.count)
        return tuple(stored)

    def dump(self, value: tuple[int, ...]) -> list[int]:
        """Store the numbers."""
        return list(value)


@dataclass(frozen=True)
class Tap:
    """One of the steps that are offered now; one of the `known` steps stays chosen when others are offered later.

    `about`: the code of what the step is for. It is kept with the step: by then another may be the next.
    """

    options: tuple[str, ...]
    known: tuple[str, ...]
    about: str

    def parse(self, raw: str, spoken: Mapping[str, str], /) -> str:
        """Read one step, by number or label."""
        return Choice(*self.options).parse(raw, spoken)

    def load(self, stored: Any) -> str:
        """Read a stored step."""
        return Choice(*self.known).load(stored.partition(" ")[0] if isinstance(stored, str) else stored)

    def dump(self, value: str) -> str:
        """Store the step's key, and what it is for."""
        return f"{value} {self.about}"


@dataclass(frozen=True)
class Link:
    """G6.3: a link to one of the hosts of the meeting's platform, without the password inside."""

    hosts: tuple[str, ...]

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
        """Read a web address; one that leads elsewhere or carries a password is refused."""
        said = visible(raw).strip() if len(raw) <= _LONGEST_LINK else ""
        if not _WEB.fullmatch(said):
            raise Invalid("staff_link_needed")
        if not link_fits(said, self.hosts):
            raise Invalid("staff_link_elsewhere", word_list=", ".join(self.hosts))
        if link_has_password(said):
            raise Invalid("refused_link_has_password", clause="G6.3")
        return said

    def load(self, stored: Any) -> str:
        """Read a stored link."""
        return self.parse(stored if isinstance(stored, str) else "", {})

    def dump(self, value: str) -> str:
        """Store it as it is."""
        return value
