"""How staff's own kinds of answer are read, and what a list keeps when it changes."""

from dataclasses import replace

import pytest

from flows.questions import Invalid
from flows.staff.acts.meetings import ConfirmSeat, ListMeetings, SayLate
from flows.staff.kinds import HINTS, Link, OneOf, Ticks
from tests.flows.staff_world import (
    LINE,
    Line,
    staff,
)
from tests.words import TEXTS

LINK = Link(("zoom.us", "meet.example"))


def test_a_number_keeps_its_code_when_the_list_changes() -> None:
    line = Line("here").open()
    first = replace(LINE, code="M-1")
    line.world.replaced = {ListMeetings: (LINE, first)}
    assert line.write("1").acts(ConfirmSeat) == [ConfirmSeat("M-4")]


def test_an_answer_stays_when_what_it_names_has_left_the_list() -> None:
    line = Line("late").open().write("1")
    line.world.replaced = {ListMeetings: (replace(LINE, code="M-9"),)}
    assert line.write("10").acts(SayLate) == [SayLate("M-4", 10)]


@pytest.mark.parametrize("reply", ["M-4", "m4", " 2 ", "2.", "(2)"])
def test_one_of_a_list_is_picked_by_number_or_code(reply: str) -> None:
    assert OneOf(("M-1", "M-4")).parse(reply, {}) == "M-4"


@pytest.mark.parametrize("reply", ["", "0", "3", "M-", "M-44", "first", "2" * 100])
def test_what_is_not_in_the_list_is_asked_again(reply: str) -> None:
    with pytest.raises(Invalid, match="staff_pick_listed"):
        OneOf(("M-1", "M-4")).parse(reply, {})


def test_a_code_wins_over_a_place() -> None:
    assert OneOf(("3", "1", "2")).parse("1", {}) == "1"


@pytest.mark.parametrize("stored", ["", None, 3, "../x", "a" * 99])
def test_a_stored_code_that_is_malformed_is_asked_again(stored: object) -> None:
    with pytest.raises(Invalid):
        OneOf(("M-1",)).load(stored)


@pytest.mark.parametrize("reply", ["", "8", "1-7", "all of it", "1 2 x", "-1", "1" * 99])
def test_ticks_that_cannot_be_read_are_asked_again(reply: str) -> None:
    with pytest.raises(Invalid, match="staff_ticks_needed"):
        Ticks().parse(reply, {})


def test_ticks_can_be_none_and_all_in_ones_own_language() -> None:
    assert Ticks().parse("0", {}) == ()
    assert Ticks().parse("wszystko", {"all": "WSZYSTKO"}) == (1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize("stored", [None, "123", [8], [True], [0]])
def test_stored_ticks_that_do_not_fit_are_asked_again(stored: object) -> None:
    with pytest.raises(Invalid):
        Ticks().load(stored)


def test_a_link_with_the_password_inside_is_refused_in_policys_own_words() -> None:
    line = Line("ready", staff(subject="M-4")).open().write("https://zoom.us/j/1?pwd=abc")
    assert line.told("refused_link_has_password")
    assert line.asked == "staff_ready_link_1"


@pytest.mark.clause("G6.3")
@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/j/1",
        "https://zoom.us.evil.example/j/1",
        "https://evilzoom.us/j/1",
        "https://zoom.us@evil.example/j/1",
        "https://evil.example\\@zoom.us/j/1",
        "https://evil.example/zoom.us",
        "https://zoom.us:8443/j/1",
    ],
)
def test_a_link_that_leads_to_another_host_is_refused_and_the_right_hosts_are_named(link: str) -> None:
    with pytest.raises(Invalid, match="staff_link_elsewhere") as refused:
        LINK.parse(link, {})
    assert refused.value.params == {"word_list": "zoom.us, meet.example"}


@pytest.mark.parametrize("link", ["https://zoom.us/j/1", "HTTPS://Acorn.Zoom.us/j/1?x=1", "https://meet.example/a"])
def test_a_link_to_a_host_of_the_platform_or_under_it_is_taken(link: str) -> None:
    assert LINK.parse(f" {link}\n", {}) == link


@pytest.mark.parametrize("reply", ["", "example.org/j/1", "http://example.org/j", "https://nowhere", "x" * 700])
def test_what_is_no_link_is_asked_again(reply: str) -> None:
    with pytest.raises(Invalid, match="staff_link_needed"):
        LINK.parse(reply, {})


@pytest.mark.parametrize("language", TEXTS.languages)
def test_every_hint_of_these_kinds_has_its_words(language: str) -> None:
    assert all(TEXTS.say(language, hint, count=7, clause="G6.3", word_list="zoom.us") for hint in HINTS)
