from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, uuid4

import pytest

from storage import ids
from storage.ids import id_for, new_id


def test_a_row_that_is_made_later_lies_further_on_in_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = [1_764_000_000_000_000_000 + n * 1_000_000 for n in range(5)]
    waiting = iter(moments)
    monkeypatch.setattr(ids, "time_ns", lambda: next(waiting))
    made = [new_id() for _ in moments]
    assert [each.bytes for each in made] == sorted(each.bytes for each in made)
    assert [each.int >> 80 for each in made] == [moment // 1_000_000 for moment in moments]


def test_a_new_id_is_of_version_7_and_tells_nothing_but_its_millisecond() -> None:
    before = datetime.now(UTC)
    made = {new_id() for _ in range(1_000)}
    assert len(made) == 1_000
    assert {(each.version, each.variant) for each in made} == {(7, RFC_4122)}
    for each in made:
        when = datetime.fromtimestamp((each.int >> 80) / 1_000, UTC)
        assert -timedelta(milliseconds=2) <= when - before < timedelta(minutes=1)
    chance = 0xFFF << 64 | (1 << 62) - 1
    ones = zeros = 0
    for each in made:
        ones, zeros = ones | each.int, zeros | ~each.int
    assert ones & chance == chance
    assert zeros & chance == chance


def test_the_same_parts_make_the_same_id_and_others_another() -> None:
    one = uuid4()
    assert id_for("opened", one, 3) == id_for("opened", str(one), "3")
    assert id_for("opened", one, 3) != id_for("opened", one, 4)
    assert id_for("a", "bc") != id_for("ab", "c")
