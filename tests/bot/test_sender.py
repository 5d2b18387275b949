"""What the sender promises: nothing twice, nothing out of order, nothing that may no longer be said."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text, update

from bot import notices, sender
from bot.channels.channel import SendError
from bot.channels.notices import Receipt
from bot.send_failures import TRIES, settle_failure
from storage import contacts, lanes, outbox, pauses, phones, queued, receipts, several_changes
from storage.contacts import Contact
from storage.queued import Row
from storage.tables import audit, memberships
from storage.tables import outbox as outbox_rows
from storage.work import Work
from tests.asked import asked
from tests.stage import Stage


def amira(playground: Stage, channel: str = "signal") -> Contact:
    with playground.house.work("test") as work:
        phones.add(work, "amira", channel, None)
        return contacts.add(work, channel, "amira")


def queue(playground: Stage, contact: Contact, *text_ids: str, **how: Any) -> list[UUID]:
    with playground.house.work("test") as work:
        rows = [outbox.tell(work, contact, text_id, **how) for text_id in text_ids]
    return [row for row in rows if row is not None]


def row(playground: Stage, row_id: UUID) -> Any:
    with playground.house.engine.begin() as connection:
        return connection.execute(select(outbox_rows).where(outbox_rows.c.id == row_id)).mappings().one()


def screen(playground: Stage) -> list[str]:
    playground.talk.look()
    return playground.talk.said_to("amira")


def words(playground: Stage, *text_ids: str) -> list[str]:
    return [playground.house.texts.say("en", text_id) for text_id in text_ids]


def outcomes(playground: Stage, act: str) -> list[str]:
    with playground.house.engine.begin() as connection:
        return list(connection.execute(select(audit.c.outcome).where(audit.c.act == act)).scalars())


def next_row(work: Work, contact: Contact) -> Row:
    found = queued.next_due(work, contact.lane_id)
    assert found is not None
    return found[0]


def begun(work: Work, contact: Contact) -> Row:
    """The next row, as a process that sends it has marked it."""
    row = next_row(work, contact)
    queued.mark(work, row.id, "sending", claimed_at=work.now, attempts=row.attempts + 1)
    return row


def leave_in_sending(playground: Stage, row_id: UUID) -> None:
    """What a process leaves that was killed while it sent."""
    with playground.house.work("test") as work:
        queued.mark(work, row_id, "sending", claimed_at=work.now, attempts=1)


def test_a_timeout_after_sending_is_looked_up_and_not_repeated(playground: Stage) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    playground.talk.do("fault signal timeout-after-send 1")
    playground.settle()
    assert screen(playground) == words(playground, "stopped")
    assert (row(playground, sent)["status"], row(playground, sent)["attempts"]) == ("sent", 1)


def test_what_is_for_the_morning_does_not_leave_at_night_with_what_had_to_wait_for_its_pace(playground: Stage) -> None:
    with playground.house.work("test") as work:
        channel = contacts.staff_channel(work)
        assert channel is not None
        first, second, morning = (
            outbox.tell(work, channel, "staff_parked_turn", due_at=work.now + timedelta(hours=hours))
            for hours in (0, 0, 6)
        )
        found = begun(work, channel)
        settle_failure(work, row=found, error=SendError("paced", wait=timedelta(seconds=15)))
        behind = [each.id for each in queued.behind(work, replace(found, reason="paced"), 20)]
    assert (found.id, behind) == (first, [second])
    assert morning is not None
    assert row(playground, morning)["reason"] is None


@pytest.mark.parametrize(("earlier", "status"), [("may_be_repeated", "unknown"), (None, "failed")])
def test_of_what_may_have_gone_out_before_the_last_try_nobody_says_that_it_failed(
    playground: Stage, earlier: str | None, status: str
) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    with playground.house.work("test") as work:
        queued.mark(work, sent, "due", reason=earlier, attempts=TRIES)
        settle_failure(work, row=begun(work, contact), error=SendError("down"))
    assert row(playground, sent)["status"] == status


@pytest.mark.parametrize(
    "error",
    [
        SendError("down"),
        SendError("paced"),
        SendError("refused", permanent=True),
        SendError("identity_changed", permanent=True),
        SendError("challenge_required", challenge="1"),
    ],
    ids=lambda error: error.reason,
)
def test_that_a_message_may_have_gone_before_is_not_forgotten_whatever_befalls_it_next(
    playground: Stage, error: SendError
) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    leave_in_sending(playground, sent)
    with playground.house.work("test") as work:
        settle_failure(work, row=begun(work, contact), error=error)
    assert row(playground, sent)["reason"] == "may_be_repeated"


def test_nor_is_it_when_it_may_not_go_any_more(playground: Stage) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "still_here", reply=False)
    leave_in_sending(playground, sent)
    with playground.house.work("test") as work:
        contacts.change(work, contact.id, stopped_at=work.now)
    playground.settle()
    assert (row(playground, sent)["status"], row(playground, sent)["reason"]) == ("void", "may_be_repeated")


def test_what_may_have_gone_before_waits_no_longer_than_others_for_a_solved_puzzle(playground: Stage) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    leave_in_sending(playground, sent)
    with playground.house.work("test") as work:
        pauses.wait(work, next_row(work, contact), work.now + timedelta(minutes=15))
        assert pauses.end(work, "signal") == 1
    playground.settle()
    assert (row(playground, sent)["status"], row(playground, sent)["reason"]) == ("sent", "may_be_repeated")


def test_a_refused_message_is_failed_and_recorded(playground: Stage) -> None:
    contact = amira(playground)
    first, second = queue(playground, contact, "stopped", "started", reply=True)
    playground.talk.do("fault signal refused 1")
    playground.settle()
    assert screen(playground) == words(playground, "started")
    assert [row(playground, each)["status"] for each in (first, second)] == ["failed", "sent"]
    assert outcomes(playground, "send") == ["failed:refused"]


@pytest.mark.parametrize(("fault", "lost"), [("refused", True), ("timeout-after-send", False), ("throttled", False)])
def test_staff_hear_once_a_day_of_a_family_whose_messages_may_not_arrive(
    playground: Stage, fault: str, lost: bool
) -> None:
    playground.talk.do("after parts/asked.txt")
    with playground.house.work("test") as work:
        contact = contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", "amira"))
    assert contact is not None
    playground.talk.do(f"fault whatsapp {fault} 2")
    queue(playground, contact, "stopped", "started", reply=True)
    playground.settle()
    playground.talk.look()
    heard = [text for text in playground.talk.said_to("staff-channel") if "may not have arrived" in text]
    assert len(heard) == lost
    playground.talk.do("anna> CASE F-1")
    shown = [text for text in playground.talk.said_to("anna") if "2 messages to them" in text]
    assert len(shown) == lost


def test_a_throttled_message_waits_and_holds_back_those_behind_it(playground: Stage) -> None:
    contact = amira(playground)
    queue(playground, contact, "stopped", "started", reply=True)
    playground.talk.do("fault signal throttled 1")
    playground.settle()
    assert screen(playground) == []
    playground.house.clock.forward(timedelta(minutes=1))
    playground.settle()
    assert screen(playground) == words(playground, "stopped", "started")


def test_a_channel_that_stays_down_is_tried_eight_times(playground: Stage) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    playground.talk.do("fault signal down 99")
    for _ in range(10):
        playground.settle()
        playground.house.clock.forward(timedelta(hours=3))
    assert (row(playground, sent)["status"], row(playground, sent)["attempts"]) == ("failed", 8)


def test_a_message_that_a_dead_process_had_sent_is_not_sent_again(playground: Stage) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    with playground.house.work("test") as work:
        phones.show(work, "amira", "bot", {"text": words(playground, "stopped")[0], "preview": ""}, outbox_id=sent)
    leave_in_sending(playground, sent)
    playground.settle()
    assert screen(playground) == words(playground, "stopped")
    assert (row(playground, sent)["status"], row(playground, sent)["reason"]) == ("sent", None)


def test_a_message_that_a_dead_process_had_not_sent_is_sent_and_marked_as_perhaps_repeated(playground: Stage) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    leave_in_sending(playground, sent)
    playground.settle()
    assert screen(playground) == words(playground, "stopped")
    assert (row(playground, sent)["status"], row(playground, sent)["reason"]) == ("sent", "may_be_repeated")


def test_what_a_dead_process_may_have_sent_stays_marked_when_the_next_try_is_refused_for_now(
    playground: Stage,
) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    leave_in_sending(playground, sent)
    playground.talk.do("fault signal throttled 1")
    playground.settle()
    assert (row(playground, sent)["status"], row(playground, sent)["reason"]) == ("due", "may_be_repeated")
    playground.house.clock.forward(timedelta(minutes=5))
    playground.settle()
    assert (row(playground, sent)["status"], row(playground, sent)["reason"]) == ("sent", "may_be_repeated")


def test_a_closed_window_holds_a_message_until_the_person_writes(playground: Stage) -> None:
    playground.talk.do("phone amira whatsapp")
    playground.talk.do("amira> hello")
    with playground.house.work("test") as work:
        contact = contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", "amira"))
    assert contact is not None
    playground.house.clock.forward(timedelta(hours=25))
    before = len(screen(playground))
    first, second = queue(playground, contact, "stopped", "started")
    playground.settle()
    assert screen(playground)[before:] == words(playground, "message_waiting")
    assert [row(playground, each)["status"] for each in (first, second)] == ["held", "held"]
    playground.talk.do("amira>(photo)")
    assert screen(playground)[before + 1 :][:2] == words(playground, "stopped", "started")


def test_what_the_bot_sends_by_itself_is_void_after_stop(playground: Stage) -> None:
    contact = amira(playground)
    with playground.house.work("test") as work:
        contacts.change(work, contact.id, stopped_at=work.now)
    pushed, answered = queue(playground, contact, "started"), queue(playground, contact, "stopped", reply=True)
    playground.settle()
    assert screen(playground) == words(playground, "stopped")
    assert [row(playground, each)["status"] for each in (*pushed, *answered)] == ["void", "sent"]


@pytest.mark.clause("X4", "G12.5", "A2")
@pytest.mark.parametrize("text_id", ["data_erased", "data_ask_again", "complaint_after_first"])
def test_stop_does_not_hold_back_an_answer_that_was_promised_but_a_concern_does(
    playground: Stage, text_id: str
) -> None:
    contact = amira(playground)
    with playground.house.work("test") as work:
        contacts.change(work, contact.id, stopped_at=work.now)
    queue(playground, contact, text_id)
    playground.settle()
    assert screen(playground) == words(playground, text_id)
    with playground.house.work("test") as work:
        contacts.change(work, contact.id, paused_at=work.now)
    [held] = queue(playground, contact, text_id)
    playground.settle()
    assert row(playground, held)["status"] == "held"


def test_a_password_queued_for_somebody_who_is_barred_before_it_is_sent_is_never_sent(playground: Stage) -> None:
    talk = playground.talk
    talk.do("after parts/tonight.txt")
    talk.do("fault signal down 1")
    talk.do("sara> PASSWORD")
    with playground.house.engine.begin() as connection:
        connection.execute(update(memberships).values(status="barred"))
    talk.do("clock +5m")
    assert not [text for text in talk.said_to("sara") for word in talk.names.real("password") if word in text]
    with playground.house.engine.begin() as connection:
        secret = select(outbox_rows.c.status).where(outbox_rows.c.release_id.is_not(None))
        assert set(connection.execute(secret).scalars()) == {"void"}


def test_the_same_password_is_sent_when_nothing_has_changed(playground: Stage) -> None:
    """Else the test above could not fail."""
    talk = playground.talk
    talk.do("after parts/tonight.txt")
    talk.do("fault signal down 1")
    talk.do("sara> PASSWORD")
    talk.do("clock +5m")
    assert [text for text in talk.said_to("sara") for word in talk.names.real("password") if word in text]


def test_a_password_leaves_after_few_questions_and_its_meeting_is_read_once(playground: Stage) -> None:
    playground.talk.do("after parts/tonight.txt")
    playground.talk.do("fault signal down 1")
    playground.talk.do("sara> PASSWORD")
    playground.house.clock.forward(timedelta(minutes=5))
    with playground.house.engine.begin() as connection:
        waiting = select(outbox_rows.c.lane_id).where(outbox_rows.c.release_id.is_not(None))
        lane_id = connection.execute(waiting.distinct()).scalar_one()
    with asked(playground.house.engine) as seen:
        sent = asyncio.run(sender.deliver(playground.house, playground.channels, lane_id))
    ours = [each for each in seen if "phone" not in each and "marks" not in each]
    assert len([each for each in ours if "FROM meetings" in each]) == 2  # The link's and the password's.
    assert len(ours) <= 8 * sent + 2


def test_a_wake_up_that_comes_to_an_empty_lane_asks_nothing_more_and_writes_nothing(playground: Stage) -> None:
    contact = amira(playground)
    with playground.house.engine.begin() as connection:
        before = connection.execute(text("SELECT xmin::text FROM lanes WHERE id = :lane"), {"lane": contact.lane_id})
        written = before.scalar_one()
    with asked(playground.house.engine) as seen:
        assert asyncio.run(sender.deliver(playground.house, playground.channels, contact.lane_id)) == 0
    assert len(seen) == 2
    with playground.house.engine.begin() as connection:
        after = connection.execute(text("SELECT xmin::text FROM lanes WHERE id = :lane"), {"lane": contact.lane_id})
        assert after.scalar_one() == written


@pytest.mark.clause("G6.7")
def test_the_leaders_own_copy_of_a_password_leaves_nothing_behind(playground: Stage) -> None:
    playground.talk.do("after parts/tonight.txt")
    with playground.house.work("test") as work:
        shown = select(outbox_rows).where(outbox_rows.c.template == "staff_ready_password")
        rows = work.connection.execute(shown).mappings().all()
        left = [work.keys.open_json("outbox.params", each["id"], each["params_sealed"]) for each in rows]
    assert rows
    assert all({"password", "password_words", "link"}.isdisjoint(params) for params in left)


@pytest.mark.clause("A3")
def test_what_waits_on_the_other_messenger_of_somebody_who_may_be_in_danger_is_not_sent(playground: Stage) -> None:
    contact = amira(playground)
    (pushed,) = queue(playground, contact, "case_late")
    with playground.house.work("test") as work:
        other = contacts.add(work, "whatsapp", "amira-whatsapp")
        several_changes.join(work, contact.id, other)
        contacts.change(work, other.id, paused_at=work.now)
    (answer,) = queue(playground, contact, "still_here", reply=True)
    playground.settle()
    assert (row(playground, pushed)["status"], row(playground, pushed)["reason"]) == ("void", "refused_unsafe_to_write")
    assert row(playground, answer)["status"] == "sent"


@pytest.mark.parametrize("status", ["delivered", "sent", "void"])
def test_a_failure_that_is_written_down_late_changes_nothing_that_was_settled_meanwhile(
    playground: Stage, status: str
) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    with playground.house.work("test") as work:
        row_then = begun(work, contact)
        queued.mark(work, sent, status)
        assert not settle_failure(work, row=row_then, error=SendError("timeout", unknown=True))
    assert (row(playground, sent)["status"], row(playground, sent)["reason"]) == (status, None)


def test_a_failure_of_a_process_that_slept_leaves_the_row_to_who_took_it_up(playground: Stage) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    with playground.house.work("test") as work:
        row_then = begun(work, contact)
        begun(work, contact)
        assert not settle_failure(work, row=row_then, error=SendError("down"))
    assert row(playground, sent)["status"] == "sending"


def test_a_success_that_is_written_down_late_does_not_stop_what_the_messenger_refused_meanwhile(
    playground: Stage,
) -> None:
    contact = amira(playground)
    (sent,) = queue(playground, contact, "stopped", reply=True)
    with playground.house.work("test") as work:
        begun(work, contact)
        queued.again_later(work, sent, work.now)
        receipts.sent(work, sent, "r1", None)
    assert (row(playground, sent)["status"], row(playground, sent)["provider_ref"]) == ("due", None)


def test_a_lane_is_kept_for_as_long_as_a_provider_takes(playground: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the sweeper of the same process would take the message for a dead one's, and send it again."""
    contact = amira(playground)
    queue(playground, contact, "stopped", reply=True)
    monkeypatch.setattr(sender, "RENEW_SECONDS", 0.02)
    monkeypatch.setattr(lanes, "LASTS", 0.1)
    monkeypatch.setattr(sender, "_send_words", partial(_slowly, sender._send_words))
    free: list[bool] = []

    def look() -> None:
        with playground.house.work("sweeper") as work:
            free.append(lanes.lease(work, contact.lane_id, "another"))

    async def looking() -> int:
        sending = asyncio.create_task(sender.deliver(playground.house, playground.channels, contact.lane_id))
        while not sending.done():
            await asyncio.sleep(0.05)
            if not sending.done():
                await asyncio.to_thread(look)
        return await sending

    assert asyncio.run(looking()) == 1
    assert free
    assert not any(free)


async def _slowly(send: Callable[[Any], Awaitable[Any]], claimed: Any) -> Any:
    await asyncio.sleep(0.6)
    return await send(claimed)


def throttled(playground: Stage, row_id: UUID) -> None:
    with playground.house.work("test") as work:
        queued.mark(work, row_id, "sent", provider_ref="SM1", attempts=4)
    notices.note(playground.house, Receipt("whatsapp", ("SM1",), "failed", reason="throttled"))


def test_a_message_that_was_throttled_after_all_holds_nothing_back(playground: Stage) -> None:
    contact = amira(playground, "whatsapp")
    with playground.house.work("test") as work:
        contacts.heard_from(work, contact, None)
    (first,) = queue(playground, contact, "stopped", reply=True)
    playground.settle()
    throttled(playground, first)
    (second,) = queue(playground, contact, "still_here", reply=True)
    playground.settle()
    assert (row(playground, first)["status"], row(playground, second)["status"]) == ("due", "sent")
