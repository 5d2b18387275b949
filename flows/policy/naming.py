"""Whether words tell of somebody who is erased, and the same words without them (X4)."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from flows.policy.complaints import name_parts
from flows.questions.reading import folded

GONE = "…"
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\+?\d(?:[\s().\-/]*\d){6,}")
_OWN_DIGITS = 9
"""So many digits at the end of a number are the same however it is dialled."""
_ENDING = 3
_VOWELS = "aeiouy"


@dataclass(frozen=True)
class Traces:
    """By which parts of names somebody is known, and by which numbers; `others`: the names of who stays.

    One word too many only means one word less.
    """

    parts: frozenset[str]
    numbers: frozenset[str]
    others: frozenset[str] = frozenset()

    def are_in(self, words: str) -> bool:
        """Tell whether the words name them, in any case of the name and with small slips, or hold their number."""
        return self.without(words) != words

    def without(self, words: str) -> str:
        """The words with a sign in place of each of their names and numbers."""
        return _WORD.sub(self._word, _NUMBER.sub(self._number, words))

    def _word(self, found: re.Match[str]) -> str:
        said = folded(found[0])
        is_theirs = any(_is_alike(part, said) for part in self.parts)
        return GONE if is_theirs and said not in self.others - self.parts else found[0]

    def _number(self, found: re.Match[str]) -> str:
        return GONE if _end(found[0]) in self.numbers else found[0]


def traces(names: Collection[str], others: Collection[str], numbers: Collection[str]) -> Traces:
    """X4: what tells of those with these names: no part that others bear too, unless they have no other."""
    shared = {part for name in others for part in _parts(name)}
    parts = {part for name in names for part in (_parts(name) - shared or _parts(name))}
    return Traces(frozenset(parts), frozenset(map(_end, numbers)) - {""}, frozenset(shared))


def _parts(name: str) -> set[str]:
    return set(name_parts(name))


def _end(number: str) -> str:
    return re.sub(r"\D", "", number)[-_OWN_DIGITS:]


def _is_alike(part: str, said: str) -> bool:
    """In many languages a name has endings: Omar, Omara, Omarowi; Anna, Anny, Annie."""
    if part == said:
        return True
    stem = part.rstrip(_VOWELS)
    bends = len(stem) >= 3 and said.startswith(stem) and len(said) <= len(stem) + _ENDING
    return bends or (len(part) >= 4 and OSA.distance(part, said, score_cutoff=1) <= 1)
