"""What a flow must know, gathered by storage and passed to every play afresh."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class OrganisationFacts:
    """What the organisation's configuration says, in the person's language.

    `agreement_audio`: a link to the agreement read aloud, if there is one.
    `on_hold_days`: for how many working days at most a case is put on hold.
    `silent`: what somebody presses who rang the emergency number and cannot speak.
    """

    name: str
    privacy_policy: str
    privacy_notice: str
    agreement_version: str
    agreement: str
    phone: str
    emergency: str
    helpline: str
    first_contact_days: int
    window_minutes: int
    invitation_days: int
    languages: Mapping[str, str]
    region: str = "GB"
    on_hold_days: int = 20
    silent: str = "55"
    agreement_audio: str | None = None


@dataclass(frozen=True)
class Adult:
    """One adult of the family, as far as their own contact may see them.

    `agreed` and `understood_risk`: to the version in force; `agreed_before`: to any version.
    """

    number: int
    screen_name: str
    uses_this_contact: bool
    has_own_code: bool
    agreed: bool
    understood_risk: bool
    standing: str
    agreed_before: bool = False


@dataclass(frozen=True)
class FamilyFacts:
    """What a family's flow knows. `case_status` is None until a case was opened.

    `phone_waits`: it was written from here with an adult's code, and staff have not confirmed the phone yet.
    `held_until`: their case is on hold until that day.
    """

    now: datetime
    today: date
    language: str
    channel: str
    shared: bool
    organisation: OrganisationFacts
    adults: tuple[Adult, ...] = ()
    case_code: str | None = None
    case_status: str | None = None
    group: str | None = None
    subject: str | None = None
    words: str = ""
    phone_waits: bool = False
    held_until: date | None = None


@dataclass(frozen=True)
class StaffFacts:
    """What a staff member's flow knows; details of families are read by acts, and each read is audited.

    `told` puts a text in the member's language, as Texts.say does: a list has one text for each of its lines.
    `policies` are the two that staff confirm, each by name and date (H2.1).
    """

    now: datetime
    today: date
    language: str
    handle: str
    roles: tuple[str, ...]
    organisation: OrganisationFacts
    platforms: tuple[str, ...]
    told: Callable[..., str]
    policies_current: bool = True
    policies: tuple[str, ...] = ()
    subject: str | None = None
    words: str = ""

    def has_role(self, *roles: str) -> bool:
        """Tell whether any of the roles is held. For choosing what a menu offers; policy decides the acts."""
        return any(role in self.roles for role in roles)
