"""A family that was invited and stops before it has agreed: its team sees it, takes it up, or a manager shuts it out."""

import pytest
from sqlalchemy import select

from flows.family.acts import Done
from flows.family.acts.agreement import Accept
from flows.family.acts.joining import AdultDetails, Details, LookUpCode, OpenCase
from flows.policy import Refused
from flows.staff.acts.alerts import SetAlert
from flows.staff.acts.cases import ClaimCase, Exclude, ListCases, ReadCase, TakeUp
from flows.staff.acts.groups import Invite
from storage import contacts
from storage.tables import audit, memberships
from storage.tables import cases as case_rows
from tests.bot.desk import Desk

NOT_THEIRS = Refused("G5.1", "refused_not_the_team")


@pytest.fixture
def draft(at: Desk) -> str:
    """The code of a case whose family has told its details, and not agreed."""
    return begun(at, "Amira Sample")


def begun(at: Desk, name: str) -> str:
    invitation = at.staff_does("anna", Invite(at.house.organisation.groups[0].code))
    at.family_does(LookUpCode(invitation.code))
    adult = AdultDetails(name, "Sunny", adult=True)
    details = Details((adult,), "mornings", None, False, "the park group", None)
    return str(at.family_does(OpenCase("invited", details, invitation.code)))


def status(at: Desk, code: str) -> str:
    with at.house.engine.begin() as connection:
        return str(connection.execute(select(case_rows.c.status).where(case_rows.c.code == code)).scalar_one())


def acts_of(at: Desk, handle: str) -> list[str]:
    with at.house.engine.begin() as connection:
        found = select(audit.c.act).where(audit.c.actor == f"staff:{handle}").order_by(audit.c.n)
        return list(connection.execute(found).scalars())


@pytest.mark.clause("G5.1", "H2.2")
def test_the_team_that_invited_a_family_sees_that_it_has_not_finished_and_nobody_else_does(
    at: Desk, draft: str
) -> None:
    assert [(each.code, each.status) for each in at.staff_does("anna", ListCases())] == [(draft, "draft")]
    assert at.staff_does("mo", ListCases()) == ()
    assert at.staff_does("mo", ReadCase(draft)) == NOT_THEIRS
    assert at.staff_does("mo", TakeUp(draft)) == NOT_THEIRS
    details = at.staff_does("ben", ReadCase(draft))
    assert (details.status, details.next_step) == ("draft", "take_up")
    assert acts_of(at, "ben") == ["read"]


@pytest.mark.clause("X5", "G3.8", "G4.5")
def test_a_case_that_is_taken_up_waits_like_any_other_and_nobody_has_agreed_by_it(at: Desk, draft: str) -> None:
    assert at.staff_does("anna", ClaimCase(draft)) == NOT_THEIRS
    assert at.staff_does("anna", TakeUp(draft)) == Done()
    assert status(at, draft) == "open"
    assert at.told_channel() == ["card_case"]
    assert at.staff_does("ben", TakeUp(draft)) == Refused("A4", "refused_already_done")
    at.review(draft)
    assert at.decide("anna", draft) == Done()
    assert at.standings() == ["approved"]
    assert acts_of(at, "anna").count("take_up") == 1


@pytest.mark.clause("G11.5")
def test_whoever_watches_hears_of_a_look_alike_whose_case_was_taken_up(at: Desk) -> None:
    first = at.ask_to_join("Amira Sample")
    at.staff_does("maria", Exclude(first, "a reason"))
    with at.house.work("test") as work:
        at.family = contacts.add(work, "whatsapp", "tom")
    code = begun(at, "Ameera Sample")
    assert "staff_look_alike_of" not in at.told_staff("max")
    at.staff_does("anna", TakeUp(code))
    assert "staff_look_alike_of" in at.told_staff("max")


@pytest.mark.clause("G3.13")
def test_a_manager_excludes_a_family_that_has_not_finished(at: Desk, draft: str) -> None:
    assert at.staff_does("maria", Exclude(draft, "a reason")) == Done()
    assert status(at, draft) == "excluded"
    assert at.told(at.family.id) == ["excluded_notice"]
    assert isinstance(at.family_does(Accept(1, "agreement")), Refused)
    with at.house.engine.begin() as connection:
        assert connection.execute(select(memberships.c.status)).scalars().all() in ([], ["excluded"])


@pytest.mark.clause("A1")
def test_a_flagged_family_that_has_not_finished_needs_two_people_too(at: Desk, draft: str) -> None:
    at.staff_does("dee", SetAlert(draft, on=True))
    assert at.staff_does("maria", Exclude(draft, "a reason")) == Refused("A1", "refused_second_asked")
    assert at.staff_does("max", Exclude(draft, "a reason of my own")) == Done()
