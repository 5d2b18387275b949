"""A group that grows: a warning at 27 adults, a moderator from 30 on, each told once."""

import pytest

from bot.large_groups import note_growth
from flows.policy import Seat
from storage import groups, staff
from tests.bot.desk import Desk
from tests.crowd import grow_by, sample_group

LARGE_TEXTS = frozenset({"staff_nearly_large", "staff_now_large"})


def warnings(at: Desk, handle: str) -> list[str]:
    return [each for each in at.told_staff(handle) if each in LARGE_TEXTS]


@pytest.mark.clause("L1.1", "L1.2")
@pytest.mark.parametrize(
    ("before", "told"),
    [(25, []), (26, ["staff_nearly_large"]), (28, ["staff_nearly_large"]), (29, ["staff_now_large"])],
)
def test_the_approval_that_reaches_a_size_tells_the_leader_and_the_managers(
    at: Desk, before: int, told: list[str]
) -> None:
    code = at.ask_to_join()
    at.review(code)
    grow_by(at.house, before)
    at.decide("anna", code)
    assert {who: warnings(at, who) for who in ("anna", "maria", "max", "ben")} == {
        "anna": told,
        "maria": told,
        "max": told,
        "ben": [],
    }


@pytest.mark.clause("L1.2")
def test_each_size_is_told_once(at: Desk) -> None:
    for more in (27, 1, 2, 1):
        grow_by(at.house, more)
        with at.house.work("staff:anna") as work:
            note_growth(work, sample_group(at.house, work))
    assert warnings(at, "anna") == ["staff_nearly_large", "staff_now_large"]


@pytest.mark.clause("L1.1")
def test_a_group_that_has_its_moderator_is_not_warned(at: Desk) -> None:
    grow_by(at.house, 30)
    with at.house.work("staff:anna") as work:
        group, mo = sample_group(at.house, work), staff.by_handle(work, "mo")
        assert mo is not None
        groups.seat(work, group.id, Seat.MODERATOR, mo.id)
        note_growth(work, group)
    assert warnings(at, "anna") == []
