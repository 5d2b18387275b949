"""What the platform has: the password that counts and its link, as staff ticked or the provider confirmed it."""

from storage import meetings, passcodes, passwords, rotations
from storage.meetings import Meeting
from storage.passcodes import Rules
from storage.standings import Terms
from storage.work import Work

KEPT_OFF = {"nothing_kept": True, "waiting_room": True, rotations.NEW_LINK: False}


def confirm(work: Work, meeting: Meeting, link: str, terms: Terms) -> None:
    """G6.3, G6.5: this version is on the platform; those who waited for it get it now. The caller has asked policy."""
    meetings.change(
        work,
        meeting.id,
        platform_version=meeting.password_version,
        link_sealed=work.seal("meetings.link", meeting.id, link),
        checklist={**meeting.checklist, **KEPT_OFF},
    )
    work.record("set_platform", "meeting", meeting.code)
    work.cancel_timers(meeting.id, "rotation_page")
    rotations.hand_out(work, meetings.lock(work, meeting.id), terms)


def propose(work: Work, meeting: Meeting, link: str) -> None:
    """Keep the link of a new meeting that is not ready yet: nobody is given it before it is."""
    sealed = work.seal("meetings.link", meeting.id, link)
    meetings.change(work, meeting.id, link_sealed=sealed, checklist={**meeting.checklist, rotations.NEW_LINK: False})


def redraw(work: Work, meeting: Meeting, rules: Rules) -> None:
    """G6.2: the account would not take the password, which nobody was given: draw another by the account's rules."""
    passcodes.keep_rules(work, meeting.platform, rules)
    if not meeting.is_open or meeting.platform_version == meeting.password_version:
        return
    passwords.kill(work, meeting.id)
    version = passwords.make_password(work, meeting.id, "account_rules")
    work.record("redraw", "meeting", meeting.code, clause="G6.2")
    if version > 2:
        work.set_timer("rotation_page", meeting.id, work.now + rotations.PAGE_EVERY, step=str(version))
