"""What staff's conversations promise about cases: nothing is decided by accident, nothing is lost."""

from dataclasses import replace
from typing import Any

import pytest

from flows.chat import Ask, Command
from flows.policy import Refused
from flows.staff.acts.cases import (
    ClaimCase,
    Decide,
    MarkKnown,
    MayDecide,
    ReadCase,
    RecordCall,
    RecordIdentity,
    RecordSuitability,
)
from tests.flows.staff_world import (
    CASE,
    REFUSED,
    Line,
    World,
    staff,
)


def test_an_approval_needs_an_exact_yes() -> None:
    line = Line("case", staff(subject="F-7Q2")).open().write("approve", "1")
    assert line.asked == "staff_approve_sure_3"
    line.write("yess", "yes please", "3")
    assert not line.acts(Decide)
    line.write("Yes")
    assert line.acts(Decide) == [Decide("F-7Q2", 3, "approved", "G-1")]


def test_a_no_decides_nothing() -> None:
    line = Line("case", staff(subject="F-7Q2")).open().write("decline", "no")
    assert line.told("staff_nothing_done")
    assert not line.acts(Decide)


def test_a_yes_to_an_older_version_of_the_case_does_not_count() -> None:
    line = Line("case", staff(subject="F-7Q2")).open().write("decline")
    line.world.replaced = {ReadCase: replace(CASE, version=4)}
    line.write("yes")
    assert line.asked == "staff_decline_sure_4"
    assert not line.acts(Decide)


@pytest.mark.parametrize(
    ("pressed", "decided"),
    [
        ("F-7Q2:3:declined", Decide("F-7Q2", 3, "declined", None)),
        ("F-7Q2:3:approved:G-1", Decide("F-7Q2", 3, "approved", "G-1")),
    ],
)
def test_a_press_in_the_channel_counts_after_one_yes_on_the_private_line(pressed: str, decided: Decide) -> None:
    line = Line("confirm_decision", staff(subject=pressed)).open()
    assert not line.acts(Decide)
    assert line.write("1").acts(Decide) == [decided]


@pytest.mark.clause("G3.2")
@pytest.mark.parametrize("decision", ["approved", "declined"])
def test_a_press_on_a_case_that_is_not_ready_is_refused_before_any_question(decision: str) -> None:
    unready = World({MayDecide: Refused("G3.2", "refused_contact_missing")})
    line = Line("confirm_decision", staff(subject=f"F-7Q2:3:{decision}"), unready).open()
    assert (line.asked, line.acts(Decide)) == (None, [])
    assert line.told("refused_contact_missing")
    assert "G3.2. Write CASE F-7Q2" in line.said[-1]


def test_the_private_line_refuses_at_once_too() -> None:
    unready = World({MayDecide: Refused("G3.5", "refused_identity_missing")})
    line = Line("case", staff(subject="F-7Q2"), unready).open().write("approve")
    assert line.told("refused_identity_missing")
    assert line.asked is None


@pytest.mark.parametrize("pressed", ["", "F-7Q2", "F-7Q2:x:approved", "F-7Q2:3:excluded", "::"])
def test_a_press_that_cannot_be_read_decides_nothing(pressed: str) -> None:
    line = Line("confirm_decision", staff(subject=pressed)).open()
    assert line.told("staff_press_unreadable")
    assert line.world.done == []


def test_only_managers_are_offered_to_exclude() -> None:
    for roles, offered in ((("practitioner",), False), (("manager",), True)):
        turn = Line("case", staff(*roles, subject="F-7Q2")).open().turn
        assert turn is not None
        assert isinstance(turn.stop, Ask)
        assert ("exclude" in turn.stop.kind.options) is offered


def test_a_decided_case_offers_no_decision() -> None:
    decided = World({ReadCase: replace(CASE, status="approved")})
    turn = Line("case", staff("practitioner", subject="F-7Q2"), decided).open().turn
    assert turn is not None
    assert isinstance(turn.stop, Ask)
    assert turn.stop.kind.options == ("leave",)


def test_an_unclaimed_case_is_claimed_first_and_a_second_claim_says_so() -> None:
    unclaimed: dict[type[Command[Any]], Any] = {ReadCase: replace(CASE, claimed_by=None)}
    line = Line("case", staff(subject="F-7Q2"), World(unclaimed)).open().write("1")
    assert line.acts(ClaimCase) == [ClaimCase("F-7Q2")]
    assert line.told("staff_claimed")
    taken = World({**unclaimed, ClaimCase: REFUSED})
    assert Line("case", staff(subject="F-7Q2"), taken).open().write("1").told("refusal_clause")


def test_known_needs_a_ground_and_not_known_needs_none() -> None:
    line = Line("case", staff(subject="F-7Q2")).open()
    line.write("We know them, or not", "We know them", "1", "Tuesdays, spring 2025")
    ground = "group: Tuesdays, spring 2025"
    assert line.acts(MarkKnown) == [MarkKnown("F-7Q2", known=True, ground=ground)]
    line = Line("case", staff(subject="F-7Q2")).open().write("We know them, or not", "We do not know them")
    assert line.acts(MarkKnown) == [MarkKnown("F-7Q2", known=False, ground=None)]


def test_one_call_is_written_down_with_all_that_was_checked_on_it() -> None:
    line = Line("case", staff(subject="F-7Q2")).open()
    line.write("I spoke to them, or tried", "1", "1", "12 34", "5678", "yes")
    line.write("4", "1", "2", "doubt", "suitable", "Right age.")
    assert line.acts(RecordCall) == [RecordCall("F-7Q2", "call", "reached", {1: "1234", 2: "5678"})]
    assert line.acts(RecordIdentity) == [
        RecordIdentity("F-7Q2", 1, "id_seen", "confirmed"),
        RecordIdentity("F-7Q2", 2, "referrer_callback", "doubt"),
    ]
    assert line.acts(RecordSuitability) == [RecordSuitability("F-7Q2", "suitable", "Right age.")]
    assert line.told("staff_recorded")


def test_a_refused_record_stops_those_after_it() -> None:
    line = Line("case", staff(subject="F-7Q2"), World({RecordCall: REFUSED})).open()
    line.write("I spoke to them, or tried", "1", "1", "1234", "5678", "yes", "4", "1", "2", "1", "1", "Right age.")
    assert line.told(REFUSED.reason)
    assert not line.acts(RecordIdentity)


def test_the_familys_no_is_shown_before_the_referrers_outcome() -> None:
    line = Line("case", staff(subject="F-7Q2")).open().write("What the referrer said")
    assert line.told("staff_referrer_no")


def test_what_a_family_wrote_cannot_be_tapped() -> None:
    tricked = World({ReadCase: replace(CASE, known_from="see https://bad.example/x now")})
    assert "bad.example" not in Line("case", staff(subject="F-7Q2"), tricked).open().said[0]
