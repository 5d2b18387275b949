"""Which names are like each other, for staff's eyes (G11.5)."""

import pytest

from flows.policy.likeness import is_like_name


@pytest.mark.clause("G11.5")
@pytest.mark.parametrize(
    "other",
    ["sara example", "Example, Sara", "Sarah Example", "Sara Exampel", "S. Example", "Sára Examplé"],
)
def test_the_same_name_in_another_order_script_or_spelling_is_seen(other: str) -> None:
    assert is_like_name(other, "Sara Example")
    assert is_like_name("Sara Example", other)


@pytest.mark.clause("G11.5")
def test_a_whole_name_in_another_script_is_seen() -> None:
    assert is_like_name("Олена Коваленко", "Olena Kovalenko")
    assert is_like_name("Żółw Łucja", "lucja zolw")


@pytest.mark.clause("G11.5")
@pytest.mark.parametrize("other", ["Sara Sample", "Tom Example", "Example", "S. E.", "", "!!!", "Simone Exeter"])
def test_another_name_is_not(other: str) -> None:
    assert not is_like_name(other, "Sara Example")
