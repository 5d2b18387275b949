"""Whoever has no right to a conversation is refused before any question, with the rule; the refusal is on record.

With lapsed policies that is so for every word but a few, and WHY tells it.
"""

import pytest
from sqlalchemy import select, update

from bot.acts.staff_account import BEGINNINGS
from flows.policy import Refused
from flows.policy.staff import WITHOUT_POLICIES
from flows.staff import WORDS
from flows.staff.beginning import FOR_A_ROLE
from storage.staff import last_refusal
from storage.tables import audit, staff
from tests.stage import Stage

WORD_OF = {flow: word for word, flow in WORDS.items()}
WHO_MAY = {
    "break_glass": "dora",
    "breaches": "maria",
    "data_requests": "dora",
    "excluding": "maria",
    "flag": "dee",
    "hear": "anna",
    "lockdown": "maria",
    "offboard": "maria",
    "reads": "maria",
    "restrict": "maria",
}
WHO_MAY_NOT = {"hear": "ben"}
"""Anna is a practitioner: what she may, an assistant may not."""


@pytest.fixture
def at(playground: Stage) -> Stage:
    return playground


@pytest.mark.clause("A1", "X2", "X4")
@pytest.mark.parametrize("flow", sorted(BEGINNINGS))
def test_whoever_has_no_right_is_refused_at_once_and_not_asked_anything(at: Stage, flow: str) -> None:
    who = WHO_MAY_NOT.get(flow, "anna")
    told = at.talk.do(f"{who}> {WORD_OF[flow]}")
    assert len(told) == 2
    assert "That is rule" in told[1]
    query = select(audit.c.actor, audit.c.object_id, audit.c.clause).where(audit.c.act == "begin")
    with at.house.engine.begin() as connection:
        [(actor, word, clause)] = connection.execute(query).all()
    assert (actor, word) == (f"staff:{who}", flow)
    assert f"rule {clause}" in told[1]
    why = "".join(at.talk.do(f"{who}> WHY"))
    assert told[0].partition(": ")[2] in why
    assert f"rule {clause}" in why


def test_every_word_for_a_role_has_a_rule_that_says_which() -> None:
    assert BEGINNINGS.keys() == FOR_A_ROLE


@pytest.mark.parametrize("flow", sorted(BEGINNINGS))
def test_whoever_has_the_right_is_not_refused(at: Stage, flow: str) -> None:
    assert "rule" not in "".join(at.talk.do(f"{WHO_MAY[flow]}> {WORD_OF[flow]}"))


@pytest.mark.clause("H2.1", "X2")
def test_with_lapsed_policies_every_word_is_refused_on_record_and_why_tells_it(at: Stage) -> None:
    with at.house.work("test") as work:
        work.connection.execute(update(staff).values(policies_version="2001-01-01"))
    for flow in sorted(set(WORDS.values()) - WITHOUT_POLICIES - {"back"}):
        told = at.talk.do(f"anna> {WORD_OF[flow]}")
        assert "first: write POLICIES" in told[0], flow
        assert "rule H2.1" in told[1], flow
        assert newest(at) == ("staff:anna", "begin", flow, "refused:refused_policies", "H2.1")
        with at.house.work("staff:anna") as work:
            assert last_refusal(work) == Refused("H2.1", "refused_policies")
    why = "".join(at.talk.do("anna> WHY"))
    assert "first: write POLICIES" in why
    assert "rule H2.1" in why
    for flow in sorted(WITHOUT_POLICIES):
        assert "rule H2.1" not in "".join(at.talk.do(f"anna> {WORD_OF[flow]}")) or flow == "why"


def newest(at: Stage) -> tuple[str, ...]:
    query = select(audit.c.actor, audit.c.act, audit.c.object_id, audit.c.outcome, audit.c.clause)
    with at.house.engine.begin() as connection:
        return tuple(connection.execute(query.order_by(audit.c.n.desc()).limit(1)).one())


@pytest.mark.clause("G6.5", "H2.1")
def test_who_changes_a_password_with_lapsed_policies_hears_that_it_is_dead_and_is_not_shown_the_new_one(
    at: Stage,
) -> None:
    for line in ("after parts/tonight.txt", "clock 17:10", "sara> PASSWORD"):
        at.talk.do(line)
    with at.house.work("test") as work:
        work.connection.execute(update(staff).values(policies_version="2001-01-01"))
    told = "\n".join(each for line in ("anna> ROTATE M-1", "anna> 1") for each in at.talk.do(line))
    assert "The old password of M-1 is dead. You did right." in told
    assert "Then try again" not in told
    assert "In words" not in told
    assert "confirm the data protection" in "\n".join(at.talk.do("anna> WHY"))
