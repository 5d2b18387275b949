"""A breach of the Group Agreement: who reports, who decides, what follows. Exclusion is in deciding.py."""

from dataclasses import dataclass

from flows.policy.members import Standing
from flows.policy.staff import Actor, staff_account_works, works_with_the_group
from flows.policy.verdict import Verdict, judge


@dataclass(frozen=True)
class BreachFacts:
    """A report by staff about one person, saying which point of the agreement."""

    actor: Actor
    person_chosen: bool
    point_given: bool


def may_report_breach(facts: BreachFacts) -> Verdict:
    """G11.1, G11.3, L1.5, A1: anybody with a seat in the group, or a manager, about one person."""
    return staff_account_works(facts.actor) and judge(
        (works_with_the_group(facts.actor), "A1", "refused_not_staff_of_group"),
        (facts.person_chosen, "G11.3", "refused_person_missing"),
        (facts.point_given, "G11.1", "refused_point_missing"),
    )


_IN_A_GROUP = frozenset({Standing.APPROVED, Standing.ACTIVE, Standing.SUSPENDED})


@dataclass(frozen=True)
class PictureFacts:
    """What came (photo, video, file ...), and whether a question is open on that phone."""

    kind: str
    question_open: bool


def is_asked_whose_picture(facts: PictureFacts) -> bool:
    """G5.2, G5.3: everybody is asked alike, or the question would say who has a place; never over another question."""
    return facts.kind in {"photo", "video", "file"} and not facts.question_open


def goes_to_a_manager(standings: frozenset[Standing]) -> bool:
    """G11.1: that a picture shows others; only who has met other families can pass their pictures on."""
    return not standings.isdisjoint(_IN_A_GROUP)


@dataclass(frozen=True)
class BreachDecisionFacts:
    """A decision on a reported breach. `reported_by` is a handle, or what else brought it up.

    `names_person` is false for a report from which nobody knows yet who it was; `kept_from`: whom of staff it is about.
    """

    actor: Actor | None
    reported_by: str
    decided: bool
    outcome: str
    names_person: bool = True
    kept_from: frozenset[str] = frozenset()


def may_see_breach(facts: BreachDecisionFacts) -> Verdict:
    """G11.1, G12.4: a named manager who did not report it, and whom it is not about."""
    if facts.actor is None:
        return judge((False, "G11.1", "refused_named_human"))
    return staff_account_works(facts.actor) and judge(
        (facts.actor.is_manager, "G11.1", "refused_only_manager"),
        (facts.actor.handle not in facts.kept_from, "G12.4", "refused_no_such_breach"),
        (facts.actor.handle != facts.reported_by, "G11.1", "refused_reporter_decides"),
    )


def may_decide_breach(facts: BreachDecisionFacts) -> Verdict:
    """G11.1, G11.2, G11.3, A4: a second person, a manager, decides once, about a person, with no lesser penalty."""
    return may_see_breach(facts) and judge(
        (not facts.decided, "A4", "refused_already_decided"),
        (facts.outcome in {"upheld", "not_upheld"}, "G11.2", "refused_breach_outcome"),
        (facts.names_person or facts.outcome != "upheld", "G11.3", "refused_person_missing"),
    )


def membership_after(*, upheld: bool, has_left: bool) -> Standing:
    """G11.2: upheld means barred; not upheld means a member as before, unless they left in the meantime."""
    if upheld:
        return Standing.BARRED
    return Standing.LEFT if has_left else Standing.APPROVED
