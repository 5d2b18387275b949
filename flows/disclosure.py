"""What a message may be about, by its words: harm, a recording, who is in a group, a colleague's conduct.

The words are data, one disclosure.txt for each language; the caller reads the files. A false alarm is fine,
a miss is not. HELP works besides all this, and does not look at words.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias, TypeVar

from rapidfuzz.distance import OSA

from flows.questions.reading import folded, visible

MOST_WORDS = 2000
"""A longer message is not judged: it raises a concern, so that a person reads it."""

_GAP = 4
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


_Pattern: TypeAlias = tuple[_Step, ...]
_Patterns: TypeAlias = Mapping[str, tuple[_Pattern, ...]]


@dataclass(frozen=True)
class DisclosureWords:
    """The patterns by subject and first word; `not <subject>` holds what only sounds like it."""

    patterns: Mapping[str, _Patterns] = field(repr=False)
    vocabulary: Mapping[str, Words] = field(repr=False)


class DisclosureFileError(Exception):
    """A line of a disclosure.txt cannot be understood; says its number."""


def read_words(*files: Iterable[str]) -> DisclosureWords:
    """Read the lines of one disclosure.txt for each language. Raises DisclosureFileError.

    `[subject]` begins a subject, `@name = words` names a set of words. In a pattern `a|b` are alternatives,
    `abus*` stands for all that begins so, `...` for up to four words in between. `#` begins a comment.
    """
    patterns: dict[str, list[_Pattern]] = defaultdict(list)
    for lines in files:
        for subject, pattern in _read_file(lines):
            patterns[subject].append(pattern)
    words = {word for each in patterns.values() for pattern in each for step in pattern for word in step.words}
    by_subject = {subject: _by(each, lambda pattern: pattern[0].words) for subject, each in patterns.items()}
    by_letter = _by(words, lambda word: word[0])
    return DisclosureWords(by_subject, {letter: frozenset(each) for letter, each in by_letter.items()})


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


def is_recording_report(words: DisclosureWords, text: str) -> bool:
    """H3.4: somebody records, films or takes screenshots; a question about it is no report."""
    return _is_about(words, "recording", _said(text))


def is_membership_question(words: DisclosureWords, text: str) -> bool:
    """G5.3: a question about whether somebody else is in a group."""
    return _is_about(words, "membership", _said(text))


def is_about_staff_allegation(words: DisclosureWords, text: str, staff_names: Iterable[str] = ()) -> bool:
    """G12.3: harm together with a member of staff, or conduct that staff must never show."""
    said = _said(text)
    names = {name for full in staff_names for name in _said(full)}
    about_staff = not names.isdisjoint(said) or _is_about(words, "staff", said)
    return about_staff and (_is_about(words, "harm", said) or _is_about(words, "conduct", said))


def _said(text: str) -> tuple[str, ...]:
    plain = folded(_APOSTROPHES.sub("", visible(text)))
    return tuple(_WORD.findall(plain))


def _is_about(words: DisclosureWords, subject: str, said: tuple[str, ...]) -> bool:
    heard = _heard(words, said[:MOST_WORDS])
    for start, end in _matches(words.patterns.get(f"not {subject}", {}), heard):
        heard[start:end] = [frozenset()] * (end - start)
    return any(True for _ in _matches(words.patterns.get(subject, {}), heard))


def _heard(words: DisclosureWords, said: tuple[str, ...]) -> list[Words]:
    """For each word that was said, the words of the patterns that it may stand for."""
    known = {word: _may_mean(words.vocabulary.get(word[0], frozenset()), word) for word in set(said)}
    return [known[word] for word in said]


def _may_mean(vocabulary: Words, said: str) -> Words:
    return frozenset(word for word in vocabulary if _stands_for(said, word))


def _stands_for(said: str, word: str) -> bool:
    """Whether a word is meant: repeated letters count once, and in a longer word one slip is overlooked."""
    stem, begins_so = word.removesuffix("*"), word.endswith("*")
    if said == stem or (begins_so and said.startswith(stem)):
        return True
    once, stem_once = _REPEATED.sub(r"\1", said), _REPEATED.sub(r"\1", stem)
    if len(stem_once) > 2 and (once == stem_once or (begins_so and once.startswith(stem_once))):
        return True
    if min(len(stem), len(said)) < _SHORTEST_WITH_A_SLIP:
        return False
    lengths = range(len(stem) - 1, len(stem) + 2) if begins_so else (len(said),)
    return any(OSA.distance(said[:length], stem, score_cutoff=1) <= 1 for length in lengths)


def _matches(patterns: _Patterns, heard: list[Words]) -> list[tuple[int, int]]:
    found = []
    for start, meanings in enumerate(heard):
        begun = {pattern for word in meanings for pattern in patterns.get(word, ())}
        ends = map(partial(_end, heard, start + 1), (pattern[1:] for pattern in begun))
        found += [(start, end) for end in ends if end is not None]
    return found


def _end(heard: list[Words], at: int, steps: _Pattern) -> int | None:
    """Where the rest of a pattern ends if it goes on at this word, or None."""
    if not steps:
        return at
    last = at + (_GAP if steps[0].after_gap else 0)
    for place in range(at, min(last + 1, len(heard))):
        if steps[0].words & heard[place]:
            end = _end(heard, place + 1, steps[1:])
            if end is not None:
                return end
    return None
