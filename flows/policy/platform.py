"""What a platform's own interface may settle, and who may use it. What staff tick is in passwords.py."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from flows.policy.meetings import MeetingStatus
from flows.policy.passwords import link_has_password
from flows.policy.staff import Actor, staff_account_works
from flows.policy.verdict import Rule, Verdict, judge

APPS: Mapping[str, tuple[str, ...]] = {"signal_call": ("signal.link",), "whatsapp_call": ("call.whatsapp.com",)}
"""Where the links of calls lead, whoever makes them. For every other platform the organisation says it."""
_LEADS_TO = re.compile(r"https://([a-z0-9.-]+)(?::443)?(?:[/?#]\S*)?", re.IGNORECASE | re.ASCII)


def link_hosts(platform: str, configured: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """G6.3, H1.3: the hosts to which a meeting's link may lead; what lies under one of them is its own."""
    return APPS.get(platform) or configured.get(platform, ())


def link_fits(link: str, hosts: Collection[str]) -> bool:
    """G6.3: whether a browser that follows the link comes to one of these hosts; nothing before the host hides it."""
    found = _LEADS_TO.fullmatch(link)
    host = "" if found is None else found[1].lower()
    return any(f".{host}".endswith(f".{each.lower()}") for each in hosts)


class Tick(StrEnum):
    """What must hold of the platform for each version of the password."""

    PASSCODE_SET = "passcode_set"
    WAITING_ROOM = "waiting_room"
    LINK_PLAIN = "link_plain"
    NOTHING_KEPT = "nothing_kept"


@dataclass(frozen=True)
class ConfirmedFacts:
    """What a provider's own answer says of the meeting that it made. `current`: the version that counts."""

    status: MeetingStatus
    version: int
    current: int
    link: str
    confirmed: Collection[Tick]


def provider_confirms(facts: ConfirmedFacts) -> Verdict:
    """G6.3, G6.5, G6.8, H3.2: the provider's answer stands for staff's ticks, where it confirms each of them."""
    return judge(
        *_takes_place(facts.status),
        (facts.version == facts.current, "G6.5", "refused_password_replaced"),
        (Tick.PASSCODE_SET in facts.confirmed, "G6.3", "refused_platform_not_ready"),
        (Tick.WAITING_ROOM in facts.confirmed, "G6.3", "refused_waiting_room"),
        (bool(facts.link), "G6.3", "refused_link_missing"),
        (not link_has_password(facts.link), "G6.3", "refused_link_has_password"),
        (Tick.LINK_PLAIN in facts.confirmed, "G6.3", "refused_link_has_password"),
        (Tick.NOTHING_KEPT in facts.confirmed, "H3.2", "refused_recording_not_off"),
    )


@dataclass(frozen=True)
class RestartFacts:
    """A running meeting that would be ended for everybody and begun anew. `version`: the password that was seen."""

    actor: Actor
    status: MeetingStatus
    version: int
    current: int


def may_restart(facts: RestartFacts) -> Verdict:
    """G6.5, G6.8, A1: the leader's team or a manager ends it and begins anew: never a member's word alone."""
    may = facts.actor.in_team or facts.actor.is_manager
    return staff_account_works(facts.actor) and judge(
        (may, "A1", "refused_not_the_team"),
        *_takes_place(facts.status),
        (facts.version == facts.current, "G6.5", "refused_password_replaced"),
    )


@dataclass(frozen=True)
class HostFacts:
    """Somebody who would have the link that makes them the host. `made`: the provider has the meeting."""

    actor: Actor
    private_line: bool
    status: MeetingStatus
    made: bool


def may_have_host_link(facts: HostFacts) -> Verdict:
    """G6.7, G6.8, A1: who leads the meeting, on their private line; whoever has it could let anybody in."""
    return staff_account_works(facts.actor) and judge(
        (facts.private_line, "G6.7", "refused_not_here"),
        (facts.actor.hosts, "A1", "refused_only_leader"),
        *_takes_place(facts.status),
        (facts.made, "G6.3", "refused_no_room"),
    )


def _takes_place(status: MeetingStatus) -> tuple[Rule, ...]:
    over = {MeetingStatus.ENDED, MeetingStatus.CANCELLED, MeetingStatus.MOVED}
    return ((status not in over, "G6.8", "refused_meeting_over"),)


@dataclass(frozen=True)
class WaitingFacts:
    """Somebody in the platform's waiting room. `listed`: their name on the screen is one that is expected."""

    listed: bool
    inside_already: bool


def may_be_let_in(facts: WaitingFacts) -> Verdict:
    """G7.3, G7.6: by name only; whether the face fits the name is the leader's to see."""
    return judge(
        (facts.listed, "G7.3", "refused_not_on_list"),
        (not facts.inside_already, "G7.6", "refused_name_twice"),
    )
