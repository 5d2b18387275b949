"""Commands about an adult's phones and messengers."""

from dataclasses import dataclass
from datetime import datetime

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class MakePhoneCode(Command[str | Refused]):
    """Make the one-use code for another phone: another adult's own, or one more of an adult who is alone here."""

    adult: int


@dataclass(frozen=True)
class UsePhoneCode(Command[Done | Refused]):
    """Ask staff to confirm that this contact is that adult's own phone."""

    code: str


@dataclass(frozen=True)
class OtherContact:
    """Another contact of the adult who writes. `last`: when they last wrote from it."""

    id: str
    channel: str
    last: datetime | None


@dataclass(frozen=True)
class ListOtherContacts(Command[tuple[OtherContact, ...]]):
    """The other contacts of the adult who writes."""


@dataclass(frozen=True)
class RemoveContact(Command[Done | Refused]):
    """G6.4: a lost phone or messenger of theirs counts no more."""

    contact: str
