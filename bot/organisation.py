"""What the organisation decides, read once from doorstep.toml. What a machine sets is in bot/settings.py."""

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

import holidays
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.contradictions import contradictions
from bot.organisation_parts import Group, Organisation, Part, Phone, StaffMember
from bot.toml_lines import Place, line_of, line_of_error

__all__ = [
    "Group",
    "Organisation",
    "OrganisationError",
    "Phone",
    "StaffMember",
    "bank_holidays",
    "load",
]


class OrganisationError(Exception):
    """One sentence: the file, the line, what is wrong there and what would mend it."""


def load(path: Path) -> Organisation:
    """Read the organisation's file. Raises OrganisationError."""
    text = _read(path)
    refuse = partial(_refuse, path, text)
    try:
        organisation = Organisation.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        said = str(error).partition(" (at")[0]
        sentence = f'{said}. Write name = "value", texts in double quotes.'
        raise OrganisationError(f"{path}, line {line_of_error(text, str(error))}: {sentence}") from None
    except ValidationError as error:
        mistakes = error.errors(include_url=False, include_input=False)
        # A misspelt key is also a missing one: say what stands there before what does not.
        first = min(mistakes, key=lambda mistake: mistake["type"] == "missing")
        raise refuse(first["loc"], _sentence(first)) from None
    for place, sentence in contradictions(organisation):
        raise refuse(place, sentence)
    return organisation


def bank_holidays(organisation: Organisation, years: Iterable[int]) -> frozenset[date]:
    """List the days of those years on which the organisation's country does not work."""
    days = holidays.country_holidays(organisation.country, organisation.subdivision, years=years)
    return frozenset(days)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        why = f"{error.strerror}. DOORSTEP_CONFIG names the organisation's file"
    except UnicodeDecodeError:
        why = "it is not text in UTF-8. Save it again as UTF-8"
    raise OrganisationError(f"{path} cannot be read: {why}.")


def _refuse(path: Path, text: str, place: Place, sentence: str) -> OrganisationError:
    return OrganisationError(f"{path}, line {line_of(text, place)}: '{_dotted(place)}' {sentence}")


def _dotted(place: Place) -> str:
    return ".".join(part for part in place if isinstance(part, str))


def _sentence(mistake: ErrorDetails) -> str:
    match mistake["type"]:
        case "missing":
            return "is missing: add it."
        case "extra_forbidden":
            nearest, *_ = process.extractOne(str(mistake["loc"][-1]), _keys(Organisation), scorer=fuzz.ratio)
            return f"is not known: take it out, or write '{nearest}'."
        case "time_parsing" | "time_type":
            return "must be a valid time, without quotes, like 22:00:00."
        case "value_error":
            return f"{mistake['ctx']['error']}."
        case _:
            return f"{mistake['msg'].removeprefix('Input ').removeprefix('String ')}.".replace("should", "must", 1)


def _keys(part: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for each in (part, *Part.__subclasses__()) for name in each.model_fields)
