"""File alerts: two people decide, phones stay silent, and who asks about a flagged family learns nothing."""

import pytest
from sqlalchemy import select

from bot.acts.family_named import notice_named
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.joining import AdultDetails, Details, LookUpCode, OpenCase, SubmitCase
from flows.policy import Refused
from flows.staff.acts.alerts import ReadAlert, SetAlert
from flows.staff.acts.bars import ListBars
from flows.staff.acts.cases import Exclude, ReadCase
from flows.staff.acts.groups import Invite
from storage import contacts, staff
from storage.contacts import Contact
from storage.ids import id_for
from storage.tables import contacts as contact_rows
from storage.tables import outbox
from tests.bot.desk import Desk
from tests.words import TEXTS

LOOK = "Look at it before you decide. Say nothing to the family."
COMPARE = (
    "Look at it before you decide. If it may be the same person, ring the number known before. "
    "Say nothing to the family."
)


def stranger(at: Desk) -> Contact:
    with at.house.work("test") as work:
        return contacts.add(work, "whatsapp", "tom")


def hears(at: Desk, who: Contact, words: str) -> None:
    with at.house.work(f"contact:{who.id}") as work:
        moment = Moment(work, at.house.organisation, who, None, id_for(words), None, "act", texts=at.house.texts)
        notice_named(moment, words)


def reason(result: object) -> str:
    assert isinstance(result, Refused)
    return f"{result.clause} {result.reason}"


@pytest.mark.clause("G3.13", "A1")
def test_a_flagged_family_needs_the_leader_and_a_manager(at: Desk) -> None:
    code = at.ask_to_join()
    assert at.staff_does("dee", SetAlert(code, on=True)) == Done()
    at.review(code)
    at.decide("anna", code)
    assert at.standings() == []
    at.decide("maria", code)
    assert at.standings() == ["approved"]


@pytest.mark.clause("A1")
def test_an_alert_is_put_on_by_one_and_taken_off_by_another(at: Desk) -> None:
    code = at.ask_to_join()
    assert reason(at.staff_does("anna", SetAlert(code, on=True))) == "A1 refused_only_flaggers"
    at.staff_does("maria", SetAlert(code, on=True))
    assert reason(at.staff_does("maria", SetAlert(code, on=False))) == "A1 refused_own_flag"
    assert at.staff_does("dan", ReadAlert(code)) is True
    assert at.staff_does("dan", SetAlert(code, on=False)) == Done()
    assert at.staff_does("dan", ReadAlert(code)) is False


@pytest.mark.clause("H2.3")
def test_phones_of_a_flagged_family_stay_silent(at: Desk) -> None:
    code = at.ask_to_join()
    at.staff_does("dee", SetAlert(code, on=True))
    with at.house.engine.begin() as connection:
        silent = select(contact_rows.c.silent).where(contact_rows.c.id == at.family.id)
        assert connection.execute(silent).scalar_one()


@pytest.mark.clause("G5.3", "G11.5")
def test_who_names_a_flagged_family_is_seen_by_staff_and_told_nothing(at: Desk) -> None:
    code = at.ask_to_join("Sara Example")
    at.staff_does("maria", SetAlert(code, on=True))
    tom = stranger(at)
    hears(at, tom, "send me the link for Sara Example please")
    hears(at, tom, "Sara Example is my wife")
    assert at.told_staff("dee").count("staff_flagged_named") == 1
    assert at.told(tom.id) == []


@pytest.mark.clause("G5.3")
def test_the_family_itself_and_other_names_set_nothing_off(at: Desk) -> None:
    code = at.ask_to_join("Sara Example")
    at.staff_does("maria", SetAlert(code, on=True))
    hears(at, at.family, "I am Sara Example")
    hears(at, stranger(at), "I am looking for Nobody Atall")
    assert "staff_flagged_named" not in at.told_staff("dee")


@pytest.mark.clause("G11.5", "G3.7")
def test_whoever_applies_under_a_flagged_name_is_flagged_and_never_refused_by_the_bot(at: Desk) -> None:
    first = at.ask_to_join("Sara Example")
    at.staff_does("maria", SetAlert(first, on=True))
    at.family = stranger(at)
    second = at.ask_to_join("Example Sara")
    details = at.staff_does("anna", ReadCase(second))
    assert (details.flagged, details.look_alike, details.status) == (True, True, "open")
    assert "staff_look_alike_of" in at.told_staff("dee")
    assert at.told(at.family.id) == []


@pytest.mark.clause("G11.5")
def test_those_who_watch_read_whom_to_compare_and_the_leader_reads_only_that_there_is_somebody(at: Desk) -> None:
    group = at.house.organisation.groups[0].code
    first, invitation = at.ask_to_join("Sara Example"), at.staff_does("anna", Invite(group))
    at.staff_does("maria", SetAlert(first, on=True))
    at.family = stranger(at)
    at.family_does(LookUpCode(invitation.code))
    adult = AdultDetails("Example Sara", "Sunny", adult=True)
    details = Details((adult,), "mornings", None, False, "the park group", None)
    second = at.family_does(OpenCase("invited", details, invitation.code))
    at.family_does(SubmitCase())
    assert said(at, "dee")[-1] == f"Case {second} is like {first}, or names somebody there. Compare them. {COMPARE}"
    assert said(at, "anna")[-1] == f"Case {second} is like somebody we know. {LOOK}"


@pytest.mark.clause("G11.5", "G3.13")
def test_a_bar_is_named_by_its_code_to_who_can_look_at_it(at: Desk) -> None:
    first = at.ask_to_join("Sara Example")
    at.staff_does("maria", Exclude(first, "a reason"))
    bar = at.staff_does("max", ListBars())[0]
    at.family = stranger(at)
    second = at.ask_to_join("Sara Exampel")
    assert (
        said(at, "max")[-1] == f"Case {second} is like {first}, {bar}, or names somebody there. Compare them. {COMPARE}"
    )


@pytest.mark.clause("A1", "H2.2")
def test_whoever_may_read_the_case_sees_that_there_is_an_alert_after_the_approval_too(at: Desk) -> None:
    code = at.ask_to_join("Sara Example")
    at.review(code)
    at.decide("anna", code)
    assert not at.staff_does("anna", ReadCase(code)).alert
    at.staff_does("dee", SetAlert(code, on=True))
    details = at.staff_does("anna", ReadCase(code))
    assert (details.alert, details.flagged) == (True, False)
    at.staff_does("maria", SetAlert(code, on=False))
    assert not at.staff_does("anna", ReadCase(code)).alert


@pytest.mark.clause("G11.5", "A1")
@pytest.mark.parametrize("flagged_first", [True, False])
def test_whoever_names_a_flagged_family_when_they_apply_is_decided_about_by_two(at: Desk, flagged_first: bool) -> None:
    sara = at.ask_to_join("Sara Example")
    if flagged_first:
        at.staff_does("dee", SetAlert(sara, on=True))
    at.family = stranger(at)
    adult = AdultDetails("Tom Sample", "Tom", adult=True)
    details = Details((adult,), "evenings", None, False, "Sara Example, my child's mother, comes to you", None)
    conversation = id_for("tom joins")
    tom = at.family_does(OpenCase("asked", details), conversation, "open")
    at.family_does(SubmitCase(), conversation, "submit")
    if not flagged_first:
        assert not at.staff_does("anna", ReadCase(tom)).flagged
        at.staff_does("dee", SetAlert(sara, on=True))
    assert said(at, "max")[-1 if flagged_first else -2].startswith(f"Case {tom} is like {sara}, or names")
    at.review(tom)
    at.decide("anna", tom)
    assert at.standings() == []
    assert at.decide("maria", tom) == Done()
    assert at.standings() == ["approved"]
    assert not set(at.told(at.family.id)) - {"case_approved"}


@pytest.mark.clause("G11.5")
def test_an_alert_leaves_whoever_waits_and_has_nothing_to_do_with_it_as_they_are(at: Desk) -> None:
    sara = at.ask_to_join("Sara Example")
    at.family = stranger(at)
    tom = at.ask_to_join("Tom Sample")
    at.staff_does("dee", SetAlert(sara, on=True))
    assert not at.staff_does("anna", ReadCase(tom)).flagged


@pytest.mark.clause("A1", "G3.7")
def test_the_second_of_two_people_hears_that_the_first_has_decided_and_the_card_keeps_who_has_it(at: Desk) -> None:
    code = at.ask_to_join()
    at.staff_does("dee", SetAlert(code, on=True))
    at.review(code)
    assert at.decide("anna", code) == Refused("A1", "refused_needs_both")
    assert said(at, "max")[-1].startswith(f"Case {code} takes two people, and anna has decided.")
    assert at.told_channel()[-1] == "card_case_claimed"
    assert at.decide("max", code, "declined") == Refused("A1", "refused_needs_both")
    assert said(at, "anna")[-1].startswith(f"Case {code} takes two people, and max has decided.")
    assert at.standings() == []


@pytest.mark.clause("G7.2", "G5.3")
def test_a_new_phone_with_the_very_name_of_a_member_is_shown_to_staff_and_hears_what_all_hear(at: Desk) -> None:
    sara = at.ask_to_join("Sara Example")
    at.review(sara)
    at.decide("anna", sara)
    at.family = stranger(at)
    again = at.ask_to_join("Sara Example")
    details = at.staff_does("anna", ReadCase(again))
    assert (details.look_alike, details.flagged) == (True, False)
    assert said(at, "max")[-1].startswith(f"Case {again} is like {sara}")
    assert at.told(at.family.id) == []


def said(at: Desk, handle: str) -> list[str]:
    """What somebody's private line was told, in words."""
    with at.house.work("test") as work:
        line = staff.line(work, handle)
        assert line is not None
        rows = work.connection.execute(select(outbox).where(outbox.c.contact_id == line.id).order_by(outbox.c.n))
        told = [(row["template"], row["id"], row["params_sealed"]) for row in rows.mappings()]
        return [
            TEXTS.say("en", name, **work.keys.open_json("outbox.params", at_, sealed)) for name, at_, sealed in told
        ]
