"""Staff's acts on data incidents: report, read, assess, tell the regulator, close (H3.4, 2.5)."""

from collections.abc import Callable, Mapping
from typing import Any

from bot import incidents as opening
from bot.acts.actor import actor
from bot.acts.once import is_first_time, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused
from flows.policy.incidents import (
    NO_RISK,
    IncidentFacts,
    may_close_incident,
    may_report_incident,
    may_see_incident,
    may_work_on_incident,
)
from flows.staff.acts.incidents import (
    IncidentDetails,
    IncidentNote,
    ListIncidents,
    ReadIncident,
    ReportIncident,
    WorkOnIncident,
)
from storage import incidents, staff
from storage.incidents import ASSESSMENT, CLOSING, REGULATOR, Incident


def report_incident(moment: Moment, command: ReportIncident) -> str | Refused:
    """H3.4, 2.5: anybody's word makes the record, at once; their own name in it keeps it from nobody."""
    work, acting = moment.work, actor(moment)
    verdict = may_report_incident(acting)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "report", "incident", "unknown")
    code, is_new = opening.open_incident(
        work,
        moment.organisation,
        moment.own_id("incident"),
        kind=command.kind,
        words=command.words,
        reported_by=acting.handle,
    )
    if is_new:
        opening.tell(work, code, (), moment.staff_id)
    return code


def list_incidents(moment: Moment, _command: ListIncidents) -> tuple[str, ...]:
    """List what this member of staff may work on."""
    found = incidents.open_now(moment.work)
    return tuple(each.code for each in found if may_see_incident(_facts(moment, each)))


def read_incident(moment: Moment, command: ReadIncident) -> IncidentDetails | Refused:
    """H2.2: all of it; each reading is recorded once."""
    work, found = moment.work, incidents.by_code(moment.work, command.code)
    verdict = may_see_incident(_facts(moment, found))
    if isinstance(verdict, Refused) or found is None:
        return _refuse(moment, "read", verdict)
    if is_first_time(moment, command):
        work.record("read", "incident", found.code, clause="H2.2")
    handles = staff.handles(work)
    told = (IncidentNote(kind, handles[by], at, words) for at, by, kind, words in incidents.notes(work, found.id))
    return IncidentDetails(
        code=found.code,
        kind=found.kind,
        words=found.words(work),
        reported_by=found.reported_by,
        at=found.at,
        regulator_by=found.regulator_by,
        risk=found.risk,
        regulator_told=found.regulator_told_at is not None,
        notes=tuple(told),
        closed=found.closed_at is not None,
    )


def work_on_incident(moment: Moment, command: WorkOnIncident) -> Done | Refused:
    """2.5: a note, the risk, that the regulator knows, or the end of it; every one with its words."""
    work, found = moment.work, incidents.hold_still(moment.work, command.code)
    may = may_close_incident if command.kind == CLOSING else may_work_on_incident
    verdict = may(_facts(moment, found))
    if isinstance(verdict, Refused) or found is None or moment.staff_id is None:
        return _refuse(moment, command.kind, verdict)
    incidents.note(work, moment.own_id("note"), found.id, moment.staff_id, command.kind, command.words)
    _change(moment, found, command)
    work.record(command.kind, "incident", found.code, outcome=command.risk or "done", clause="H3.4")
    return Done()


def _change(moment: Moment, found: Incident, command: WorkOnIncident) -> None:
    """The regulator's clock stops when there is no risk, when the regulator knows, and at the end.

    Where a risk is found after somebody said that there is none, it goes on.
    """
    work = moment.work
    match command.kind:
        case kind if kind == ASSESSMENT:
            incidents.change(work, found.id, risk=command.risk)
            if found.risk == NO_RISK and command.risk != NO_RISK and found.regulator_told_at is None:
                opening.wind(work, found.id, found.regulator_by)
        case kind if kind == REGULATOR:
            incidents.change(work, found.id, regulator_told_at=work.now)
        case kind if kind == CLOSING:
            incidents.change(work, found.id, closed_at=work.now, closed_by=moment.staff_id)
    if command.kind in {REGULATOR, CLOSING} or command.risk == NO_RISK:
        work.cancel_timers(found.id, opening.CLOCK)


def _facts(moment: Moment, found: Incident | None) -> IncidentFacts:
    acting = actor(moment)
    if found is None:
        return IncidentFacts(acting, frozenset({acting.handle}))
    told = found.regulator_told_at is not None
    return IncidentFacts(acting, frozenset(found.kept_from), found.closed_at is not None, found.risk, told)


def _refuse(moment: Moment, act: str, verdict: object) -> Refused:
    refused = verdict if isinstance(verdict, Refused) else Refused("A1", "refused_no_such_incident")
    return moment.work.refuse(refused, act, "incident", "unknown")


ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    ReportIncident: report_incident,
    ListIncidents: list_incidents,
    ReadIncident: read_incident,
    WorkOnIncident: once(work_on_incident),
}
