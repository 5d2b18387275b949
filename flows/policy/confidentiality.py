"""What may be said where: a label for every word, a clearance for every channel and audience.

The outbox asks `may_carry` for each message, and again when it is sent. The labels are in labels.py.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from flows.policy.labels import Label
from flows.policy.staff import Role, Seat
from flows.policy.verdict import Verdict, judge


class Audience(StrEnum):
    """Who reads a chat."""

    FAMILY = "family"
    STAFF = "staff"
    STAFF_CHANNEL = "staff_channel"


class Wire(StrEnum):
    """Who else can read a channel: nobody, the companies that carry it, or nobody knows who."""

    END_TO_END = "end_to_end"
    CARRIED = "carried"
    OPEN = "open"


SPOKEN = "spoken"
"""X5: no messenger: a member of staff reads out, live, what their own private line shows (storage/spoken.py)."""

WIRES = {
    "signal": Wire.END_TO_END,
    "console": Wire.END_TO_END,
    SPOKEN: Wire.END_TO_END,
    "whatsapp": Wire.CARRIED,
}
"""A channel that is not here (Telegram, email, SMS, one that nobody has judged yet) is open."""

HANDLER = "handler"
_SEALED_FOR = frozenset({Role.SAFEGUARDING_LEAD, Role.DEPUTY, HANDLER})
_SECRET_FOR = frozenset({Seat.LEADER, Seat.COVER, Seat.SECOND, Role.MANAGER})


def wire_of(channel: str) -> Wire:
    """H2.3: how closed a channel is; an unknown one is open."""
    return WIRES.get(channel, Wire.OPEN)


def may_be_staff_line(channel: str) -> Verdict:
    """H2.3, A3: staff read names, passwords and concerns on their private line: nobody must be able to read along."""
    return judge((wire_of(channel) is Wire.END_TO_END, "H2.3", "refused_channel_not_private"))


def clearance(channel: str, audience: str, capacities: Collection[str] = ()) -> Label:
    """H2.3, G6.7, G7.3: the highest label that this channel may carry to this audience.

    `capacities`, for staff: the roles and seats held, and HANDLER for the handler of the very complaint
    or concern that the message is about.
    """
    wire = wire_of(channel)
    if audience == Audience.STAFF_CHANNEL or wire is Wire.OPEN:
        return Label.PUBLIC
    if audience == Audience.FAMILY:
        return Label.SECRET
    if audience == Audience.STAFF and wire is Wire.END_TO_END:
        return _staff_clearance(frozenset(capacities))
    return Label.PUBLIC


def _staff_clearance(capacities: frozenset[str]) -> Label:
    if capacities & _SEALED_FOR:
        return Label.SEALED
    return Label.SECRET if capacities & _SECRET_FOR else Label.PERSONAL


@dataclass(frozen=True)
class CarryFacts:
    """One message on its way.

    `own`: every personal detail in it is the reader's own, or one the reader may see. `release_stands`:
    `may_receive_password` allows it at this moment. `asked`: they asked for this meeting's password at
    some time; `asked_now`: this message is the answer. `in_preview`: these words show on a locked screen.
    `line_frozen`: a line of staff whose safety number changed, or that was locked down.
    """

    label: Label
    channel: str
    audience: str
    capacities: frozenset[str] = frozenset()
    own: bool = True
    release_stands: bool = False
    asked: bool = False
    asked_now: bool = False
    shared: bool = False
    silent: bool = False
    in_preview: bool = False
    line_frozen: bool = False


def may_carry(facts: CarryFacts) -> Verdict:
    """H2.3, G5.2, G6.4, G6.5, G6.7, A3: what may be said where."""
    cleared = clearance(facts.channel, facts.audience, facts.capacities)
    return judge(
        (not facts.line_frozen or _is_mere_answer(facts), "H2.3", "refused_line_frozen"),
        _may_be_heard(facts.label, facts.audience, cleared),
        (facts.label == Label.PUBLIC or facts.own, "G5.2", "refused_not_the_readers_own"),
        (facts.label < Label.PERSONAL or not facts.in_preview, "G6.7", "refused_preview"),
    ) and (_may_carry_secret(facts) if _is_release(facts) else judge())


def _may_be_heard(label: Label, audience: str, cleared: Label) -> tuple[bool, str, str]:
    if audience == Audience.STAFF_CHANNEL:
        return label <= cleared, "H2.3", "refused_pointers_only"
    if label == Label.SEALED:
        return label <= cleared, "A3", "refused_sealed"
    if label == Label.SECRET:
        return label <= cleared, "G6.7", "refused_secret_here"
    return label <= cleared, "H2.3", "refused_channel_not_private"


def _is_mere_answer(facts: CarryFacts) -> bool:
    """Whoever holds a frozen line of staff hears that it is frozen, and nothing else."""
    return facts.label == Label.PUBLIC and facts.asked_now


def _is_release(facts: CarryFacts) -> bool:
    return facts.label == Label.SECRET and facts.audience == Audience.FAMILY


def _may_carry_secret(facts: CarryFacts) -> Verdict:
    careful = facts.shared or facts.silent
    return judge(
        (facts.release_stands, "G6.4", "refused_release_over"),
        (facts.asked, "G6.4", "refused_not_asked"),
        (facts.asked_now or not careful, "G6.5", "refused_ask_again"),
    )
