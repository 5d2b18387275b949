"""G5.3: a stranger who names a flagged family hears what everybody hears; staff and safeguarding hear of it."""

from bot.acts.staff_alerts import tell_guards
from bot.moment import Moment
from storage import alerts, cases, deeds
from storage.ids import id_for


def notice_named(moment: Moment, words: str) -> None:
    """Tell those who watch over a flagged family, once a day for each writer. The writer learns nothing by it."""
    work = moment.work
    for family_id in alerts.named_in(work, words, moment.contact.lane_id):
        case = cases.of_family(work, family_id)
        today = work.now.date().isoformat()
        if case is None or not deeds.first_time(work, id_for("named", moment.contact.id, family_id, today)):
            continue
        work.record("name_flagged", "case", case.code, clause="G5.3")
        tell_guards(work, "staff_flagged_named", case.code)
