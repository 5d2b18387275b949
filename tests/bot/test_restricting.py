"""A family that writes beyond reason: a manager narrows the ways; one route, safety and its place always stay (G12.2)."""

import pytest

from tests.stage import Stage

FIXED = "For now only some words work"


@pytest.fixture
def evening(playground: Stage) -> Stage:
    playground.talk.do("after parts/tonight.txt")
    return playground


def heard(on: Stage, *lines: str) -> str:
    """Play lines; what everybody received after the last one."""
    told: list[str] = []
    for line in lines:
        told = on.talk.do(line)
    return "\n".join(told)


@pytest.mark.clause("G12.2", "G12.6", "G11.4", "A3")
def test_who_is_restricted_is_answered_in_few_ways_and_keeps_the_place_and_every_door(evening: Stage) -> None:
    assert "rule A1" in heard(evening, "anna> RESTRICT F-1")
    told = heard(evening, "maria> RESTRICT F-1", "maria> yes", "maria> Forty messages a day, with insults.")
    assert "bot to sara: For now only some words work" in told.replace("\n    ", " ").replace(":  ", ": ")
    assert "insults" not in told
    for word in ("RING ME", "hello again", "CHANGE"):
        assert FIXED in heard(evening, f"sara> {word}")
    assert "This is the password" in heard(evening, "sara> PASSWORD")
    assert "You can complain" in heard(evening, "sara> COMPLAIN")
    assert "We have your complaint" in heard(evening, "sara> no", "sara> 4", "sara> no", "sara> Nobody answers me.")
    assert "Safeguarding concern" in heard(evening, "sara> my husband hits me")
    heard(evening, "sara> 1", "maria> RESTRICT F-1", "maria> yes", "maria> She has calmed down.")
    assert "A person" in heard(evening, "sara> RING ME")
