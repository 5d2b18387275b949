"""Data incidents: anybody reports one, managers and the data lead work on it; the regulator's clock runs."""

from dataclasses import dataclass

from flows.policy.staff import Actor, Role, staff_account_works
from flows.policy.verdict import Verdict, judge

NO_RISK, RISK, HIGH_RISK = "no_risk", "risk", "high_risk"


def may_report_incident(facts: Actor) -> Verdict:
    """H3.4, H2.4: any member of staff, even with lapsed policies: nothing stands before telling."""
    return judge((not facts.left, "H2.4", "refused_staff_left"))


@dataclass(frozen=True)
class IncidentFacts:
    """Somebody who would work on an incident. `kept_from`: handles of those whom it is about.

    `risk` is what was found (None: nobody has looked), `regulator_told` whether the regulator knows.
    """

    actor: Actor
    kept_from: frozenset[str]
    closed: bool = False
    risk: str | None = None
    regulator_told: bool = False


def may_see_incident(facts: IncidentFacts) -> Verdict:
    """H3.4, H2.2, A1: managers and the data lead, unless it is about them. Others learn not even that it exists."""
    role = bool(facts.actor.roles & {Role.MANAGER, Role.DATA_LEAD})
    may = role and facts.actor.handle not in facts.kept_from
    return staff_account_works(facts.actor) and judge((may, "A1", "refused_no_such_incident"))


def may_work_on_incident(facts: IncidentFacts) -> Verdict:
    """H3.4, A4: those who may see it note, assess and report it while it is open."""
    return may_see_incident(facts) and judge((not facts.closed, "A4", "refused_already_done"))


def may_close_incident(facts: IncidentFacts) -> Verdict:
    """H3.4, A4: once somebody has judged the risk, and the regulator knows of it if there is one."""
    settled = facts.risk == NO_RISK or facts.regulator_told
    return may_work_on_incident(facts) and judge(
        (facts.risk is not None, "H3.4", "refused_incident_not_assessed"),
        (settled, "H3.4", "refused_regulator_first"),
    )
