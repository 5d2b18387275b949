"""A family without a phone of its own: what staff say for it, live, and what they may not (X5)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, insert, select, update

from bot.acts import family_complaints, staff_groups, staff_speaking
from flows.family.acts.complaints import ComplaintStatus, PutRight
from flows.policy import Label, Refused
from flows.policy.complaints import ABOUT_A_COMPLAINT
from flows.staff.acts.groups import SeatStaff
from flows.staff.acts.speaking import ListSpokenFor, SpeakFor, StopSpeaking
from storage import complaints, contacts, erasure, lockdown, outbox, people, spoken, subjects, windows
from storage import staff as staff_rows
from storage.contacts import Contact
from storage.people import NewPerson
from storage.tables import audit, groups, inbox, memberships, staff
from storage.tables import outbox as outbox_rows
from tests.group_life import Life
from tests.stage import Stage
from tests.words import TEXTS

LENA = UUID(int=11)


def speak(life: Life, handle: str, code: str | None, method: str = "call") -> str | Refused:
    said: str | Refused = life.at(handle, SpeakFor(code, method), staff_speaking.speak_for)
    return said


def member_without_phone(life: Life) -> str:
    code = speak(life, "anna", None)
    assert isinstance(code, str)
    with life.work() as work:
        line = contact_of(life, code)
        people.keep(work, line.lane_id, [NewPerson(LENA, 1, "Lena Sample", "Lena", True, line.id)])
        row = {"id": UUID(int=12), "person_id": LENA, "group_id": life.group_id, "status": "active"}
        made = row | {"decided_by": life.staff["anna"], "since": life.now}
        work.connection.execute(insert(memberships).values(made))
    life.at("anna", StopSpeaking(), staff_speaking.stop_speaking)
    return code


def group_code(life: Life) -> str:
    with life.work() as work:
        return str(work.connection.execute(select(groups.c.code)).scalar_one())


def contact_of(life: Life, code: str) -> Contact:
    with life.work() as work:
        line = spoken.by_code(work, code)
        found = None if line is None else contacts.by_id(work, line.contact_id)
    assert found is not None
    return found


@pytest.mark.clause("X5", "H2.3")
def test_an_account_that_was_shut_speaks_for_no_family_any_more_with_a_new_line_either(life: Life) -> None:
    code = speak(life, "anna", None)
    with life.work() as work:
        assert spoken.of_speaker(work, life.staff["anna"]) is not None
        lockdown.freeze(work, life.staff["anna"])
        contacts.add(work, "signal", "a new line", "staff", life.staff["anna"])
        assert spoken.of_speaker(work, life.staff["anna"]) is None
    assert speak(life, "ben", str(code)) == code


@pytest.mark.clause("X5", "G5.1", "A4")
def test_only_the_familys_own_team_speaks_for_it_and_one_at_a_time(life: Life) -> None:
    code = member_without_phone(life)
    assert speak(life, "mo", code) == Refused("G5.1", "refused_not_the_team")
    assert life.at("mo", ListSpokenFor(), staff_speaking.list_spoken_for) == Refused("G5.1", "refused_not_the_team")
    assert [each.names for each in life.at("ben", ListSpokenFor(), staff_speaking.list_spoken_for)] == [("Lena",)]
    assert speak(life, "ben", code, "letter") == Refused("X5", "refused_not_live")
    assert speak(life, "ben", code, "in_person") == code
    assert speak(life, "anna", code) == Refused("A4", "refused_spoken_for")
    assert speak(life, "ben", None) == Refused("X5", "refused_speaks_for_another")
    assert ("speak_for", "in_person", "X5") in life.audited()


@pytest.mark.clause("X5", "G6.4", "G6.7")
def test_a_secret_is_read_out_only_on_a_line_that_may_carry_it(life: Life) -> None:
    code = member_without_phone(life)
    family = contact_of(life, code)

    def may(label: Label) -> bool:
        with life.work() as work:
            return bool(outbox.gate(work, family, label, answer=True, stands=True))

    speak(life, "ben", code)
    assert may(Label.SECRET)
    with life.work() as work:
        spoken.speak(work, family.id, life.staff["mo"], "call", timedelta(minutes=30))
    assert may(Label.PERSONAL)
    assert not may(Label.SECRET)


@pytest.mark.clause("X5")
def test_what_they_are_to_hear_waits_until_somebody_speaks_to_them_and_that_is_asked_for_once(life: Life) -> None:
    code = member_without_phone(life)
    family = contact_of(life, code)
    with life.work() as work:
        assert windows.must_wait(work, family, "case_approved")
        assert windows.must_wait(work, family, "meeting_today")
        outbox.tell(work, family, "case_approved")
        work.connection.execute(update(outbox_rows).where(outbox_rows.c.contact_id == family.id).values(status="held"))
    assert life.told(handle="anna").count("staff_speak_waits") == 1
    speak(life, "ben", code)
    with life.work() as work:
        assert not windows.must_wait(work, family, "case_approved")
        statuses = work.connection.execute(select(outbox_rows.c.status).where(outbox_rows.c.contact_id == family.id))
        assert set(statuses.scalars()) == {"due"}


@pytest.mark.clause("X5")
def test_a_line_that_was_forgotten_is_its_owners_own_again_after_half_an_hour(life: Life) -> None:
    code = member_without_phone(life)
    speak(life, "ben", code)
    life.now += timedelta(minutes=30)
    with life.work() as work:
        assert spoken.of_speaker(work, life.staff["ben"]) is None
        assert spoken.speaker_of(work, contact_of(life, code).id) is None


@pytest.mark.clause("X5", "X4")
def test_who_hung_up_while_words_were_on_their_way_hears_them_next_time_and_an_erased_family_never(life: Life) -> None:
    code = member_without_phone(life)
    family = contact_of(life, code)
    with life.work() as work:
        row_id = outbox.tell(work, family, "meeting_today")
        assert row_id is not None
        assert windows.was_closed(work, family, row_id, "meeting_today") == "held"
    assert life.told(handle="anna").count("staff_speak_waits") == 1
    with life.work() as work:
        erasure.erase(work, subjects.of_family(work, family.lane_id), "asked")
        assert spoken.by_code(work, code) is None
    assert speak(life, "ben", code) == Refused("G5.1", "refused_not_the_team")


@dataclass
class Complained:
    """Lena, who has no phone, complained about Ben; Dora deals with it."""

    life: Life
    code: str

    @property
    def line(self) -> Contact:
        return contact_of(self.life, self.code)

    def waits_under(self, handle: str | None, text_id: str = "complaint_answered") -> bool:
        """Whether these words wait while this member of staff speaks for her; they hang up again."""
        if handle is not None:
            assert speak(self.life, handle, self.code) == self.code
        with self.life.work() as work:
            waits = windows.must_wait(work, self.line, text_id)
        if handle is not None:
            self.life.at(handle, StopSpeaking(), staff_speaking.stop_speaking)
        return waits

    def status_under(self, handle: str, code: str | None = None) -> Any:
        """What MY COMPLAINT finds while this member of staff speaks for her."""
        assert speak(self.life, handle, self.code) == self.code
        status = self.life.on(self.line, family_complaints.complaint_status, ComplaintStatus(code))
        self.life.at(handle, StopSpeaking(), staff_speaking.stop_speaking)
        return status


@pytest.fixture
def complained(life: Life) -> Complained:
    code = member_without_phone(life)
    with life.work() as work:
        complaints.open_complaint(
            work,
            UUID(int=13),
            kind="staff",
            contact_id=contact_of(life, code).id,
            words="Look.",
            about=["ben"],
            hide_name=False,
            handler_id=life.staff["dora"],
            acknowledge_by=life.now,
            answer_by=life.now,
        )
    return Complained(life, code)


@pytest.mark.clause("G12.4", "X5")
@pytest.mark.parametrize("text_id", sorted(ABOUT_A_COMPLAINT))
def test_what_became_of_a_complaint_is_read_out_by_nobody_whom_it_names(complained: Complained, text_id: str) -> None:
    assert complained.waits_under("ben", text_id)
    assert not complained.waits_under("ben", "meeting_today")
    assert not complained.waits_under("anna", text_id)
    assert not complained.waits_under("dora", text_id)


@pytest.mark.clause("G12.4", "X5")
def test_whoever_answers_the_complaint_is_asked_to_ring_and_nobody_else(complained: Complained) -> None:
    """Dora has no seat in the group: that she deals with the complaint lets her speak for this family, and no other."""
    life = complained.life
    assert complained.waits_under(None)
    assert complained.waits_under("ben")
    assert life.told(handle="dora").count("staff_speak_waits") == 1
    assert all("staff_speak_waits" not in life.told(handle=each) for each in ("anna", "ben", "maria"))
    other = speak(life, "anna", None)
    life.at("anna", StopSpeaking(), staff_speaking.stop_speaking)
    assert speak(life, "dora", str(other)) == Refused("G5.1", "refused_not_the_team")
    assert speak(life, "dora", complained.code) == complained.code


@pytest.mark.clause("G12.4", "X5")
def test_who_is_named_hears_of_no_complaint_when_the_family_asks_for_it(complained: Complained) -> None:
    with complained.life.work() as work:
        kept = complaints.by_id(work, UUID(int=13))
    assert kept is not None
    assert complained.status_under("ben") is None
    assert complained.status_under("ben", kept.code) is None
    assert complained.status_under("anna") is not None
    assert complained.status_under("anna") == complained.status_under("anna", kept.code)


@pytest.mark.clause("G12.4", "X5")
def test_then_the_one_who_deals_with_it_rings(complained: Complained) -> None:
    life = complained.life
    speak(life, "ben", complained.code)
    life.on(complained.line, family_complaints.put_right, PutRight())
    assert life.told(handle="dora")[-1] == "staff_ring_new"
    assert "staff_ring_new" not in life.told(handle="ben")


def test_every_text_about_a_complaint_is_one_that_families_read() -> None:
    assert all(TEXTS.parameters("en", each) is not None for each in ABOUT_A_COMPLAINT)


@pytest.mark.clause("X5", "H2.1")
def test_whose_policies_lapse_while_they_speak_says_nothing_more_for_the_family(playground: Stage) -> None:
    for line in ("anna> FOR", "anna> 1", "anna> hello"):
        playground.talk.do(line)
    with playground.house.work("test") as work:
        work.connection.execute(update(staff).values(policies_version="2001-01-01"))
    told = "".join(playground.talk.do("anna> they say that it is English"))
    assert "first: write POLICIES" in told
    assert "hears" not in told
    with playground.house.work("test") as work:
        refused = select(audit.c.actor, audit.c.outcome).where(audit.c.act == "speak_for").order_by(audit.c.n.desc())
        assert tuple(work.connection.execute(refused).first() or ()) == ("staff:anna", "refused:refused_policies")
    playground.talk.do("anna> POLICIES")
    assert "POLICIES" not in "".join(playground.talk.do("anna> OVER"))


@pytest.mark.clause("X5", "G5.1")
def test_who_is_taken_off_the_team_while_they_speak_says_nothing_more_for_the_family_and_hears_so(
    playground: Stage,
) -> None:
    for line in ("anna> FOR", "anna> 1", "anna> hello"):
        playground.talk.do(line)
    with playground.house.work("test") as work:
        anna = staff_rows.by_handle(work, "anna")
        assert anna is not None
        for seat in ("leader_id", "second_id", "moderator_id"):
            work.connection.execute(update(groups).where(groups.c[seat] == anna.id).values({seat: None}))
        heard = work.connection.execute(select(func.count()).where(inbox.c.channel == "spoken")).scalar_one()
    told = "".join(playground.talk.do("anna> they say that it is English"))
    assert "What you wrote was not passed on." in told
    assert "hears" not in told
    with playground.house.work("test") as work:
        assert spoken.of_speaker(work, anna.id) is None
        after = work.connection.execute(select(func.count()).where(inbox.c.channel == "spoken")).scalar_one()
    assert after == heard
    assert "not passed on" not in "".join(playground.talk.do("anna> hello"))


@pytest.mark.clause("X5", "G5.1")
def test_who_gives_a_seat_away_while_they_speak_hears_nothing_more_that_is_written_to_the_family(life: Life) -> None:
    code = member_without_phone(life)
    assert speak(life, "anna", code) == code
    life.at("maria", SeatStaff(group_code(life), "leader", "mo"), staff_groups.seat_staff)
    with life.work() as work:
        assert spoken.of_speaker(work, life.staff["anna"]) is None
        assert spoken.speaker_of(work, contact_of(life, code).id) is None
    assert life.told(handle="anna")[-1] == "staff_speak_taken"


@pytest.mark.clause("X5", "G5.1")
def test_who_takes_another_seat_of_the_same_team_goes_on_speaking(life: Life) -> None:
    code = member_without_phone(life)
    speak(life, "anna", code)
    with life.work() as work:
        work.connection.execute(update(groups).values(second_id=life.staff["anna"], leader_id=life.staff["anna"]))
    life.at("maria", SeatStaff(group_code(life), "leader", "mo"), staff_groups.seat_staff)
    with life.work() as work:
        assert spoken.of_speaker(work, life.staff["anna"]) is not None


@pytest.mark.clause("X5", "G5.1")
def test_who_was_taken_off_the_team_is_not_asked_to_ring_the_family_any_more(life: Life) -> None:
    code = member_without_phone(life)
    with life.work() as work:
        work.connection.execute(update(groups).values(leader_id=life.staff["mo"]))
        line = spoken.by_code(work, code)
        assert line is not None
        managers = {life.staff["maria"], life.staff["max"]}
        assert {each.lane_id for each in spoken.to_be_told(work, line)} == managers
        work.connection.execute(update(groups).values(leader_id=life.staff["anna"]))
        assert [each.lane_id for each in spoken.to_be_told(work, line)] == [life.staff["anna"]]
