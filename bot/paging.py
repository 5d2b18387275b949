"""Safeguarding concerns: raised, and paged privately until a human has one. Never in the staff channel."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from bot.deadlines import after_working_days
from bot.organisation import Organisation
from flows.policy.complaints import concern_chain, people_named
from flows.policy.members import OWED
from storage import concerns, contacts, outbox, several, staff
from storage.concerns import Concern
from storage.staff import Member
from storage.work import Work

PAGE = "concern_page"
ALLEGATION = "concern_allegation"
FORGET = "concern_forget"


def raise_concern(
    work: Work,
    organisation: Organisation,
    concern_id: UUID,
    *,
    words: str,
    source: str,
    danger: str | None = None,
    contact_id: UUID | None = None,
    raised_by: UUID | None = None,
    about: Collection[str] = (),
    allegation: bool = False,
) -> str:
    """A3: keep the words, hold back what the bot would send by itself, and page at once.

    `about`: handles of staff besides those whom the words name; `allegation`: it is about somebody of the staff.
    """
    members = staff.everybody(work)
    named = _named(words, members, about)
    code, is_new = concerns.open_concern(
        work,
        concern_id,
        source=source,
        words=words,
        danger=danger,
        contact_id=contact_id,
        raised_by=raised_by,
        not_to=named,
        about_staff=allegation or bool(named),
    )
    if is_new:
        work.record("raise", "concern", code, clause="A3")
        _hold_back(work, contact_id)
        if named or allegation:
            due = after_working_days(organisation, work.now, 1)
            work.set_timer(ALLEGATION, concern_id, due)
        page(work, organisation, concern_id, 0)
    return code


def page(work: Work, organisation: Organisation, concern_id: UUID, number: int) -> None:
    """A3: page the lead, the lead again, the deputy, a manager, then everybody, until a human has it.

    After a gap in which nothing ran, everybody whose turn has come by now is paged, once.
    """
    concern = concerns.by_id(work, concern_id)
    if concern is None or concern.acknowledged_at is not None or concern.closed_at is not None:
        return
    members = staff.everybody(work)
    chain, following = _chain(work, concern, members), number + 1
    now_paged = set(_whom(chain, number))
    while _due(organisation, concern, following) <= work.now:
        now_paged |= set(_whom(chain, following))
        following += 1
    _tell(work, concern, members, now_paged)
    concerns.change(work, concern.id, pages=following, paged=sorted({*concern.paged, *now_paged}))
    soon = work.now + timedelta(minutes=1)
    work.set_timer(PAGE, concern.id, max(_due(organisation, concern, following), soon), step=str(following))


def tell_more(work: Work, concern: Concern) -> None:
    """A3: more was told: whoever has the concern hears so, else those who were paged."""
    work.record("add_words", "concern", concern.code, clause="A3")
    has_it = concern.acknowledged_by
    ids = [one.id for one in staff.everybody(work) if one.handle in concern.paged] if has_it is None else [has_it]
    for line in staff.lines(work, ids):
        outbox.tell_anew(work, line, "staff_concern_more", code=concern.code)


def begin_again(work: Work, organisation: Organisation, concern_id: UUID) -> None:
    """A3: nobody has it any more: the bot is silent there as at first, and those whose turn has come are paged."""
    concern = concerns.by_id(work, concern_id)
    if concern is not None:
        work.record("release", "concern", concern.code, clause="A3")
        _hold_back(work, concern.contact_id)
        if concern.about_staff and not work.has_timer(ALLEGATION, concern_id):
            work.set_timer(ALLEGATION, concern_id, after_working_days(organisation, work.now, 1))
        page(work, organisation, concern_id, 0)


def remind(work: Work, concern: Concern) -> None:
    """Page those who were paged once more."""
    _tell(work, concern, staff.everybody(work), concern.paged)


def release_pushes(work: Work, concern: Concern) -> None:
    """A3: with its last concern closed, the contact hears from the bot again."""
    if concern.contact_id is not None and not concerns.open_of(work, concern.contact_id):
        lift_pause(work, concern.contact_id)


def lift_pause(work: Work, contact_id: UUID) -> None:
    """A3: the bot may write there again, and on the adult's other contacts but for those with an open concern."""
    contact = contacts.by_id(work, contact_id)
    theirs = [] if contact is None else several.ids_with_it(work, contact)
    for each in theirs:
        if each == contact_id or not concerns.open_of(work, each):
            contacts.change(work, each, paused_at=None)
            outbox.release_held(work, each)
    if contact is not None:
        work.touched.add(contact.lane_id)


def forget_later(work: Work, organisation: Organisation, concern_id: UUID) -> None:
    """A3: it is in the organisation's own record; in some weeks this copy goes."""
    work.set_timer(FORGET, concern_id, work.now + timedelta(days=organisation.retention.concerns))


def _named(words: str, members: Collection[Member], about: Collection[str]) -> frozenset[str]:
    """Find whom it is about; where that leaves nobody to page, it is kept from nobody."""
    named = people_named(words, [(one.handle, one.name) for one in members]) | frozenset(about)
    return named if concern_chain(staff.chart(list(members)), named) else frozenset()


def _chain(work: Work, concern: Concern, members: list[Member]) -> tuple[str, ...]:
    """In which order they are paged; who has no line, or one that is shut, reads nothing, so the next one is paged."""
    heard = {line.lane_id for line in staff.reachable(work, [one.id for one in members])}
    open_now = [one for one in members if one.id in heard]
    chains = (concern_chain(staff.chart(each), frozenset(concern.not_to)) for each in (open_now, members))
    return next((chain for chain in chains if chain), ())


def _whom(chain: tuple[str, ...], number: int) -> tuple[str, ...]:
    if number <= 1:
        return chain[:1]
    return chain[number - 1 : number] if number <= len(chain) and number <= 3 else chain


def _due(organisation: Organisation, concern: Concern, number: int) -> datetime:
    return concern.opened_at + timedelta(minutes=_minutes(organisation, number))


def _minutes(organisation: Organisation, number: int) -> int:
    """Say how long after the concern a page goes out; then again each time the last one's minutes have passed."""
    minutes = organisation.safeguarding.paging_minutes
    if number <= len(minutes):
        return minutes[number - 1]
    return minutes[-1] * (number - len(minutes) + 1)


def _tell(work: Work, concern: Concern, members: Collection[Member], handles: Collection[str]) -> None:
    for line in staff.lines(work, [one.id for one in members if one.handle in handles]):
        outbox.tell_anew(work, line, "staff_concern_page", code=concern.code)
    for handle in sorted(handles):
        work.record("page", "concern", concern.code, outcome=f"to:{handle}")


def _hold_back(work: Work, contact_id: UUID | None) -> None:
    if contact_id is not None:
        contacts.change(work, contact_id, paused_at=work.now)
        outbox.void(work, contact_id=contact_id, reason="concern", but=OWED)
