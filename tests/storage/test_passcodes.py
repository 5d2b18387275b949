"""Passwords are drawn within whatever a platform's account asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import passcodes, passwords, quotes
from storage.passcodes import Rules, draw
from tests.group_life import Life

FLAGS = st.booleans()
ACCOUNTS = st.builds(
    Rules,
    length=st.integers(0, 10),
    longest=st.just(10),
    letter=FLAGS,
    sign=FLAGS,
    both_cases=FLAGS,
    only_digits=FLAGS,
    run=st.sampled_from([0, 3, 4, 5, 6, 7, 8]),
)
LOOK_ALIKE = set("iIlLoO0sSzZbB81gGqQ")


@pytest.mark.clause("G6.2")
@given(ACCOUNTS)
def test_every_account_takes_what_is_drawn_for_it(rules: Rules) -> None:
    drawn = draw(rules)
    assert rules.are_met_by(drawn)
    assert 8 <= len(drawn) <= 10
    assert set(drawn) <= set("0123456789@*-") | {chr(c) for c in range(65, 123) if chr(c).isalpha()}


@given(ACCOUNTS)
def test_letters_and_figures_that_look_alike_are_never_mixed(rules: Rules) -> None:
    drawn = draw(rules)
    assert drawn.isdecimal() or not set(drawn) & LOOK_ALIKE


@given(ACCOUNTS)
def test_what_is_drawn_can_be_read_aloud_and_is_recognised_when_quoted(rules: Rules) -> None:
    drawn = draw(rules)
    assert drawn in quotes.passwords_in(f"Somebody wrote ({drawn}), is that it?")


@pytest.mark.parametrize(
    ("rules", "password"),
    [
        (Rules(), "1234567"),
        (Rules(), "12345678901"),
        (Rules(letter=True), "23456792"),
        (Rules(both_cases=True), "aef23456"),
        (Rules(sign=True), "aef23456"),
        (Rules(only_digits=True, run=4), "91234709"),
        (Rules(only_digits=True, run=3), "91114709"),
        (Rules(only_digits=True, run=3), "93214709"),
    ],
)
def test_what_an_account_would_not_take_is_known(rules: Rules, password: str) -> None:
    assert not rules.are_met_by(password)


def test_without_a_word_from_the_account_it_is_eight_digits() -> None:
    assert draw(Rules()).isdecimal()
    assert len(draw(Rules())) == 8


def test_a_meeting_gets_the_kind_of_password_that_its_platform_asks_for(life: Life) -> None:
    asked = Rules(length=10, both_cases=True, sign=True, run=4)
    with life.work() as work:
        passcodes.keep_rules(work, "zoom", asked)
    life.make_ready()
    with life.work() as work:
        password = passwords.in_clear(work, life.meeting())
        assert password is not None
        assert asked.are_met_by(password)
        assert passcodes.rules_for(work, "another") == Rules()
