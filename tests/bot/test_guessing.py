"""Who tries many codes waits for an hour; nothing else has to, and staff hear of it."""

import re
from uuid import uuid4

import pytest
from sqlalchemy import func, insert, select

from storage import contacts
from storage.tables import callbacks, guesses
from tests.stage import Stage

pytestmark = pytest.mark.clause("G2.2")
WAIT = "There were many wrong codes"
WRONG = "I cannot use this code."
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}")


@pytest.fixture
def at(playground: Stage) -> Stage:
    return playground


def says(at: Stage, who: str, words: str) -> str:
    """What the bot answers to one message."""
    before = len(at.talk.said_to(who))
    at.talk.do(f"{who}> {words}")
    return "\n".join(at.talk.said_to(who)[before:])


def try_codes(at: Stage, who: str, times: int) -> list[str]:
    """Write wrong codes, one after the other."""
    at.talk.do(f"phone {who} signal")
    for words in ("hello", "1", "1"):
        at.talk.do(f"{who}> {words}")
    answers = []
    for n in range(times):
        at.talk.do(f"{who}> 1")
        answers.append(says(at, who, f"3333-44{n:02}"))
    return answers


def count_from_elsewhere(at: Stage, channel: str, times: int) -> None:
    """Let others on a messenger have tried codes."""
    with at.house.work("test") as work:
        other = contacts.add(work, channel, "somebody else")
        row = {"contact_id": other.id, "channel": channel, "at": work.now}
        work.connection.execute(insert(guesses), [row | {"id": uuid4()} for _ in range(times)])


def test_after_five_wrong_codes_no_more_are_looked_at_for_an_hour(at: Stage) -> None:
    answers = try_codes(at, "mallory", 6)

    assert all(WRONG in each for each in answers[:5])
    assert WAIT in answers[5]


def test_a_good_code_is_not_looked_at_either_and_works_an_hour_later(at: Stage) -> None:
    at.talk.do("anna> INVITE")
    at.talk.do("anna> 1")
    code = CODE.findall(at.talk.said_to("anna")[-1])[-1]
    try_codes(at, "mallory", 5)
    at.talk.do("mallory> 1")
    assert WAIT in says(at, "mallory", code)

    at.talk.do("clock +61m")
    at.talk.do("mallory> 1")
    assert WAIT not in says(at, "mallory", code)


def test_help_and_ring_me_work_all_the_time(at: Stage) -> None:
    try_codes(at, "mallory", 6)

    assert "999" in says(at, "mallory", "HELP")
    assert at.talk.said_to("dee") == []
    says(at, "mallory", "1")
    assert at.talk.said_to("dee") != []
    count_from_elsewhere(at, "whatsapp", 100)
    says(at, "mallory", "RING ME")
    with at.house.engine.begin() as connection:
        assert connection.execute(select(callbacks.c.done_at)).scalars().all() == [None]


@pytest.mark.parametrize(("channel", "times", "waits"), [("signal", 60, True), ("whatsapp", 60, False)])
def test_many_wrong_codes_on_one_messenger_do_not_shut_the_other(
    at: Stage, channel: str, times: int, waits: bool
) -> None:
    count_from_elsewhere(at, channel, times)

    assert (WAIT in try_codes(at, "amira", 1)[0]) is waits


def test_there_is_a_limit_over_all_messengers(at: Stage) -> None:
    count_from_elsewhere(at, "whatsapp", 100)

    assert WAIT in try_codes(at, "amira", 1)[0]


def test_the_staff_channel_hears_of_it_once_an_hour_and_without_a_name(at: Stage) -> None:
    try_codes(at, "mallory", 7)

    heard = [text for text in at.talk.said_to("staff-channel") if "wrong codes" in text]
    assert len(heard) == 1
    assert "Signal" in heard[0]


def test_wrong_staff_codes_count_too(at: Stage) -> None:
    at.talk.do("phone mallory signal")
    answers = [says(at, "mallory", f"STAFF 2222-33{n:02}") for n in range(6)]

    assert WAIT not in "".join(answers[:5])
    assert WAIT in answers[5]


def test_codes_are_not_kept_and_the_count_is_forgotten_after_a_day(at: Stage) -> None:
    try_codes(at, "mallory", 3)
    at.talk.do("clock +25h")
    try_codes(at, "amira", 1)

    with at.house.engine.begin() as connection:
        assert connection.execute(select(func.count()).select_from(guesses)).scalar_one() == 1
