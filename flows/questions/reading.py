"""Raw text made safe to look at and easy to compare. What it means is decided by the kinds."""

import re
import unicodedata

from flows.questions.kind import Invalid

# Blank or invisible, though Unicode counts some of them as letters or marks.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
_NEW_LINES = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_DIACRITICS = re.compile("[\u0300-\u036f]")
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"})
_AROUND = " \t\n\"'*_`.,!;:\u2026\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"


def visible(text: str) -> str:
    """Remove control, bidirectional and zero-width characters; new lines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    lines = _NEW_LINES.sub("\n", text)
    seen = (c for c in lines if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)
    return _BLANK.sub("", "".join(seen))


def heard(raw: str, longest: int, otherwise: Invalid) -> str:
    """Return what can be seen of a raw answer; one that is too long is refused before any work."""
    if len(raw) > longest:
        raise otherwise
    return visible(raw).strip()


def exact(text: str) -> str:
    """Make case, spaces, quotation marks and closing punctuation equal; a question mark still counts."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(plain.split()).strip(_AROUND)


def folded(text: str) -> str:
    """Make accents equal too: Zolw is Żółw."""
    parts = unicodedata.normalize("NFKD", exact(text).translate(_UNDECOMPOSED))
    return unicodedata.normalize("NFC", _DIACRITICS.sub("", parts))
