"""Words that work anywhere: which flow a person's word starts. English words work in every language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from flows.questions import visible
from flows.staff import codes
from flows.texts import Texts

_CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
_WHOLE_CODE = re.compile(r"(?=.*\d)(?=.*[A-Z])[0-9A-Z]{4}[- ]?[0-9A-Z]{4}")
_STAFF = re.compile(r"STAFF ([0-9A-Z]{4}[- ]?[0-9A-Z]{4})")
_NUMBERED = re.compile(r"(.+) (C[- ]?[0-9A-Z]{4})")
_GAPPED = re.compile(r"[BCDFGKMRTX] [0-9A-Z]{2,12}|(?=.*\d)(?=.*[A-Z])[0-9A-Z]{4} [0-9A-Z]{4}")
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")
_SHORT = 3
_MOST_NEAR = 3
OPENING = ("complain", "leaked")
BY_NUMBER = "complaint_status"
WITH_A_PICTURE = frozenset({"help", "disclosure", "tell_more", "complain", "ring_me", "unhappy", "leaked", "stop"})
"""Words that work under a picture too: whoever sends them must not be told to write them again."""


@dataclass(frozen=True)
class Word:
    """A word that was recognised: the flow it starts and what was written after it."""

    flow: str
    subject: str | None = None


@dataclass(frozen=True)
class Unread:
    """A staff word, and behind it something that is no code for it: the word as written, and the kind of its code."""

    word: str
    kind: str


def family_word(texts: Texts, text: str) -> Word | None:
    """Recognise a family's word, in any language: the whole message is the word (`words` in the locale files)."""
    plain = _plain(text)
    for name, spellings in _spellings(texts, texts.languages, "words").items():
        if plain in spellings:
            return Word(name)
        if name in {BY_NUMBER, "status"} and (found := _NUMBERED.fullmatch(plain)) and found[1] in spellings:
            return Word(BY_NUMBER, found[2])
    return _language(texts, plain)


def opening_word(texts: Texts, language: str, text: str) -> Word | None:
    """Recognise COMPLAIN and LEAKED before other words: "LEAKED my cousin has it"."""
    first = re.split(r"[\s,:;.!-]", _plain(text), maxsplit=1)[0]
    spellings = _spellings(texts, ("en", language), "words")
    return next((Word(name) for name in OPENING if first in spellings.get(name, ())), None)


def staff_code_in(text: str) -> str | None:
    """Find the code in STAFF K7QM-2XYZ; a sentence that only begins so holds none."""
    found = _STAFF.fullmatch(_plain(text))
    return None if found is None else found[1]


def staff_word(texts: Texts, language: str, words: Mapping[str, str], text: str) -> Word | Unread | None:
    """Recognise a staff word, alone or followed by what it is about: "CASE F-7Q2"."""
    plain = _plain(text)
    table = _staff_table(texts, language, words)
    longest_first = sorted(table, key=len, reverse=True)
    found = next((word for word in longest_first if re.match(rf"{re.escape(word)}(?![^\W_])", plain)), None)
    if found is None or (table[found] == "menu" and plain != found):
        return _language(texts, plain)
    rest = plain.removeprefix(found).strip(" -:;,#.")
    if not rest:
        return Word(table[found])
    code = _code(rest)
    if code is not None and codes.fits(table[found], code):
        return Word(table[found], code)
    return _language(texts, plain) or Unread(found, codes.kind_of(table[found]))


def near_words(texts: Texts, language: str, words: Mapping[str, str], text: str) -> tuple[str, ...]:
    """Name the staff words that are one slip away from what was written, alone or before a code; English ones first."""
    plain = _plain(text)
    first, _, rest = plain.partition(" ")
    has_code = _code(rest) is not None
    said = first if has_code else plain
    if not said.replace(" ", "").isalpha():
        return ()
    table = _staff_table(texts, language, words)
    takes = (word for word, flow in table.items() if not has_code or codes.kind_of(flow) != codes.ALONE)
    return tuple(word for word in takes if _is_near(said, word))[:_MOST_NEAR]


def _is_near(said: str, word: str) -> bool:
    """One letter more, less, other or swapped; of the shortest words only swapped: "not" is no NOW."""
    enough = len(word) > _SHORT or sorted(said) == sorted(word)
    return enough and OSA.distance(said, word) == 1


def _staff_table(texts: Texts, language: str, words: Mapping[str, str]) -> dict[str, str]:
    """Which conversation each spelling of a staff word starts: the English ones first."""
    table = {word.upper(): flow for word, flow in words.items()}
    for flow, spellings in _spellings(texts, ("en", language), "staff_words").items():
        table.update(dict.fromkeys(sorted(spellings), flow))
    return table


def code_in(text: str) -> str | None:
    """Find the code of an invitation in somebody's first words; alone, also with a gap or in one piece."""
    plain = _plain(text)
    found = _WHOLE_CODE.fullmatch(plain) or _CODE.search(plain)
    return None if found is None else found[0]


def _language(texts: Texts, plain: str) -> Word | None:
    """A language by its name, alone or behind the word for it: POLSKI, LANGUAGE POLSKI."""
    words = _spellings(texts, texts.languages, "words")["language"]
    behind = next((plain[len(word) :] for word in words if plain.startswith(word + " ")), plain)
    named = texts.language_named(behind.lower()) if behind else None
    return Word("language", named) if named else None


@cache
def _spellings(texts: Texts, languages: tuple[str, ...], text_id: str) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for each in languages:
        answers = texts.labels(each, "answers")
        for name, label in texts.labels(each, text_id).items():
            if name in answers:
                continue
            found.setdefault(name, set()).update(_plain(word) for word in label.split(","))
    return found


def _code(rest: str) -> str | None:
    """Tell a code from the rest of a sentence that happens to begin with a staff word; a gap in it is a dash."""
    if _GAPPED.fullmatch(rest):
        return rest.replace(" ", "-")
    is_one_word = " " not in rest and not rest.isdecimal()
    return rest if is_one_word and any(sign == "-" or sign.isdecimal() for sign in rest) else None


def _plain(text: str) -> str:
    """Capitals, single gaps, no quotes or full stops around it; every dash is a plain one without gaps."""
    words = visible(text).strip().strip(".!?\"'").upper().replace("_", " ")
    return _DASHES.sub("-", " ".join(words.split()))
