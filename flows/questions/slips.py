"""Slips of the finger: which option was meant by a misspelt word. Not for agreement, safety or decisions."""

from collections.abc import Mapping

from rapidfuzz.distance import OSA

_SHORTEST = 5
_LONG = 9
_MARGIN = 2


def misspelt(said: str, labels: Mapping[str, frozenset[str]]) -> str | None:
    """Find the one option that was meant; every other option must be clearly further off."""
    meant = {option for option, words in labels.items() if any(_is_slip(said, label) for label in words)}
    if len(meant) != 1:
        return None
    option = meant.pop()
    off = _distance(said, labels[option])
    clear = all(_distance(said, words) >= off + _MARGIN for other, words in labels.items() if other != option)
    return option if clear else None


def _distance(said: str, words: frozenset[str]) -> int:
    return min(OSA.distance(said, word) for word in words)


def _is_slip(said: str, label: str) -> bool:
    """Compare word by word: another short word ("not") or other first letters ("un") change the sense."""
    theirs, ours = said.split(), label.split()
    if len(theirs) != len(ours):
        return False
    return all(a == b or _is_slip_of_word(a, b) for a, b in zip(theirs, ours, strict=True))


def _is_slip_of_word(said: str, word: str) -> bool:
    if len(word) < _SHORTEST or said[0] != word[0]:
        return False
    allowed = 2 if len(word) >= _LONG else 1
    return OSA.distance(said, word) <= allowed
