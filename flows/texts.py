"""Every word people read, in each language, from Fluent files. When it is said is the flows' business."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, partial
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, FluentSerializer, ast

from flows.questions import WORDS, folded, visible

_FALLBACK = "en"
_DAY = "EEEE d MMMM y"
# Fluent refuses placeables of more than 2,500 characters; longer ones go in afterwards.
_MOST_IN_A_PLACE = 2000
_LATER = re.compile("\ue000([A-Za-z][A-Za-z0-9_-]*)\ue000")
_LINK = re.compile(
    r"[a-z][a-z0-9+.-]{0,20}://\S+|mailto:\S+|www\.\S+|(?<![@.\w-])[\w-]+(?:\.[\w-]+)+/\S*"
    r"|(?<![@.\w-])[\w-]+(?:\.[\w-]+)*\.(?:app|biz|co|com|de|dev|eu|gg|info|io|link|ly|me|net|org|pl|ru|shop|site|to"
    r"|top|tv|uk|us|xyz)\b(?:[:?#]\S*)?",
    re.IGNORECASE,
)
_SIGNS = {"@": "sign_at", "*": "sign_star", "-": "sign_dash"}
_DOT_INSIDE = re.compile(r"(?<=\w)[.\u2024\u3002\uff0e\uff61](?=[^\W\d_])")
_ADDRESS = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\S*)?(?![\d.])")


class TextError(Exception):
    """A text can't be read or said as asked. Names ids and parameters, never what stands in them."""


class UnknownText(TextError):
    """No language has this text."""


@dataclass(frozen=True)
class _Language:
    code: str
    locale: Locale
    bundle: FluentBundle
    entries: Mapping[str, ast.Message | ast.Term]
    versions: dict[str, str] = field(default_factory=dict)
    labels: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Texts:
    """All texts of all languages; nothing that is said changes after loading."""

    _languages: Mapping[str, _Language]
    _zone: ZoneInfo

    @classmethod
    def load(cls, folder: Traversable | None = None, zone: str = "Europe/London") -> "Texts":
        """Read <language>/*.ftl. Raises TextError with file and line; moments are told in the zone's time."""
        found = folder or resources.files("flows") / "locales"
        codes = sorted(each.name for each in found.iterdir() if each.is_dir())
        if _FALLBACK not in codes:
            raise TextError(f"there is no folder {_FALLBACK}")
        return cls({code: _read(code, found / code) for code in codes}, ZoneInfo(zone))

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages, English first."""
        return (_FALLBACK, *(code for code in self._languages if code != _FALLBACK))

    def say(self, language: str, text_id: str, /, **params: Any) -> str:
        """Return a text in a language, or in English. Raises UnknownText, TextError if a parameter lacks."""
        return self._told(language, text_id, None, params)

    def labels(self, language: str, text_id: str, /, **params: Any) -> Mapping[str, str]:
        """Return option -> label: the text's attributes, over those of `answers`, over the English ones."""
        known = self._having(language, text_id).labels
        if not params and (language, text_id) in known:
            return known[language, text_id]
        labels: dict[str, str] = {}
        for code in (_FALLBACK, language):
            for each in ("answers", text_id):
                for option in self._options(code, each):
                    labels[option] = self._told(code, each, option, params)
        return labels if params else known.setdefault((language, text_id), labels)

    def ask(self, language: str, text_id: str, options: Sequence[str], /, **params: Any) -> str:
        """Return a question and, on a line each, how to reply with every option."""
        question = self.say(language, text_id, **params)
        if not options:
            return question
        labels = self.labels(language, text_id, **params)
        if missing := [option for option in options if option not in labels]:
            raise UnknownText(f"{text_id} has no label for {', '.join(missing)}")
        lines = [self._reply(language, n, option, labels[option]) for n, option in enumerate(options, 1)]
        return "\n".join([question, *lines])

    def version(self, language: str, text_id: str) -> str:
        """X3: a short hash of the text's source and of all that it refers to."""
        spoken = self._having(language, text_id)
        if text_id not in spoken.versions:
            reached = self._reached(spoken, text_id)
            spoken.versions[text_id] = sha256("".join(map(_source, reached)).encode()).hexdigest()[:12]
        return spoken.versions[text_id]

    def ids(self, language: str) -> frozenset[str]:
        """Return the ids of a language's own texts."""
        entries = self._languages[language].entries
        return frozenset(name for name, entry in entries.items() if isinstance(entry, ast.Message))

    def parameters(self, language: str, text_id: str) -> frozenset[str]:
        """Return the names of the parameters in a text, its attributes and the texts that it refers to."""
        reached = self._reached(self._having(language, text_id), text_id)
        messages = (entry for entry in reached if isinstance(entry, ast.Message))
        nodes = (node for message in messages for node in _nodes(message))
        return frozenset(node.id.name for node in nodes if isinstance(node, ast.VariableReference))

    def language_named(self, text: str) -> str | None:
        """Return the code of the language that somebody named, in any of its names."""
        said = folded(text[:100])
        for code in self.languages:
            names = self.say(code, "language_names") if "language_names" in self._languages[code].entries else ""
            if said in {code, *(folded(name) for name in names.split(",") if name.strip())}:
                return code
        return None

    def in_words(self, language: str, password: str) -> str:
        """Return a password as it is read aloud."""
        return in_words(password, partial(self.say, language))

    def _having(self, language: str, text_id: str) -> _Language:
        for code in (language, _FALLBACK):
            if code in self._languages and text_id in self._languages[code].entries:
                return self._languages[code]
        raise UnknownText(text_id)

    def _options(self, language: str, text_id: str) -> list[str]:
        entry = self._languages[language].entries.get(text_id) if language in self._languages else None
        return [attribute.id.name for attribute in entry.attributes] if entry else []

    def _reply(self, language: str, number: int, option: str, label: str) -> str:
        if option in WORDS:
            return self._told(language, "reply_word", option, {"label": label})
        return self.say(language, "reply_number", number=number, label=label)

    def _told(self, language: str, text_id: str, attribute: str | None, params: Mapping[str, Any]) -> str:
        spoken = self._having(language, text_id)
        message = spoken.bundle.get_message(text_id)
        pattern = message.value if attribute is None else message.attributes.get(attribute)
        if pattern is None:
            raise UnknownText(f"{text_id}.{attribute}" if attribute else text_id)
        given = {name: self._inserted(spoken.locale, name, value) for name, value in params.items()}
        later = {n: v for n, v in given.items() if isinstance(v, str) and len(v) > _MOST_IN_A_PLACE}
        text, errors = spoken.bundle.format_pattern(pattern, given | {n: f"\ue000{n}\ue000" for n in later})
        if errors:
            lacking = sorted(self.parameters(language, text_id) - set(params))
            raise TextError(f"{text_id} can't be said in {spoken.code}; not given: {', '.join(lacking) or 'none'}")
        return _LATER.sub(lambda place: later.get(place[1], ""), str(text)) if later else str(text)

    def _inserted(self, locale: Locale, name: str, value: Any) -> str | int | float | Decimal:
        match value:
            case bool():
                return "yes" if value else "no"
            case str():
                return visible(value).replace("\ue000", "")
            case int() | float() | Decimal():
                return value
            case datetime() if value.tzinfo is not None:
                local = value.astimezone(self._zone)
                return f"{format_date(local.date(), _DAY, locale)}, {local:%H:%M}"
            case date() if not isinstance(value, datetime):
                return format_date(value, _DAY, locale)
            case time():
                return f"{value:%H:%M}"
        raise TextError(f"parameter {name} is a {type(value).__name__} that can't be put in words")

    def _reached(self, spoken: _Language, text_id: str) -> list[ast.Message | ast.Term]:
        """Return an entry and, in order of first mention, the entries that it refers to."""
        names = [text_id]
        for name in names:
            entry = spoken.entries.get(name)
            names += [each for each in _mentions(entry) if each not in names] if entry else []
        return [spoken.entries[name] for name in names if name in spoken.entries]


def has_link(text: str) -> bool:
    """Tell whether something in a text can be tapped."""
    return _LINK.search(visible(text)) is not None


def grouped(password: str) -> str:
    """Return digits in pairs: 12 34 56 78; any other password as it is typed."""
    pairs = " ".join(password[at : at + 2] for at in range(0, len(password), 2))
    return pairs if password.isdecimal() else password


def in_words(password: str, told: Callable[..., str]) -> str:
    """Return a password as it is read aloud: one two, three four; or small k, seven, dash."""
    if password.isascii() and password.isdecimal():
        pairs = grouped(password).split(" ")
        return ", ".join(" ".join(told(f"digit_{digit}") for digit in pair) for pair in pairs)
    return ", ".join(_aloud(sign, told) for sign in password)


def _aloud(sign: str, told: Callable[..., str]) -> str:
    if sign.isascii() and sign.isdecimal():
        return told(f"digit_{sign}")
    if sign in _SIGNS:
        return told(_SIGNS[sign])
    if not (sign.isascii() and sign.isalpha()):
        raise TextError("a password holds a sign that has no name")
    return told("letter_big" if sign.isupper() else "letter_small", letter=sign)


def inert(text: str, longest: int = 300) -> str:
    """Return what somebody typed as one line for staff, in which nothing can be tapped or hidden."""
    line = " ".join(visible(text[: longest * 4]).split())
    safe = _DOT_INSIDE.sub(". ", _ADDRESS.sub("[link]", _LINK.sub("[link]", line)))
    return safe if len(safe) <= longest else safe[: longest - 1].rstrip() + "\u2026"


def _read(code: str, folder: Traversable) -> _Language:
    bundle = FluentBundle([code], use_isolating=False)
    entries: dict[str, ast.Message | ast.Term] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".ftl"):
            resource = _parsed(file.read_text("utf-8"), f"{code}/{file.name}")
            bundle.add_resource(resource)
            for name, entry in _entries(resource):
                if name in entries:
                    raise TextError(f"{code}/{file.name}: {name} is already in another place")
                entries[name] = entry
    return _Language(code, Locale.parse(code, sep="-"), bundle, entries)


@cache
def _parsed(source: str, where: str) -> ast.Resource:
    resource = FluentParser().parse(source)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            start = entry.span.start if entry.span else 0
            raise TextError(f"{where}, line {source.count(chr(10), 0, start) + 1}: this is no Fluent text")
    return resource


def _entries(resource: ast.Resource) -> Iterator[tuple[str, ast.Message | ast.Term]]:
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            yield entry.id.name, entry
        elif isinstance(entry, ast.Term):
            yield f"-{entry.id.name}", entry


def _nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    yield node
    for child in vars(node).values():
        for each in child if isinstance(child, list) else [child]:
            if isinstance(each, ast.BaseNode):
                yield from _nodes(each)


def _mentions(entry: ast.BaseNode) -> Iterator[str]:
    for node in _nodes(entry):
        if isinstance(node, ast.MessageReference):
            yield node.id.name
        elif isinstance(node, ast.TermReference):
            yield f"-{node.id.name}"


def _source(entry: ast.Message | ast.Term) -> str:
    bare = entry.clone()
    bare.comment = None
    return FluentSerializer().serialize_entry(bare)
