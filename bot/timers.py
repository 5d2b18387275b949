"""Fires what is due: each timer in its own transaction, by its kind's handler."""

from datetime import timedelta
from uuid import UUID

import structlog

from bot import erased, published, turn
from bot.due import DUE, OPENINGS
from bot.due.erasing import ERASING
from bot.due.meetings import Opening
from bot.house import House
from storage import cases, timers

log = structlog.get_logger()
AGAIN = timedelta(minutes=1)


def fire_due(house: House) -> int:
    """Fire everything that is due now; answers how many."""
    fired = 0
    while _fire_one(house):
        fired += 1
    return fired


def _fire_one(house: House) -> bool:
    timer: timers.Timer | None = None
    to_resume: UUID | None = None
    to_open: list[Opening] = []
    try:
        with house.work("clock") as work:
            timer = timers.claim(work)
            if timer is None:
                return False
            if timer.kind == "decided":
                to_resume = cases.contact_of(work, timer.subject_id)
            elif timer.kind in OPENINGS:
                to_open = OPENINGS[timer.kind](work, timer.subject_id)
                timers.done(work, timer)
            else:
                organisation = published.in_force(work, house.organisation)
                DUE[timer.kind](work, organisation, timer.subject_id, timer.step)
                timers.done(work, timer)
        if timer.kind == "decided":
            _resume(house, timer, to_resume)
        if timer.kind in ERASING:
            erased.keep(house)
        for each in to_open:
            turn.open_for_staff(house, each.contact_id, each.flow, each.subject)
    except Exception as fault:
        if timer is None:
            raise
        log.warning("timer_failed", kind=timer.kind, timer=str(timer.id), fault=type(fault).__name__)
        with house.work("clock") as work:
            timers.postpone(work, timer.id, work.now + AGAIN, type(fault).__name__)
    return True


def _resume(house: House, timer: timers.Timer, contact_id: UUID | None) -> None:
    """Play the family's conversation, then mark: playing it twice says nothing twice."""
    if contact_id is not None:
        turn.resume(house, contact_id)
    with house.work("clock") as work:
        timers.done(work, timer)
