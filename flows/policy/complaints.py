"""Complaints and concerns: what comes first, who handles it, who may see it. Clocks are settings."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from flows.policy.staff import Actor, Role, staff_account_works
from flows.policy.verdict import Verdict, judge
from flows.questions.reading import folded

_WORD = re.compile(r"[^\W_]+")


class Matter(StrEnum):
    """What a message is, the most urgent first."""

    DANGER = "danger"
    SAFEGUARDING = "safeguarding"
    ALLEGATION = "allegation"
    DATA = "data"
    ORDINARY = "ordinary"


@dataclass(frozen=True)
class TriageFacts:
    """What a message seems to be about; several may be true."""

    immediate_danger: bool
    safeguarding: bool
    about_staff_conduct: bool
    data_protection: bool


def triage(facts: TriageFacts) -> Matter:
    """G12.3: danger, safeguarding, an allegation about staff, data protection, then the rest."""
    order = (
        (facts.immediate_danger, Matter.DANGER),
        (facts.safeguarding, Matter.SAFEGUARDING),
        (facts.about_staff_conduct, Matter.ALLEGATION),
        (facts.data_protection, Matter.DATA),
    )
    return next((matter for true, matter in order if true), Matter.ORDINARY)


Chart = Mapping[Role, tuple[str, ...]]
"""The handles of those who hold each role and whose account works, in the order in which they are asked."""

_ORDINARY = (Role.COMPLAINTS_LEAD, Role.MANAGER, Role.CHIEF_EXECUTIVE, Role.CHAIR, Role.TRUSTEE)
_ABOUT_DATA = (Role.DATA_LEAD, *_ORDINARY)
_ABOUT_STAFF = (Role.MANAGER, Role.CHIEF_EXECUTIVE, Role.CHAIR, Role.TRUSTEE, Role.COMPLAINTS_LEAD)
_ABOVE = (Role.MANAGER, Role.CHIEF_EXECUTIVE, Role.CHAIR, Role.TRUSTEE)
_REVIEW = (Role.CHIEF_EXECUTIVE, Role.CHAIR, Role.TRUSTEE)


@dataclass(frozen=True)
class ComplaintFacts:
    """What decides who handles a complaint.

    `about` is "group", "staff", "data" or "other". `named`: handles of everybody it names or is about.
    `involved`: those who took a decision that is complained of, or handled it before. `review`: stage 2.
    """

    about: str
    named: frozenset[str]
    chart: Chart
    involved: frozenset[str] = frozenset()
    review: bool = False


def complaint_handler(facts: ComplaintFacts) -> str | None:
    """G12.2, G12.4: the first in line whom the complaint neither names nor involves.

    Above a manager stands the chief executive, then the chair, then another trustee. None means that
    nobody is left: the caller must not drop it, and `doctor` must warn of such a chart.
    """
    out = facts.named | facts.involved
    line = (who for role in _line(facts) for who in facts.chart.get(role, ()))
    return next((who for who in line if who not in out), None)


def _line(facts: ComplaintFacts) -> tuple[Role, ...]:
    named = [role for role in _ABOVE if facts.named & frozenset(facts.chart.get(role, ()))]
    if named:
        return _ABOVE[_ABOVE.index(named[-1]) + 1 :] or _ABOVE[-1:]
    if facts.review:
        handled = facts.involved & frozenset(facts.chart.get(Role.MANAGER, ()))
        return _REVIEW[1:] if handled else _REVIEW
    if facts.about == "data":
        return _ABOUT_DATA
    return _ABOUT_STAFF if facts.about == "staff" or facts.named else _ORDINARY


def concern_chain(chart: Chart, named: frozenset[str]) -> tuple[str, ...]:
    """A3: who is paged, in this order, leaving out everybody whom the concern is about."""
    roles = (Role.SAFEGUARDING_LEAD, Role.DEPUTY, Role.MANAGER, Role.CHIEF_EXECUTIVE, Role.CHAIR)
    line = (who for role in roles for who in chart.get(role, ()))
    return tuple(dict.fromkeys(who for who in line if who not in named))


def people_named(words: str, staff: Iterable[tuple[str, str]]) -> frozenset[str]:
    """G12.4: the handles of staff whose name, or one part of it, is in the words; small misspellings count.

    `staff` are (handle, name). One too many only means another handler; a part that several share names nobody.
    """
    staff = tuple(staff)
    parts = Counter(part for _, name in staff for part in set(name_parts(name)))
    said = _WORD.findall(folded(words))
    return frozenset(handle for handle, name in staff if any(_alike(each, said) for each in _own_parts(name, parts)))


def _own_parts(name: str, parts: Mapping[str, int]) -> list[str]:
    own = [part for part in name_parts(name) if parts[part] == 1]
    return own or name_parts(name)


def name_parts(name: str) -> list[str]:
    """G12.4, X4: the parts by which somebody may be named; a single letter names nobody who has more."""
    parts = _WORD.findall(folded(name))
    return [part for part in parts if len(part) > 1] or parts


def _alike(part: str, said: list[str]) -> bool:
    slips = 0 if len(part) < 4 else 1
    return any(OSA.distance(part, word, score_cutoff=slips) <= slips for word in said)


@dataclass(frozen=True)
class SeeComplaintFacts:
    """Somebody who would read, acknowledge or answer a complaint."""

    actor: Actor
    handler: str | None
    named: frozenset[str]


_TOLD = "received acknowledged handed_on progress late answered outside after_first after_review review_asked"
_ASKED = "is_received is_read is_late is_answered is_answered_there is_final"
ABOUT_A_COMPLAINT = frozenset(f"complaint_{each}" for each in f"{_TOLD} {_ASKED}".split())
"""What tells a family of a complaint that it made."""


@dataclass(frozen=True)
class ReadOutFacts:
    """Words for a family that staff speak for. `text`: their id; `named`: whom the family's complaints are about."""

    text: str
    speaker: str
    named: frozenset[str]


def may_read_out(facts: ReadOutFacts) -> Verdict:
    """G12.4, X5: what concerns a complaint is read out by nobody whom the family complained about."""
    its_own = facts.text in ABOUT_A_COMPLAINT and facts.speaker in facts.named
    return judge((not its_own, "G12.4", "refused_no_such_complaint"))


def may_see_complaint(facts: SeeComplaintFacts) -> Verdict:
    """G12.4, A3: its handler and nobody else. Others learn not even that there is one."""
    handles = facts.handler == facts.actor.handle and facts.actor.handle not in facts.named
    return staff_account_works(facts.actor) and judge((handles, "G12.4", "refused_no_such_complaint"))


@dataclass(frozen=True)
class AnswerFacts:
    """A handler's acknowledgement or answer."""

    complaint: SeeComplaintFacts
    closed: bool
    outcome: str | None = None


def may_acknowledge_complaint(facts: AnswerFacts) -> Verdict:
    """G12.5, G12.4: its handler, while it is open."""
    return may_see_complaint(facts.complaint) and judge(
        (not facts.closed, "A4", "refused_already_done"),
    )


def may_close_complaint(facts: AnswerFacts) -> Verdict:
    """G12.5, G12.4: its handler, with an outcome."""
    outcomes = {"upheld", "partly_upheld", "not_upheld"}
    return may_acknowledge_complaint(facts) and judge(
        (facts.outcome in outcomes, "G12.5", "refused_complaint_outcome"),
    )


@dataclass(frozen=True)
class ProgressFacts:
    """A handler's note that it takes longer, with a new date."""

    complaint: SeeComplaintFacts
    closed: bool
    is_later: bool


def may_write_progress(facts: ProgressFacts) -> Verdict:
    """G12.5, G12.4: its handler, to a date that is still to come."""
    return may_acknowledge_complaint(AnswerFacts(facts.complaint, facts.closed)) and judge(
        (facts.is_later, "G12.5", "refused_date_not_later"),
    )


@dataclass(frozen=True)
class AskReviewFacts:
    """A complainant who is not happy with the answer. `in_time`: within the procedure's working days."""

    answered: bool
    is_first_stage: bool
    in_time: bool
    reason_given: bool


def may_ask_review(facts: AskReviewFacts) -> Verdict:
    """G12.2: once, after the answer; a late wish is heard with its reason."""
    return judge(
        (facts.answered, "G12.2", "refused_not_answered_yet"),
        (facts.is_first_stage, "G12.2", "refused_review_was_final"),
        (facts.in_time or facts.reason_given, "G12.2", "refused_review_needs_reason"),
    )


def may_count_complaints(facts: Actor) -> Verdict:
    """G12.2, G12.4: a manager gets numbers for the trustees, without names, and none about themselves."""
    return staff_account_works(facts) and judge((facts.is_manager, "G12.2", "refused_only_manager"))


@dataclass(frozen=True)
class SeeConcernFacts:
    """Somebody who would read a concern. `paged`: a page for it was sent to them."""

    actor: Actor
    paged: bool
    named: frozenset[str]
    closed: bool = False


def may_see_concern(facts: SeeConcernFacts) -> Verdict:
    """A3: the safeguarding lead, the deputy, and whoever was paged, unless it is about them."""
    lead = facts.actor.roles & {Role.SAFEGUARDING_LEAD, Role.DEPUTY}
    may = (bool(lead) or facts.paged) and facts.actor.handle not in facts.named
    return staff_account_works(facts.actor) and judge((may, "A3", "refused_no_such_concern"))


def may_close_concern(facts: SeeConcernFacts) -> Verdict:
    """A3, A4: those who may see it close it once, when it is in the organisation's own record."""
    return may_see_concern(facts) and judge((not facts.closed, "A4", "refused_already_done"))


def may_raise_concern(facts: Actor) -> Verdict:
    """A1, A3, H2.4: any member of staff, even with lapsed policies: nothing stands before somebody's safety."""
    return judge((not facts.left, "H2.4", "refused_staff_left"))
