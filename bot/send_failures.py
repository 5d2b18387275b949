"""What follows when a message could not be sent: by its reason, it waits, is held, or has failed."""

from datetime import timedelta

import structlog

from bot import unreached
from bot.channels.channel import SendError, name_of
from bot.freezing import freeze, freeze_changed
from flows.policy import Label, Role
from storage import contacts, deeds, lanes, outbox, passwords, pauses, queued, staff, windows
from storage.contacts import Contact
from storage.ids import id_for
from storage.queued import Row
from storage.work import Work

log = structlog.get_logger()
TRIES = 8
UNSUBSCRIBED = "unsubscribed"
FIRST_WAIT = timedelta(seconds=30)
PUZZLE_WAIT = timedelta(minutes=15)


def settle_failure(work: Work, *, row: Row, error: SendError) -> bool:
    """Write down why a message was not sent, and what happens to it now; False where that is settled already."""
    lanes.lock(work, row.lane_id)
    if not queued.is_as_begun(work, row):
        return False
    contact = contacts.by_id(work, row.contact_id)
    match error.reason:
        case "window_closed" if contact is not None:
            _record_if_failed(work, row, windows.was_closed(work, contact, row.id, row.template))
        case "identity_changed" if contact is not None:
            _hold_for_staff(work, row, contact)
        case "challenge_required" if contact is not None:
            _wait_for_a_human(work, row, contact, error.challenge)
        case "paced":
            later = work.now + (error.wait or FIRST_WAIT)
            queued.mark(work, row.id, "due", reason=row.why("paced"), due_at=later, attempts=max(row.attempts, 1))
            queued.wait_too(work, row, "paced")
        case "unsubscribed" if contact is not None:
            stop_by_messenger(work, contact)
            _wait_or_fail(work, row, error)
        case _:
            _wait_or_fail(work, row, error)
    return True


def stop_by_messenger(work: Work, contact: Contact) -> None:
    """A2: they told the messenger to stop: it counts as STOP."""
    contacts.change(work, contact.id, stopped_at=contact.stopped_at or work.now)
    work.record("stop", "contact", contact.id, outcome="by_messenger")


def _record_if_failed(work: Work, row: Row, status: str) -> None:
    if status == "failed":
        _record(work, row, "failed:window_closed")


def _hold_for_staff(work: Work, row: Row, contact: Contact) -> None:
    """G6.4: the safety number is another one now."""
    if row.label >= Label.SECRET:
        freeze(work, contact)  # It was not given: nobody has it who should not.
        queued.mark(work, row.id, "void", reason=row.why("refused_contact_frozen"))
        work.record("withhold", "outbox", row.id, outcome="refused_contact_frozen", clause="G6.4")
    else:
        freeze_changed(work, contact)
        queued.mark(work, row.id, "held", reason=row.why("identity_changed"))


def _wait_for_a_human(work: Work, row: Row, contact: Contact, challenge: str) -> None:
    """The messenger wants a puzzle solved: nothing is lost by waiting, and managers hear of it once a day."""
    later = work.now + PUZZLE_WAIT
    pauses.begin(work, contact.channel, later, challenge)
    pauses.wait(work, row, later)
    log.warning("puzzle_to_solve", channel=contact.channel)
    if not deeds.first_time(work, id_for("challenge", contact.channel, work.now.date())):
        return
    work.record("pause", "channel", contact.channel, outcome="challenge_required")
    for each in _reachable(work, contact.channel):
        outbox.tell(work, each, "staff_challenge_required", channel=name_of(contact.channel))


def _reachable(work: Work, blocked: str) -> list[Contact]:
    """Managers' lines and the staff channel by another messenger; where there is none, the lines all the same."""
    lines = staff.lines(work, [one.id for one in staff.by_role(work, Role.MANAGER)])
    channel = contacts.staff_channel(work)
    everywhere = lines if channel is None else [*lines, channel]
    return [each for each in everywhere if each.channel != blocked] or lines


def _wait_or_fail(work: Work, row: Row, error: SendError) -> None:
    if row.release_id is not None:
        unreached.note(work, row.release_id)
    may_repeat = not error.permanent and (error.looks_first or not error.unknown)
    again = may_repeat and row.attempts + 1 < TRIES
    is_doubtful = row.was_left or error.looks_first
    in_doubt = error.looks_first and (again or error.unknown)
    reason = queued.MAY_BE_REPEATED if in_doubt else row.why(error.reason)
    if again:
        wait = max(FIRST_WAIT * 2**row.attempts, error.wait or FIRST_WAIT)
        queued.mark(work, row.id, "due", reason=reason, due_at=work.now + wait)
        return
    # A receipt that comes yet settles what may have gone out at an earlier try.
    status = "unknown" if error.unknown or (is_doubtful and not error.permanent) else "failed"
    queued.mark(work, row.id, status, reason=reason)
    _record(work, row, f"{status}:{error.reason}")


def give_up(work: Work, row: Row, status: str, reason: str) -> None:
    """It is not sent, or nobody knows: that is on record, and staff hear whose it was."""
    queued.mark(work, row.id, status, reason=reason if status == "unknown" else row.why(reason))
    _record(work, row, f"{status}:{reason}")


def _record(work: Work, row: Row, outcome: str) -> None:
    work.record("send", "outbox", row.id, outcome=outcome)
    if row.release_id is None:
        unreached.may_be_lost(work, row.contact_id)
        return
    channel = contacts.staff_channel(work)
    if channel is not None and channel.id != row.contact_id:
        codes = passwords.pointer(work, row.release_id)
        outbox.tell(work, channel, "staff_send_failed", case=codes["case"], meeting=codes["meeting"])
