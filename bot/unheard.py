"""What a member of staff was to hear and did not: their colleagues are told, so that somebody speaks to them.

By short names only: what the message was about is nobody else's business.
"""

from datetime import timedelta
from uuid import UUID

from bot.organisation import Organisation
from flows.policy import Role
from storage import contacts, deeds, outbox, staff, staff_lines
from storage.contacts import Contact
from storage.ids import id_for
from storage.work import Work

KIND = "unheard"
SUBJECT = id_for("staff who hear nothing")
GATHER = timedelta(minutes=5)


def note(work: Work, line: Contact) -> None:
    """Once a day for each line; whoever else is meant within five minutes is told of in the same message."""
    if deeds.first_time(work, id_for(KIND, line.id, work.now.date())) and not work.has_timer(KIND, SUBJECT):
        work.set_timer(KIND, SUBJECT, work.now + GATHER)


def tell(work: Work, _organisation: Organisation, _subject: UUID, _step: str) -> None:
    """The staff channel and the managers hear who hears nothing, unless all is well again."""
    silent = {each.handle for each in staff_lines.unheard(work.connection, work.now)}
    if not silent:
        return
    managers = [each.id for each in staff.by_role(work, Role.MANAGER) if each.handle not in silent]
    channel = contacts.staff_channel(work)
    for line in [*staff.lines(work, managers), *([] if channel is None else [channel])]:
        outbox.tell(work, line, "staff_unheard", by=", ".join(sorted(silent)), count=len(silent))
    work.record("alert", "staff", "lines", outcome=KIND)
