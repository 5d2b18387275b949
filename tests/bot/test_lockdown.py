"""LOCKDOWN: whoever has a colleague's phone learns nothing more, and nobody stays in by what it approved."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select

from bot import cli
from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.groups import Invite
from flows.staff.acts.people import LockDown, LockedDown
from storage import contacts, people, staff
from storage.tables import audit, cases, checks, invitations, outbox
from tests.bot.desk import desk
from tests.stage import Stage

SHUT = ["maria> LOCKDOWN", "maria> 1", "maria> 1"]


@pytest.fixture
def member(playground: Stage) -> Stage:
    """Anna approved Amira, who is a member and has this evening's password."""
    playground.talk.do("after unknown_family.txt")
    return playground


def play(on: Stage, *lines: str) -> str:
    """Play lines; what was received after the last one."""
    return "\n".join([on.talk.do(line) for line in lines][-1])


def column(on: Stage, query: Select[tuple[Any]]) -> list[Any]:
    with on.house.engine.begin() as connection:
        return list(connection.execute(query).scalars())


@pytest.mark.clause("H2.3", "G3.7", "G6.5")
def test_what_the_account_approved_waits_again_and_the_family_has_no_password(member: Stage) -> None:
    heard = play(member, *SHUT)
    assert "The account of Anna Sample is shut." in heard
    assert "1 approval counts no longer" in heard
    assert "1 password was changed" in heard
    assert column(member, select(cases.c.status)) == ["open"]
    assert desk(member.house).standings() == []
    told = "\n".join(member.talk.said_to("amira"))
    assert "We must check something again" in told
    assert "You did nothing wrong" in told
    assert "password for today" not in play(member, "amira> PASSWORD")


@pytest.mark.clause("G3.2", "G3.7")
def test_what_the_account_wrote_of_calls_and_papers_proves_nothing_and_somebody_else_checks_again(
    member: Stage,
) -> None:
    play(member, *SHUT)
    assert set(column(member, select(checks.c.outcome))) == {"void"}
    with member.house.work("test") as work:
        line = contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", "amira"))
        assert line is not None
        assert [each.verified_at for each in people.of_family(work, line.lane_id)] == [None]
    code = column(member, select(cases.c.code))[0]
    at = desk(member.house)
    refused = at.decide("maria", code)
    assert isinstance(refused, Refused)
    assert refused.clause.startswith("G3.")
    at.review(code, "maria")
    assert at.decide("maria", code) == Done()
    member.settle()
    member.talk.look()
    assert any(text.startswith("You have a place") for text in member.talk.said_to("amira")[-8:])


@pytest.mark.clause("H2.3")
def test_whoever_holds_the_phone_hears_that_it_is_shut_and_nothing_else(member: Stage) -> None:
    before = len(member.talk.said_to("anna"))
    play(member, *SHUT)
    assert len(member.talk.said_to("anna")) == before
    assert "This phone has changed, so nothing is shown here" in play(member, "anna> CASES")
    play(member, "phone omar signal", "omar> hello", "omar> 1")
    assert len(member.talk.said_to("anna")) == before + 1


@pytest.mark.clause("H2.3")
def test_a_press_of_the_account_counts_no_longer(member: Stage) -> None:
    play(member, *SHUT)
    print(member.talk.said_to("staff-channel"))
    play(member, "channel anna> [Claim] Case F-1")
    assert column(member, select(cases.c.claimed_by)) == [None]


@pytest.mark.clause("A1")
def test_only_a_manager_shuts_an_account_and_a_manager_may_shut_their_own(member: Stage) -> None:
    at = desk(member.house)
    refused = at.staff_does("ben", LockDown("anna"))
    assert isinstance(refused, Refused)
    assert refused.clause == "A1"
    assert isinstance(at.staff_does("maria", LockDown("maria")), LockedDown)
    with member.house.work("test") as work:
        line = staff.line(work, "maria")
    assert line is not None
    assert line.frozen_at is not None
    assert "staff_locked_down" in at.told_staff("max")


@pytest.mark.clause("A1", "G2.2")
def test_its_half_of_a_decision_and_its_invitations_are_taken_back(playground: Stage) -> None:
    at = desk(playground.house)
    group = playground.house.organisation.groups[0].code
    assert not isinstance(at.staff_does("anna", Invite(group)), Refused)
    code = at.ask_to_join()
    with playground.house.work("test") as work:
        anna = staff.by_handle(work, "anna")
        assert anna is not None
        values = {"half": "approved", "decided_by": anna.id}
        work.connection.execute(cases.update().where(cases.c.code == code).values(values))
    locked = at.staff_does("maria", LockDown("anna"))
    assert (locked.counts["halves"], locked.counts["invitations"]) == (1, 1)
    assert column(playground, select(cases.c.half)) == [None]
    assert None not in column(playground, select(invitations.c.revoked_at))


@pytest.mark.clause("G3.7")
def test_what_was_approved_long_before_stands(member: Stage) -> None:
    at = desk(member.house)
    at.later(hours=member.house.organisation.staff_policies.lockdown_hours + 1)
    locked = at.staff_does("maria", LockDown("anna"))
    assert locked.counts["approvals"] == 0
    assert column(member, select(cases.c.status)) == ["approved"]
    assert at.standings() == ["active"]


@pytest.mark.clause("A3")
@pytest.mark.parametrize("been", [[], ["after unknown_family.txt"]])
def test_the_staff_channel_hears_of_cases_only_where_one_waits_again(playground: Stage, been: list[str]) -> None:
    play(playground, *been, *SHUT)
    told = column(playground, select(outbox.c.template))
    assert told.count("staff_look_at_cases") == len(been)
    assert ("Nothing that it did had to be taken back." in "\n".join(playground.talk.said_to("maria"))) == (not been)


@pytest.mark.clause("X1")
def test_a_lockdown_played_again_voids_nothing_more_and_each_step_is_recorded(member: Stage) -> None:
    at = desk(member.house)
    at.staff_does("maria", LockDown("anna"))
    acts = select(audit.c.act).where(audit.c.act.in_(["lock_down", "void_approval"])).order_by(audit.c.n)
    assert column(member, acts) == ["lock_down", "void_approval"]
    at.later(minutes=1)
    member.settle()
    member.settle()
    again = select(outbox.c.id).where(outbox.c.template == "approval_again")
    assert len(column(member, again)) == 1


@pytest.mark.clause("H2.3")
def test_whoever_looks_after_the_computer_can_shut_an_account_too(
    member: Stage, key_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    url = member.house.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    for name, value in {"DATABASE_URL": url, "DOORSTEP_DATA": tmp_path, "DOORSTEP_KEYS": key_file}.items():
        monkeypatch.setenv(name, str(value))
    assert cli.run(["lockdown", "nobody"]) == 2
    assert capsys.readouterr().err == "doorstep: nobody with an open account has the handle 'nobody'.\n"
    assert cli.run(["lockdown", "anna"]) == 0
    said = capsys.readouterr().out
    assert "Approvals that wait again: 1." in said
    assert "Sample" not in said
