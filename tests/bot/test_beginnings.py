"""Whoever has no right to a conversation is refused before any question, with the rule; the refusal is on record."""

import pytest
from sqlalchemy import select

from bot.acts.staff_account import BEGINNINGS
from flows.staff import WORDS
from storage.tables import audit
from tests.stage import Stage

WORD_OF = {flow: word for word, flow in WORDS.items()}
WHO_MAY = {
    "data_requests": "dora",
    "flag": "dee",
    "lockdown": "maria",
    "offboard": "maria",
    "reads": "maria",
    "restrict": "maria",
}


@pytest.fixture
def at(playground: Stage) -> Stage:
    return playground


@pytest.mark.clause("A1", "X2", "X4")
@pytest.mark.parametrize("flow", sorted(BEGINNINGS))
def test_whoever_has_no_right_is_refused_at_once_and_not_asked_anything(at: Stage, flow: str) -> None:
    told = at.talk.do(f"anna> {WORD_OF[flow]}")
    assert len(told) == 2
    assert "That is rule" in told[1]
    query = select(audit.c.actor, audit.c.object_id, audit.c.clause).where(audit.c.act == "begin")
    with at.house.engine.connect() as connection:
        [(actor, word, clause)] = connection.execute(query).all()
    assert (actor, word) == ("staff:anna", flow)
    assert f"rule {clause}" in told[1]


@pytest.mark.parametrize("flow", sorted(BEGINNINGS))
def test_whoever_has_the_right_is_not_refused(at: Stage, flow: str) -> None:
    assert "rule" not in "".join(at.talk.do(f"{WHO_MAY[flow]}> {WORD_OF[flow]}"))
