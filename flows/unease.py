"""Whether words that no list knows may be about harm: by how such words stood in messages of either kind.

Naive Bayes over words, pairs of words and pieces of words: no decision, only a reason to ask once, gently. The messages
are data, two files for each language, worrying.txt and ordinary.txt; whoever adds a line changes the judgement.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from flows.questions.reading import folded, visible

ENOUGH = 2.2
"""About one ordinary message in twelve, of many with words that lie near, is asked about: docs/disclosure.md."""

_FEWEST_WORDS = 3
_MOST_WORDS = 300
_FARTHEST = 3
_SMOOTH = 0.5
_PIECES = 3, 4, 5
_PIECES_COUNT = 0.3
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['\u2019\u2018\u0060\u00b4]")


@dataclass(frozen=True)
class Judge:
    """Learns from messages of either kind in one language, when it is first asked."""

    worrying: Sequence[str] = field(repr=False)
    ordinary: Sequence[str] = field(repr=False)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What words, pairs of near words, and pieces of words weigh: above zero speaks for harm.

        By the ratio of how many messages of each kind they stood in.
        """
        harm, harmless = _counted(self.worrying), _counted(self.ordinary)
        both = harm.keys() | harmless.keys()
        return {each: _share(harm, each) - _share(harmless, each) for each in both if each}

    def weigh(self, said: Sequence[str]) -> float:
        """Weigh what was said; what nobody ever said weighs nothing.

        Pieces know a word in another form, or with a slip; they are many, and say less.
        """
        return self._sum(_features(said)) + _PIECES_COUNT * self._sum(_pieces(said))

    def _sum(self, features: Iterable[str]) -> float:
        known = [self.weights[each] for each in features if each in self.weights]
        return sum(known) / math.sqrt(len(known) or 1)


def read_messages(lines: Iterable[str]) -> Iterator[str]:
    """The messages of a file: `#` begins a comment, `[heading]` a part."""
    return (line for each in lines if (line := each.strip()) and not line.startswith(("#", "[")))


def is_uneasy(judges: Iterable[Judge], text: str) -> bool:
    """A3: whether one gentle question is in place, by the judge of any language."""
    said = _said(text)[:_MOST_WORDS]
    return len(said) >= _FEWEST_WORDS and any(judge.weigh(said) > ENOUGH for judge in judges)


def _said(text: str) -> list[str]:
    """The words; a number, a code or a password says nothing of harm."""
    return [each for each in _WORD.findall(folded(_APOSTROPHES.sub("", visible(text)))) if each.isalpha()]


def _features(said: Sequence[str]) -> set[str]:
    """The words, the pairs that stand together, and the pairs with one or two words in between."""
    pairs = {f"{first} {second}" for first, second in pairwise(said)}
    near = {f"{said[at]} ~ {second}" for at in range(len(said)) for second in said[at + 2 : at + _FARTHEST + 1]}
    return {*said, *pairs, *near}


def _pieces(said: Sequence[str]) -> set[str]:
    """Three to five letters in a row, where `<` and `>` are a word's ends."""
    return {
        f"#{word[at : at + size]}" for word in _ended(said) for size in _PIECES for at in range(len(word) - size + 1)
    }


def _ended(said: Sequence[str]) -> set[str]:
    return {f"<{word}>" for word in said}


def _counted(messages: Iterable[str]) -> Counter[str]:
    """In how many messages each stood; under the empty word, how many messages there are."""
    counts: Counter[str] = Counter()
    for message in messages:
        said = _said(message)
        counts.update(_features(said) | _pieces(said))
        counts[""] += 1
    return counts


def _share(counts: Counter[str], each: str) -> float:
    return math.log((counts[each] + _SMOOTH) / (counts[""] + 2 * _SMOOTH))
