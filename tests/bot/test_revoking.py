"""G2.2: a code that was given out and that nobody has used is taken back, and then answers like one that never was."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from flows.family.acts import Done
from flows.family.acts.joining import AdultDetails, Details, LookUpCode, OpenCase
from flows.family.acts.phones import MakePhoneCode, UsePhoneCode
from flows.policy import Refused
from flows.staff.acts.groups import InvitationMade, Invite, ListCodesOut, MakeReferralCode, RevokeCode
from storage import cases, contacts
from storage.tables import audit, invitations
from tests.bot.desk import Desk

NOT_THEIRS = Refused("G2.3", "refused_no_code_out")
USED = Refused("G2.2", "refused_code_used")
OVER = Refused("G2.2", "refused_code_over")


def invited(at: Desk, handle: str = "anna") -> str:
    made = at.staff_does(handle, Invite(at.house.organisation.groups[0].code))
    assert isinstance(made, InvitationMade)
    return made.code


def asks(at: Desk, code: str, conversation: Any = None) -> str:
    """Open a case with a code; the road it came by."""
    details = Details((AdultDetails("Amira Sample", "Amira", adult=True),), "mornings", None, False, "", None)
    opened = at.family_does(OpenCase("invited", details, code), conversation, key="open")
    with at.house.work("test") as work:
        case = cases.by_code(work, opened)
    assert case is not None
    return case.road


@pytest.mark.clause("G2.2")
def test_a_revoked_code_answers_a_family_as_one_that_never_was(at: Desk) -> None:
    code = invited(at)
    assert at.staff_does("anna", RevokeCode(code)) == Done()
    unknown = at.family_does(LookUpCode("ZZZZ-2222"))
    assert isinstance(unknown, Refused)
    assert at.family_does(LookUpCode(code)) == unknown


@pytest.mark.clause("G2.2")
def test_who_has_begun_with_it_comes_as_a_stranger_who_asks(at: Desk) -> None:
    code, conversation = invited(at), uuid4()
    assert not isinstance(at.family_does(LookUpCode(code), conversation), Refused)
    assert at.staff_does("anna", RevokeCode(code)) == Done()
    assert asks(at, code, conversation) == "asked"


@pytest.mark.clause("G2.2", "G2.5")
def test_it_is_on_record_who_took_it_back_under_which_clause(at: Desk) -> None:
    code = invited(at)
    at.staff_does("anna", RevokeCode(code))
    with at.house.engine.begin() as connection:
        kept = connection.execute(select(audit).where(audit.c.act == "revoke")).mappings().one()
        revoked_at = connection.execute(select(invitations.c.revoked_at)).scalar_one()
    assert (kept["actor"], kept["outcome"], kept["clause"]) == ("staff:anna", "done", "G2.2")
    assert revoked_at == at.house.clock.now()


@pytest.mark.clause("G2.2")
def test_what_was_used_meanwhile_is_not_taken_back_and_keeps_its_case(at: Desk) -> None:
    code = invited(at)
    listed = at.staff_does("anna", ListCodesOut())
    assert asks(at, code) == "invited"
    assert at.staff_does("anna", RevokeCode(listed[0].id)) == USED
    assert at.staff_does("anna", ListCodesOut()) == ()


@pytest.mark.clause("G2.2")
def test_what_is_over_is_not_taken_back_again(at: Desk) -> None:
    first, second = invited(at), invited(at)
    at.staff_does("anna", RevokeCode(first))
    assert at.staff_does("maria", RevokeCode(first)) == OVER
    at.later(days=at.house.organisation.joining.invitation_days)
    assert at.staff_does("anna", RevokeCode(second)) == OVER


@pytest.mark.clause("G2.3")
def test_only_its_leader_who_gave_it_out_or_a_manager_and_the_rest_learn_nothing(at: Desk) -> None:
    code = invited(at)
    for handle in ("ben", "mo"):
        assert at.staff_does(handle, ListCodesOut()) == ()
        assert at.staff_does(handle, RevokeCode(code)) == NOT_THEIRS == at.staff_does(handle, RevokeCode("ZZZZ-2222"))
    assert at.staff_does("maria", RevokeCode(code)) == Done()
    assert at.staff_does("anna", RevokeCode(invited(at, "maria"))) == Done()


@pytest.mark.clause("G2.2", "G2.3")
def test_a_referrers_code_is_taken_back_by_who_made_it_or_a_manager(at: Desk) -> None:
    code = at.staff_does("ben", MakeReferralCode()).code
    assert at.staff_does("anna", RevokeCode(code)) == NOT_THEIRS
    listed = at.staff_does("ben", ListCodesOut())
    assert [each.group for each in listed] == [""]
    assert at.staff_does("ben", RevokeCode(listed[0].id)) == Done()
    assert isinstance(at.family_does(LookUpCode(code)), Refused)


@pytest.mark.clause("G2.2")
def test_the_list_shows_the_newest_first_and_no_name_of_a_family(at: Desk) -> None:
    invited(at)
    at.later(minutes=5)
    invited(at)
    listed = at.staff_does("anna", ListCodesOut())
    assert [each.made_at for each in listed] == sorted((each.made_at for each in listed), reverse=True)
    assert {each.group for each in listed} == {at.house.organisation.groups[0].name}


@pytest.mark.clause("G2.2")
def test_an_approved_familys_own_invitation_is_nothing_that_was_given_out(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.decide("anna", code)
    with at.house.engine.begin() as connection:
        own = connection.execute(select(invitations.c.id)).scalar_one()
    assert at.staff_does("maria", ListCodesOut()) == ()
    assert at.staff_does("maria", RevokeCode(str(own))) == NOT_THEIRS


@pytest.mark.clause("G2.2")
def test_the_code_of_a_second_phone_is_taken_back_by_the_leader_of_its_familys_group(at: Desk) -> None:
    case = at.ask_to_join("Amira Sample", "Omar Sample")
    at.review(case, adults=2)
    at.decide("anna", case)
    code = at.family_does(MakePhoneCode(2), key="phone")
    assert at.staff_does("mo", RevokeCode(code)) == NOT_THEIRS
    assert at.staff_does("anna", RevokeCode(code)) == Done()
    with at.house.work("test") as work:
        at.family = contacts.add(work, "signal", "omar")
    assert at.family_does(UsePhoneCode(code)) == Refused("G2.2", "refused_code")
