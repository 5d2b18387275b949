"""What a message may be about, by its words: harm, a recording, who is in a group, a colleague's conduct.

The words are data, one disclosure.txt for each language; the caller reads the files. A false alarm is fine,
a miss is not. HELP works besides all this, and does not look at words.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias, TypeVar

from rapidfuzz.distance import OSA

from flows.questions.reading import folded, visible
from flows.unease import Judge, is_uneasy

MOST_WORDS = 2000
"""A longer message is not judged: it raises a concern, so that a person reads it."""

_GAP = 4
_NEAR = 8
_SHORTEST_WITH_A_SLIP = 6
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_APOSTROPHES = re.compile("['\u2019\u2018\u0060\u00b4]")
_REPEATED = re.compile(r"(.)\1+")

T = TypeVar("T")
Words: TypeAlias = frozenset[str]


@dataclass(frozen=True)
class _Step:
    words: Words
    after_gap: bool


_Part: TypeAlias = tuple[_Step, ...]
_Pattern: TypeAlias = tuple[_Part, ...]
_Patterns: TypeAlias = Mapping[str, tuple[_Pattern, ...]]
_Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True)
class _Term:
    """One word of the patterns, and what it is compared by: its stem, and the stem with repeated letters once."""

    word: str
    stem: str
    once: str
    begins_so: bool


@dataclass(frozen=True, eq=False)
class DisclosureWords:
    """The patterns by subject and first word; `not <subject>` holds what only sounds like it.

    `judges`: for words that are in no pattern, one for each language.
    """

    patterns: Mapping[str, _Patterns] = field(repr=False)
    vocabulary: Mapping[str, tuple[_Term, ...]] = field(repr=False)
    judges: tuple[Judge, ...] = field(default=(), repr=False)


class DisclosureFileError(Exception):
    """A line of a disclosure.txt cannot be understood; says its number."""


def read_words(*files: Iterable[str]) -> DisclosureWords:
    """Read the lines of one disclosure.txt for each language. Raises DisclosureFileError.

    `[subject]` begins a subject, `@name = words` names a set of words. In a pattern `a|b` are alternatives,
    `abus*` stands for all that begins so, `...` for up to four words in between. What stands on both sides of
    `~` belongs together in either order, with up to eight words in between. `#` begins a comment.
    """
    patterns: dict[str, list[_Pattern]] = defaultdict(list)
    for lines in files:
        for subject, pattern in _read_file(lines):
            patterns[subject].append(pattern)
    steps = (step for each in patterns.values() for pattern in each for part in pattern for step in part)
    words = {word for step in steps for word in step.words}
    by_subject = {subject: _by(each, lambda pattern: pattern[0][0].words) for subject, each in patterns.items()}
    return DisclosureWords(by_subject, _by(map(_term, words), lambda term: term.word[0]))


def _term(word: str) -> _Term:
    stem = word.removesuffix("*")
    return _Term(word, stem, _REPEATED.sub(r"\1", stem), begins_so=word.endswith("*"))


def _by(things: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        for key in keys(thing):
            found[key].append(thing)
    return {key: tuple(each) for key, each in found.items()}


def _read_file(lines: Iterable[str]) -> Iterator[tuple[str, _Pattern]]:
    sets: dict[str, Words] = {}
    subject = ""
    for number, raw in enumerate(lines, 1):
        line = raw.split("#")[0].strip()
        if line.startswith("["):
            subject = line.strip("[]")
        elif line.startswith("@") and "=" in line:
            name, _, words = line.partition("=")
            sets[name.strip()] = _alternatives(words.split(), sets, number)
        elif line:
            yield _known_subject(subject, number), _pattern(line, sets, number)


def _known_subject(subject: str, number: int) -> str:
    if not subject:
        raise DisclosureFileError(f"line {number}: a pattern stands before the first [subject]")
    return subject


def _pattern(line: str, sets: Mapping[str, Words], number: int) -> _Pattern:
    return tuple(_part(part, sets, number) for part in line.split("~"))


def _part(line: str, sets: Mapping[str, Words], number: int) -> _Part:
    steps: list[_Step] = []
    after_gap = False
    for part in line.split():
        if part == "...":
            after_gap = True
            continue
        steps.append(_Step(_alternatives(part.split("|"), sets, number), after_gap))
        after_gap = False
    if not steps:
        raise DisclosureFileError(f"line {number}: a pattern needs a word")
    return tuple(steps)


def _alternatives(parts: Iterable[str], sets: Mapping[str, Words], number: int) -> Words:
    found: set[str] = set()
    for part in parts:
        if part.startswith("@") and part not in sets:
            raise DisclosureFileError(f"line {number}: {part} has no words yet")
        found |= sets[part] if part.startswith("@") else {_plain(part)}
    return frozenset(found)


def _plain(word: str) -> str:
    return folded(_APOSTROPHES.sub("", word.removesuffix("*"))) + ("*" if word.endswith("*") else "")


def raises_concern(words: DisclosureWords, text: str) -> bool:
    """A3, G12.3: somebody may be hurt or in danger. Also true of a message too long to judge."""
    said = _said(text)
    return len(said) > MOST_WORDS or _is_about(words, "harm", said)


def may_be_about_harm(words: DisclosureWords, text: str) -> bool:
    """A3: no word of harm is known to be in it, and yet somebody should be asked, once and gently."""
    return is_uneasy(words.judges, text)


def is_recording_report(words: DisclosureWords, text: str) -> bool:
    """H3.4: somebody records, films or takes screenshots; a question about it is no report."""
    return _is_about(words, "recording", _said(text))


def is_sensitive(words: DisclosureWords, text: str) -> bool:
    """I2.3: something about health, money, a court or a family, which is better said than written."""
    return _is_about(words, "sensitive", _said(text))


def is_recording(words: DisclosureWords, text: str) -> bool:
    """H3.1: what is sent with these words is a recording. To be asked only of words with a link or a file."""
    return _is_about(words, "recorded", _said(text))


def is_membership_question(words: DisclosureWords, text: str) -> bool:
    """G5.3: a question about whether somebody else is in a group."""
    return _is_about(words, "membership", _said(text))


def is_about_staff_allegation(
    words: DisclosureWords, text: str, staff_names: Callable[[], Iterable[str]] = tuple
) -> bool:
    """G12.3: harm together with a member of staff, or conduct that staff must never show.

    `staff_names` is asked only where there is harm or such conduct.
    """
    said = _said(text)
    if not (_is_about(words, "harm", said) or _is_about(words, "conduct", said)):
        return False
    names = {name for full in staff_names() for name in _said(full)}
    return not names.isdisjoint(said) or _is_about(words, "staff", said)


def _said(text: str) -> tuple[str, ...]:
    plain = folded(_APOSTROPHES.sub("", visible(text)))
    return tuple(_WORD.findall(plain))


def _is_about(words: DisclosureWords, subject: str, said: tuple[str, ...]) -> bool:
    heard = list(_heard(words, said[:MOST_WORDS]))
    for start, end in _matches(words.patterns.get(f"not {subject}", {}), heard):
        heard[start:end] = [frozenset()] * (end - start)
    return any(True for _ in _matches(words.patterns.get(subject, {}), heard))


@lru_cache(maxsize=4)
def _heard(words: DisclosureWords, said: tuple[str, ...]) -> tuple[Words, ...]:
    """For each word that was said, the words of the patterns that it may stand for; once for a message's subjects."""
    known = {word: _may_mean(words.vocabulary.get(word[0], ()), word) for word in set(said)}
    return tuple(known[word] for word in said)


def _may_mean(vocabulary: Iterable[_Term], said: str) -> Words:
    once = _REPEATED.sub(r"\1", said)
    return frozenset(term.word for term in vocabulary if _stands_for(said, once, term))


def _stands_for(said: str, once: str, term: _Term) -> bool:
    """Whether a word is meant: repeated letters count once, and in a longer word one slip is overlooked."""
    stem = term.stem
    if said == stem or (term.begins_so and said.startswith(stem)):
        return True
    if len(term.once) > 2 and (once == term.once or (term.begins_so and once.startswith(term.once))):
        return True
    if min(len(stem), len(said)) < _SHORTEST_WITH_A_SLIP:
        return False
    if not term.begins_so and abs(len(stem) - len(said)) > 1:
        return False
    lengths = range(len(stem) - 1, len(stem) + 2) if term.begins_so else (len(said),)
    return any(OSA.distance(said[:length], stem, score_cutoff=1) <= 1 for length in lengths)


def _matches(patterns: _Patterns, heard: list[Words]) -> list[_Span]:
    found = []
    for start, meanings in enumerate(heard):
        for first, *others in {pattern for word in meanings for pattern in patterns.get(word, ())}:
            end = _end(heard, start + 1, first[1:])
            spans = None if end is None else _with_others(heard, [(start, end)], others)
            if spans is not None:
                found.append((min(begin for begin, _ in spans), max(end for _, end in spans)))
    return found


def _with_others(heard: list[Words], spans: list[_Span], others: list[_Part]) -> list[_Span] | None:
    """Find the other parts of a pattern near its first one, each in words of its own; None if one is missing."""
    if not others:
        return spans
    first_start, first_end = spans[0]
    for start in range(max(0, first_start - _NEAR), min(len(heard), first_end + _NEAR)):
        end = _end(heard, start, others[0])
        apart = end is not None and all(end <= begin or start >= stop for begin, stop in spans)
        if end is not None and apart and (all_found := _with_others(heard, [*spans, (start, end)], others[1:])):
            return all_found
    return None


def _end(heard: list[Words], at: int, steps: _Part) -> int | None:
    """Where the rest of a part ends if it goes on at this word, or None."""
    if not steps:
        return at
    last = at + (_GAP if steps[0].after_gap else 0)
    for place in range(at, min(last + 1, len(heard))):
        if steps[0].words & heard[place]:
            end = _end(heard, place + 1, steps[1:])
            if end is not None:
                return end
    return None
