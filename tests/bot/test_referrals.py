"""Families that somebody sent: the code that ties the case to the referral, and the family's no (G3.8-G3.12)."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.due import DUE
from flows.family.acts import Done
from flows.family.acts.joining import AdultDetails, Details, OpenCase, SubmitCase
from flows.policy import Refused
from flows.staff.acts.cases import ClaimCase, MarkKnown, ReadCase, RecordCall, RecordIdentity, RecordReferrer
from flows.staff.acts.groups import MakeReferralCode
from storage import cases, outbox
from storage.tables import contacts as contact_rows
from tests.bot.desk import Desk

SAID_NO = Refused("G3.12", "refused_family_said_no")


def claimed(at: Desk, *, may_contact_referrer: bool | None = None) -> str:
    named: dict[str, Any] = {"referrer_name": "Hanna Example", "referrer_contact": "01632 960111"}
    code = at.ask_to_join(**named, may_contact_referrer=may_contact_referrer)
    at.staff_does("anna", ClaimCase(code))
    at.staff_does("anna", MarkKnown(code, known=False, ground=None))
    return code


@pytest.mark.clause("G3.10", "G3.12")
def test_a_familys_no_is_respected_whatever_staff_would_write_down(at: Desk) -> None:
    code = claimed(at, may_contact_referrer=False)
    assert at.staff_does("anna", ReadCase(code)).may_contact_referrer is False
    for outcome in ("confirmed", "not_confirmed", "not_reached"):
        assert at.staff_does("anna", RecordReferrer(code, outcome)) == SAID_NO
    assert at.staff_does("anna", RecordIdentity(code, 1, "referrer_confirmed", "confirmed")) == SAID_NO
    assert at.staff_does("anna", RecordReferrer(code, "not_asked")) == Done()
    assert at.staff_does("anna", RecordIdentity(code, 1, "id_seen", "confirmed")) == Done()
    assert at.told_staff("dee") == []


@pytest.mark.clause("G3.12")
def test_somebodys_safety_stands_above_it_and_the_safeguarding_lead_hears(at: Desk) -> None:
    code = claimed(at, may_contact_referrer=False)
    assert at.staff_does("anna", RecordReferrer(code, "confirmed", for_safety=True)) == Done()
    assert at.told_staff("dee") == ["staff_referrer_asked_for_safety"]
    assert at.told(at.family.id) == []


@pytest.mark.clause("G3.9", "G3.12")
def test_a_no_without_a_name_is_still_a_no(at: Desk) -> None:
    code = at.ask_to_join(may_contact_referrer=False)
    at.staff_does("anna", ClaimCase(code))
    assert at.staff_does("anna", RecordReferrer(code, "confirmed")) == SAID_NO


@pytest.mark.clause("G3.10")
def test_nothing_is_ever_sent_to_a_referrer(at: Desk) -> None:
    code = claimed(at, may_contact_referrer=True)
    at.staff_does("anna", RecordReferrer(code, "confirmed"))
    with at.house.work("test") as work:
        sealed = work.connection.execute(select(contact_rows.c.id, contact_rows.c.address_sealed))
        addresses = {work.keys.open("contacts.address", *row) for row in sealed}
    assert not any("960111" in each for each in addresses)


@pytest.mark.clause("G3.9", "G3.11")
def test_a_case_says_by_which_referral_code_it_came_and_who_gave_it_out(at: Desk) -> None:
    made = at.staff_does("ben", MakeReferralCode())
    details = Details((AdultDetails("Amira Sample", "Amira", adult=True),), "mornings", None, False, "", None)
    code = at.family_does(OpenCase("asked", details, made.code), key="open")
    at.family_does(SubmitCase(), key="submit")
    shown = at.staff_does("anna", ReadCase(code))
    assert shown.referral[:2] == (made.code, "ben")
    assert shown.road == "asked"
    assert shown.group is None


@pytest.mark.clause("G3.8")
def test_the_first_contact_is_reminded_of_then_managers_hear_and_the_family_once_until_it_is_made(at: Desk) -> None:
    code = claimed(at)
    with at.house.work("test") as work:
        case = cases.by_code(work, code)
        assert case is not None
        assert work.has_timer("first_contact", case.id)

    def due(step: str) -> None:
        with at.house.work("clock") as work:
            DUE["first_contact"](work, at.house.organisation, case.id, step)

    at.later(days=6)
    due("soon")
    assert (at.told_staff("anna"), at.told_staff("maria")) == (["staff_first_contact_late"], [])
    assert at.told(at.family.id) == []
    at.later(days=2)
    due("late")
    due("late")
    assert at.told_staff("maria") == ["staff_first_contact_late"] * 2
    assert at.told(at.family.id) == ["case_late"]
    at.staff_does("anna", RecordCall(code, "call", "no_answer", {}))
    due("late")
    assert len(at.told_staff("maria")) == 3
    at.staff_does("anna", RecordCall(code, "call", "reached", {}))
    due("late")
    assert len(at.told_staff("maria")) == 3
    with at.house.work("test") as work:
        assert outbox.was_told(work, at.family, "case_late")
