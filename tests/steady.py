"""Steady names for what is drawn by chance: F-1 for a case's code, <password 1>, <ref 1>, in order of appearance."""

import re
from collections import Counter
from collections.abc import Iterable

from flows.texts import Texts

POINTER = re.compile(r"\b([A-Z])-[2-79AC-HJ-NP-RT-Z]{4}\b")
SECRET_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
REFERENCE = re.compile(r"\b(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5}\b")
PASSWORD = re.compile(r"\b\d\d(?: \d\d){3,4}\b")
STEADY = re.compile(r"\b[A-Z]-\d+\b|<[a-z]+ \d+>")
PLAIN_SIGNS = str.maketrans({" ": "", "-": ""})


class SteadyNames:
    """Replaces what varies in what people receive, and puts it back into what they write."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._names: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def told(self, text: str) -> str:
        """Put the steady names into a text that somebody received."""
        for word in PASSWORD.findall(text):
            self._learn_password(word)
        for pattern, kind in ((SECRET_CODE, "code"), (REFERENCE, "ref")):
            for word in pattern.findall(text):
                self._learn(word, kind)
        for match in POINTER.finditer(text):
            self._learn(match[0], match[1], "{kind}-{n}")
        for real in sorted(self._names, key=len, reverse=True):
            text = text.replace(real, self._names[real])
        return text

    def written(self, text: str) -> str:
        """Put what was really drawn into a text that somebody writes."""
        drawn: dict[str, str] = {}
        for real, name in self._names.items():
            drawn.setdefault(name, real)
        return STEADY.sub(lambda name: drawn.get(name[0], name[0]), text)

    def real(self, kind: str) -> Iterable[str]:
        """List what was really drawn: all passwords, codes, refs."""
        return [real for real, name in self._names.items() if name.startswith(f"<{kind} ")]

    def remember(self) -> tuple[dict[str, str], Counter[str]]:
        """What was learned so far."""
        return self._names, self._counts

    def recall(self, remembered: tuple[dict[str, str], Counter[str]]) -> None:
        """Know what another one learned."""
        self._names, self._counts = remembered

    def _learn(self, real: str, kind: str, form: str = "<{kind} {n}>") -> None:
        if real not in self._names:
            self._counts[kind] += 1
            self._names[real] = form.format(kind=kind, n=self._counts[kind])

    def _learn_password(self, grouped: str) -> None:
        self._learn(grouped, "password")
        name, digits = self._names[grouped], grouped.translate(PLAIN_SIGNS)
        self._names[digits] = name
        for language in self._texts.languages:
            self._names[self._texts.in_words(language, digits)] = f"{name[:-1]} in words>"
