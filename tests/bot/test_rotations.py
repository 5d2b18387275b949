"""G6.5 through whole conversations: however many report a leak at once, there is one new password."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

import storage.rotations
from bot import sender, turn
from bot.acts import ACTS
from bot.channels.channel import Inbound, Outbound
from bot.moment import Moment
from flows.policy import Refused
from flows.staff.acts.breaches import ReportBreach
from flows.staff.acts.groups import ListGroups, ListMembers
from storage import contacts
from storage.tables import audit, meetings, outbox, passwords
from storage.work import Work
from tests.group_life import Life
from tests.racing import overtaken, until_it_waits
from tests.stage import Stage
from tests.words import TEXTS


@pytest.fixture
def tonight(playground: Stage) -> Stage:
    playground.talk.do("after parts/tonight.txt")
    return playground


def play(at: Stage, *lines: str) -> None:
    for line in lines:
        at.talk.do(line)


def living(at: Stage) -> list[int]:
    """The versions of the password that are not dead."""
    with at.house.engine.begin() as connection:
        return list(connection.execute(select(passwords.c.version).where(passwords.c.dead_at.is_(None))).scalars())


def on_the_platform(at: Stage) -> int:
    """The version of the password that somebody has ticked for."""
    with at.house.engine.begin() as connection:
        return int(connection.execute(select(meetings.c.platform_version)).scalar_one())


def rotations(at: Stage) -> int:
    with at.house.engine.begin() as connection:
        return len(connection.execute(select(audit.c.n).where(audit.c.act == "rotate")).all())


def journal(at: Stage, channel: str, who: str, text: str) -> UUID:
    """Keep a message whose turn nobody has taken yet."""
    kept = turn.receive(at.house, Inbound(channel, who, str(uuid4()), text, at.house.clock.now()))
    assert kept is not None
    return kept


def take_at_once(at: Stage, *inbox_ids: UUID) -> None:
    ready = Barrier(len(inbox_ids))

    def take(inbox_id: UUID) -> None:
        ready.wait()
        turn.take(at.house, inbox_id)

    with ThreadPoolExecutor(len(inbox_ids)) as threads:
        list(threads.map(take, inbox_ids))
    at.settle()


@pytest.mark.clause("G6.5")
def test_two_of_staff_and_a_member_who_report_a_leak_at_once_make_one_new_password(tonight: Stage) -> None:
    play(tonight, "sara> PASSWORD", "anna> ROTATE M-1", "ben> ROTATE M-1")
    told = [("signal", "anna", "1"), ("signal", "ben", "1"), ("signal", "sara", "LEAKED")]
    take_at_once(tonight, *(journal(tonight, *each) for each in told))
    assert living(tonight) == [2]
    assert rotations(tonight) == 1


@pytest.mark.clause("G6.5")
def test_a_rotation_during_the_ticks_changes_nothing_while_they_are_for_the_newest_password(tonight: Stage) -> None:
    play(tonight, "anna> ROTATE M-1", "anna> 1", "anna> SKIP")
    play(tonight, "maria> ROTATE M-1", "maria> 1")
    assert living(tonight) == [2]
    play(tonight, "anna> ALL")
    assert rotations(tonight) == 1
    assert on_the_platform(tonight) == 2


@pytest.mark.clause("G6.5")
def test_ticks_for_a_password_that_died_meanwhile_are_asked_again_for_the_next(tonight: Stage) -> None:
    play(tonight, "anna> ROTATE M-1", "anna> 1", "anna> SKIP")
    play(tonight, "maria> READY M-1", "maria> SKIP", "maria> ALL")
    play(tonight, "ben> ROTATE M-1", "ben> 1", "anna> ALL")
    assert living(tonight) == [3]
    assert on_the_platform(tonight) == 2
    assert "Send me the link" in tonight.talk.said_to("anna")[-1]
    play(tonight, "anna> SKIP", "anna> ALL")
    assert on_the_platform(tonight) == 3


@dataclass
class Phones:
    """A messenger that takes whatever it is given; `meanwhile` happens as it takes the first."""

    meanwhile: Callable[[], object] = lambda: None
    has_taken: int = 0
    name = "signal"
    has_window = False

    async def send(self, message: Outbound) -> str:
        self.has_taken += 1
        if self.has_taken == 1:
            self.meanwhile()
        return str(message.id)

    async def sent_before(self, _: Outbound) -> str | None:
        return None


def rotate(life: Life, work: Work) -> None:
    assert storage.rotations.rotate(work, life.meeting(), "leaked")


def deliver(life: Life, person_id: UUID, phones: Phones) -> int:
    return asyncio.run(sender.deliver(life.house(), {"signal": phones}, life.contact(person_id).lane_id))


def became_of_the_release(life: Life) -> list[tuple[str, str]]:
    with life.engine.begin() as connection:
        of_it = select(outbox.c.template, outbox.c.status).where(outbox.c.release_id.is_not(None))
        return [(template, status) for template, status in connection.execute(of_it.order_by(outbox.c.n))]


def taken_back(life: Life) -> int:
    with life.engine.begin() as connection:
        return len(connection.execute(select(outbox.c.id).where(outbox.c.act == "delete")).all())


@pytest.mark.clause("G6.5")
def test_what_was_to_leave_as_the_password_is_changed_stays(ready: Life) -> None:
    sara = ready.member("Sara")
    ready.release(sara)
    staff = ready.work("staff:anna")
    overtaken(ready.engine, staff, partial(rotate, ready), lambda: deliver(ready, sara, Phones()))
    assert became_of_the_release(ready) == [("meeting_link", "void"), ("meeting_password", "void")]
    assert taken_back(ready) == 0


@pytest.mark.clause("G6.4")
def test_what_was_to_leave_as_its_person_is_suspended_stays(ready: Life) -> None:
    sara = ready.member("Sara")
    ready.release(sara)
    group = ready.at("anna", ListGroups(), ACTS[ListGroups])[0].code
    breach = ReportBreach(
        group, ready.at("anna", ListMembers(group), ACTS[ListMembers])[0][0], "no_screenshots", "Seen."
    )

    def report(work: Work) -> None:
        line = contacts.of_staff(work, ready.staff["anna"])
        assert line is not None
        moment = Moment(work, ready.organisation, line, ready.staff["anna"], uuid4(), None, "act", texts=TEXTS)
        assert not isinstance(ACTS[ReportBreach](moment, breach), Refused)

    overtaken(ready.engine, ready.work("staff:anna"), report, lambda: deliver(ready, sara, Phones()))
    assert became_of_the_release(ready) == [("meeting_link", "void"), ("meeting_password", "void")]


@pytest.mark.clause("G6.5")
def test_what_has_left_as_the_password_is_changed_is_taken_back(ready: Life) -> None:
    sara = ready.member("Sara")
    ready.release(sara)
    with ThreadPoolExecutor(1) as pool, ExitStack() as staff:
        phones = Phones(lambda: rotate(ready, staff.enter_context(ready.work("staff:anna"))))
        delivering = pool.submit(deliver, ready, sara, phones)
        until_it_waits(ready.engine, delivering)
        staff.close()
        delivering.result()
    assert became_of_the_release(ready) == [("meeting_link", "sent"), ("meeting_password", "void")]
    assert taken_back(ready) == 1
