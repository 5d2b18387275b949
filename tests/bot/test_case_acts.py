"""What the review of a family promises: named humans, live contact, one decision, no leak."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from bot.due import DUE
from flows.family.acts import Done
from flows.family.acts.joining import AdultDetails, Decision, Details, LookUpCode, OpenCase, SubmitCase
from flows.family.acts.phones import MakePhoneCode, UsePhoneCode
from flows.policy import Refused
from flows.staff.acts.account import LastRefusal
from flows.staff.acts.care import ConfirmPhone
from flows.staff.acts.cases import CaseDetails, ClaimCase, Decide, Exclude, ListCases, ReadCase, RecordIdentity
from flows.staff.acts.groups import Invite
from storage import cases, contacts, invitations, people
from storage.tables import audit, outbox, timers
from tests.bot.desk import Desk


def status(at: Desk, code: str) -> str:
    with at.house.work("test") as work:
        case = cases.by_code(work, code)
    assert case is not None
    return case.status


def test_a_case_is_a_pointer_in_the_staff_channel(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample")
    assert at.told_channel() == ["card_case"]
    with at.house.work("test") as work:
        row = work.connection.execute(select(outbox).where(outbox.c.template == "card_case")).mappings().one()
        params = work.keys.open_json("outbox.params", row["id"], row["params_sealed"])
    assert params == {"case": code, "n": 0}


def test_nobody_approves_before_a_live_contact_identity_and_suitability(at: Desk) -> None:
    code = at.ask_to_join()
    at.staff_does("anna", ClaimCase(code))
    verdict = at.decide("anna", code)
    assert isinstance(verdict, Refused)
    assert status(at, code) == "open"
    assert f"refused:{verdict.reason}" in at.refusals()
    assert at.told(at.family.id) == []


def test_a_doubt_about_identity_stops_an_approval(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.staff_does("anna", RecordIdentity(code, 1, "id_seen", "doubt"))
    assert at.decide("anna", code) == Refused("G3.5", "refused_identity_missing")
    assert at.staff_does("anna", LastRefusal()) == Refused("G3.5", "refused_identity_missing")


def test_an_approval_wakes_the_family_and_closes_the_card(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    assert at.decide("anna", code) == Done()
    assert at.standings() == ["approved"]
    assert at.told_channel() == ["card_case", "card_case_claimed", "card_case_decided"]
    with at.house.engine.begin() as connection:
        due = connection.execute(select(timers.c.kind).where(timers.c.done_at.is_(None))).scalars().all()
    assert set(due) - {"retention", "reading_sample"} == {"decided"}


def test_a_second_decision_is_refused(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    assert at.decide("anna", code) == Done()
    again = at.staff_does("maria", Decide(code, 1, "declined", None))
    assert again == Refused("A4", "refused_already_decided")
    assert status(at, code) == "approved"


def test_a_decision_for_an_older_version_is_refused(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    group = at.house.organisation.groups[0].code
    stale = at.staff_does("anna", Decide(code, 7, "approved", group))
    assert stale == Refused("A4", "refused_already_decided")


def test_a_flagged_family_needs_the_leader_and_a_manager(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    with at.house.work("test") as work:
        case = cases.by_code(work, code)
        assert case is not None
        cases.change(work, case.id, flagged=True)
    assert at.decide("anna", code) == Refused("A1", "refused_needs_both")
    assert at.decide("anna", code) == Refused("A1", "refused_needs_both")
    assert status(at, code) == "open"
    assert at.decide("maria", code) == Done()
    assert status(at, code) == "approved"


@pytest.mark.clause("G5.1", "G3.11")
def test_an_assistant_outside_the_team_learns_nothing_of_a_case(at: Desk) -> None:
    code = at.ask_to_join()
    assert isinstance(at.staff_does("carl", ReadCase(code)), Refused)
    assert at.staff_does("carl", ReadCase(code)) == at.staff_does("carl", ReadCase("F-XXXX"))
    assert at.staff_does("carl", ListCases()) == ()


@pytest.mark.clause("H2.2")
def test_each_reading_is_recorded_once_for_each_conversation(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample")
    conversation = uuid4()
    for _ in range(3):
        details = at.staff_does("anna", ReadCase(code), conversation)
        assert isinstance(details, CaseDetails)
        assert details.adults[0][0] == "Amira Sample"
    with at.house.engine.begin() as connection:
        read = connection.execute(select(audit).where(audit.c.act == "read")).mappings().all()
    assert [row["object_id"] for row in read] == [code]


def test_an_act_that_is_played_again_does_nothing_more(at: Desk) -> None:
    code = at.ask_to_join()
    conversation = uuid4()
    assert at.staff_does("anna", ClaimCase(code), conversation) == Done()
    assert at.staff_does("anna", ClaimCase(code), conversation) == Done()
    assert at.told_channel() == ["card_case", "card_case_claimed"]


def test_a_second_claim_is_refused(at: Desk) -> None:
    code = at.ask_to_join()
    at.staff_does("anna", ClaimCase(code))
    assert at.staff_does("maria", ClaimCase(code)) == Refused("A4", "refused_claimed_by_another")


@pytest.mark.clause("G3.13", "G3.14")
def test_an_excluded_family_is_out_at_once_and_hears_no_reason(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.decide("anna", code)
    assert isinstance(at.staff_does("ben", Exclude(code, "a reason")), Refused)
    assert at.staff_does("max", Exclude(code, "a reason")) == Done()
    assert at.standings() == ["excluded"]
    assert at.told(at.family.id) == ["excluded_notice"]


def test_somebody_like_an_excluded_person_is_shown_to_managers_only(at: Desk) -> None:
    first = at.ask_to_join("Amira Sample")
    at.staff_does("maria", Exclude(first, "a reason"))
    other = desk_of_another(at)
    other.ask_to_join("Sample AMÍRA")
    assert "staff_look_alike_of" in at.told_staff("maria")
    assert other.told(other.family.id) == []


@pytest.mark.clause("G11.5")
@pytest.mark.parametrize(("name", "alike"), [("Ameera Sample", True), ("A. Sample", True), ("Amira Sandler", False)])
def test_a_name_that_is_only_like_it_is_shown_too_and_the_applicant_hears_what_all_hear(
    at: Desk, name: str, alike: bool
) -> None:
    first = at.ask_to_join("Amira Sample")
    at.staff_does("maria", Exclude(first, "a reason"))
    other = desk_of_another(at)
    other.ask_to_join(name)
    assert ("staff_look_alike_of" in at.told_staff("maria")) is alike
    assert other.told(other.family.id) == []
    assert not [each for each in at.refusals() if "look" in each or "alike" in each]


@pytest.mark.clause("G11.5")
def test_the_number_that_somebody_gave_to_be_rung_on_gives_them_away_to_staff(at: Desk) -> None:
    def details(name: str) -> Details:
        return Details((AdultDetails(name, "Sunny", adult=True),), "mornings", "+447700900777", False, "", None)

    code = at.family_does(OpenCase("asked", details("Amira Sample")), key="open")
    at.family_does(SubmitCase(), key="submit")
    at.staff_does("maria", Exclude(code, "a reason"))
    other = desk_of_another(at)
    other.family_does(OpenCase("asked", details("Nadia Otherwise")), key="open")
    other.family_does(SubmitCase(), key="submit")
    assert "staff_look_alike_of" in at.told_staff("maria")


def test_a_code_works_once_and_every_refusal_reads_the_same(at: Desk) -> None:
    group = at.house.organisation.groups[0].code
    made = at.staff_does("anna", Invite(group))
    meaning = at.family_does(LookUpCode(made.code.lower()))
    assert (meaning.purpose, meaning.group) == ("invitation", made.group)
    other = desk_of_another(at)
    spend(at, made.code)
    assert other.family_does(LookUpCode(made.code)) == other.family_does(LookUpCode("ABCD-EFGH"))
    assert at.told_staff("anna") == ["staff_invitation_reused"]


@pytest.mark.clause("G2.2")
def test_looking_at_a_code_again_or_from_another_chat_never_spends_it(at: Desk) -> None:
    made = at.staff_does("anna", Invite(at.house.organisation.groups[0].code))
    for who in (at, desk_of_another(at), at):
        assert who.family_does(LookUpCode(made.code)).purpose == "invitation"
    with at.house.work("test") as work:
        found = invitations.by_code(work, made.code)
    assert found is not None
    assert (found.spent_at, found.contact_id) == (None, None)


def test_a_second_does_not_invite(at: Desk) -> None:
    refused = at.staff_does("ben", Invite(at.house.organisation.groups[0].code))
    assert refused == Refused("G2.3", "refused_only_leader_invites")


def test_a_second_phone_counts_when_staff_confirmed_it(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample", "Sami Sample")
    at.staff_does("anna", ClaimCase(code))
    phone_code = at.family_does(MakePhoneCode(2), uuid4(), "phone")
    other = desk_of_another(at)
    assert other.family_does(UsePhoneCode(phone_code)) == Done()
    assert at.told_staff("anna")[-1] == "staff_second_phone"
    assert isinstance(other.family_does(UsePhoneCode(phone_code)), Refused)
    assert at.staff_does("anna", ConfirmPhone(code)) == Done()
    with at.house.work("test") as work:
        mine, theirs = (people.on_contact(work, each.family.id) for each in (at, other))
    assert [one.number for one in mine] == [1]
    assert [one.number for one in theirs] == [2]


@pytest.mark.clause("G2.2")
def test_a_second_phones_code_does_not_work_from_another_familys_phone(at: Desk) -> None:
    at.ask_to_join("Amira Sample", "Sami Sample")
    phone_code = at.family_does(MakePhoneCode(2), uuid4(), "phone")
    other = desk_of_another(at)
    other.ask_to_join("Nadia Example")
    assert other.family_does(UsePhoneCode(phone_code)) == Refused("G2.2", "refused_code")


@pytest.mark.clause("G3.8")
def test_managers_hear_when_nobody_reached_the_family_in_time(at: Desk) -> None:
    code = at.ask_to_join()
    with at.house.work("test") as work:
        case = cases.by_code(work, code)
    assert case is not None
    at.later(days=8)
    with at.house.work("clock") as work:
        DUE["first_contact"](work, at.house.organisation, case.id, "late")
    assert at.told_staff("maria") == ["staff_first_contact_late"]
    assert at.told(at.family.id) == ["case_late"]


def test_a_family_is_told_only_its_own_decision() -> None:
    assert Decision("F-2222").fingerprint() != Decision("F-3333").fingerprint()


def desk_of_another(at: Desk) -> Desk:
    with at.house.work("test") as work:
        family = contacts.add(work, "signal", f"other-{uuid4()}")
    return Desk(at.house, family)


def spend(at: Desk, code: str) -> None:
    with at.house.work("test") as work:
        found = invitations.by_code(work, code)
        assert found is not None
        invitations.change(work, found.id, spent_at=work.now, contact_id=at.family.id)
