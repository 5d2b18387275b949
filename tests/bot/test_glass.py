"""BREAK GLASS: somebody outside the team opens a case, says why, and is seen doing it."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, select, update

from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.glass import AskForGlass, BreakGlass, Opened
from flows.staff.acts.groups import ListGroups, ListMembers
from flows.staff.acts.readings import ListReadings
from storage import alerts, complaints, concerns, contacts, staff
from storage.tables import audit, glass
from storage.tables import cases as case_rows
from storage.tables import complaints as complaint_rows
from storage.tables import staff as staff_rows
from tests.bot.desk import Desk
from tests.stage import Stage

WHY = "Her sister rang: Amira is not at home, and Anna does not answer."


@pytest.fixture
def member(playground: Stage) -> Stage:
    """Amira has a place in Anna's group."""
    playground.talk.do("after unknown_family.txt")
    return playground


@pytest.fixture
def at(member: Stage) -> Desk:
    return Desk(member.house, family_of(member))


def family_of(on: Stage) -> contacts.Contact:
    with on.house.work("test") as work:
        found = contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", "amira"))
    assert found is not None
    return found


def code_of(on: Stage) -> str:
    with on.house.engine.begin() as connection:
        return str(connection.execute(select(case_rows.c.code)).scalar_one())


def heard(on: Stage, *lines: str) -> str:
    """Play lines; what was received after the last one."""
    return "\n".join([on.talk.do(line) for line in lines][-1])


def openings(on: Stage) -> list[tuple[str, str]]:
    with on.house.engine.begin() as connection:
        rows = select(audit.c.actor, audit.c.object_id).where(audit.c.act == "break_glass", audit.c.outcome == "done")
        return [(row[0], row[1]) for row in connection.execute(rows)]


@pytest.mark.clause("G5.1", "H2.2")
def test_a_manager_reads_how_to_open_a_case_of_another_team_and_what_follows(member: Stage) -> None:
    code = code_of(member)
    refused = heard(member, f"maria> CASE {code}")
    assert "You can open it with BREAK GLASS" in refused
    assert "BREAK GLASS F-1" in refused
    assert "write EXCLUDE F-1" in refused
    assert "open it with BREAK GLASS" in heard(member, "maria> WHY")
    assert "Why must you open" in heard(member, f"maria> BREAK GLASS {code}")
    assert "hear at once" in heard(member, f"maria> {WHY}")
    assert "Amira Testcase" not in "\n".join(member.talk.said_to("maria"))
    told = heard(member, "maria> 1")
    assert "Amira Testcase" in told
    assert "2 others were told" in told
    for watching in ("max", "dee"):
        notice = member.talk.said_to(watching)[-1]
        assert f"maria is not in the team of {code}" in notice
        assert "Amira" not in notice
    assert openings(member) == [("staff:maria", code)]
    assert f'maria BROKE THE GLASS of F-1: "{WHY}"' in heard(member, f"max> READS {code}")


@pytest.mark.clause("G5.1", "H2.3")
def test_the_staff_channel_and_the_team_hear_nothing_of_it(member: Stage, at: Desk) -> None:
    before = at.told_channel(), at.told_staff("anna")
    assert isinstance(at.staff_does("dee", BreakGlass(code_of(member), WHY)), Opened)
    assert (at.told_channel(), at.told_staff("anna")) == before


@pytest.mark.clause("G5.1")
def test_without_a_reason_or_without_such_a_role_nothing_is_opened_and_nobody_told(member: Stage, at: Desk) -> None:
    code = code_of(member)
    answers = [
        at.staff_does(handle, BreakGlass(code, why))
        for handle, why in (("maria", " "), ("mo", WHY), ("carl", WHY), ("anna", WHY))
    ]
    reasons = [answer.reason for answer in answers if isinstance(answer, Refused)]
    assert reasons == ["refused_say_why", "refused_glass_role", "refused_glass_role", "refused_glass_not_needed"]
    assert openings(member) == []
    assert "staff_glass_broken" not in at.told_staff("max") + at.told_staff("dee")


@pytest.mark.clause("G5.1")
@pytest.mark.parametrize(("handle", "may"), [("dora", True), ("dan", True), ("dee", True), ("mo", False)])
def test_whether_one_may_is_said_before_a_reason_is_asked_for(member: Stage, at: Desk, handle: str, may: bool) -> None:
    assert (at.staff_does(handle, AskForGlass(code_of(member))) == Done()) is may


@pytest.mark.clause("G5.1")
def test_a_case_that_nobody_has_reads_like_one_of_another_team(member: Stage, at: Desk) -> None:
    assert at.staff_does("dee", AskForGlass("F-2222")) == Refused("G5.1", "refused_not_the_team")


@pytest.mark.clause("A3", "G12.4")
def test_whoever_a_concern_of_the_family_is_about_learns_nothing_of_it(member: Stage, at: Desk) -> None:
    code = code_of(member)
    with member.house.work("contact") as work:
        concerns.open_concern(
            work, uuid4(), source="family", words="Look.", contact_id=family_of(member).id, not_to=["maria"]
        )
    assert isinstance(at.staff_does("dee", BreakGlass(code, WHY)), Opened)
    assert "staff_glass_broken" in at.told_staff("max")
    assert "staff_glass_broken" not in at.told_staff("maria")
    assert [each.by for each in at.staff_does("max", ListReadings("dee"))] == ["dee"]
    assert at.staff_does("maria", ListReadings("dee")) == ()
    assert not [each for each in at.staff_does("maria", ListReadings(code)) if each.broken]


def complain_of(on: Stage, *about: str, handler: str = "carl") -> UUID:
    complaint_id = uuid4()
    with on.house.work("contact") as work:
        dealing, now = staff.by_handle(work, handler), on.house.clock.now()
        complaints.open_complaint(
            work,
            complaint_id,
            kind="staff",
            contact_id=family_of(on).id,
            words="Look.",
            about=about,
            hide_name=False,
            handler_id=None if dealing is None else dealing.id,
            acknowledge_by=now,
            answer_by=now,
        )
    return complaint_id


CLOSED = Refused("G5.1", "refused_glass_closed")


@pytest.mark.clause("G12.4", "G5.1")
def test_whoever_an_open_complaint_is_about_opens_nothing_and_others_hear_of_the_attempt(
    member: Stage, at: Desk
) -> None:
    code, complaint_id = code_of(member), complain_of(member, "maria")
    assert at.staff_does("maria", AskForGlass(code)) == CLOSED
    assert at.staff_does("maria", BreakGlass(code, WHY)) == CLOSED
    assert openings(member) == []
    for watching in ("max", "dee"):
        assert at.told_staff(watching).count("staff_glass_tried") == 1
    assert "staff_glass_tried" not in at.told_staff("maria")
    with member.house.work("contact") as work:
        complaints.change(work, complaint_id, closed_at=work.now)
    assert isinstance(at.staff_does("maria", BreakGlass(code, WHY)), Opened)


@pytest.mark.clause("A3", "G5.1")
def test_a_lead_whom_a_concern_is_about_opens_nothing(member: Stage, at: Desk) -> None:
    with member.house.work("contact") as work:
        phone = family_of(member).id
        concerns.open_concern(work, uuid4(), source="family", words="Look.", contact_id=phone, not_to=["dee"])
    assert at.staff_does("dee", BreakGlass(code_of(member), WHY)) == CLOSED
    assert "staff_glass_tried" in at.told_staff("maria")
    assert isinstance(at.staff_does("dan", BreakGlass(code_of(member), WHY)), Opened)


@pytest.mark.clause("G12.4", "G5.1")
def test_the_refusal_tells_nobody_that_a_matter_is_about_them(member: Stage, at: Desk) -> None:
    """It reads the same for a manager whom nobody named, and where there is no complaint and no concern at all."""
    code = code_of(member)
    complain_of(member, "max", handler="maria")
    assert at.staff_does("max", AskForGlass(code)) == at.staff_does("dora", AskForGlass(code)) == CLOSED
    assert at.staff_does("maria", AskForGlass(code)) == Done()
    with member.house.engine.begin() as connection:
        connection.execute(delete(complaint_rows))
    assert at.staff_does("max", AskForGlass(code)) == Done()
    for mark in ("frozen_at", "restricted_at"):
        with member.house.work("contact") as work:
            contacts.change(work, family_of(member).id, **{mark: work.now})
        assert at.staff_does("max", AskForGlass(code)) == CLOSED
        assert (at.staff_does("dee", AskForGlass(code)) == CLOSED) is (mark == "restricted_at")
        with member.house.work("contact") as work:
            contacts.change(work, family_of(member).id, **{mark: None})
    with member.house.work("contact") as work:
        by = staff.by_handle(work, "dee")
        assert by is not None
        alerts.put_on(work, uuid4(), family_of(member).lane_id, by.id)
    assert at.staff_does("max", AskForGlass(code)) == CLOSED
    assert at.staff_does("dee", AskForGlass(code)) == Done()


@pytest.mark.clause("G5.1")
def test_what_is_read_after_the_refusal_names_no_reason_and_the_same_rule(member: Stage) -> None:
    complain_of(member, "maria")
    shown = heard(member, f"maria> BREAK GLASS {code_of(member)}")
    assert "I give none to anybody" in shown
    assert "rule G5.1" in shown
    assert "omplain" not in shown
    assert "oncern" not in shown


@pytest.mark.clause("G5.1")
def test_where_no_other_manager_is_left_those_above_hear_of_it(member: Stage, at: Desk) -> None:
    with member.house.engine.begin() as connection:
        gone = update(staff_rows).where(staff_rows.c.handle.in_(["max", "dee"]))
        connection.execute(gone.values(left_at=member.house.clock.now()))
    opened = at.staff_does("maria", BreakGlass(code_of(member), WHY))
    assert isinstance(opened, Opened)
    assert opened.told == 1
    assert at.told_staff("tess")[-1] == "staff_glass_broken"


@pytest.mark.clause("G5.1")
def test_played_again_in_one_conversation_it_is_one_opening(member: Stage, at: Desk) -> None:
    conversation = uuid4()
    for _ in range(2):
        assert isinstance(at.staff_does("maria", BreakGlass(code_of(member), WHY), conversation), Opened)
    with member.house.engine.begin() as connection:
        assert len(connection.execute(select(glass.c.id)).all()) == 1
    assert openings(member) == [("staff:maria", code_of(member))]
    assert at.told_staff("max").count("staff_glass_broken") == 1


@pytest.mark.clause("G5.1")
def test_a_manager_who_reports_a_breach_sees_names_on_the_screen_and_no_full_names(at: Desk) -> None:
    group = at.staff_does("maria", ListGroups())[0].code
    assert [name for _, name in at.staff_does("maria", ListMembers(group))] == ["Amira"]
    assert [name for _, name in at.staff_does("anna", ListMembers(group))] == ["Amira Testcase"]
