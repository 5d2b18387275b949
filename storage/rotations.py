"""G6.5: a leaked password is dead at once; its successor reaches people when the platform has it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from flows.policy import Refused, Role
from flows.policy.passwords import may_receive_password
from storage import contacts, meetings, outbox, passwords, releases, several, staff, standings
from storage.contacts import Contact
from storage.meetings import Meeting
from storage.releases import Holder
from storage.standings import Known, Terms
from storage.tables import contacts as contact_rows
from storage.work import Work

PAGE_EVERY = timedelta(minutes=3)
ASK_EVERY = timedelta(minutes=15)
NEW_LINK = "new_link"
LIVE_NOTICE = "staff_live_leak"
CALL_NOTICE = "staff_call_changed"


def rotate(
    work: Work,
    seen: Meeting,
    reason: str,
    notice: str = "staff_password_changed",
    *,
    but: str = "",
    reporter: UUID | None = None,
    is_known: bool = False,
) -> bool:
    """Kill the password that the actor saw and make the next; False if somebody else has done so already.

    `but`: the handle of whoever needs no page, since they are told what to do in their own conversation.
    `reporter`: the contact that reported the leak, which hears of the change in the answer to its report.
    `is_known`: somebody who must not have it knows this very password, so it is changed even while it waits to be set.
    """
    meeting = meetings.lock(work, seen.id)
    gone = meeting.password_version != seen.password_version or meeting.password_version == 0
    if gone or not meeting.is_open or (is_waiting(meeting) and not is_known):
        return False
    had = releases.holders(work, meeting.id, meeting.password_version)
    outbox.retract(work, passwords.kill(work, meeting.id))
    version = passwords.make_password(work, meeting.id, reason)
    if is_live(work, meeting) or meeting.is_by_link:
        meetings.change(work, meeting.id, checklist={**meeting.checklist, NEW_LINK: True})
    work.record("rotate", "meeting", meeting.code, clause="G6.5")
    _tell_to_wait(work, had, but=reporter)
    page(work, meeting, _notice(work, meeting, notice), but=but)
    work.set_timer("rotation_page", meeting.id, work.now + PAGE_EVERY, step=str(version))
    return True


def _notice(work: Work, meeting: Meeting, notice: str) -> str:
    if meeting.is_by_link:
        return CALL_NOTICE
    return LIVE_NOTICE if is_live(work, meeting) else notice


def is_waiting(meeting: Meeting) -> bool:
    """Tell whether a new password still has to be set on the platform."""
    return meeting.password_version > max(1, meeting.platform_version)


def is_live(work: Work, meeting: Meeting) -> bool:
    """Tell whether it is running: then a password cannot be changed on the platform, and a new meeting is begun."""
    return meeting.status == "started" or work.now >= meeting.starts_at


def needs_new_link(meeting: Meeting) -> bool:
    """Tell whether the password was changed while the meeting ran: the old link must not come back."""
    return bool(meeting.checklist.get(NEW_LINK))


def page(work: Work, meeting: Meeting, notice: str = "", *, but: str = "") -> None:
    """Tell leader, second and managers, while it runs the moderator too, that the platform waits."""
    seated = meeting.team_ids if is_live(work, meeting) else (meeting.leader_id, meeting.second_id)
    told = [each for each in seated if each is not None]
    told += [member.id for member in staff.by_role(work, Role.MANAGER)]
    knows = staff.by_handle(work, but)
    for line in staff.lines(work, [each for each in told if knows is None or each != knows.id]):
        outbox.tell_anew(work, line, notice or _wanted(meeting), meeting=meeting.code)


def _wanted(meeting: Meeting) -> str:
    return "staff_call_wanted" if meeting.is_by_link else "staff_platform_wanted"


def ask_leader(work: Work, meeting: Meeting) -> None:
    """G6.3: ask the leader alone to set the first password on the platform, again until somebody has done it."""
    work.set_timer("platform_page", meeting.id, work.now + ASK_EVERY)
    line = contacts.of_staff(work, meeting.leader_id)
    if line is not None:
        outbox.tell_anew(work, line, _wanted(meeting), meeting=meeting.code)


def lines_of(work: Work, had: Collection[Holder]) -> list[Contact]:
    """List the contacts of these holders, one for each adult; of members only, none that is held back or frozen."""
    ids = {each.contact_id for each in had if each.active and not each.held}
    lines = several.once_each(_lines(work, ids).values())
    return [each for each in lines if each.frozen_at is None or each.first_id is not None]


def hand_out(work: Work, meeting: Meeting, terms: Terms) -> None:
    """Once the platform has it: the new password for those who had an earlier one and may still have it."""
    had = releases.holders(work, meeting.id)
    served = {each.person_id for each in had if each.version == meeting.password_version}
    waiting = {each.person_id: each for each in had if each.person_id not in served}
    known = standings.read(work, meeting.group_id, list(waiting), terms.agreement_version)
    lines = _lines(work, {each.contact_id for each in waiting.values()})
    for person_id, holder in waiting.items():
        _reach(work, meeting, known[person_id], several.for_pushes(work, lines[holder.contact_id]), terms)


def _reach(work: Work, meeting: Meeting, known: Known, contact: Contact, terms: Terms) -> None:
    """Push to a private contact of one's own, before all others; a shared or silent one is only asked to write."""
    work.urgent.add(contact.lane_id)
    asked = replace(terms, identified=True)
    verdict = may_receive_password(standings.facts(work, meeting, known, contact.id, asked))
    if isinstance(verdict, Refused):
        work.refuse(verdict, "push", "person", known.person_id)
        if verdict.clause == "H5.1":
            outbox.tell(work, contact, "reply_password")
    elif contact.shared or known.silent:
        outbox.tell(work, contact, "reply_password")
    else:
        outbox.tell(work, contact, "link_changed" if meeting.is_by_link else "password_changed")
        passwords.release(work, known.person_id, contact, meeting, terms, reply=False)


def _tell_to_wait(work: Work, had: Collection[Holder], *, but: UUID | None) -> None:
    reporter = None if but is None else contacts.by_id(work, but)
    for contact in lines_of(work, had):
        knows = reporter is not None and reporter.home_id == contact.home_id
        work.urgent.add(contact.lane_id)
        if not contact.silent and not knows:
            outbox.tell(work, contact, "password_changing")


def _lines(work: Work, contact_ids: Collection[UUID]) -> dict[UUID, Contact]:
    fields = [contact_rows.c[name] for name in Contact.__dataclass_fields__]
    rows = work.connection.execute(select(*fields).where(contact_rows.c.id.in_(contact_ids)))
    return {row["id"]: Contact(**row) for row in rows.mappings()}
