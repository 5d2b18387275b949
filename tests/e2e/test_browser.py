"""The first part of the whole road, typed into the page as a newcomer would; then the README's walk, looked at.

DOORSTEP_SCREENSHOTS=1 writes the pictures of the README anew.
"""

import re

import pytest

from tests.e2e.page import Page
from tests.talk import SCRIPTS, ZONE, Talk

WRITES = re.compile(r"(amira)> (.+)")

pytestmark = pytest.mark.browser


def first_part() -> list[str]:
    """What Amira writes until staff begin."""
    written: list[str] = []
    for line in (SCRIPTS / "unknown_family.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(("channel ", "anna>")):
            break
        if (match := WRITES.fullmatch(line)) is not None:
            written.append(match[2])
    return written


def test_a_stranger_asks_to_join_and_staff_see_a_case_code_only(page: Page) -> None:
    page.add_phone("amira", "whatsapp")
    for text in first_part():
        page.write("amira", text)
    (card,) = page.wait.until(lambda _: page.said("staff-channel"))
    assert re.search(r"\bF-[2-79A-Z]{4}\b", card)
    assert not [word for text in first_part() for word in re.findall(r"[A-Z]\w{3,}", text) if word in card]
    page.one("#tab-anna").click()
    page.press("staff-channel", "Claim")
    page.write("anna", "CASES")


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
    talk.retell(leaked.partition("anna> HELD")[0].partition("anna> SKIP")[0])
    page.shows("amira", "You did the right thing")
    page.shows("amira", "The old password does not work")
    page.look_at("amira", "The old password does not work")
    page.picture("leak")
