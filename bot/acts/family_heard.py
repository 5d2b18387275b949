"""NOT ME: an adult says that the yes which staff wrote down for them was not theirs (X5, G4.5)."""

from collections.abc import Mapping

from bot.acts.family_care import promise_call
from bot.acts.once import Perform, deed_of
from bot.moment import Moment
from bot.watching import ABOVE, MANAGERS, others
from flows.family.acts import Done
from flows.family.acts.agreement import Disown
from storage import agreements, cases, deeds, outbox, people


def disown(moment: Moment, command: Disown) -> Done | None:
    """It counts no more at once; managers other than whoever wrote it down hear of it, and one of them rings."""
    work, deed = moment.work, deed_of(moment, command)
    if deeds.is_done(work, deed):
        return Done()
    ids = [person.id for person in people.on_contact(work, moment.contact.home_id)]
    heard_by = agreements.disown(work, ids)
    if not heard_by:
        return None
    deeds.first_time(work, deed)
    case = cases.of_family(work, moment.contact.lane_id)
    told = others(work, (MANAGERS, ABOVE), heard_by)
    for line in told:
        outbox.tell(
            work, line, "staff_not_me", case="none" if case is None else case.code, by=", ".join(sorted(heard_by))
        )
    work.record("disown", "contact", moment.contact.id, clause="X5")
    promise_call(moment, [line.lane_id for line in told])
    return Done()


ACTS: Mapping[type, Perform] = {Disown: disown}
