"""What people may ask about their data, played through the real turn: see it, hold it, erase it, and what stays."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.due import erasing
from flows.family.acts import Done
from flows.family.acts.care import AskForCall
from flows.family.acts.own import AskForData
from flows.policy import Refused
from flows.staff.acts.data_rights import (
    AnswerDataRequest,
    CheckAsker,
    CorrectAnswer,
    CorrectName,
    EraseData,
    HoldData,
    ListDataRequests,
    OpenDataRequest,
    ReadDataRequest,
)
from flows.staff.acts.overview import ReadClocks
from storage import audit as trail
from storage import cases as storage_cases
from storage import contacts, erasure, export, lanes, people, staff, subjects
from storage.tables import (
    audit,
    callbacks,
    cases,
    complaints,
    conversations,
    erasures,
    inbox,
    memberships,
    outbox,
)
from storage.tables import contacts as contact_rows
from storage.tables import people as people_rows
from storage.tables import staff as staff_rows
from storage.work import Work
from tests.bot.desk import Desk, desk
from tests.racing import overtaken
from tests.stage import Stage

NAME = "Zenobia Quillfeather"


@pytest.fixture
def table(playground: Stage) -> Desk:
    made = desk(playground.house)
    made.review(made.ask_to_join(NAME))
    return made


def request(table: Desk, kind: str = "delete") -> str:
    """Write down a request that came by telephone; its code."""
    with table.house.engine.begin() as connection:
        case = connection.execute(select(cases.c.code)).scalars().first()
    code = table.staff_does("dora", OpenDataRequest(str(case), kind))
    assert isinstance(code, str)
    return code


def held(table: Desk) -> dict[str, Any]:
    """Everything that would be shown to the family itself."""
    with table.house.work("test") as work:
        return export.gather(work, subjects.of_family(work, table.family.lane_id))


def rows(table: Desk, what: Any) -> list[Any]:
    with table.house.engine.begin() as connection:
        return list(connection.execute(select(what)).scalars())


@pytest.mark.clause("X4")
def test_nothing_is_shown_or_erased_before_it_is_checked_again_who_asks(table: Desk) -> None:
    code = request(table)
    for command in (EraseData(code), AnswerDataRequest(code, "given", "Here it is.")):
        refused = table.staff_does("dora", command)
        assert refused == Refused("X4", "refused_reverify_first")
    table.staff_does("dora", CheckAsker(code, "call"))
    assert not isinstance(table.staff_does("dora", EraseData(code)), Refused)


@pytest.mark.clause("X4")
def test_to_everybody_but_the_data_lead_there_are_no_requests(table: Desk) -> None:
    code = request(table)
    assert table.staff_does("maria", ListDataRequests()) == ()
    assert table.staff_does("maria", ReadDataRequest(code)) == Refused("X4", "refused_only_data_lead")
    assert table.staff_does("dora", ListDataRequests()) == (code,)


@pytest.mark.clause("X4")
def test_what_is_kept_is_told_without_what_others_said(table: Desk) -> None:
    told = held(table)
    assert told["people"][0]["full_name"] == NAME
    assert "fits" not in str(told)  # The reason that staff wrote for the suitability answer.
    assert told["requests_to_join"][0]["state"] == "open"


@pytest.mark.clause("X4", "G3.11")
def test_neither_the_referrer_nor_another_familys_adult_is_in_what_is_shown(playground: Stage) -> None:
    made = desk(playground.house)
    said: dict[str, Any] = {
        "referrer_name": "Rosalind Quince",
        "referrer_role": "health visitor",
        "referrer_organisation": "Homestead",
        "referrer_contact": "01632 960199",
    }
    made.ask_to_join(NAME, may_contact_referrer=True, **said)
    with made.house.work("test") as work:
        other = contacts.add(work, "signal", "omar")
    Desk(made.house, other).ask_to_join("Omar Otherfamily")
    told = str(held(made))
    assert NAME in told
    assert [each for each in (*said.values(), "Otherfamily") if each in told] == []


@pytest.mark.clause("X4")
def test_after_an_erasure_nothing_personal_is_left_and_what_stays_was_told(playground: Stage, table: Desk) -> None:
    table.decide("anna", code_of_case(table))
    code = request(table)
    table.staff_does("dora", CheckAsker(code, "in_person"))
    stays = table.staff_does("dora", EraseData(code))
    assert stays == ("audit",)
    told = table.told(table.family.id)
    assert told[-3:] == ["data_erased", "data_stays_audit", "data_ask_again"]
    playground.settle()
    table.later(minutes=11)
    playground.settle()
    assert len(rows(table, erasures.c.id)) == 1
    assert held(table)["people"][0]["full_name"] == ""
    assert held(table)["phones"][0]["address"] == ""
    assert held(table)["requests_to_join"][0]["what_you_told_us"] == {}
    assert rows(table, conversations.c.id) == []
    with table.house.engine.begin() as connection:
        ours = select(outbox.c.id).where(outbox.c.contact_id == table.family.id)
        assert connection.execute(ours).all() == []
    with table.house.work("test") as work:
        assert contacts.by_token(work, "signal", contacts.token(work, "signal", "amira")) is None


def code_of_case(table: Desk) -> str:
    return str(rows(table, cases.c.code)[0])


@pytest.mark.clause("X4")
def test_an_open_matter_or_a_hold_stops_an_erasure(table: Desk) -> None:
    code = request(table)
    table.staff_does("dora", CheckAsker(code, "video"))
    table.staff_does("dora", HoldData(code, hold=True))
    assert table.staff_does("dora", EraseData(code)) == Refused("X4", "refused_held_back")
    table.staff_does("dora", HoldData(code, hold=False))
    assert not isinstance(table.staff_does("dora", EraseData(code)), Refused)


@pytest.mark.clause("X4", "G11.5")
def test_who_is_barred_keeps_a_name_so_that_the_bar_holds(playground: Stage, table: Desk) -> None:
    table.decide("anna", code_of_case(table))
    with table.house.engine.begin() as connection:
        connection.execute(memberships.update().values(status="barred"))
    code = request(table)
    table.staff_does("dora", CheckAsker(code, "call"))
    assert "barred" in table.staff_does("dora", EraseData(code))
    playground.settle()
    table.later(minutes=11)
    playground.settle()
    assert held(table)["people"][0]["full_name"] == NAME


@pytest.mark.clause("X4")
def test_what_nobody_finished_is_erased_after_its_period_and_not_before(playground: Stage) -> None:
    made = desk(playground.house)
    for days, left in ((29, 0), (2, 1)):
        made.later(days=days)
        playground.settle()
        assert len(rows(made, erasures.c.id)) == left
    assert rows(made, erasures.c.why) == ["retention_unfinished"]


@pytest.mark.clause("X4")
def test_a_case_that_staff_still_have_to_decide_is_never_erased_by_time(playground: Stage, table: Desk) -> None:
    table.later(days=400)
    playground.settle()
    assert rows(table, erasures.c.id) == []


@pytest.mark.clause("X4")
@pytest.mark.parametrize("waits", ["a call", "a request"])
def test_nothing_is_erased_by_time_while_a_call_or_a_request_waits_for_staff(playground: Stage, waits: str) -> None:
    made = desk(playground.house)
    made.family_does(AskForCall("mornings") if waits == "a call" else AskForData("see"))
    made.later(days=40)
    playground.settle()
    assert rows(made, erasures.c.id) == []
    with made.house.engine.begin() as connection:
        connection.execute(callbacks.update().values(done_at=made.house.clock.now()))
        connection.execute(complaints.update().values(closed_at=made.house.clock.now()))
    made.later(days=2)
    playground.settle()
    assert rows(made, erasures.c.why) == ["retention_unfinished"]


@pytest.mark.clause("X4")
def test_who_also_asked_to_see_it_is_shown_it_before_it_is_erased(table: Desk) -> None:
    see, code = request(table, "see"), request(table)
    for each in (see, code):
        table.staff_does("dora", CheckAsker(each, "call"))
    assert "request" in table.staff_does("dora", ReadDataRequest(code)).held_back
    assert table.staff_does("dora", EraseData(code)) == Refused("X4", "refused_held_back")
    table.staff_does("dora", AnswerDataRequest(see, "given", "You have it."))
    assert not isinstance(table.staff_does("dora", EraseData(code)), Refused)


@pytest.mark.clause("X4")
def test_a_call_that_was_still_promised_is_nobodys_after_an_erasure(playground: Stage, table: Desk) -> None:
    table.decide("anna", code_of_case(table))
    table.family_does(AskForCall("mornings"))
    code = request(table)
    table.staff_does("dora", CheckAsker(code, "call"))
    table.staff_does("dora", EraseData(code))
    playground.settle()
    table.later(minutes=11)
    playground.settle()
    assert rows(table, callbacks.c.outcome) == ["erased"]
    told = table.told_staff("maria")
    table.later(days=7)
    playground.settle()
    assert "staff_ring_due" not in table.told_staff("maria")[len(told) :]


@pytest.mark.clause("X4")
def test_a_full_name_is_corrected_once_who_asks_was_checked_and_is_found_by_the_new_one(table: Desk) -> None:
    code = request(table, "change")
    wish = CorrectName(code, 1, "Zenobia Newname")
    assert table.staff_does("dora", wish) == Refused("X4", "refused_reverify_first")
    table.staff_does("dora", CheckAsker(code, "call"))
    assert table.staff_does("maria", wish) == Refused("X4", "refused_only_data_lead")
    assert isinstance(table.staff_does("dora", CorrectName(code, 2, "Zenobia Newname")), Refused)
    assert table.staff_does("dora", wish) == Done()
    assert table.staff_does("dora", ReadDataRequest(code)).adults == (("1", "Zenobia Newname"),)
    with table.house.work("test") as work:
        token = people.name_token(work, "zenobia newname")
    assert rows(table, people_rows.c.name_token) == [token]


def corrected(table: Desk, full_name: str) -> Any:
    with table.house.engine.begin() as connection:
        case = connection.execute(select(cases.c.code).where(cases.c.family_id == table.family.lane_id)).scalar_one()
    code = table.staff_does("dora", OpenDataRequest(case, "change"))
    table.staff_does("dora", CheckAsker(code, "call"))
    return table.staff_does("dora", CorrectName(code, 1, full_name))


@pytest.mark.clause("G11.5", "X4")
def test_the_name_that_a_bar_knows_somebody_by_is_not_corrected_away(table: Desk) -> None:
    table.decide("anna", code_of_case(table))
    with table.house.engine.begin() as connection:
        connection.execute(memberships.update().values(status="barred"))
    assert corrected(table, "Somebody Else") == Refused("G11.5", "refused_name_of_bar")
    assert held(table)["people"][0]["full_name"] == NAME


@pytest.mark.clause("G11.5")
@pytest.mark.parametrize("decided", [False, True])
def test_staff_look_at_whoever_is_under_a_corrected_name_like_somebody_who_is_shut_out(
    table: Desk, decided: bool
) -> None:
    with table.house.work("test") as work:
        barred = Desk(table.house, contacts.add(work, "signal", "barred"))
    theirs = barred.ask_to_join("Bruno Badger")
    barred.review(theirs)
    barred.decide("anna", theirs)
    with table.house.engine.begin() as connection:
        connection.execute(memberships.update().values(status="barred"))
        ours = select(cases.c.code).where(cases.c.family_id == table.family.lane_id)
        code = connection.execute(ours).scalar_one()
    if decided:
        table.decide("anna", code)
    before = len(table.told_staff("maria"))
    assert corrected(table, "Bruno Badger") == Done()
    assert "staff_look_alike_of" in table.told_staff("maria")[before:]
    alike = select(cases.c.look_alike).where(cases.c.code == code)
    with table.house.engine.begin() as connection:
        assert connection.execute(alike).scalar_one()


@pytest.mark.clause("X4")
@pytest.mark.parametrize("kind", ["name", "answer"])
def test_nothing_is_given_back_to_whoever_is_erased_at_that_moment(table: Desk, kind: str) -> None:
    code = request(table, "change")
    table.staff_does("dora", CheckAsker(code, "call"))

    def erased(work: Work) -> None:
        lanes.lock(work, table.family.lane_id)
        erasure.erase(work, subjects.of_family(work, table.family.lane_id), "request")

    new = (
        CorrectName(code, 1, "Zenobia Newname") if kind == "name" else CorrectAnswer(code, "known_from", "the library")
    )

    def correct() -> Any:
        return table.staff_does("dora", new)

    _, answer = overtaken(table.house.engine, table.house.work("clock"), erased, correct)
    assert isinstance(answer, Refused)
    assert held(table)["people"][0]["full_name"] == ""
    assert held(table)["requests_to_join"][0]["what_you_told_us"] == {}


@pytest.mark.clause("X4", "A3")
def test_who_asks_for_help_as_their_period_ends_is_not_erased(playground: Stage) -> None:
    made = desk(playground.house)
    made.later(days=31)

    def asks(work: Work) -> None:
        lanes.lock(work, made.family.lane_id)
        work.connection.execute(contact_rows.update().values(last_inbound_at=work.now))

    def sweep() -> None:
        made.fire(erasing.RETENTION)

    overtaken(playground.house.engine, playground.house.work("contact"), asks, sweep)
    assert rows(made, erasures.c.id) == []


@pytest.mark.clause("X4")
@pytest.mark.parametrize(
    ("answer", "words"),
    [("ring_number", "+441632960177"), ("known_from", "the library"), ("access_needs", "captions")],
)
def test_what_a_family_told_is_corrected_once_who_asks_was_checked(table: Desk, answer: str, words: str) -> None:
    code = request(table, "change")
    wish = CorrectAnswer(code, answer, words)
    assert table.staff_does("dora", wish) == Refused("X4", "refused_reverify_first")
    table.staff_does("dora", CheckAsker(code, "call"))
    assert table.staff_does("maria", wish) == Refused("X4", "refused_only_data_lead")
    before = held(table)["requests_to_join"][0]["what_you_told_us"]
    assert table.staff_does("dora", wish) == Done()
    assert held(table)["requests_to_join"][0]["what_you_told_us"] == before | {answer: words}
    with table.house.work("test") as work:
        assert words not in str(trail.rows(work.connection, 0))


def answer_corrected(table: Desk, answer: str, words: str) -> Any:
    with table.house.engine.begin() as connection:
        case = connection.execute(select(cases.c.code).where(cases.c.family_id == table.family.lane_id)).scalar_one()
    code = table.staff_does("dora", OpenDataRequest(case, "change"))
    table.staff_does("dora", CheckAsker(code, "call"))
    return table.staff_does("dora", CorrectAnswer(code, answer, words))


@pytest.mark.clause("G11.5", "X4")
def test_the_number_that_a_bar_knows_somebody_by_is_not_corrected_away_but_other_answers_are(table: Desk) -> None:
    table.decide("anna", code_of_case(table))
    with table.house.engine.begin() as connection:
        connection.execute(memberships.update().values(status="barred"))
    assert answer_corrected(table, "ring_number", "+441632960177") == Refused("G11.5", "refused_name_of_bar")
    assert answer_corrected(table, "access_needs", "captions") == Done()


@pytest.mark.clause("G7.2", "X4")
def test_the_number_that_a_frozen_phone_is_checked_on_is_not_changed_before_that(table: Desk) -> None:
    with table.house.work("test") as work:
        contacts.change(work, table.family.id, frozen_at=work.now)
    assert answer_corrected(table, "ring_number", "+441632960177") == Refused("G7.2", "refused_number_of_frozen")
    assert answer_corrected(table, "access_needs", "captions") == Done()


@pytest.mark.clause("G11.5", "X4")
def test_staff_look_at_whoever_is_rung_on_a_number_of_somebody_who_is_shut_out(table: Desk) -> None:
    with table.house.work("test") as work:
        barred = Desk(table.house, contacts.add(work, "signal", "barred"))
    theirs = barred.ask_to_join("Bruno Badger")
    barred.review(theirs)
    barred.decide("anna", theirs)
    with table.house.engine.begin() as connection:
        connection.execute(memberships.update().values(status="barred"))
    with table.house.work("test") as work:
        found = storage_cases.by_code(work, theirs)
        assert found is not None
        storage_cases.correct(work, found.id, "ring_number", "+441632960177")
    before = len(table.told_staff("maria"))
    assert answer_corrected(table, "access_needs", "captions") == Done()
    assert "staff_look_alike_of" not in table.told_staff("maria")[before:]
    assert answer_corrected(table, "ring_number", "+441632960177") == Done()
    assert "staff_look_alike_of" in table.told_staff("maria")[before:]


@pytest.mark.clause("X4")
def test_where_no_data_lead_can_be_told_of_a_request_the_managers_are_and_reminded(
    playground: Stage, table: Desk
) -> None:
    with table.house.work("test") as work:
        work.connection.execute(update(staff_rows).where(staff_rows.c.handle == "dora").values(left_at=work.now))
    table.family_does(AskForData("see"))
    assert table.told_staff("maria").count("staff_request_nobody") == 1
    assert "staff_request_nobody" not in table.told_staff("anna")
    table.later(days=40)
    playground.settle()
    assert table.told_staff("maria").count("staff_request_nobody") == 2


@pytest.mark.clause("X4")
def test_a_request_to_join_that_nobody_has_decided_about_ends_with_the_erasure(playground: Stage, table: Desk) -> None:
    code = request(table)
    table.staff_does("dora", CheckAsker(code, "call"))
    table.staff_does("dora", EraseData(code))
    playground.settle()
    table.later(minutes=11)
    playground.settle()
    assert rows(table, cases.c.status) == ["withdrawn"]
    assert table.told_channel()[-1] == "card_case_decided"
    table.later(days=30)
    playground.settle()
    case = code_of_case(table)
    assert [each for each in table.staff_does("maria", ReadClocks()) if each.code == case] == []
    assert table.told_channel()[-1] == "card_case_decided"


@pytest.mark.clause("X4")
def test_the_month_of_a_request_is_put_off_by_nobody_and_every_data_lead_hears_each_day_that_it_is_late(
    playground: Stage, table: Desk
) -> None:
    code = request(table, "see")
    by = table.staff_does("dora", ReadDataRequest(code)).answer_by
    for days in (26, 7):
        table.later(days=days)
        playground.settle()
    assert table.told_staff("dora").count("staff_request_due") == 1
    late = table.told_staff("dora").count("staff_request_late")
    assert late > 0
    assert table.staff_does("dora", ReadDataRequest(code)).answer_by == by
    [clock] = [each for each in table.staff_does("dora", ReadClocks()) if each.code == code]
    assert (clock.due_at, clock.late) == (by, True)
    table.later(days=1)
    playground.settle()
    assert table.told_staff("dora").count("staff_request_late") > late
    assert "staff_complaint_due" not in table.told_staff("dora")


def test_old_messages_are_emptied_and_their_turns_stay_counted(playground: Stage) -> None:
    playground.talk.do("phone amira signal")
    playground.talk.do("amira> hello")
    before = len(rows(made := desk_of(playground), inbox.c.id))
    made.later(days=32)
    playground.settle()
    assert [each for each in rows(made, inbox.c.frame_sealed) if each is not None] == []
    assert len(rows(made, inbox.c.id)) == before


def desk_of(playground: Stage) -> Desk:
    with playground.house.work("test") as work:
        family = contacts.by_token(work, "signal", contacts.token(work, "signal", "amira"))
    assert family is not None
    return Desk(playground.house, family)


def test_the_data_lead_hears_on_monday_what_will_be_erased_within_a_week(playground: Stage) -> None:
    made = desk(playground.house)
    made.later(days=27)  # Monday, 28 December.
    playground.settle()
    assert "staff_retention_soon" in made.told_staff("dora")


@pytest.mark.clause("X4")
def test_the_warning_names_the_cases_so_that_one_can_be_held(playground: Stage) -> None:
    made = desk(playground.house)
    code = made.ask_to_join(NAME)
    made.review(code)
    made.decide("anna", code, "declined")
    made.later(days=181)  # Monday, 31 May.
    playground.settle()
    with made.house.work("test") as work:
        line = staff.line(work, "dora")
        assert line is not None
        kept = work.connection.execute(
            select(outbox.c.id, outbox.c.params_sealed).where(
                outbox.c.contact_id == line.id, outbox.c.template == "staff_retention_soon"
            )
        ).all()
        told = [work.keys.open_json("outbox.params", each.id, each.params_sealed) for each in kept]
    assert told == [{"n": 1, "codes": code}]
    held = made.staff_does("dora", OpenDataRequest(code, "see"))
    made.staff_does("dora", HoldData(held, hold=True))
    made.later(days=7)
    playground.settle()
    assert rows(made, erasures.c.id) == []


def test_the_periods_run_once_a_night_and_are_nobodys_next_step(playground: Stage) -> None:
    made = desk(playground.house)
    with playground.house.work("test") as work:
        assert work.has_timer(erasing.RETENTION, erasing.DAILY)
    before = playground.talk.now()
    made.later(days=3)
    playground.settle()
    assert playground.talk.now() - before == timedelta(days=3)


def test_the_nightly_periods_take_old_rows_of_the_audit_and_it_stays_whole(playground: Stage) -> None:
    house = playground.house
    shorter = house.organisation.retention.model_copy(update={"audit": 0})
    organisation = house.organisation.model_copy(update={"retention": shorter})
    house.seal_audit()
    with house.engine.begin() as connection:
        before = trail.verify(connection, house.keys)
    house.clock.forward(timedelta(days=1))
    with house.work("test") as work:
        erasing.run_periods(work, organisation, erasing.DAILY, "")
    with house.engine.begin() as connection:
        after = trail.verify(connection, house.keys)
    assert isinstance(before, trail.Verified)
    assert isinstance(after, trail.Verified)
    assert before.rows > 0
    assert after.rows == 0


def test_an_erasure_is_recorded_without_a_name(playground: Stage, table: Desk) -> None:
    code = request(table)
    table.staff_does("dora", CheckAsker(code, "call"))
    table.staff_does("dora", EraseData(code))
    playground.settle()
    table.later(minutes=11)
    playground.settle()
    with table.house.engine.begin() as connection:
        said = connection.execute(select(audit.c.act, audit.c.object_id, audit.c.outcome)).all()
    assert any(row.act == "erase" and row.outcome == "request" for row in said)
    assert NAME not in str(said)
