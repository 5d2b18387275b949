"""Passwords that do not get through, a leader whose own line is silent, and staff who hear nothing."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, select, update

from bot import unheard, unreached
from bot.acts import staff_overview
from bot.send_failures import give_up
from flows.staff.acts.overview import ReadClocks
from storage import contacts, outbox, queued, releases, staff_lines
from storage.crypto import KeyRing
from storage.tables import outbox as rows
from storage.tables import timers
from tests.group_life import Life, begin
from tests.words import TEXTS

RING = "staff_ring_these"


@pytest.fixture
def life(database: Engine, keys: KeyRing, moment: datetime) -> Life:
    """Sara and Tom were given the password, and the messenger did not take it."""
    begun = begin(database, keys, moment)
    with begun.work() as work:
        contacts.add(work, "telegram", "-100", "staff_channel")
    begun.make_ready()
    for name in ("Sara", "Tom"):
        begun.release(begun.member(name))
    mark(begun, rows.c.release_id.is_not(None), status="due", attempts=1)
    return begun


def mark(life: Life, *where: Any, **values: Any) -> None:
    with life.work() as work:
        work.connection.execute(update(rows).where(*where).values(values))


def through(life: Life, count: int) -> None:
    """So many of the families have their password."""
    with life.work() as work:
        given = select(rows.c.lane_id).where(rows.c.release_id.is_not(None)).distinct().order_by(rows.c.lane_id)
        lanes = list(work.connection.execute(given.limit(count)).scalars())
    mark(life, rows.c.lane_id.in_(lanes), status="sent")


def fire(life: Life) -> None:
    """Half a minute passes, with the step that the timer has."""
    with life.work() as work:
        steps = select(timers.c.step).where(timers.c.kind == unreached.HEARD, timers.c.done_at.is_(None))
        step = work.connection.execute(steps).scalar_one()
        work.connection.execute(update(timers).values(done_at=work.now))
        unreached.tell_how_many(work, life.organisation, life.meeting_id, step)


def ring(life: Life) -> None:
    with life.work() as work:
        unreached.ring_these(work, life.organisation, life.meeting_id, "")


def card(life: Life) -> list[str]:
    """What the staff channel reads of it, in words."""
    with life.work() as work:
        channel = contacts.staff_channel(work)
        assert channel is not None
        found = select(rows.c.id, rows.c.template, rows.c.params_sealed).where(rows.c.contact_id == channel.id)
        told = [
            (row.template, keys_of(work, row))
            for row in work.connection.execute(found.order_by(rows.c.n))
            if row.template
        ]
    return [TEXTS.say("en", template, **params) for template, params in told if "Sara" not in str(params)]


def keys_of(work: Any, row: Any) -> dict[str, Any]:
    params: dict[str, Any] = work.keys.open_json("outbox.params", row.id, row.params_sealed)
    return params


@pytest.mark.clause("G6.4")
def test_when_the_leader_heard_it_the_staff_channel_says_so_and_does_not_repeat_itself(life: Life) -> None:
    ring(life)
    mark(life, rows.c.template == RING, status="sent")
    fire(life)
    [told] = card(life)
    assert "does not get through to 2 families. The leader or the second has been told" in told
    ring(life)
    fire(life)
    assert card(life) == [told]
    assert life.told(handle="anna").count(RING) == 1
    through(life, 1)
    ring(life)
    mark(life, rows.c.template == RING, status="sent")
    fire(life)
    assert "does not get through to one family." in card(life)[-1]
    assert "1 " not in card(life)[-1].replace(life.meeting().code, "")


@pytest.mark.clause("G6.4")
def test_when_the_leaders_line_is_silent_too_a_person_must_ring_the_leader_and_hears_when_it_works_again(
    life: Life,
) -> None:
    ring(life)
    fire(life)
    [told] = card(life)
    assert "2 families" in told
    assert "lines of the leader and the second are silent too" in told
    assert "ring the leader now" in told
    assert "has been told" not in told
    fire(life)
    assert card(life) == [told]
    through(life, 1)
    mark(life, rows.c.template == RING, status="sent")
    fire(life)
    assert card(life)[1:] == [card(life)[-1]]
    assert "the line works again. One family is still without the password" in card(life)[-1]


@pytest.mark.clause("G6.4")
def test_a_line_that_refused_it_is_tried_anew_every_five_minutes_until_it_works_again(life: Life) -> None:
    ring(life)
    mark(life, rows.c.template == RING, status="failed")
    fire(life)
    fire(life)
    assert life.told(handle="anna").count(RING) == 2
    mark(life, rows.c.template == RING, status="sent")
    fire(life)
    assert "the line works again" in card(life)[-1]


@pytest.mark.clause("G6.4")
def test_when_everybody_has_the_password_after_all_that_is_said(life: Life) -> None:
    ring(life)
    fire(life)
    through(life, 2)
    fire(life)
    assert card(life)[-1].endswith("Every family has the password now.")
    with life.work() as work:
        assert not work.has_timer(unreached.HEARD, life.meeting_id)


@pytest.mark.clause("G6.4", "G5.6")
def test_two_adults_of_one_family_are_one_family_and_the_staff_channel_reads_no_name(life: Life) -> None:
    with life.work() as work:
        assert {each.screen_name for each in releases.unreached(work, life.meeting_id)} == {"Sara", "Tom"}
        assert "Sara" not in repr(releases.unreached(work, life.meeting_id))
    ring(life)
    fire(life)
    assert not [each for each in card(life) if "Sara" in each or "Tom" in each]


def lose(life: Life, handle: str, text_id: str = "staff_still") -> UUID:
    """A message to somebody's line that the sender gives up."""
    with life.work() as work:
        line = contacts.of_staff(work, life.staff[handle])
        assert line is not None
        work.connection.execute(update(rows).where(rows.c.lane_id == line.lane_id).values(status="sent"))
        row_id = outbox.tell(work, line, text_id)
        assert row_id is not None
        found = queued.next_due(work, line.lane_id)
        assert found is not None
        row, _ = found
        assert row.id == row_id
        give_up(work, row, "failed", "no_words")
    return row_id


def tell_of_the_unheard(life: Life) -> None:
    with life.work() as work:
        assert work.has_timer(unheard.KIND, unheard.SUBJECT)
        unheard.tell(work, life.organisation, unheard.SUBJECT, "")
        work.cancel_timers(unheard.SUBJECT)


@pytest.mark.clause("X2")
def test_staff_who_hear_nothing_are_told_of_once_a_day_by_their_short_names_to_those_who_hear(life: Life) -> None:
    lose(life, "ben")
    lose(life, "maria")
    tell_of_the_unheard(life)
    assert card(life)[-1].startswith("Messages to ben, maria did not arrive.")
    assert "staff_unheard" in life.told(handle="max")
    assert "staff_unheard" not in life.told(handle="maria")
    lose(life, "ben")
    with life.work() as work:
        assert not work.has_timer(unheard.KIND, unheard.SUBJECT)
    life.now += timedelta(days=1)
    lose(life, "ben")
    tell_of_the_unheard(life)
    assert life.told(handle="max").count("staff_unheard") == 2


def test_whoever_hears_again_is_told_of_no_more(life: Life) -> None:
    row_id = lose(life, "ben")
    assert [each.code for each in clocks(life, "maria") if each.kind == "clock_unheard"] == ["ben"]
    assert not [each for each in clocks(life, "anna") if each.kind == "clock_unheard"]
    with life.work() as work:
        assert [each.handle for each in staff_lines.unheard(work.connection, work.now)] == ["ben"]
        assert staff_lines.unheard(work.connection, work.now + timedelta(days=8)) == []
    mark(life, rows.c.id == row_id, status="delivered")
    with life.work() as work:
        assert staff_lines.unheard(work.connection, work.now) == []
    before = card(life)
    tell_of_the_unheard(life)
    assert card(life) == before


def clocks(life: Life, handle: str) -> Any:
    return life.at(handle, ReadClocks(), staff_overview.read_clocks)
