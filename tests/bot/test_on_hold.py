"""A decision that is put off: the family hears until when, kindly; that day staff are reminded, and later more of them."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select

from bot.due import DUE
from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.cases import Decide, Hold, ReadCase
from flows.staff.acts.overview import ReadClocks
from storage import cases
from storage.cases import Case
from storage.crypto import KeyRing
from storage.tables import outbox
from tests.bot.desk import Desk, desk
from tests.stage import stage

WHY = "We wait to hear which group has room."


@pytest.fixture
def at(staffed: Engine, keys: KeyRing) -> Iterator[Desk]:
    with stage(staffed, keys) as built:
        yield desk(built.house)


def reviewed(at: Desk) -> str:
    code = at.ask_to_join()
    at.review(code)
    return code


def hold(at: Desk, code: str, days: int = 5, by: str = "anna", why: str = WHY) -> object:
    return at.staff_does(by, Hold(code, case_of(at, code).version, days, why))


def case_of(at: Desk, code: str) -> Case:
    with at.house.work("test") as work:
        found = cases.by_code(work, code)
    assert found is not None
    return found


def due(at: Desk, code: str, step: str = "") -> None:
    with at.house.work("clock") as work:
        DUE["on_hold"](work, at.house.organisation, case_of(at, code).id, step)


@pytest.mark.clause("G3.7", "G3.8")
def test_the_family_hears_until_when_and_the_case_stays_open(at: Desk) -> None:
    code = reviewed(at)
    until = hold(at, code)
    assert at.told(at.family.id) == ["case_on_hold"]
    assert at.told_channel()[-1] == "card_case_held"
    shown = at.staff_does("anna", ReadCase(code))
    assert (shown.status, shown.held) == ("open", (until, "anna", WHY))
    assert [(each.kind, each.due_at) for each in at.staff_does("anna", ReadClocks()) if each.code == code] == [
        ("clock_held", until)
    ]


@pytest.mark.clause("G3.7", "A4")
def test_it_is_decided_before_the_day_and_nobody_is_reminded(at: Desk) -> None:
    code = reviewed(at)
    stale = case_of(at, code).version
    hold(at, code)
    group = at.house.organisation.groups[0].code
    assert at.staff_does("anna", Decide(code, stale, "approved", group)) == Refused("A4", "refused_already_decided")
    assert at.decide("anna", code) == Done()
    assert case_of(at, code).held_until is None
    at.later(days=9)
    due(at, code)
    assert "staff_hold_over" not in at.told_staff("anna")


@pytest.mark.clause("G3.8")
def test_that_day_staff_are_reminded_and_a_day_later_the_managers_and_once_the_family(at: Desk) -> None:
    code = reviewed(at)
    hold(at, code)
    due(at, code)
    assert "staff_hold_over" not in at.told_staff("anna")
    at.later(days=7)
    due(at, code)
    assert (at.told_staff("anna")[-1], at.told_staff("maria")) == ("staff_hold_over", [])
    due(at, code, "late")
    due(at, code, "late")
    assert at.told_staff("maria") == ["staff_hold_over"] * 2
    assert at.told(at.family.id) == ["case_on_hold", "case_late"]


def test_what_waited_to_be_read_is_not_read_after_the_decision(at: Desk) -> None:
    code = reviewed(at)
    hold(at, code)
    assert at.decide("anna", code) == Done()
    with at.house.engine.begin() as connection:
        rows = select(outbox.c.status).where(outbox.c.template == "case_on_hold")
        assert connection.execute(rows).scalars().all() == ["void"]


@pytest.mark.clause("G3.8")
def test_it_is_put_on_hold_again_with_a_new_day(at: Desk) -> None:
    code = reviewed(at)
    hold(at, code, days=1)
    at.later(days=1)
    hold(at, code, days=3)
    due(at, code)
    assert "staff_hold_over" not in at.told_staff("anna")
    assert at.told(at.family.id) == ["case_on_hold", "case_on_hold"]


@pytest.mark.clause("G3.2", "G3.7", "G3.8", "A1", "X2")
def test_it_takes_the_first_contact_a_reason_a_near_day_and_somebody_who_decides(at: Desk) -> None:
    fresh = at.ask_to_join()
    assert hold(at, fresh) == Refused("G3.2", "refused_contact_missing")
    at.review(fresh)
    assert hold(at, fresh, why=" ") == Refused("G3.7", "refused_hold_reason")
    assert hold(at, fresh, days=21) == Refused("G3.8", "refused_hold_too_long")
    assert hold(at, fresh, by="ben") == Refused("A1", "refused_only_leader_decides")
    assert len(at.refusals()) == 4
    assert at.told(at.family.id) == []
