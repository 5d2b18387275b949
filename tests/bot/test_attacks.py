"""What must not happen, whatever somebody sends, breaks or guesses."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, select, update

from bot import jobs, turn
from bot.channels.channel import Inbound
from storage import meetings, passwords, phones, staff_lines
from storage import staff as register
from storage.crypto import KeyRing
from storage.tables import audit, complaints, concerns, conversations, inbox, outbox
from storage.tables import passwords as password_rows
from storage.tables import staff as staff_rows
from tests.stage import START, Stage, stage

DANGER = "My husband hits me."


@pytest.fixture
def playground(playground: Stage) -> Stage:
    with playground.house.work("test") as work:
        phones.add(work, "amira", "signal", None)
    return playground


@pytest.fixture
def member(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    """Amira has this evening's password."""
    with stage(staffed, keys) as built:
        built.talk.retell("after unknown_family.txt")
        yield built


def play(playground: Stage, *lines: str) -> list[str]:
    """Play lines; answers what the last one brought."""
    return [playground.talk.do(line) for line in lines][-1]


def receive(playground: Stage, who: str, text: str, key: str = "m1", kind: str = "text") -> None:
    inbound = Inbound("signal", who, key, text, playground.house.clock.now(), kind)
    turn.receive(playground.house, inbound)


def words(playground: Stage, text_id: str) -> str:
    return playground.house.texts.say("en", text_id)


def count(playground: Stage, table: Any, *conditions: Any) -> int:
    with playground.house.engine.begin() as connection:
        return int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())


def sources(playground: Stage) -> list[str]:
    with playground.house.engine.begin() as connection:
        return list(connection.execute(select(concerns.c.source).order_by(concerns.c.opened_at)).scalars())


def staff_code(playground: Stage, handle: str = "anna") -> str:
    with playground.house.work("test") as work:
        member = register.by_handle(work, handle)
        assert member is not None
        return staff_lines.code_for(work, handle, member.name, member.roles, member.qualified_until)


def test_a_message_that_does_not_open_stops_nobody_else(playground: Stage) -> None:
    receive(playground, "amira", "hello")
    with playground.house.engine.begin() as connection:
        connection.execute(update(inbox).values(frame_sealed=b"unreadable"))
    play(playground, "phone bea signal")
    play(playground, "bea> STOP")
    assert playground.talk.said_to("bea") == [words(playground, "stopped")]


def test_a_row_that_cannot_be_put_into_words_holds_back_nobody(playground: Stage) -> None:
    play(playground, "amira> STOP")
    receive(playground, "amira", "START", "m2")
    with playground.house.engine.begin() as connection:
        kept = connection.execute(select(inbox.c.id).where(inbox.c.status == "new")).scalar_one()
    turn.take(playground.house, kept)
    with playground.house.engine.begin() as connection:
        connection.execute(update(outbox).where(outbox.c.status == "due").values(template="a_text_that_is_gone"))
    play(playground, "amira> STOP")
    assert playground.talk.said_to("amira") == [words(playground, "stopped")] * 2


def test_the_same_message_delivered_twenty_times_at_once_is_one(playground: Stage) -> None:
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda _: receive(playground, "amira", "STOP"), range(20)))
    playground.settle()
    playground.talk.look()
    assert playground.talk.said_to("amira") == [words(playground, "stopped")]


def test_a_flood_from_one_person_does_not_hold_back_the_others(playground: Stage) -> None:
    play(playground, "phone bea signal")
    for number in range(3 * turn.MOST_IN_A_ROW):
        receive(playground, "amira", "STOP", f"m{number}")
    receive(playground, "bea", "HELP", "b1")
    for left in (2, 1):
        asyncio.run(jobs.settle(playground.house, playground.channels))
        assert count(playground, inbox, inbox.c.status == "new") == left * turn.MOST_IN_A_ROW
    playground.talk.look()
    assert playground.house.organisation.safeguarding.emergency in playground.talk.said_to("bea")[0]
    playground.settle()
    assert count(playground, inbox, inbox.c.status == "new") == 0


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "edit"])
def test_danger_told_beside_a_picture_or_in_a_change_is_a_concern(playground: Stage, kind: str) -> None:
    play(playground, "amira> hello")
    receive(playground, "amira", DANGER, "m2", kind)
    playground.settle()
    assert sources(playground) == ["words"]


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "edit"])
def test_what_is_written_beside_a_picture_or_in_a_change_is_no_answer(playground: Stage, kind: str) -> None:
    asked = play(playground, "amira> hello")
    receive(playground, "amira", "1", "m2", kind)
    playground.settle()
    playground.talk.look()
    assert playground.talk.said_to("amira")[-1] == words(playground, f"not_a_text_{kind}")
    assert asked != play(playground, "amira> 1")


@pytest.mark.parametrize("text", ["HELP\u200b", "\u202eHELP\u202c", "POMOC", "Help!!!", "ratunku"])
def test_help_is_heard_in_every_language_and_whatever_cannot_be_seen_in_it(playground: Stage, text: str) -> None:
    play(playground, "amira> hello")
    said = "\n".join(play(playground, f"amira> {text}"))
    assert playground.house.organisation.safeguarding.emergency in said


def test_a_sentence_that_begins_with_staff_is_no_code(playground: Stage) -> None:
    play(playground, "amira> COMPLAIN", "amira> no", "amira> other", "amira> no")
    play(playground, "amira> Staff were rude to me.")
    assert count(playground, complaints) == 1
    play(playground, "amira> Staff hit my son.")
    assert sources(playground) == ["words"]


def test_a_complaint_may_speak_of_who_is_in_a_group(playground: Stage) -> None:
    play(playground, "amira> COMPLAIN", "amira> no", "amira> other", "amira> no")
    play(playground, "amira> My neighbour asks me: is Sara in the group? Somebody talks.")
    assert count(playground, complaints) == 1


def test_a_complaint_that_begins_with_its_word_is_heard(playground: Stage) -> None:
    said = "\n".join(play(playground, "amira> COMPLAIN: nobody ever rings me back"))
    assert words(playground, "complain_welcome").splitlines()[0] in said


def test_a_complaint_is_not_begun_anew_by_its_own_words(playground: Stage) -> None:
    play(playground, "amira> COMPLAIN", "amira> no", "amira> other", "amira> no")
    play(playground, "amira> Complaint: nobody ever rings me back")
    assert count(playground, complaints) == 1


def test_words_about_danger_in_a_parked_turn_reach_the_safeguarding_lead(playground: Stage) -> None:
    play(playground, "amira> hello")
    with playground.house.engine.begin() as connection:
        connection.execute(update(conversations).values(state_sealed=b"unreadable"))
    play(playground, f"amira> {DANGER}")
    assert sources(playground) == ["parked"]
    assert playground.talk.said_to("dee")


def test_a_turn_whose_words_about_danger_cannot_be_kept_is_parked_all_the_same(playground: Stage) -> None:
    play(playground, "amira> hello")
    with playground.house.engine.begin() as connection:
        connection.execute(update(staff_rows).where(staff_rows.c.handle == "ben").values(name_sealed=b"unreadable"))
    play(playground, f"amira> {DANGER}")
    assert count(playground, inbox, inbox.c.status == "parked") == 1
    assert words(playground, "parked_sorry").splitlines()[0] in "\n".join(playground.talk.said_to("amira"))


def test_somebody_who_wrote_as_a_stranger_first_can_work_as_staff(playground: Stage) -> None:
    play(playground, "amira> hello", "amira> STOP", f"amira> STAFF {staff_code(playground)}", "amira> MENU")
    assert count(playground, inbox, inbox.c.status == "parked") == 0
    play(playground, "amira> well")
    assert count(playground, inbox, inbox.c.status == "parked") == 0
    assert count(playground, outbox, outbox.c.reason.in_(["refused_stopped", "refused_unsafe_to_write"])) == 0


def test_the_lost_phone_of_a_member_of_staff_is_a_strangers(playground: Stage) -> None:
    play(playground, "anna> MENU", f"amira> STAFF {staff_code(playground)}")
    said = "\n".join(play(playground, "anna> CASES"))
    assert playground.house.organisation.name in said
    assert count(playground, inbox, inbox.c.status == "parked") == 0


def test_names_typed_in_place_of_a_code_are_kept_nowhere_in_clear(playground: Stage) -> None:
    for word in ("CASE", "MEETING", "BREACHES", "GROUP", "ROTATE", "HELD", "LIST"):
        play(playground, f"anna> {word} SARA-KHAN")
        play(playground, f"maria> {word} 07700900123")
    with playground.house.engine.begin() as connection:
        kept = repr([connection.execute(select(table)).all() for table in (audit, conversations)]).upper()
    assert "KHAN" not in kept
    assert "07700900123" not in kept


def test_a_code_in_somebodys_first_words_is_kept_nowhere_in_clear(playground: Stage) -> None:
    play(playground, "amira> ABCD-2345")
    with playground.house.engine.begin() as connection:
        rows = connection.execute(select(conversations)).all()
    assert rows
    assert "2345" not in repr(rows)


def test_somebody_barred_who_writes_the_password_kills_it(member: Stage) -> None:
    member.talk.retell(BARRED)
    with member.house.work("test") as work:
        meeting = next(each for each in meetings.coming(work, None) if each.password_version)
        meetings.change(work, meeting.id, platform_version=meeting.password_version)
        live = passwords.in_clear(work, meeting)
    before = count(member, password_rows)
    play(member, f"amira> {live}", "amira> hello")
    quoting, greeting = member.talk.said_to("amira")[-2:]
    assert quoting == greeting
    assert count(member, password_rows) == before + 1


BARRED = """\
ben> BREACH
ben> 1
ben> 1
ben> Took or shared a screenshot
ben> A picture of the group stood on a public page this morning.
ben> yes
maria> BREACHES
maria> 1
maria> Upheld: bar them
"""

STRANGE = [
    {"from": "amira", "text": "x\ud800y"},
    {"from": "amira", "text": "a\x00b"},
    {"from": "amira\x00", "text": "x"},
    {"from": {"a": 1}, "text": "x"},
    {"from": "amira", "text": ["x"]},
    {"from": "amira", "text": 5},
    {"from": "amira", "text": "x", "id": "\ud800"},
    {"from": "amira", "text": "x", "id": {"a": 1}},
    {"from": "amira", "text": "x", "kind": "edit", "of": "one"},
    {"from": "amira", "text": "x", "kind": "edit", "of": 10**30},
    {"from": "amira", "text": "x", "sent_at": "0001-01-01T00:00:00+23:59"},
    {"from": "amira", "text": "x", "sent_at": "9999-12-31T23:59:59-23:59"},
    {"from": "amira", "press": {"x": 1}},
    {"from": "amira", "press": "\x00"},
    {"from": "amira", "text": "\u202e" * 5000},
    {"from": "amira", "text": "\U0001f600" * 10_000},
    {"from": "amira", "text": "x" * 60_000},
    {"from": "amira", "text": "he " * 20_000},
]


@pytest.mark.parametrize("number", range(len(STRANGE)))
def test_a_strange_message_breaks_nothing(playground: Stage, number: int) -> None:
    raw = json.dumps(STRANGE[number]).encode()
    assert playground.talk.client.post("/playground/api/messages", content=raw).status_code < 500
    assert count(playground, inbox, inbox.c.status == "parked") == 0
    assert play(playground, "amira> hello") != []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("clock", {"to": "9999-12-31T23:00:00-23:59"}),
        ("clock", {"advance": "P999999W"}),
        ("clock", {"to": None}),
        ("clock", {}),
        ("people", {"id": "bea", "channel": ["signal"]}),
        ("people", {"id": "bea", "shares_with": {"a": 1}}),
        ("faults", {"channel": {}, "fail": None}),
        ("faults", {"channel": "signal", "fail": "down", "times": 10**30}),
        ("rekey", {"id": "\x00"}),
    ],
)
def test_what_the_api_does_not_understand_is_refused(playground: Stage, path: str, body: dict[str, Any]) -> None:
    answer = playground.talk.client.post(f"/playground/api/{path}", json=body)
    assert 400 <= answer.status_code < 500
    assert playground.talk.now() < START + timedelta(days=1)


@pytest.mark.parametrize("raw", [b"[" * 60_000, b"\xff\xfe", b"[]", b"null", b'"x"', b"{"])
def test_what_is_no_json_object_is_refused(playground: Stage, raw: bytes) -> None:
    assert playground.talk.client.post("/playground/api/messages", content=raw).status_code == 400


@pytest.mark.parametrize("query", ["messages?after=" + "9" * 40, "messages?after=%D9%A3", "audit?after=-1"])
def test_a_number_that_no_row_has_is_refused(playground: Stage, query: str) -> None:
    assert playground.talk.client.get(f"/playground/api/{query}").status_code == 400


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_an_empty_message_gets_no_answer_and_keeps_the_place(playground: Stage, words: str) -> None:
    playground.talk.retell("phone nadia signal\nnadia> hello")
    before = playground.talk.said_to("nadia")
    playground.talk.write({"from": "nadia", "text": words})
    playground.talk.look()
    assert playground.talk.said_to("nadia") == before
    playground.talk.do("nadia> English")
    assert "Shall we go on?" in playground.talk.said_to("nadia")[-1]


def test_a_chat_that_nobody_has_is_empty(playground: Stage) -> None:
    assert playground.talk.client.get("/playground/api/messages", params={"chat": "\x00"}).json() == []
