"""What a meeting's password is made of: digits, or what a platform's account asks for. Nothing is kept here."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from itertools import pairwise

from storage import marks
from storage.work import Work

LENGTH = 8
LONGEST = 10
DIGITS = "0123456789"
# Nothing that is read or heard as something else: no i, l, o, no letter that looks the same when it is big.
SMALL, BIG, FIGURES, SIGNS = "adefhjnrty", "ADEFHJNRT", "2345679", "@*-"
_TRIES = 1000


@dataclass(frozen=True)
class Rules:
    """What a platform's account asks of a password; figures are always in it.

    `run`: so many characters that repeat or follow each other (aaa, 345) are refused; 0: none are.
    """

    length: int = LENGTH
    longest: int = LONGEST
    letter: bool = False
    sign: bool = False
    both_cases: bool = False
    only_digits: bool = False
    run: int = 0

    @property
    def size(self) -> int:
        """How many characters a new password has."""
        return min(self.longest, max(LENGTH, self.length))

    @property
    def kinds(self) -> tuple[str, ...]:
        """Name the kinds of characters of which there must be one each."""
        if self.only_digits or not (self.letter or self.both_cases or self.sign):
            return (DIGITS,)
        cases = (SMALL, BIG) if self.both_cases else (SMALL,)
        return (*cases, FIGURES, *((SIGNS,) if self.sign else ()))

    def are_met_by(self, password: str) -> bool:
        """Tell whether the account would take it."""
        if not self.length <= len(password) <= self.longest:
            return False
        return all(any(c in kind for c in password) for kind in self.kinds) and not self._has_run(password)

    def _has_run(self, password: str) -> bool:
        return self.run > 0 and any(length >= self.run for length in _runs(password))


def draw(rules: Rules) -> str:
    """G6.2: draw a password by chance of the operating system, within the rules."""
    for _ in range(_TRIES):
        kinds = rules.kinds
        drawn = [secrets.choice(kind) for kind in kinds]
        drawn += [secrets.choice("".join(kinds)) for _ in range(rules.size - len(drawn))]
        secrets.SystemRandom().shuffle(drawn)
        if rules.are_met_by("".join(drawn)):
            return "".join(drawn)
    raise LookupError("no password was found that the platform would take")


def rules_for(work: Work, platform: str) -> Rules:
    """Read what the platform's account asks for, as it was last told; eight digits where nobody told."""
    told = marks.read(work.connection, _mark(platform))
    if told is None:
        return Rules()
    known = {field.name for field in fields(Rules)}
    return Rules(**{name: value for name, value in json.loads(told).items() if name in known})


def keep_rules(work: Work, platform: str, rules: Rules) -> None:
    """Remember what the platform's account asks for."""
    marks.write(work.connection, _mark(platform), json.dumps(asdict(rules)))


def _mark(platform: str) -> str:
    return f"passcode.{platform}"


def _runs(password: str) -> Iterator[int]:
    """Tell the lengths of what repeats, rises or falls in steps of one: aaa, 345, cba."""
    steps = [ord(after) - ord(before) for before, after in pairwise(password)]
    length, last = 1, None
    for step in steps:
        length = length + 1 if step == last and step in {-1, 0, 1} else 2 if step in {-1, 0, 1} else 1
        last = step
        yield length
