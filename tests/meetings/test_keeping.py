"""Rooms from T-60 to the end: made once, vouched for, replaced, ended, and never twice, whatever dies in between."""

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.acts import family_passwords
from bot.meetings import keeping, outcomes
from bot.meetings.jitsi import Jitsi
from bot.meetings.provider import Made, Provider, Seen, Wanted
from flows.family.acts import Done
from flows.family.acts.passwords import ReportLeak
from flows.policy import Refused
from flows.staff.acts.meetings import CancelMeeting, EndMeeting, MeetingDetails, ReadMeeting
from flows.staff.acts.platform import Rotate, SetPlatform
from flows.staff.acts.rooms import AskHostLink, RestartRoom
from storage import contacts, rotations, staff
from storage.tables import rooms as room_rows
from tests.group_life import Life
from tests.meetings.conftest import Both
from tests.meetings.evening import Evening, begin_evening


class DiedError(BaseException):
    """The process is killed here."""


@dataclass
class Slow:
    """Zoom, whose answer comes only after something else has happened."""

    zoom: Provider
    claimed: asyncio.Event
    happens: asyncio.Task[None]
    name: str = "zoom"

    async def make(self, wanted: Wanted, *, look_first: bool) -> Made:
        found = await self.zoom.make(wanted, look_first=look_first)
        self.claimed.set()
        await self.happens
        return found

    async def check(self, number: str, wanted: Wanted) -> Seen:
        return await self.zoom.check(number, wanted)

    async def close(self, number: str | None, marker: str) -> None:
        await self.zoom.close(number, marker)

    async def host_link(self, number: str) -> str:
        return await self.zoom.host_link(number)


@pytest.fixture
async def made(evening: Evening) -> Evening:
    await evening.seated()
    await evening.begin()
    return evening


@pytest.mark.clause("G6.3", "G6.5")
async def test_an_hour_before_zoom_makes_the_meeting_and_the_platform_is_ready(evening: Evening) -> None:
    await evening.begin()
    meeting = evening.life.meeting()
    assert meeting.platform_version == meeting.password_version == 1
    assert evening.fake.only()["password"] == evening.password()
    assert evening.link() == evening.fake.only()["join_url"].partition("?")[0]
    assert evening.told() == ["staff_room_ready"]
    assert "staff_platform_wanted" not in evening.life.told(handle="anna")
    assert meeting.checklist["nothing_kept"] is True


async def test_zoom_learns_codes_only(made: Evening) -> None:
    assert made.fake.only()["topic"] == f"{made.code()}-1"
    assert "Tuesday" not in str(made.fake.only())


async def test_what_zoom_cannot_vouch_for_stays_a_tick_of_the_leader(evening: Evening) -> None:
    evening.fake.account["in_meeting"]["allow_users_save_chats"] = 3
    await evening.begin()
    assert evening.life.meeting().platform_version == 0
    assert evening.told() == ["staff_room_to_tick"]
    details = await evening.do("anna", ReadMeeting(evening.code()))
    assert isinstance(details, MeetingDetails)
    assert (details.room, details.to_tick) == ("made", ("nothing_kept",))
    assert details.link == evening.link()
    assert await evening.do("anna", SetPlatform(evening.code(), 1, None)) == Done()
    assert evening.life.meeting().platform_version == 1
    await evening.later(minutes=1)
    assert len(evening.fake.meetings) == 1


@pytest.mark.clause("G6.2")
async def test_a_password_that_the_account_would_not_take_is_drawn_again_by_its_rules(evening: Evening) -> None:
    evening.fake.requirement = {"length": 10, "have_upper_and_lower_characters": True, "have_special_character": True}
    await evening.begin()
    await evening.later(seconds=1)
    password = evening.password()
    assert password is not None
    assert len(password) == 10
    assert not password.isalnum()
    assert evening.fake.only()["password"] == password
    assert evening.life.meeting().platform_version == 2


# Rotation


@pytest.mark.clause("G6.5")
async def test_a_rotation_before_the_start_is_a_new_meeting_and_the_old_one_is_deleted(made: Evening) -> None:
    sara, old = made.member("Sara"), made.fake.only()["id"]
    assert await made.do("anna", Rotate(made.code(), "passed_on")) == Done()
    await made.keep()
    await made.keep()
    assert made.fake.only()["id"] != old
    assert made.fake.only()["password"] == made.password()
    assert made.rooms() == [(1, "closed"), (2, "made")]
    assert made.life.told(sara)[-3:] == ["password_changed", "meeting_link", "meeting_password"]


@pytest.mark.clause("G6.5")
async def test_two_rotations_at_once_make_one_new_meeting(made: Evening) -> None:
    seen = made.life.meeting()

    def rotate() -> bool:
        with made.life.work("staff:anna") as work:
            return rotations.rotate(work, seen, "other")

    assert sorted(await asyncio.gather(*(asyncio.to_thread(rotate) for _ in range(2)))) == [False, True]
    await asyncio.gather(made.keep(), made.keep())
    await made.keep()
    assert made.fake.times("create") == 2
    assert len(made.fake.meetings) == 1


@pytest.mark.clause("G6.5")
async def test_a_leak_while_it_runs_ends_nothing_until_a_human_says_so(made: Evening) -> None:
    sara, old = made.member("Sara"), str(made.fake.only()["id"])
    await made.start()
    made.fake.running.add(old)
    assert await asyncio.to_thread(made.life.family, sara, family_passwords.report_leak, ReportLeak("LEAKED")) is True
    await made.later(minutes=1)
    assert (made.fake.running, list(made.fake.meetings)) == ({old}, [old])
    details = await made.do("anna", ReadMeeting(made.code()))
    assert details.room == "restart"
    assert await made.do("mo", RestartRoom(made.code(), 2)) == Refused("A1", "refused_not_the_team")

    assert await made.do("anna", RestartRoom(made.code(), 2)) == Done()
    await made.keep()

    assert not made.fake.running
    assert old not in made.fake.meetings
    assert made.fake.asked.index("end") < len(made.fake.asked) - made.fake.asked[::-1].index("create")
    assert made.life.told(sara)[-3:] == ["password_changed", "meeting_link", "meeting_password"]
    assert made.link() != f"https://us02web.zoom.us/j/{old}"


async def test_a_new_meeting_by_hand_ends_the_old_one_too(made: Evening) -> None:
    old = str(made.fake.only()["id"])
    await made.start()
    await made.do("anna", Rotate(made.code(), "other"))
    await made.do("anna", SetPlatform(made.code(), 2, "https://zoom.example/j/9"))
    await made.later(minutes=1)
    assert old not in made.fake.meetings
    assert made.rooms() == [(1, "closed")]


# Trouble


@pytest.mark.parametrize(
    ("what", "failure", "tries"),
    [
        ("token", 400, 1),
        ("settings", 403, 1),
        ("create", 400, 1),
        ("create", "passcode", 1),
        ("create", 429, 3),
        ("create", ("spent", "2026-12-02T00:00:00Z"), 1),
        ("create", "html", 3),
        ("settings", 503, 3),
    ],
)
async def test_the_leader_hears_of_trouble_once_and_sets_it_up_by_hand(
    evening: Evening, what: str, failure: object, tries: int
) -> None:
    evening.fake.failures[what] = [failure] * 20
    for done in range(5):
        assert (evening.told() == []) == (done < tries)
        await evening.later(minutes=1)
    assert evening.told() == ["staff_room_trouble"]
    details = await evening.do("anna", ReadMeeting(evening.code()))
    assert (details.room, details.password) == ("", evening.password())
    assert await evening.do("anna", SetPlatform(evening.code(), 1, "https://zoom.example/j/9")) == Done()
    evening.fake.failures.clear()
    await evening.later(minutes=10)
    assert evening.fake.meetings == {}
    assert evening.link() == "https://zoom.example/j/9"


async def test_after_trouble_it_is_made_as_soon_as_zoom_is_back(evening: Evening) -> None:
    evening.fake.failures["create"] = [("busy", 7)]
    await evening.begin()
    await evening.later(seconds=6)
    assert evening.fake.meetings == {}
    await evening.later(seconds=2)
    assert evening.life.meeting().platform_version == 1


@pytest.mark.parametrize(("left", "told"), [(("anna",), ["ben"]), (("anna", "ben"), ["maria", "max"])])
async def test_where_there_is_no_leader_to_be_told_the_second_is_else_the_managers(
    made: Evening, left: tuple[str, ...], told: list[str]
) -> None:
    with made.life.work() as work:
        for handle in left:
            line = staff.line(work, handle)
            assert line is not None
            contacts.change(work, line.id, frozen_at=made.life.now)
    made.fake.meetings.clear()
    await made.later(minutes=11)
    handles = ("ben", "maria", "max")
    assert [handle for handle in handles if "staff_room_gone" in made.told(handle)] == told


async def test_a_meeting_of_which_nobody_heard_is_found_and_not_made_twice(evening: Evening, both: Both) -> None:
    evening.fake.failures["create"] = ["lost"]
    await evening.begin()
    assert evening.life.meeting().platform_version == 0
    await evening.later(minutes=1)
    assert evening.fake.times("create") == 1
    assert evening.life.meeting().platform_version == 1


@pytest.mark.parametrize("dies_in", ["before it is asked", "after it is asked"])
async def test_a_process_that_dies_leaves_one_meeting(
    evening: Evening, monkeypatch: pytest.MonkeyPatch, dies_in: str
) -> None:
    def die(*_: Any) -> None:
        raise DiedError

    async def die_first(*_: Any) -> None:
        raise DiedError

    with monkeypatch.context() as patched:
        if dies_in == "before it is asked":
            patched.setattr(keeping, "_asked", die_first)
        else:
            patched.setattr(outcomes, "made", die)
        with pytest.raises(DiedError):
            await evening.begin()
    assert evening.life.meeting().platform_version == 0
    await evening.keep()
    assert evening.life.meeting().platform_version == 0
    await evening.later(minutes=3)
    assert evening.life.meeting().platform_version == 1
    assert len(evening.fake.meetings) == 1


async def test_two_workers_make_one_meeting(life: Life, both: Both) -> None:
    evening = begin_evening(life, both.fake, both.zoom())
    await evening.do("anna", ReadMeeting(evening.code()))
    await asyncio.gather(*(evening.keep() for _ in range(4)))
    assert both.fake.times("create") == 1


async def test_a_rotation_while_the_meeting_is_being_made_leaves_only_the_newest(evening: Evening) -> None:
    await evening.seated()
    claimed = asyncio.Event()

    async def rotated_meanwhile() -> None:
        await claimed.wait()
        await evening.do("anna", Rotate(evening.code(), "other"))

    await evening.do("anna", ReadMeeting(evening.code()))
    waiting = asyncio.create_task(rotated_meanwhile())
    slow = replace(evening.house, providers={"zoom": Slow(evening.house.providers["zoom"], claimed, waiting)})
    await keeping.keep(slow)
    await evening.later(minutes=1)
    await evening.later(minutes=1)
    assert evening.fake.only()["password"] == evening.password()
    assert evening.life.meeting().platform_version == 2


async def test_one_that_was_set_up_by_hand_meanwhile_is_not_left_over_at_zoom(evening: Evening) -> None:
    claimed = asyncio.Event()

    async def set_up_by_hand() -> None:
        await claimed.wait()
        await evening.do("anna", SetPlatform(evening.code(), 1, "https://zoom.example/j/9"))

    await evening.do("anna", ReadMeeting(evening.code()))
    happens = asyncio.create_task(set_up_by_hand())
    slow = {"zoom": Slow(evening.house.providers["zoom"], claimed, happens)}
    await keeping.keep(replace(evening.house, providers=slow))
    await evening.keep()
    assert evening.fake.meetings == {}
    assert evening.link() == "https://zoom.example/j/9"


# Jitsi


async def test_at_jitsi_the_leader_sets_the_password_and_ticks_it(life: Life, both: Both) -> None:
    evening = begin_evening(life, both.fake, Jitsi("https://meet.example"))
    await evening.begin()
    assert evening.told() == ["staff_room_to_tick"]
    details = await evening.do("anna", ReadMeeting(evening.code()))
    assert details.to_tick == ("passcode_set", "waiting_room", "nothing_kept")
    assert details.link == evening.link()
    assert details.link.startswith("https://meet.example/")
    assert await evening.do("anna", SetPlatform(evening.code(), 1, None)) == Done()
    assert await evening.do("anna", Rotate(evening.code(), "other")) == Done()
    await evening.keep()
    assert evening.link() != details.link
    assert evening.life.meeting().platform_version == 1


# By hand


@pytest.mark.clause("G6.5")
async def test_a_meeting_deleted_by_hand_is_made_anew_with_a_new_password(made: Evening) -> None:
    sara, old = made.member("Sara"), made.password()
    made.fake.meetings.clear()
    await made.later(minutes=11)
    assert made.told()[-1] == "staff_room_gone"
    await made.keep()
    assert made.password() != old
    assert made.fake.only()["password"] == made.password()
    assert made.life.told(sara)[-3:] == ["password_changed", "meeting_link", "meeting_password"]


@pytest.mark.parametrize("changed", [{"waiting_room": False}, {"approval_type": 0}, {"auto_recording": "cloud"}])
async def test_a_meeting_changed_by_hand_is_replaced(made: Evening, changed: dict[str, Any]) -> None:
    old = made.fake.only()["id"]
    made.fake.change_by_hand(**changed)
    await made.later(minutes=11)
    await made.keep()
    assert "staff_room_changed" in made.told()
    assert made.fake.only()["id"] != old


async def test_the_leader_hears_once_of_a_start_that_was_changed_by_hand_and_the_meeting_stays(made: Evening) -> None:
    old, planned = made.fake.only()["id"], made.fake.only()["start_time"]
    for start in ("2026-12-24T09:00:00Z", "2026-12-24T09:00:00Z", planned, "2026-12-24T10:00:00Z"):
        made.fake.only()["start_time"] = start
        made.life.now += timedelta(minutes=4)
        with made.life.work() as work:
            work.connection.execute(update(room_rows).values(due_at=made.life.now))
        await made.keep()
    assert made.told().count("staff_room_moved") == 2
    assert made.fake.only()["id"] == old


@pytest.mark.clause("H3.2")
async def test_one_whose_account_lets_something_be_kept_since_is_replaced_and_the_leader_ticks(made: Evening) -> None:
    made.fake.account["recording"]["local_recording"] = True
    await made.later(minutes=11)
    await made.keep()
    assert made.told()[-2:] == ["staff_room_changed", "staff_room_to_tick"]
    assert made.life.meeting().platform_version < made.life.meeting().password_version


async def test_one_changed_before_members_had_it_is_ticked_by_the_leader(evening: Evening) -> None:
    evening.fake.account["recording"]["local_recording"] = True
    await evening.begin()
    evening.fake.change_by_hand(waiting_room=False)
    await evening.later(minutes=11)
    details = await evening.do("anna", ReadMeeting(evening.code()))
    assert details.to_tick == ("waiting_room", "nothing_kept")
    assert evening.told() == ["staff_room_to_tick", "staff_room_changed"]


# The end


@pytest.mark.parametrize("command", [EndMeeting, CancelMeeting])
async def test_the_end_takes_the_meeting_away_from_zoom(made: Evening, command: Any) -> None:
    made.fake.running.add(str(made.fake.only()["id"]))
    await made.do("anna", command(made.code()))
    await made.keep()
    assert made.fake.meetings == {}
    assert not made.fake.running


async def test_who_runs_over_time_is_not_cut_off_at_once(made: Evening) -> None:
    await made.start()
    made.fake.running.add(str(made.fake.only()["id"]))
    await made.later(minutes=91)
    assert made.fake.running
    await made.later(minutes=30)
    assert made.fake.meetings == {}


async def test_the_leader_hears_of_an_old_meeting_that_cannot_be_ended(made: Evening) -> None:
    made.fake.failures["delete"] = [500] * 20
    await made.do("anna", CancelMeeting(made.code()))
    for _ in range(4):
        await made.later(minutes=5)
    assert made.told()[-1] == "staff_room_not_ended"


# The host's link


@pytest.mark.clause("G6.7")
async def test_the_hosts_link_comes_to_whoever_leads_and_nobody_else(made: Evening) -> None:
    assert await made.do("ben", AskHostLink(made.code())) == Refused("A1", "refused_only_leader")
    assert await made.do("anna", AskHostLink(made.code())) == Done()
    await made.keep()
    assert made.told()[-1] == "staff_host_link"
    assert "staff_host_link" not in made.life.told(handle="ben")


async def test_a_meeting_set_up_by_hand_has_no_hosts_link(evening: Evening) -> None:
    evening.fake.failures["settings"] = [403] * 5
    await evening.begin()
    assert await evening.do("anna", AskHostLink(evening.code())) == Refused("G6.3", "refused_no_room")
