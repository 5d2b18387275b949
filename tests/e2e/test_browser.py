"""The whole road, typed into the page by both sides; what the page shows; then the README's walk, looked at.

DOORSTEP_SCREENSHOTS=1 writes the pictures of the README anew.
"""

import re
from datetime import timedelta

import httpx
import pytest

from tests.e2e.page import Page
from tests.e2e.typed import Typed
from tests.talk import SCRIPTS, ZONE, Talk, read_script
from tests.words import TEXTS

DATED = re.compile(r"[A-Z][a-z]+day \d+ [A-Z][a-z]+ \d{4}|\b\d\d:\d\d\b")

pytestmark = pytest.mark.browser


def undated(told: str) -> list[str]:
    """What was told, whatever the day and the hour."""
    return DATED.sub("then", told).splitlines()


def test_the_whole_road_of_an_unknown_family_is_typed_and_pressed_by_both_sides(
    page: Page, playground: httpx.Client
) -> None:
    """Scenario 1: family and staff on the page alone, from the hello to the password; every word is the script's."""
    road = Typed(page, playground)
    tomorrow = road.now().astimezone(ZONE) + timedelta(days=1)
    Talk(playground, TEXTS).do(f"clock {tomorrow:%Y-%m-%d}T09:00")
    script = read_script("unknown_family.txt")
    assert undated(road.retell(script)) == undated(script)
    page.shows("amira", "This is the password for today")
    assert page.said("amira") == road.said_to("amira")
    assert page.said("staff-channel") == road.said_to("staff-channel")
    assert not [word for word in ("Amira", "Testcase", "Hanna", "07700") if word in "".join(page.said("staff-channel"))]


def test_media_edits_deletions_and_ticks_are_seen(page: Page) -> None:
    page.add_phone("amira", "signal")
    page.type("amira", "helo")
    assert page.ticks("amira") >= {"Delivered"}
    page.one(".phone .more").click()
    page.one(".phone [data-do='edit']").click()
    field = page.one("[data-chat='amira'] textarea")
    field.clear()
    page.type("amira", "hello")
    page.shows("amira", "I see that you changed a message")
    assert page.marks("amira") == {"edited"}
    for kind, answer in (("photo", "I cannot look at pictures"), ("voice", "I cannot listen")):
        page.one(f".phone [data-send='{kind}']").click()
        page.shows("amira", answer)
    page.one(".phone .more").click()
    page.one(".phone [data-do='erase']").click()
    page.wait.until(lambda _: page.all("[data-chat='amira'] .gone"))


def test_the_clocks_buttons_move_time_on(page: Page, playground: httpx.Client) -> None:
    talk = Talk(playground, TEXTS)
    for wish, seconds in (("PT30M", 30 * 60), ("P1D", 24 * 60 * 60)):
        before = talk.now()
        page.move_clock(wish)
        assert (talk.now() - before).total_seconds() >= seconds
    talk.retell("phone amira signal\namira> hello\namira> HELP")
    page.move_clock("next")
    # Five minutes after HELP without an answer the safeguarding lead knows.
    page.sit("dee")
    page.shows("dee", "Safeguarding concern")


def move_on_until(talk: Talk, hour: str) -> None:
    """Press "Next due" until the clock shows an hour."""
    for _ in range(12):
        talk.do("clock next")
        if f"{talk.now().astimezone(ZONE):%H:%M}" == hour:
            return
    raise AssertionError(f"The clock never shows {hour}.")


def test_the_readmes_walk_is_seen_on_the_page(page: Page, talk: Talk) -> None:
    walk = (SCRIPTS / "ten_minutes.txt").read_text(encoding="utf-8").partition("phone amira")
    parts = re.split(r"^# .*$", walk[1] + walk[2], flags=re.MULTILINE)
    asked, _, called, agreed, planned, released, leaked, _ = parts
    talk.do("clock 10:00")
    talk.retell(asked + called)
    page.shows("amira", "Do you agree to the Group Agreement?")
    page.shows("staff-channel", "approved by anna")
    page.picture("approved")
    talk.retell(agreed + planned.replace("clock next\n", ""))
    move_on_until(talk, "09:30")
    talk.retell(released)
    page.shows("amira", "This is the password for today")
    page.look_at("amira", "This is the link for today")
    page.picture("password")
    talk.retell(leaked.partition("anna> READY")[0])
    changed = TEXTS.say("en", "leaked_changed").splitlines()[1]
    page.shows("amira", changed)
    page.shows("anna", "may have the password of meeting")
    page.look_at("amira", changed)
    page.picture("leak")
