"""A family without a phone of its own: what staff say for it, live, and what they may not (X5)."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, insert, select, update

from bot.acts import staff_speaking
from flows.policy import Label, Refused
from flows.staff.acts.speaking import ListSpokenFor, SpeakFor, StopSpeaking
from storage import contacts, erasure, outbox, people, spoken, subjects, windows
from storage.contacts import Contact
from storage.crypto import KeyRing
from storage.people import NewPerson
from storage.tables import memberships
from storage.tables import outbox as outbox_rows
from tests.group_life import Life, begin

LENA = UUID(int=11)


@pytest.fixture
def life(database: Engine, keys: KeyRing, moment: datetime) -> Life:
    return begin(database, keys, moment)


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


def contact_of(life: Life, code: str) -> Contact:
    with life.work() as work:
        line = spoken.by_code(work, code)
        found = None if line is None else contacts.by_id(work, line.contact_id)
    assert found is not None
    return found


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
