"""What a turn promises: each message once, in order, and none lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from bot import jobs, turn
from bot.channels.channel import Inbound
from storage import contacts, erasure, phones, subjects
from storage import inbox as inbox_rows
from storage.inbox import Sender
from storage.tables import audit, conversations, inbox
from tests.asked import asked
from tests.stage import Stage
from tests.talk import STAFF_CHANNEL


@pytest.fixture
def playground(playground: Stage) -> Stage:
    with playground.house.work("test") as work:
        phones.add(work, "amira", "signal", None)
    return playground


def receive(playground: Stage, text: str, key: str = "m1", sent: timedelta = timedelta()) -> UUID | None:
    inbound = Inbound("signal", "amira", key, text, playground.house.clock.now() + sent)
    return turn.receive(playground.house, inbound)


def say(playground: Stage, text: str, key: str, sent: timedelta = timedelta()) -> list[str]:
    """Receive, take, deliver; answers what is new on her screen."""
    before = len(screen(playground))
    kept = receive(playground, text, key, sent)
    assert kept is not None
    turn.take(playground.house, kept)
    playground.settle()
    return screen(playground)[before:]


def screen(playground: Stage) -> list[str]:
    playground.talk.look()
    return playground.talk.said_to("amira")


def words(playground: Stage, *text_ids: str) -> list[str]:
    return [playground.house.texts.say("en", text_id) for text_id in text_ids]


def spoil_state(playground: Stage, state: bytes = b"unreadable") -> bytes:
    """Make every turn of the open conversation fail; answers what was there."""
    with playground.house.engine.begin() as connection:
        whole: bytes = connection.execute(select(conversations.c.state_sealed)).scalar_one()
        connection.execute(update(conversations).values(state_sealed=state))
    return whole


def statuses(playground: Stage) -> list[str]:
    with playground.house.engine.begin() as connection:
        return list(connection.execute(select(inbox.c.status).order_by(inbox.c.n)).scalars())


def test_a_second_delivery_of_the_same_message_is_ignored(playground: Stage) -> None:
    first = say(playground, "hello", "m1")
    assert first
    assert receive(playground, "hello", "m1") is None
    playground.settle()
    assert screen(playground) == first


def test_a_turn_that_fails_three_times_is_parked_and_the_person_is_told(playground: Stage) -> None:
    say(playground, "hello", "m1")
    spoil_state(playground)
    assert say(playground, "1", "m2") == words(playground, "parked_sorry")
    assert statuses(playground) == ["done", "parked"]
    with playground.house.engine.begin() as connection:
        parked = connection.execute(select(audit.c.outcome).where(audit.c.act == "park")).scalars().all()
        assert [outcome.partition(":")[0] for outcome in parked] == ["failed"]
    assert playground.talk.said_to(STAFF_CHANNEL) == words(playground, "staff_parked_turn")


def test_after_a_parked_turn_the_conversation_goes_on(playground: Stage) -> None:
    asked = say(playground, "hello", "m1")
    whole = spoil_state(playground)
    say(playground, "1", "m2")
    spoil_state(playground, whole)
    assert asked[-1] not in say(playground, "English", "m3")
    assert statuses(playground) == ["done", "parked", "done"]


def test_messages_that_come_at_once_are_answered_in_order(playground: Stage) -> None:
    say(playground, "hello", "m1")
    before = len(screen(playground))
    texts = ["STOP", "START"] * 3
    kept = [receive(playground, text, f"m{n}") for n, text in enumerate(texts, 2)]
    with ThreadPoolExecutor(len(kept)) as pool:
        list(pool.map(lambda each: turn.take(playground.house, each), reversed([each for each in kept if each])))
    playground.settle()
    new = [text for text in screen(playground)[before:] if text in words(playground, "stopped", "started")]
    assert new == words(playground, *["stopped", "started"] * 3)
    assert set(statuses(playground)) == {"done"}


def test_a_first_message_that_comes_twice_at_once_makes_one_contact(playground: Stage) -> None:
    kept = [receive(playground, "STOP", f"m{n}") for n in range(4)]
    with ThreadPoolExecutor(len(kept)) as pool:
        list(pool.map(lambda each: turn.take(playground.house, each), [each for each in kept if each]))
    playground.settle()
    assert screen(playground) == words(playground, *["stopped"] * 4)


def test_an_answer_sent_before_its_question_does_not_count(playground: Stage) -> None:
    asked = say(playground, "hello", "m1")
    assert asked[-1] == say(playground, "1", "m2", sent=-timedelta(seconds=5))[-1]


def test_a_message_received_by_a_process_that_died_is_answered_by_the_next(playground: Stage) -> None:
    assert receive(playground, "hello") is not None
    assert screen(playground) == []
    playground.settle()
    assert statuses(playground) == ["done"]
    assert screen(playground)


def test_what_a_dead_process_queued_is_delivered_by_the_next(playground: Stage) -> None:
    kept = receive(playground, "STOP")
    assert kept is not None
    turn.take(playground.house, kept)
    assert screen(playground) == []
    assert jobs.anything_due(playground.house)
    playground.settle()
    assert screen(playground) == words(playground, "stopped")


def test_neither_the_words_nor_the_address_of_a_message_are_kept_in_clear(playground: Stage) -> None:
    receive(playground, "a very rare sentence")
    with playground.house.engine.begin() as connection:
        frame, token = connection.execute(select(inbox.c.frame_sealed, inbox.c.address_token)).one()
    assert b"rare" not in bytes(frame)
    assert b"amira" not in bytes(token)


@pytest.mark.parametrize("kind", ["reaction", "delete"])
def test_a_reaction_is_never_an_answer(playground: Stage, kind: str) -> None:
    say(playground, "hello", "m1")
    before = screen(playground)
    inbound = Inbound("signal", "amira", "m2", "1", playground.house.clock.now(), kind)
    kept = turn.receive(playground.house, inbound)
    assert kept is not None
    turn.take(playground.house, kept)
    playground.settle()
    assert screen(playground) == before


def test_a_turn_costs_the_same_whatever_the_number_of_families(playground: Stage) -> None:
    say(playground, "STOP", "m1")
    alone = statements(playground, "m2")
    with playground.house.work("test") as work:
        for n in range(50):
            contacts.add(work, "signal", f"other{n}")
    assert statements(playground, "m3") == alone <= 13


def test_an_answer_costs_few_statements(playground: Stage) -> None:
    for key, text in (("m1", "hello"), ("m2", "1"), ("m3", "1")):
        say(playground, text, key)
    assert statements(playground, "m4", "2") <= 13


def statements(playground: Stage, key: str, text: str = "STOP") -> int:
    """How many statements one turn needs, without its delivery."""
    kept = receive(playground, text, key)
    assert kept is not None
    with asked(playground.house.engine) as seen:
        turn.take(playground.house, kept)
    return len(seen)


@pytest.mark.clause("X4")
def test_who_is_erased_while_their_message_waits_is_a_stranger_and_not_written_down_again(
    playground: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(playground, "hello", "m1")
    kept = receive(playground, "hello again", "m2")
    assert kept is not None
    with playground.house.work("test") as work:
        seen = inbox_rows.sender_of(work, kept)
        known = contacts.by_token(work, "signal", contacts.token(work, "signal", "amira"))
        assert known is not None
        erasure.erase(work, subjects.of_contact(work, known), "asked")
    with monkeypatch.context() as patched:
        patched.setattr(inbox_rows, "sender_of", lambda *_: seen)
        assert not turn.take(playground.house, kept)
    with playground.house.work("test") as work:
        gone = contacts.by_id(work, known.id)
        assert gone is not None
        assert (gone.address(work), gone.phone(work), gone.reply_to_sealed) == ("", "", None)
        assert inbox_rows.next_of(work, Sender("signal", contacts.token(work, "signal", "amira"))) is not None
    playground.settle()
    with playground.house.work("test") as work:
        found = contacts.by_token(work, "signal", contacts.token(work, "signal", "amira"))
    assert found is not None
    assert found.id != known.id
