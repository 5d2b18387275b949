"""Fires what is due: each timer in its own transaction, by its kind's handler."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

import structlog

from bot import erased, published, turn
from bot.acts.staff_hearing import KIND as HEARD
from bot.due import DUE, OPENINGS
from bot.due.erasing import ERASING
from bot.house import House
from bot.locking import REOPENED
from storage import cases, contacts, several, timers
from storage.work import Work

log = structlog.get_logger()
AGAIN = timedelta(minutes=1)
DECIDED, CONFIRMED, TAKEN_UP, READMITTED = "decided", "phone_confirmed", "taken_up", "readmitted"
PLAYED = frozenset({DECIDED, CONFIRMED, TAKEN_UP, READMITTED, HEARD, REOPENED, *OPENINGS})
"""Kinds that are played as turns; they are done when their turns are."""


def fire_due(house: House) -> int:
    """Fire everything that is due now; answers how many."""
    fired = 0
    while _fire_one(house):
        fired += 1
    return fired


def _fire_one(house: House) -> bool:
    timer: timers.Timer | None = None
    try:
        with house.work("clock") as work:
            timer = timers.claim(work)
            if timer is None:
                return False
            turns = _fire(house, work, timer)
        for play in turns:
            play()
        if timer.kind in PLAYED:
            with house.work("clock") as work:
                timers.done(work, timer)
        if timer.kind in ERASING:
            erased.keep(house)
    except Exception as fault:
        if timer is None:
            raise
        log.warning("timer_failed", kind=timer.kind, timer=str(timer.id), fault=type(fault).__name__)
        with house.work("clock") as work:
            timers.postpone(work, timer.id, work.now + AGAIN, type(fault).__name__)
    return True


def _fire(house: House, work: Work, timer: timers.Timer) -> list[Callable[[], None]]:
    """Do what is due. What is played comes back: turns of their own, which played twice say nothing twice."""
    if timer.kind == DECIDED:
        contact_id = cases.contact_of(work, timer.subject_id)
        return [] if contact_id is None else [partial(turn.resume, house, contact_id), *_own_phones(house, work, timer)]
    if timer.kind == TAKEN_UP:
        contact_id = cases.contact_of(work, timer.subject_id)
        return [] if contact_id is None else [partial(turn.resume, house, contact_id, wherever=True)]
    if timer.kind == CONFIRMED:
        return list(_after_confirming(house, work, timer))
    if timer.kind == HEARD:
        return [partial(turn.go_on_after_hearing, house, timer.subject_id)]
    if timer.kind in {REOPENED, READMITTED}:
        contact_id = cases.contact_of(work, timer.subject_id)
        told = {} if timer.kind == REOPENED else {"notice": None}
        return [] if contact_id is None else [partial(turn.begin_again, house, contact_id, **told)]
    if timer.kind in OPENINGS:
        found = OPENINGS[timer.kind](work, timer.subject_id)
        return [partial(turn.open_for_staff, house, each.contact_id, each.flow, each.subject) for each in found]
    organisation = published.in_force(work, house.organisation)
    DUE[timer.kind](work, organisation, timer.subject_id, timer.step)
    timers.done(work, timer)
    return []


def _own_phones(house: House, work: Work, timer: timers.Timer) -> Iterator[Callable[[], None]]:
    """G4.5: after the decision each adult with a phone of their own goes on there."""
    case = cases.by_id(work, timer.subject_id)
    first = None if case is None or case.contact_id is None else contacts.by_id(work, case.contact_id)
    if first is None:
        return
    for contact in several.once_each(contacts.of_family(work, first.lane_id)):
        if contact.home_id != first.home_id:
            yield partial(turn.ask_on_own_phone, house, contact.id, str(timer.id))


def _after_confirming(house: House, work: Work, timer: timers.Timer) -> Iterator[Callable[[], None]]:
    """G4.5: the adult whose phone was confirmed goes on there, and the others go on without them."""
    yield partial(turn.ask_on_own_phone, house, timer.subject_id, str(timer.id))
    own = contacts.by_id(work, timer.subject_id)
    for contact in [] if own is None else contacts.of_family(work, own.lane_id):
        if contact.id != timer.subject_id:
            yield partial(turn.go_on_without, house, contact.id, timer.subject_id)
