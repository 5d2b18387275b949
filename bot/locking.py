"""LOCKDOWN: an account that somebody else may have is shut at once, and what it decided lately is void.

A phone of staff in other hands is a data incident, so its record and the regulator's clock begin here too.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import case_cards, incidents
from bot.freezing import freeze
from bot.let_through import shut_again
from bot.organisation import Organisation
from flows.policy import Role
from flows.texts import Texts
from storage import contacts, lanes, leaving, let_through, lockdown, meetings, outbox, releases, rotations, staff
from storage.cases import Case
from storage.contacts import Contact
from storage.ids import id_for
from storage.staff import Member
from storage.work import Work

REASON = "lockdown"
REOPENED = "reopened"


@dataclass(frozen=True)
class Locked:
    """What a lockdown did, as counts. `shut`: what the account let through besides; `concerns`: those paged again."""

    approvals: int
    halves: int
    invitations: int
    passwords: int
    shut: int
    yeses: int
    concerns: int


def lock_down(work: Work, organisation: Organisation, texts: Texts, member: Member) -> Locked:
    """H2.3, G3.7, G6.5: freeze an account, void what it let through in the last hours, change what it may have seen."""
    since = work.now - timedelta(hours=organisation.staff_policies.lockdown_hours)
    # What the account is doing at this moment is done first: it is among what is shut.
    lanes.lock(work, member.id)
    phones = _let_in(work, member, since)
    families = {*lockdown.families_of(work, member.id, since), *(line.lane_id for line in phones)}
    families |= let_through.families_of(work, member, since)
    for lane_id in sorted(families):
        lanes.lock(work, lane_id)
    lockdown.freeze(work, member.id)
    work.record("lock_down", "staff", member.handle, clause="H2.3")
    voided = lockdown.void(work, member.id, since)
    for case in voided.approvals:
        _wait_again(work, case)
    for case in voided.halves:
        case_cards.refresh(work, case)
        work.record("void_half", "case", case.code, clause="A1")
    for line in phones:
        freeze(work, line)
    shut = shut_again(work, organisation, member, since)
    phones += [line for line in (contacts.of_person(work, each) for each in shut.people) if line is not None]
    phones += [line for case in voided.approvals for line in contacts.of_family(work, case.family_id)]
    known = leaving.passwords_known(work, member, every=Role.MANAGER in member.roles)
    read = [meeting_id for line in phones for meeting_id in releases.live_on(work, line.id)]
    found = [meetings.by_id(work, meeting_id) for meeting_id in sorted({*known, *read})]
    changed = [rotations.rotate(work, meeting, REASON, is_known=True) for meeting in found if meeting is not None]
    _open_incident(work, organisation, texts, member)
    _tell(work, member, shut.codes, waiting=bool(voided.approvals or voided.halves))
    return Locked(
        approvals=len(voided.approvals),
        halves=len(voided.halves),
        invitations=voided.invitations,
        passwords=sum(changed),
        shut=len(shut.codes),
        yeses=shut.yeses,
        concerns=shut.concerns,
    )


def _let_in(work: Work, member: Member, since: datetime) -> list[Contact]:
    """G6.4: whoever holds these phones, nobody but the account says that they are the family's: they are frozen."""
    found = (contacts.by_id(work, each) for each in lockdown.let_in(work, member.handle, since))
    return [each for each in found if each is not None and each.audience == "family"]


def _wait_again(work: Work, case: Case) -> None:
    """A new card stands for the case; the family hears that a person will ring, and nothing of why."""
    case_cards.post(work, case)
    work.record("void_approval", "case", case.code, clause="G3.7")
    work.set_timer(REOPENED, case.id, work.now)


def _open_incident(work: Work, organisation: Organisation, texts: Texts, member: Member) -> None:
    """2.5: whoever has the phone may have read what stood on it; the owner hears of it when they are back."""
    words = texts.say(organisation.languages[0], "staff_lockdown_words", by=member.handle)
    incident_id, by = id_for("lockdown", member.id, work.now), work.actor.removeprefix("staff:")
    code, is_new = incidents.open_incident(
        work, organisation, incident_id, kind="lost_phone", words=words, reported_by=by
    )
    if is_new:
        incidents.tell(work, code, (), member.id)


def _tell(work: Work, member: Member, shut: tuple[str, ...], *, waiting: bool) -> None:
    """All managers hear whose account it is, and what to look at; the staff channel only that cases wait."""
    managers = [each.id for each in staff.by_role(work, Role.MANAGER) if each.id != member.id]
    for line in staff.lines(work, managers):
        outbox.tell(work, line, "staff_locked_down", name=member.name)
        if shut:
            outbox.tell(work, line, "staff_shut_again", codes=", ".join(shut))
    channel = contacts.staff_channel(work)
    if waiting and channel is not None:
        outbox.tell(work, channel, "staff_look_at_cases")
