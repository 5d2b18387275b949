"""PASSWORD and LEAKED: what a family hears, and that a stranger hears the same as the barred."""

from dataclasses import replace
from typing import Any

import pytest

from flows.chat import Command
from flows.family.acts.agreement import Activate
from flows.family.acts.passwords import CheckOwnCode, ReleasePassword, ReportLeak
from flows.family.passwords import NOTHING, TOLD
from flows.policy import Refused, Standing
from tests.flows.family_world import COUPLE, MEMBER, NOT_AGREED, WORLDS, Desk, adult


@pytest.mark.clause("G6.4")
def test_g6_4_a_member_who_asks_gets_it_through_the_gate_and_nothing_from_the_flow() -> None:
    desk = Desk("password", MEMBER).open()
    assert (desk.lines, desk.asked) == ([], None)
    assert desk.acts(ReleasePassword) == [ReleasePassword(1)]


@pytest.mark.parametrize("standing", [each for each in Standing if each not in {Standing.ACTIVE, Standing.APPROVED}])
@pytest.mark.clause("G5.3")
def test_g5_3_a_stranger_hears_the_same_as_somebody_who_may_not_come(standing: Standing) -> None:
    stranger = Desk("password").open()
    refused: dict[type[Command[Any]], Any] = {ReleasePassword: Refused("G6.4", f"refused_{standing}")}
    turned_away = Desk("password", replace(MEMBER, adults=(adult(standing=standing),)), answers=refused).open()
    assert stranger.lines == turned_away.lines == [NOTHING]
    assert stranger.words() == turned_away.words()


@pytest.mark.clause("G2.1", "G5.3")
@pytest.mark.parametrize("world", ["stranger", "waiting", "invited, not agreed", "declined"])
def test_whoever_has_no_place_is_asked_nothing_hears_one_thing_and_the_refusal_is_kept(world: str) -> None:
    too_early: dict[type[Command[Any]], Any] = {ReleasePassword: Refused("G6.4", "refused_not_approved")}
    desk = Desk("password", replace(WORLDS[world], shared=True), answers=too_early).open()
    assert (desk.lines, desk.asked) == ([NOTHING], None)
    assert desk.acts(ReleasePassword)


@pytest.mark.parametrize("reason", TOLD)
def test_a_member_is_told_what_would_work_in_words_for_families(reason: str) -> None:
    desk = Desk("password", MEMBER, answers={ReleasePassword: Refused("G6.4", reason)}).open()
    assert desk.lines == [TOLD[reason]]
    assert "refused" not in desk.words()


@pytest.mark.parametrize("reason", ["refused_barred", "refused_suspended", "refused_too_late", "refused_new_reason"])
def test_any_other_refusal_reads_the_same(reason: str) -> None:
    desk = Desk("password", MEMBER, answers={ReleasePassword: Refused("G6.4", reason)}).open()
    assert desk.lines == [NOTHING]


@pytest.mark.clause("G4.5", "G6.4")
def test_who_agreed_before_the_approval_becomes_a_member_on_asking_at_the_latest() -> None:
    desk = Desk("password", replace(MEMBER, adults=(adult(standing="approved"),))).open()
    assert (desk.lines, desk.asked) == ([], None)
    assert desk.acts(Activate)
    assert desk.acts(ReleasePassword)


def test_on_a_shared_phone_the_persons_own_digits_come_first() -> None:
    desk = Desk("password", COUPLE).open()
    assert desk.asked == "which_adult"
    desk.write("2")
    assert desk.asked == "own_code"
    assert not desk.acts(ReleasePassword)
    desk.write("0042")
    assert desk.acts(CheckOwnCode) == [CheckOwnCode(2, "0042")]
    assert desk.acts(ReleasePassword) == [ReleasePassword(2)]


def test_wrong_digits_get_one_guess_for_each_password() -> None:
    desk = Desk("password", COUPLE, answers={CheckOwnCode: False}).open().write("1", "9999")
    assert (desk.lines, desk.asked) == (["own_code_wrong"], None)
    assert not desk.acts(ReleasePassword)


def test_on_a_shared_phone_nobody_without_digits_gets_a_password() -> None:
    desk = Desk("password", WORLDS["shared phone without own digits"]).open()
    assert (desk.lines, desk.asked) == (["own_code_missing"], None)


@pytest.mark.clause("H5.1")
def test_h5_1_a_new_agreement_is_accepted_before_the_next_password() -> None:
    desk = Desk("password", replace(MEMBER, adults=(NOT_AGREED,))).open()
    assert (desk.lines[0], desk.asked) == ("agreement_to_read", "agreement_1_sample-1_en")
    assert not desk.acts(ReleasePassword)
    desk.write("AGREE", "I UNDERSTAND")
    assert desk.acts(ReleasePassword) == [ReleasePassword(1)]


def test_whoever_says_no_to_the_agreement_gets_no_password() -> None:
    desk = Desk("password", replace(MEMBER, adults=(NOT_AGREED,))).open().write("no")
    assert desk.lines == ["agreement_no"]
    assert not desk.acts(ReleasePassword)


@pytest.mark.clause("G6.5")
def test_g6_5_who_reports_a_leak_is_thanked_whether_or_not_anything_changed() -> None:
    changed = Desk("leaked", MEMBER).open()
    noted = Desk("leaked", answers={ReportLeak: False}).open()
    assert (changed.lines, noted.lines) == (["leaked_changed"], ["leaked_noted"])
    assert changed.words().splitlines()[0] == noted.words().splitlines()[0]
