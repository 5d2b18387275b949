"""Commands of families who ask to join: their code, their details, and their case."""

from dataclasses import dataclass, field

from flows.chat import Command, Effect
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class AdultDetails:
    """What is collected of one adult (G3.6, G7.1)."""

    full_name: str
    screen_name: str
    adult: bool


@dataclass(frozen=True)
class Details:
    """What is collected of a family; nothing else is (G3.6)."""

    adults: tuple[AdultDetails, ...]
    safe_times: str
    ring_number: str | None
    shared: bool
    known_from: str
    access_needs: str | None
    referrer_name: str | None = None
    referrer_role: str | None = None
    referrer_organisation: str | None = None
    referrer_contact: str | None = None
    may_contact_referrer: bool | None = None


@dataclass(frozen=True)
class CodeMeaning:
    """What a code is for: "invitation", "referral" or "second_phone". Looking never spends it (G2.2)."""

    purpose: str
    group: str | None = None


@dataclass(frozen=True)
class LookUpCode(Command[CodeMeaning | Refused]):
    """Say what a code is for, or refuse it (used, expired, revoked, somebody else's, unknown: the same words)."""

    code: str


@dataclass(frozen=True)
class OpenCase(Command[str]):
    """Keep the details and open a case; answers its code. `invitation` is spent here: on use, not on opening."""

    road: str
    details: Details
    code: str | None = None


@dataclass(frozen=True)
class SubmitCase(Command[Done]):
    """Put the case before staff: the card, the deadline for first contact (G3.8)."""


@dataclass(frozen=True)
class Decision(Effect[str]):
    """A named member of staff decides the case: "approved" or "declined" (G3.7)."""

    case: str

    def fingerprint(self) -> str:
        """A decision holds for its case only."""
        return self.case


@dataclass(frozen=True)
class ScreenNameVerdict(Command[Refused | Done]):
    """G7.4: judge a screen name against staff names and the other members' screen names."""

    screen_name: str
    full_name: str
    taken: tuple[str, ...] = field(default=())
