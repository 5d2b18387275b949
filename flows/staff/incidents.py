"""INCIDENT and INCIDENTS: anybody reports what happened to personal data; managers and the data lead settle it."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact, Text
from flows.staff.acts.incidents import (
    IncidentDetails,
    ListIncidents,
    ReadIncident,
    ReportIncident,
    WorkOnIncident,
)
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, numbered, refuse, subject_of
from flows.texts import inert

KINDS = Exact("lost_phone", "wrong_recipient", "wrong_chat", "leaked_list", "recording", "other_incident")
WORDS = Text(longest=1500)
RISKS = Exact("no_risk", "risk", "high_risk")


async def incident(chat: Chat, _facts: StaffFacts) -> None:
    """2.5: report it; the record is made at once, and what helps now is said."""
    kind = await chat.ask("staff_incident_kind", KINDS)
    await chat.say("staff_incident_now", kind=kind)
    words = await chat.ask("staff_incident_words", WORDS)
    reported = await chat.act("report_incident", ReportIncident(kind, words))
    if isinstance(reported, Refused):
        await refuse(chat, reported)
        return
    await chat.say("staff_incident_reported", code=reported)


async def incidents(chat: Chat, facts: StaffFacts) -> None:
    """2.5: read one, assess it, tell the regulator in time, close it."""
    code = subject_of(facts)
    if code is None:
        found = await chat.act("list_incidents", ListIncidents())
        if not found:
            await chat.say("staff_incidents_none")
            return
        lines = "\n".join(f"{n}. {each}" for n, each in enumerate(found, 1))
        code = await chat.ask("staff_incidents", OneOf(found), lines=lines)
    details = await chat.act("read_incident", ReadIncident(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        return
    await _show(chat, facts, details)
    if not details.closed:
        await _go_on(chat, details)


async def _show(chat: Chat, facts: StaffFacts, details: IncidentDetails) -> None:
    if details.closed:
        await chat.say("staff_incident_settled", code=details.code, when=details.at, by=details.reported_by)
        return await _show_notes(chat, facts, details)
    await chat.say(
        "staff_incident",
        code=details.code,
        kind=details.kind,
        when=details.at,
        by=details.reported_by,
        words=inert(details.words, 1500),
        risk=details.risk or "none",
        told=details.regulator_told,
        until=details.regulator_by,
    )
    return await _show_notes(chat, facts, details)


async def _show_notes(chat: Chat, facts: StaffFacts, details: IncidentDetails) -> None:
    if details.notes:
        items = (
            {"kind": each.kind, "by": each.by, "when": each.at, "words": inert(each.words)} for each in details.notes
        )
        await chat.say("staff_incident_notes", lines=numbered(facts, "staff_line_incident_note", items))


async def _go_on(chat: Chat, details: IncidentDetails) -> None:
    step = await chat.ask("staff_incident_next", Exact("assess", "regulator", "note", "close", "leave"))
    match step:
        case "assess":
            await _assess(chat, details)
        case "regulator":
            words = await chat.ask("staff_incident_regulator", WORDS)
            done = await chat.act("work_on_incident", WorkOnIncident(details.code, "regulator", words))
            await finish(chat, done, "staff_incident_told", code=details.code)
        case "note":
            words = await chat.ask("staff_incident_note", WORDS)
            done = await chat.act("work_on_incident", WorkOnIncident(details.code, "note", words))
            await finish(chat, done, "staff_incident_noted", code=details.code)
        case "close":
            await _close(chat, details)
        case _:
            await chat.say("staff_nothing_done")


async def _assess(chat: Chat, details: IncidentDetails) -> None:
    risk = await chat.ask("staff_incident_risk", RISKS)
    words = await chat.ask("staff_incident_why", WORDS)
    done = await chat.act("work_on_incident", WorkOnIncident(details.code, "assessment", words, risk))
    await finish(chat, done, "staff_incident_assessed", code=details.code, risk=risk, until=details.regulator_by)


async def _close(chat: Chat, details: IncidentDetails) -> None:
    words = await chat.ask("staff_incident_learned", WORDS)
    if await is_sure(chat, "staff_incident_sure", "staff_incident_sure", code=details.code):
        done = await chat.act("work_on_incident", WorkOnIncident(details.code, "closing", words))
        await finish(chat, done, "staff_incident_closed", code=details.code)
