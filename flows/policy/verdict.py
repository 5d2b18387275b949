"""What a policy function answers: Allowed, or Refused with the clause and a text id. No rule lives here."""

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True)
class Allowed:
    """The act may be done."""

    def __bool__(self) -> Literal[True]:
        return True


@dataclass(frozen=True)
class Refused:
    """The act may not be done. It counts as false, so that `if may_x(facts)` cannot be fooled."""

    clause: str
    reason: str

    def __bool__(self) -> Literal[False]:
        return False

    @property
    def clause_text(self) -> str:
        """The text that says the clause in plain words (clauses.ftl)."""
        return f"clause_{self.clause.lower().replace('.', '_')}"


Verdict: TypeAlias = Allowed | Refused
Rule: TypeAlias = tuple[bool, str, str]
"""What must hold, the clause that demands it, and the text that says what is missing."""


def refusals(*rules: Rule) -> tuple[Refused, ...]:
    """Return a refusal for every rule that does not hold, in their order."""
    return tuple(Refused(clause, reason) for holds, clause, reason in rules if not holds)


def judge(*rules: Rule) -> Verdict:
    """Refuse by the first rule that does not hold."""
    return next(iter(refusals(*rules)), Allowed())
