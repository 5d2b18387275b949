"""Which names may be shown on screen. The kinds of question check only that a name can be shown at all."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from flows.policy.staff import Actor, runs_the_group, staff_account_works
from flows.policy.verdict import Verdict, judge
from flows.questions.reading import folded, visible

LONGEST = 30
OFFICES = frozenset({"host", "cohost", "leader", "moderator", "admin", "staff", "team", "prowadzący", "organizator"})
"""Words that only staff may show on the screen."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LOOK_ALIKE = str.maketrans("013457@$", "oieasta" + "s")


@dataclass(frozen=True)
class ScreenNameFacts:
    """A name for the screen. `allowed_by_leader`: the leader thinks that it is not rude, or safe with initials."""

    screen_name: str
    full_name: str
    staff_names: Collection[str]
    taken: Collection[str]
    offensive: Collection[str] = ()
    allowed_by_leader: bool = False


def screen_name_verdict(facts: ScreenNameFacts) -> Verdict:
    """G7.4: no surname, nothing like staff's or another member's name, no initials, nothing rude."""
    name = visible(facts.screen_name).strip()
    given = {part for full in facts.staff_names for part in (full, *full.split())}
    rude = frozenset(folded(word) for word in facts.offensive)
    return judge(
        (0 < len(name) <= LONGEST and bool(_words(name)), "G7.4", "refused_screen_name_length"),
        (not _has_surname(name, facts.full_name), "G7.4", "refused_screen_name_surname"),
        (not _is_like_any(name, given | OFFICES), "G7.4", "refused_screen_name_staff"),
        (not _is_like_any(name, facts.taken), "G7.4", "refused_screen_name_taken"),
        (facts.allowed_by_leader or not _has_initials(name, facts.full_name), "G7.4", "refused_screen_name_initials"),
        (facts.allowed_by_leader or rude.isdisjoint(_words(name)), "G7.4", "refused_screen_name_rude"),
    )


@dataclass(frozen=True)
class LeaderNameFacts:
    """A name that the leader gives, after the bot had refused it or the family asked."""

    actor: Actor
    judged: ScreenNameFacts


def may_set_screen_name(facts: LeaderNameFacts) -> Verdict:
    """G7.4, A1: the leader or a manager allows what may be rude and initials; never a surname or another's name."""
    allowed = replace(facts.judged, allowed_by_leader=True)
    return (
        staff_account_works(facts.actor)
        and judge((runs_the_group(facts.actor), "A1", "refused_only_leader"))
        and screen_name_verdict(allowed)
    )


def _words(name: str) -> list[str]:
    return _LETTERS.findall(folded(name))


def _has_surname(name: str, full_name: str) -> bool:
    first, *rest = _words(full_name) or [""]
    joined = "".join(_words(name))
    shown = set(_words(name)) | {joined}
    longer = (part for part in rest if len(part) >= 4)
    return shown != {first} and (not shown.isdisjoint(rest) or any(part in joined for part in longer))


def _has_initials(name: str, full_name: str) -> bool:
    """A letter of the surname beside the first name, or nothing but initials; Jo for Joanna Osei is neither."""
    first, *rest = _words(full_name) or [""]
    initials = "".join(word[0] for word in (first, *rest) if word)
    shown, joined = _words(name), "".join(_words(name))
    beside = len(shown) > 1 and any(word in {part[0] for part in rest} for word in shown)
    return beside or (len(initials) > 1 and joined == initials and not first.startswith(joined))


def _is_like_any(name: str, others: Collection[str]) -> bool:
    return any(_is_like(_skeleton(name), _skeleton(other)) for other in others)


def _is_like(name: str, other: str) -> bool:
    slips = 0 if min(len(name), len(other)) < 6 else 1
    return OSA.distance(name, other, score_cutoff=slips) <= slips


def _skeleton(name: str) -> str:
    return "".join(_LETTERS.findall(folded(name).translate(_LOOK_ALIKE)))
