"""What a provider tells us beside messages: how far one of ours got, and that somebody's keys have changed."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

RANK = {"sent": 1, "delivered": 2, "read": 3, "failed": 4}


@dataclass(frozen=True)
class Receipt:
    """How far messages of ours got: sent, delivered, read or failed. Unordered and repeatable: see `RANK`.

    A message is known by its own id where the provider gave that back, else by reference; a reference of Signal's
    is unique only together with the address.
    """

    channel: str
    references: tuple[str, ...]
    status: str
    address: str | None = None
    outbox_id: UUID | None = None
    reason: str | None = None


@dataclass(frozen=True)
class IdentityChanged:
    """G6.4: the safety number of this address is another one now. What they wrote is withheld until it is trusted."""

    channel: str
    address: str


Notice: TypeAlias = Receipt | IdentityChanged
