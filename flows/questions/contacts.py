"""Ways to reach a person, and the codes that a person types."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from phonenumbers import PhoneNumber, PhoneNumberType

from flows.questions.kind import Invalid
from flows.questions.reading import heard

_DIALLED = re.compile(r"\+?[\d\s().\-/\u2010-\u2013]+")
_BETWEEN = re.compile(r"[\s.\-_/\u2010-\u2015]+")
# Numbers that are set aside for stories and samples: nobody has them, but they are well formed.
_FOR_STORIES = re.compile(r"\+44(?:7700900|1632960)\d{3}")
_CONFUSED = str.maketrans({"O": "0", "I": "1", "L": "1"})


@dataclass(frozen=True)
class Phone:
    """A telephone number, kept as +44...; without a country code it belongs to the region."""

    region: str = "GB"

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
        """Read the number as E.164."""
        text = unicodedata.normalize("NFKC", heard(raw, 60, Invalid("not_a_phone")))
        if not _DIALLED.fullmatch(text):
            raise Invalid("not_a_phone")
        try:
            number = phonenumbers.parse(text, self.region)
        except phonenumbers.NumberParseException:
            raise Invalid("not_a_phone") from None
        return _ringable(number)

    def load(self, stored: Any) -> str:
        """Read a stored number."""
        return self.parse(_text(stored, Invalid("not_a_phone")), {})

    def dump(self, value: str) -> str:
        """Store it as it is."""
        return value


@dataclass(frozen=True)
class Email:
    """An email address in its normal form; whether it can be reached is not looked up."""

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
        """Read the address."""
        text = heard(raw, 320, Invalid("not_an_email"))
        try:
            return validate_email(text, check_deliverability=False).normalized
        except EmailNotValidError:
            raise Invalid("not_an_email") from None

    def load(self, stored: Any) -> str:
        """Read a stored address."""
        return self.parse(_text(stored, Invalid("not_an_email")), {})

    def dump(self, value: str) -> str:
        """Store it as it is."""
        return value


@dataclass(frozen=True)
class Digits:
    """A person's own code of so many digits; leading noughts count."""

    length: int = 4

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
        """Read the digits without spaces and dashes."""
        problem = Invalid("digits_needed", length=self.length)
        digits = _BETWEEN.sub("", heard(raw, 60, problem))
        if len(digits) != self.length or not digits.isdecimal():
            raise problem
        return "".join(str(int(digit)) for digit in digits)

    def load(self, stored: Any) -> str:
        """Read a stored code."""
        return self.parse(_text(stored, Invalid("digits_needed", length=self.length)), {})

    def dump(self, value: str) -> str:
        """Store it as it is."""
        return value


@dataclass(frozen=True)
class Code:
    """A code that we gave, to be invited or to join. Case, gaps and look-alike letters don't matter."""

    shortest: int = 4
    longest: int = 24

    options: ClassVar[tuple[str, ...]] = ()

    def parse(self, raw: str, _spoken: Mapping[str, str], /) -> str:
        """Read the code in the form that `plain_code` gives."""
        code = plain_code(heard(raw, 100, Invalid("not_a_code")))
        if not self.shortest <= len(code) <= self.longest or not (code.isascii() and code.isalnum()):
            raise Invalid("not_a_code")
        return code

    def load(self, stored: Any) -> str:
        """Read a stored code."""
        return self.parse(_text(stored, Invalid("not_a_code")), {})

    def dump(self, value: str) -> str:
        """Store it as it is."""
        return value


def plain_code(code: str) -> str:
    """Return the one form in which codes are compared: capitals, no gaps, 0 for O, 1 for I and L."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", code)).upper().translate(_CONFUSED)


def _ringable(number: PhoneNumber) -> str:
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if _FOR_STORIES.fullmatch(written):
        return written
    if not phonenumbers.is_valid_number(number):
        raise Invalid("not_a_phone")
    if phonenumbers.number_type(number) == PhoneNumberType.PREMIUM_RATE:
        raise Invalid("not_a_phone")
    return written


def _text(stored: Any, problem: Invalid) -> str:
    if not isinstance(stored, str):
        raise problem
    return stored
