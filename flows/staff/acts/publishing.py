"""Commands about versions of the Group Agreement."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done
from flows.policy import Refused


@dataclass(frozen=True)
class AgreementState:
    """H5.1: the version in force, and the configured one. `proposed_by` is who put it before a second person.

    `same_name`: the configured words differ from the published ones of this name. `text` is the configured one's.
    """

    in_force: str
    configured: str
    text: str
    is_new: bool
    same_name: bool = False
    proposed_by: str | None = None
    members: int = 0


@dataclass(frozen=True)
class ReadAgreement(Command[AgreementState]):
    """Compare what is published with what is configured."""


@dataclass(frozen=True)
class ProposeAgreement(Command[Done | Refused]):
    """H5.1: a manager puts the configured version before a second person."""

    version: str


@dataclass(frozen=True)
class PublishAgreement(Command[Done | Refused]):
    """H5.1: a second person agrees to the version that waits."""

    version: str
