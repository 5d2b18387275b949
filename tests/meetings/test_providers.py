"""Who makes a platform's meetings, what each needs, and what stands in the way of live mode."""

from collections.abc import Mapping

import pytest

from bot.cli import run
from bot.meetings import PROVIDERS, blockers, providers_of
from bot.meetings.jitsi import Jitsi
from bot.meetings.zoom_check import findings
from bot.settings import Settings, load
from flows.policy.platform import Tick
from tests.meetings.conftest import STARTS, WANTED, Both
from tests.meetings.fake_zoom import CLOSED_ACCOUNT
from tests.stage import ROOT, organisation_of

ALL = {
    "ZOOM_ACCOUNT_ID": "a",
    "ZOOM_CLIENT_ID": "c",
    "ZOOM_CLIENT_SECRET": "s",
    "ZOOM_WEBHOOK_SECRET": "w",
    "ZOOM_USER": "u",
    "JITSI_URL": "https://meet.example",
}


def live(given: Mapping[str, str]) -> Settings:
    return load({"DOORSTEP_MODE": "live", **given}, None)


def test_the_sample_organisation_needs_no_provider() -> None:
    sample = organisation_of(ROOT / "doorstep.toml")
    assert sample.meetings.providers == {}
    assert blockers(sample.meetings.providers, load({}, None)) == ()


def test_a_platform_is_made_by_whom_the_organisation_chose() -> None:
    built = providers_of({"zoom": "zoom", "meet": "jitsi", "skype": "manual"}, live(ALL))
    assert {platform: each.name for platform, each in built.items()} == {"zoom": "zoom", "meet": "jitsi"}


def test_the_playground_makes_no_real_meeting() -> None:
    assert providers_of({"zoom": "zoom", "meet": "jitsi"}, load(ALL, None)) == {}


@pytest.mark.parametrize("name", PROVIDERS)
def test_a_provider_that_is_not_set_up_is_not_built(name: str) -> None:
    assert PROVIDERS[name].build(live({})) is None


def test_a_chosen_provider_that_is_half_set_is_one_clear_line() -> None:
    half = live({name: value for name, value in ALL.items() if name != "ZOOM_USER"})
    assert blockers({"zoom": "zoom"}, half) == ("zoom is made by zoom, so set ZOOM_USER too.",)
    assert blockers({"meet": "jitsi"}, live({})) == ("meet is made by jitsi, so set JITSI_URL too.",)


def test_zoom_half_set_and_chosen_by_nobody_is_one_clear_line() -> None:
    [line] = blockers({}, live({"ZOOM_USER": "u"}))
    assert line.startswith("ZOOM_* is half set: set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID,")
    assert blockers({}, live(ALL)) == ()


# Jitsi


@pytest.mark.clause("G6.2")
async def test_each_jitsi_room_is_fresh_and_nobody_can_guess_it() -> None:
    jitsi = Jitsi("https://meet.example")
    made = [await jitsi.make(WANTED, look_first=False) for _ in range(50)]
    assert len({each.link for each in made}) == 50
    assert all(each.link == f"https://meet.example/{each.number}" and len(each.number) == 20 for each in made)
    assert WANTED.marker not in made[0].link


async def test_at_jitsi_the_leader_ticks_all_but_the_link() -> None:
    jitsi = Jitsi("https://meet.example")
    made = await jitsi.make(WANTED, look_first=True)
    assert made.confirmed == {Tick.LINK_PLAIN}
    assert (await jitsi.check(made.number, WANTED)).holds == {Tick.LINK_PLAIN}
    assert await jitsi.host_link(made.number) == made.link
    await jitsi.close(made.number, WANTED.marker)


# The check


async def test_a_closed_account_is_as_it_must_be_and_keeps_nothing_of_the_check(both: Both) -> None:
    assert await findings(both.zoom(), STARTS) == ()
    assert both.fake.meetings == {}


async def test_each_open_setting_is_named(both: Both) -> None:
    both.fake.account = {**CLOSED_ACCOUNT, "recording": {"local_recording": True, "cloud_recording": False}}
    both.fake.locked = {"waiting_room": False}
    found = await findings(both.zoom(), STARTS)
    assert [line.split(" is ")[0] for line in found] == [
        "at Zoom, Settings: recording.local_recording",
        "at Zoom, Settings: the waiting room",
    ]


@pytest.mark.parametrize(("failure", "word"), [(("token", 400), "ZOOM_CLIENT_SECRET"), (("create", 403), "scope")])
async def test_what_zoom_refuses_is_said_in_a_sentence(both: Both, failure: tuple[str, int], word: str) -> None:
    both.fake.failures[failure[0]] = [failure[1]]
    [line] = await findings(both.zoom(), STARTS)
    assert word in line


def test_the_command_says_in_one_line_what_is_not_set(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZOOM_USER", "host@example.org")
    assert run(["zoom"]) == 2
    assert "set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID" in capsys.readouterr().err
