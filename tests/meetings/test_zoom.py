"""What is asked of Zoom, and what its answers mean."""

import socket
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.meetings.provider import Reason, Trouble
from bot.meetings.zoom import Zoom, keeps, plain_link
from bot.meetings.zoom_api import Account
from flows.policy.passwords import link_has_password
from flows.policy.platform import Tick
from tests.meetings.conftest import WANTED, Both
from tests.meetings.fake_zoom import ACCOUNT, CLIENT, CLOSED_ACCOUNT, SECRET, USER

MARKED = {"id": 5, "topic": WANTED.marker, "start_time": ""}


@pytest.mark.clause("G6.3", "H3.2")
async def test_every_meeting_is_made_closed_and_vouched_for(both: Both) -> None:
    made = await both.zoom().make(WANTED, look_first=False)

    asked = both.fake.only()
    assert asked["password"] == WANTED.password
    assert asked["topic"] == "M-7Q2K-1"
    assert (asked["start_time"], asked["duration"]) == ("2026-12-01T18:00:00Z", 45)
    settings = asked["settings"]
    assert settings["waiting_room"] is True
    assert settings["join_before_host"] is False
    assert settings["auto_recording"] == "none"
    assert settings["approval_type"] == 2
    assert settings["auto_start_meeting_summary"] is False
    assert settings["continuous_meeting_chat"] == {"enable": False}
    assert made.confirmed == frozenset(Tick)


@pytest.mark.clause("I2.1", "I2.2")
async def test_where_sensitive_things_may_come_up_zooms_own_end_to_end_mode_is_asked_for_and_looked_for(
    both: Both,
) -> None:
    made = await both.zoom().make(replace(WANTED, end_to_end=True), look_first=False)
    assert both.fake.only()["settings"]["encryption_type"] == "e2ee"
    assert Tick.PASSCODE_SET in made.confirmed
    both.fake.only()["settings"]["encryption_type"] = "enhanced_encryption"
    seen = await both.zoom().check(made.number, replace(WANTED, end_to_end=True))
    assert Tick.PASSCODE_SET not in seen.holds


@pytest.mark.clause("G6.3")
async def test_the_link_that_is_sent_has_no_passcode_inside(both: Both) -> None:
    made = await both.zoom().make(WANTED, look_first=False)

    assert link_has_password(both.fake.only()["join_url"])
    assert made.link == f"https://us02web.zoom.us/j/{made.number}"
    assert plain_link("https://zoom.us/j/1?pwd=x#success") == "https://zoom.us/j/1"


async def test_neither_password_nor_link_shows_in_a_traceback(both: Both) -> None:
    made = await both.zoom().make(WANTED, look_first=False)
    assert WANTED.password not in repr(WANTED)
    assert made.link not in repr(made)
    assert SECRET not in repr(Account(ACCOUNT, CLIENT, SECRET, USER))


@pytest.mark.parametrize(
    ("part", "name", "value", "lost"),
    [
        ("schedule_meeting", "embed_password_in_join_link", True, Tick.LINK_PLAIN),
        ("in_meeting", "allow_users_save_chats", 3, Tick.NOTHING_KEPT),
        ("in_meeting", "auto_saving_chat", True, Tick.NOTHING_KEPT),
        ("in_meeting", "meeting_summary_with_ai_companion", {"enable": True}, Tick.NOTHING_KEPT),
        ("recording", "local_recording", True, Tick.NOTHING_KEPT),
        ("recording", "cloud_recording", None, Tick.NOTHING_KEPT),
    ],
)
async def test_what_the_account_leaves_open_stays_a_tick_of_the_leader(
    both: Both, part: str, name: str, value: object, lost: Tick
) -> None:
    both.fake.account[part][name] = value
    made = await both.zoom().make(WANTED, look_first=False)
    assert made.confirmed == frozenset(Tick) - {lost}


def test_a_closed_account_keeps_nothing_and_an_unknown_one_is_taken_to_keep_all() -> None:
    assert keeps(CLOSED_ACCOUNT) == ()
    assert len(keeps({})) == 6


async def test_a_waiting_room_that_the_account_turns_off_is_not_vouched_for(both: Both) -> None:
    both.fake.locked = {"waiting_room": False}
    made = await both.zoom().make(WANTED, look_first=False)
    assert Tick.WAITING_ROOM not in made.confirmed


@pytest.mark.clause("G6.2")
async def test_a_password_that_the_account_would_not_take_is_not_even_tried(both: Both) -> None:
    both.fake.requirement = {"length": 9, "have_letter": True, "have_upper_and_lower_characters": True}
    with pytest.raises(Trouble) as raised:
        await both.zoom().make(WANTED, look_first=False)
    rules = raised.value.rules
    assert raised.value.reason is Reason.PASSCODE
    assert rules is not None
    assert (rules.length, rules.letter, rules.both_cases) == (9, True, True)
    assert both.fake.meetings == {}


async def test_an_expired_token_is_fetched_once_and_the_request_repeated(both: Both) -> None:
    both.fake.failures["create"] = [401]
    await both.zoom().make(WANTED, look_first=False)
    assert both.fake.times("token") == 2
    assert len(both.fake.meetings) == 1


async def test_one_token_serves_many_requests(both: Both) -> None:
    zoom = both.zoom()
    made = await zoom.make(WANTED, look_first=False)
    await zoom.check(made.number, WANTED)
    assert both.fake.times("token") == 1


@pytest.mark.parametrize(
    ("what", "failures", "reason"),
    [
        ("create", [401, 401], Reason.SIGN_IN),
        ("token", [400], Reason.SIGN_IN),
        ("token", [503], Reason.AWAY),
        ("settings", [403], Reason.NOT_ALLOWED),
        ("settings", ["html"], Reason.AWAY),
        ("create", [400], Reason.REFUSED),
        ("create", ["passcode"], Reason.PASSCODE),
        ("create", ["html"], Reason.UNKNOWN),
        ("create", ["lost"], Reason.UNKNOWN),
        ("create", [429], Reason.BUSY),
        ("read", ["gone"], Reason.GONE),
    ],
)
async def test_each_refusal_has_its_reason(both: Both, what: str, failures: list[object], reason: Reason) -> None:
    both.fake.failures[what] = failures
    with pytest.raises(Trouble) as raised:
        await both.zoom().make(WANTED, look_first=False)
    assert raised.value.reason is reason
    assert str(raised.value) == reason.value


async def test_a_wrong_secret_is_no_riddle(both: Both) -> None:
    with pytest.raises(Trouble, match="sign_in"):
        await both.zoom(secret="another").make(WANTED, look_first=False)


async def test_zoom_says_how_long_to_wait(both: Both) -> None:
    both.fake.failures["create"] = [("busy", 7)]
    with pytest.raises(Trouble) as raised:
        await both.zoom().make(WANTED, look_first=False)
    assert raised.value.after == timedelta(seconds=7)


@pytest.mark.parametrize("until", ["2026-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "tomorrow"])
async def test_when_the_limit_of_a_day_is_used_up_zoom_is_asked_once_an_hour_at_most(both: Both, until: str) -> None:
    both.fake.failures["create"] = [("spent", until)]
    with pytest.raises(Trouble, match="spent") as raised:
        await both.zoom().make(WANTED, look_first=False)
    assert raised.value.after == (timedelta(minutes=1) if until.startswith("2026") else timedelta(hours=1))


async def test_nobody_at_the_address_is_away() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(Trouble, match="away"):
        await Zoom(Account(ACCOUNT, CLIENT, SECRET, USER, url, url)).make(WANTED, look_first=False)


async def test_a_meeting_made_without_an_answer_is_found_by_its_marker_and_not_made_twice(both: Both) -> None:
    both.fake.page = 1
    both.fake.meetings["5"] = MARKED | {"topic": "somebody else's"}
    both.fake.failures["create"] = ["slow"]
    with pytest.raises(Trouble, match="unknown"):
        await both.zoom(seconds=0.5).make(WANTED, look_first=False)

    made = await both.zoom().make(WANTED, look_first=True)

    assert both.fake.times("create") == 1
    assert made.number != "5"
    assert made.confirmed == frozenset(Tick)


async def test_of_two_with_the_same_marker_one_is_kept(both: Both) -> None:
    zoom = both.zoom()
    await zoom.make(WANTED, look_first=False)
    await zoom.make(WANTED, look_first=False)
    await zoom.make(WANTED, look_first=True)
    assert len(both.fake.meetings) == 1


async def test_a_running_meeting_is_ended_before_it_is_taken_away(both: Both) -> None:
    zoom = both.zoom()
    made = await zoom.make(WANTED, look_first=False)
    both.fake.running.add(made.number)
    await zoom.close(made.number, WANTED.marker)
    assert both.fake.meetings == {}
    assert not both.fake.running


async def test_closing_what_is_not_there_any_more_is_no_trouble(both: Both) -> None:
    await both.zoom().close("5", WANTED.marker)
    await both.zoom().close(None, WANTED.marker)


async def test_one_that_nobody_heard_of_is_closed_by_its_marker(both: Both) -> None:
    await both.zoom().make(WANTED, look_first=False)
    await both.zoom().close(None, WANTED.marker)
    assert both.fake.meetings == {}


@pytest.mark.parametrize(
    ("changed", "lost"),
    [
        ({"waiting_room": False}, Tick.WAITING_ROOM),
        ({"join_before_host": True}, Tick.WAITING_ROOM),
        ({"approval_type": 0}, Tick.WAITING_ROOM),
        ({"meeting_authentication": True}, Tick.WAITING_ROOM),
        ({"use_pmi": True}, Tick.WAITING_ROOM),
        ({"auto_recording": "cloud"}, Tick.NOTHING_KEPT),
        ({"auto_start_meeting_summary": True}, Tick.NOTHING_KEPT),
        ({"auto_start_ai_companion_questions": True}, Tick.NOTHING_KEPT),
        ({"continuous_meeting_chat": {"enable": True, "auto_add_invited_external_users": False}}, Tick.NOTHING_KEPT),
    ],
)
async def test_what_was_changed_by_hand_is_seen(both: Both, changed: dict[str, object], lost: Tick) -> None:
    zoom = both.zoom()
    made = await zoom.make(WANTED, look_first=False)
    both.fake.change_by_hand(**changed)
    assert lost not in (await zoom.check(made.number, WANTED)).holds
    assert Tick.PASSCODE_SET not in (await zoom.check(made.number, replace(WANTED, password="11112222"))).holds


@pytest.mark.clause("H3.2")
async def test_what_the_account_lets_be_kept_since_is_seen(both: Both) -> None:
    zoom = both.zoom()
    made = await zoom.make(WANTED, look_first=False)
    assert (await zoom.check(made.number, WANTED)).holds == frozenset(Tick)
    both.fake.account["recording"]["local_recording"] = True
    assert (await zoom.check(made.number, WANTED)).holds == frozenset(Tick) - {Tick.NOTHING_KEPT}


@pytest.mark.parametrize(
    ("told", "on_time"),
    [("2026-12-01T18:00:00Z", True), ("2026-12-01T18:00:01Z", False), ("", True), (None, True)],
)
async def test_another_start_is_seen_and_one_that_is_not_told_is_none(
    both: Both, told: str | None, on_time: bool
) -> None:
    zoom = both.zoom()
    made = await zoom.make(WANTED, look_first=False)
    both.fake.only()["start_time"] = told
    assert (await zoom.check(made.number, WANTED)).on_time is on_time


async def test_the_host_link_is_asked_for_when_it_is_wanted(both: Both) -> None:
    zoom = both.zoom()
    made = await zoom.make(WANTED, look_first=False)
    assert await zoom.host_link(made.number) == both.fake.only()["start_url"]
