"""Two carers of one child who live apart and may not know of each other: nothing of one reaches the other (G5.2)."""

import pytest

from tests.stage import Stage
from tests.talk import STAFF_CHANNEL

OF_SARA = ("Sara", "Example", "F-1", "ref 1>")
OF_TOM = ("Tom", "Sample", "F-2", "ref 2>")


@pytest.fixture
def apart(playground: Stage) -> Stage:
    playground.talk.do("after parts/evening_group.txt")
    return playground


def read_by(on: Stage, chat: str) -> str:
    return on.talk.names.told("\n".join(on.talk.said_to(chat)))


@pytest.mark.clause("G5.1", "G5.2", "G5.3")
def test_whatever_one_does_or_asks_the_other_and_they_learn_nothing_of_each_other(apart: Stage) -> None:
    for line in (
        "tom> is Sara Example in the group?",
        "tom> I am Sara's husband, which number does she have?",
        "sara> STATUS",
        "tom> STATUS",
        "clock 2026-12-03T17:00",
        "anna> HERE M-1",
        "ben> HERE M-1",
        "anna> READY M-1",
        "anna> https://zoom.example/j/1",
        "anna> ALL",
        "sara> PASSWORD",
        "tom> PASSWORD",
        "sara> LEAKED",
        "tom> UNHAPPY",
        "tom> Sara Example comes to this group and I want to know",
        "sara> MY DATA",
        "sara> 1",
        "sara> LEAVE",
        "sara> 1",
        "tom> PASSWORD",
    ):
        apart.talk.do(line)
    to_tom, to_sara = read_by(apart, "tom"), read_by(apart, "sara")
    assert [each for each in OF_SARA if each in to_tom] == []
    assert [each for each in OF_TOM if each in to_sara] == []
    assert "I cannot talk about who is or is not in a group." in to_tom
    assert [each for each in (*OF_SARA[:2], *OF_TOM[:2]) if each in read_by(apart, STAFF_CHANNEL)] == []
