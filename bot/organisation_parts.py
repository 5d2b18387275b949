"""The tables of doorstep.toml, each a small frozen class. What must agree is in bot/contradictions.py."""

import re
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from typing import Annotated, Literal, TypeAlias
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale, localedata
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    Strict,
    StringConstraints,
)

from flows.facts import OrganisationFacts
from flows.policy.staff import Role

Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
PerLanguage: TypeAlias = Mapping[str, Text]
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z0-9-]+", re.IGNORECASE)


def _is_time_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("must be a time zone like Europe/London")
    return name


def _is_host(name: str) -> str:
    if not _HOST.fullmatch(name):
        raise ValueError("must hold names of hosts like zoom.us, without https and without a page")
    return name


def _is_language(code: str) -> str:
    if not localedata.exists(code):
        raise ValueError("must hold language codes like en")
    return code


class Part(BaseModel):
    """Frozen, and without room for a key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Phone(Part):
    """A number that people are told to ring, as they dial it, and when somebody last tried it."""

    number: Text
    last_checked: date


class Helpline(Phone):
    """Somebody else's line, and what it is for."""

    name: Text
    purpose: PerLanguage

    def said_in(self, language: str) -> str:
        """Say whom to ring, and what for."""
        return f"{self.name} {self.number} ({self.purpose[language]})"


class Agreement(Part):
    """The Group Agreement (G4.1): its points and its full text, in every language.

    `audio`: pages on which somebody of the organisation reads this very version aloud, by language.
    `risk_advice_checked`: when somebody who knows the law read the advice about joining at one's own risk (G10.2).
    """

    version: Text
    points: Mapping[str, tuple[Text, ...]]
    text: PerLanguage
    audio: PerLanguage = {}
    risk_advice_checked: date | None = None


class StaffPolicies(Part):
    """The two policies that staff confirm (H2.1), each by name and date."""

    data_protection: Text
    confidentiality: Text
    valid_days: PositiveInt
    lockdown_hours: PositiveInt

    @property
    def version(self) -> str:
        """Both, in one word that changes when either does."""
        return f"{self.data_protection}; {self.confidentiality}"


class Joining(Part):
    """Clocks on the way in."""

    first_contact_working_days: PositiveInt
    on_hold_working_days: PositiveInt = 20
    invitation_days: PositiveInt
    spoken_minutes: PositiveInt


class Meetings(Part):
    """Where meetings may be held (H1.3), where their links lead (G6.3) and when their passwords are given (G6.4)."""

    platforms: tuple[Text, ...] = Field(min_length=1)
    hosts: Mapping[str, tuple[Annotated[str, AfterValidator(_is_host)], ...]] = {}
    providers: Mapping[str, Text] = {}
    longest_passcode: int = Field(ge=8)
    window_minutes: PositiveInt
    seat_reminder_minutes: PositiveInt
    seat_alert_minutes: PositiveInt
    unheard_days: PositiveInt = 90
    rude_names: tuple[Text, ...] = ()


class Outside(Part):
    """A body outside the organisation, and the kinds of complaints that it takes."""

    kinds: tuple[Text, ...] = Field(min_length=1)
    said: PerLanguage


class Complaints(Part):
    """The complaints procedure (G12.2) and its clocks."""

    acknowledge_working_days: PositiveInt
    outcome_days: PositiveInt
    review_request_working_days: PositiveInt
    review_outcome_days: PositiveInt
    nursery_outcome_days: PositiveInt
    data_acknowledge_days: PositiveInt
    check_days: PositiveInt
    outside: tuple[Outside, ...] = ()
    procedure: PerLanguage


class Incidents(Part):
    """Whom the organisation tells of a data incident with a risk, and within how many hours."""

    regulator: Text
    regulator_hours: PositiveInt


class Safeguarding(Part):
    """Who is told of a concern, and what people in danger are told."""

    lead: Text
    deputy: Text
    emergency: Text
    silent: Text
    paging_minutes: tuple[PositiveInt, PositiveInt, PositiveInt]
    helplines: tuple[Helpline, ...] = Field(min_length=1)


class Retention(Part):
    """How long each kind of record is kept: days, but for passwords."""

    unfinished: PositiveInt
    withdrawn: PositiveInt
    declined: PositiveInt
    excluded_review: PositiveInt
    excluded: PositiveInt
    left: PositiveInt
    checks: PositiveInt
    messages: PositiveInt
    complaints: PositiveInt
    concerns: PositiveInt
    audit: PositiveInt
    backups: PositiveInt
    password_hours: NonNegativeInt


class Watching(Part):
    """What managers are told of (H2.3, H2.2): decisions at night, or so many decisions or readings within an hour."""

    night_from: Annotated[time, Strict()] = time(22)
    night_until: Annotated[time, Strict()] = time(6)
    decisions_an_hour: int = Field(default=6, ge=2, le=100)
    readings_an_hour: int = Field(default=30, ge=2, le=100)


class StaffMember(Part):
    """One line of the staff register."""

    handle: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    name: Text
    roles: tuple[Role, ...] = Field(min_length=1)
    qualified_until: date | None = None


class Group(Part):
    """A group that is there from the start."""

    code: Text
    name: Text
    leader: Text
    second: Text
    sensitive: Literal["yes", "no", "not_sure"] | None = None


class Organisation(Part):
    """The whole file. Built by `load`."""

    sample: tuple[str, ...]
    name: Text
    short_name: Text
    website_host: Text
    privacy_policy: Text
    privacy_notice: Text
    rules_version: Text
    languages: tuple[Annotated[str, AfterValidator(_is_language)], ...] = Field(min_length=1)
    country: Text
    subdivision: Text | None = None
    time_zone: Annotated[str, AfterValidator(_is_time_zone)]
    phones: tuple[Phone, ...] = Field(min_length=1)
    staff_policies: StaffPolicies
    joining: Joining
    meetings: Meetings
    agreement: Agreement
    complaints: Complaints
    incidents: Incidents
    safeguarding: Safeguarding
    retention: Retention
    watching: Watching = Watching()
    staff: tuple[StaffMember, ...] = Field(min_length=1)
    groups: tuple[Group, ...] = ()
    whatsapp_templates: Mapping[str, Mapping[str, Text]] = {}

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that people's times are told in."""
        return ZoneInfo(self.time_zone)

    def made_by(self, providers: Mapping[str, str]) -> "Organisation":
        """The same, with these providers only: those that are set up on this machine."""
        return self.model_copy(update={"meetings": self.meetings.model_copy(update={"providers": providers})})

    def samples(self) -> tuple[str, ...]:
        """Name the keys that still hold sample values."""
        return self.sample

    def member(self, handle: str) -> StaffMember | None:
        """Find a member of staff in the register."""
        return next((member for member in self.staff if member.handle == handle), None)

    def facts(self, language: str) -> OrganisationFacts:
        """Say what flows may know of it, in one language; in the first one if there is no such."""
        spoken = language if language in self.languages else self.languages[0]
        return OrganisationFacts(
            name=self.name,
            privacy_policy=self.privacy_policy,
            privacy_notice=self.privacy_notice,
            agreement_version=self.agreement.version,
            agreement=self.agreement.text[spoken],
            agreement_audio=self.agreement.audio.get(spoken),
            phone=self.phones[0].number,
            emergency=self.safeguarding.emergency,
            helpline=", ".join(line.said_in(spoken) for line in self.safeguarding.helplines),
            first_contact_days=self.joining.first_contact_working_days,
            on_hold_days=self.joining.on_hold_working_days,
            window_minutes=self.meetings.window_minutes,
            invitation_days=self.joining.invitation_days,
            languages={code: _own_name(code) for code in self.languages},
            region=self.country,
        )


@cache
def _own_name(code: str) -> str:
    name = Locale.parse(code, sep="-").get_language_name(code) or code
    return name[:1].upper() + name[1:]
