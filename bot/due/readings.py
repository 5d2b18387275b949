"""What falls due once a month: managers look at a few readings of others (H2.2)."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from bot import watching
from bot.due.cases import Handler
from bot.organisation import Organisation
from storage.ids import id_for
from storage.work import Work

SAMPLE = "reading_sample"
MONTHLY = id_for(SAMPLE)
AT_NIGHT = time(3, 0)
PAST_ANY_MONTH = timedelta(days=31)


def begin(work: Work, organisation: Organisation) -> None:
    """Let it fall due monthly, if it does not yet."""
    if not work.has_timer(SAMPLE, MONTHLY):
        work.set_timer(SAMPLE, MONTHLY, _next_first(work.now, organisation))


def sample(work: Work, organisation: Organisation, _subject: UUID, _step: str) -> None:
    """H2.2: on the first of a month; where nobody worked then, as soon as somebody does, and only once."""
    watching.sample_readings(work)
    work.set_timer(SAMPLE, MONTHLY, _next_first(work.now, organisation))


def _next_first(now: datetime, organisation: Organisation) -> datetime:
    local = now.astimezone(organisation.zone).date().replace(day=1)
    return datetime.combine((local + PAST_ANY_MONTH).replace(day=1), AT_NIGHT, organisation.zone)


DUE: Mapping[str, Handler] = {SAMPLE: sample}
