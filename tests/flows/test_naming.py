"""Words without the name of somebody who is erased (X4)."""

import pytest

from flows.policy.naming import traces

TOLD = traces(["Anna Maria Nowak", "Ania"], ["Jan Nowak", "Ann"], ["+48 601 202 303"])


@pytest.mark.clause("X4")
@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Annie pomaga Jan Nowak", "… pomaga Jan Nowak"),
        ("z Anną,Janem", "z …,Janem"),
        ("Ann is the sister of Anna", "Ann is the sister of …"),
        ("601-202-303 or 0048601202303", "… or …"),
        ("room 601, at 20:30", "room 601, at 20:30"),
        ("an early start", "an early start"),
    ],
)
def test_names_go_with_their_endings_and_numbers_however_they_are_written(words: str, left: str) -> None:
    assert TOLD.without(words) == left
    assert TOLD.are_in(words) == (words != left)


@pytest.mark.clause("X4")
def test_a_name_that_both_bear_goes_where_there_is_no_other() -> None:
    assert traces(["Jan Nowak"], ["Jan Nowak"], []).without("Jan was late") == "… was late"
