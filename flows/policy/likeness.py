"""Whether a name is like that of somebody who is shut out. It decides nothing: staff look (G11.5)."""

from itertools import permutations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from flows.questions.reading import folded, visible

ALIKE = 88
SHORT = 3
MOST_WORDS = 4
_CYRILLIC = str.maketrans(
    dict(zip("абвгґдезиійклмнопрстуфыэ", "abvggdeziijklmnoprstufye", strict=True))
    | {"є": "ie", "ё": "e", "ж": "zh", "ї": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ю": "iu", "я": "ia", "ь": "", "ъ": "", "ў": "u"}
)


def is_like_name(new: str, known: str) -> bool:
    """G11.5: the same words in any order and script, small misspellings, or initials for all but one word."""
    ours, theirs = _words(new), _words(known)
    if not ours or not theirs:
        return False
    if fuzz.token_sort_ratio(" ".join(ours), " ".join(theirs)) >= ALIKE:
        return True
    return _by_initials(ours, theirs)


def _words(name: str) -> list[str]:
    """Small Latin letters without accents, word by word."""
    plain = folded(visible(name)).translate(_CYRILLIC)
    return "".join(sign if sign.isalnum() else " " for sign in plain).split()[:MOST_WORDS]


def _by_initials(ours: list[str], theirs: list[str]) -> bool:
    """S. Example is Sara Example; one whole word must be alike."""
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    return any(_fits(ours, list(each)) for each in permutations(theirs))


def _fits(ours: list[str], theirs: list[str]) -> bool:
    whole = [_is_alike(one, other) for one, other in zip(ours, theirs, strict=True)]
    by_letter = [1 in {len(one), len(other)} and one[0] == other[0] for one, other in zip(ours, theirs, strict=True)]
    return any(whole) and all(same or letter for same, letter in zip(whole, by_letter, strict=True))


def _is_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORT:
        return False
    slips = 0 if min(len(one), len(other)) == SHORT else 1
    return OSA.distance(one, other, score_cutoff=slips) <= slips
