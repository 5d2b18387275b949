"""A member of staff speaks for a family without a phone of its own: its steps, its words, its agreement (X5)."""

from collections.abc import Mapping
from datetime import timedelta

from bot.acts.actor import actor
from bot.acts.once import Perform, is_first_time
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Actor, Refused, Verdict
from flows.policy.speaking import SpeakFacts, may_speak_for
from flows.staff.acts.speaking import ListSpokenFor, SpeakFor, SpokenFor, StopSpeaking
from storage import complaints, contacts, deeds, lanes, outbox, spoken, staff
from storage.spoken import SpokenLine

UNKNOWN = Refused("G5.1", "refused_not_the_team")


def list_spoken_for(moment: Moment, command: ListSpokenFor) -> tuple[SpokenFor, ...] | Refused:
    """G5.1, H2.2: the families of their own groups; each reading is recorded once."""
    work = moment.work
    verdict = may_speak_for(SpeakFacts(actor(moment), "call"))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "read", "spoken", "list")
    seen = [each for each in spoken.everybody(work) if _may(moment, each, "call")]
    if seen and is_first_time(moment, command):
        for each in seen:
            work.record("read", "contact", each.contact_id, clause="H2.2")
    return tuple(SpokenFor(each.code, spoken.names(work, each.contact_id)) for each in seen)


def speak_for(moment: Moment, command: SpeakFor) -> str | Refused:
    """X5: from now on what this line hears is the family's; how it is heard is on record."""
    work, found = moment.work, None if command.code is None else _held_still(moment, command.code)
    deed = moment.own_id("speak")
    if moment.staff_id is None or (found is None and command.code is not None):
        return work.refuse(UNKNOWN, "speak_for", "spoken", "unknown")
    verdict = _may(moment, found, command.method)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "speak_for", "spoken", "new" if found is None else found.code)
    lasts = timedelta(minutes=moment.organisation.joining.spoken_minutes)
    line = found or spoken.add(work, moment.staff_id, command.method, moment.contact.language, lasts)
    spoken.speak(work, line.contact_id, moment.staff_id, command.method, lasts)
    if deeds.first_time(work, deed):
        outbox.release_held(work, line.contact_id)
        contact = contacts.by_id(work, line.contact_id)
        if contact is not None:
            work.touched.add(contact.lane_id)
        work.record("speak_for", "contact", line.contact_id, outcome=command.method, clause="X5")
    return line.code


def _held_still(moment: Moment, code: str) -> SpokenLine | None:
    """Lock the family: a colleague may begin to speak for it at this moment."""
    found = spoken.by_code(moment.work, code)
    contact = None if found is None else contacts.by_id(moment.work, found.contact_id)
    if contact is not None:
        lanes.lock(moment.work, contact.lane_id)
    return spoken.by_code(moment.work, code)


def stop_speaking(moment: Moment, _command: StopSpeaking) -> Done | None:
    """X5: the line is their own again."""
    found = None if moment.staff_id is None else spoken.of_speaker(moment.work, moment.staff_id)
    if found is None:
        return None
    spoken.end(moment.work, found.contact_id)
    moment.work.record("stop_speaking", "contact", found.contact_id, clause="X5")
    return Done()


def may_go_on(moment: Moment, found: SpokenLine) -> Verdict:
    """H2.1, G5.1: asked at each message: the account may have lapsed, and the seat been given to somebody else."""
    return _may(moment, found, found.method)


def end_outside_team(moment: Moment) -> None:
    """G5.1: whoever lost a seat and spoke for a family of that group hears nothing more that is written to it."""
    found = None if moment.staff_id is None else spoken.of_speaker(moment.work, moment.staff_id)
    if found is not None and isinstance(may_go_on(moment, found), Refused):
        spoken.end(moment.work, found.contact_id)
        moment.work.record("stop_speaking", "contact", found.contact_id, clause="G5.1")
        for line in staff.lines(moment.work, [found.staff_id]):
            outbox.tell(moment.work, line, "staff_speak_taken", code=found.code)


def _may(moment: Moment, found: SpokenLine | None, method: str) -> Verdict:
    """Judge by the seats in the family's groups; before it has one, by those in any group."""
    busy_with = None if moment.staff_id is None else spoken.of_speaker(moment.work, moment.staff_id)
    live = found is not None and spoken.speaker_of(moment.work, found.contact_id) is not None
    facts = [
        SpeakFacts(
            by,
            method,
            by_another=live and found is not None and found.staff_id != moment.staff_id,
            for_another=busy_with is not None and (found is None or busy_with.contact_id != found.contact_id),
            answers_it=found is not None and _answers_it(moment, found),
        )
        for by in _actors(moment, found)
    ]
    verdicts = [may_speak_for(each) for each in facts]
    return next((each for each in verdicts if each), verdicts[0])


def _answers_it(moment: Moment, found: SpokenLine) -> bool:
    """G12.4: whoever deals with the family's complaint rings it, and reads out what became of it."""
    contact = contacts.by_id(moment.work, found.contact_id)
    latest = None if contact is None else complaints.latest_of(moment.work, contact)
    return latest is not None and latest.handler_id == moment.staff_id


def _actors(moment: Moment, found: SpokenLine | None) -> list[Actor]:
    groups = [] if found is None else spoken.groups_of(moment.work, found.contact_id)
    return [actor(moment, group_id) for group_id in groups] or [actor(moment)]


ACTS: Mapping[type, Perform] = {
    ListSpokenFor: list_spoken_for,
    SpeakFor: speak_for,
    StopSpeaking: stop_speaking,
}
