"""What the staff register promises: one-time codes, one private line each."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from storage import codes, contacts, staff, staff_lines
from storage.crypto import KeyRing
from storage.work import Work


@pytest.fixture
def start(moment: datetime) -> datetime:
    return moment


def work_at(database: Engine, keys: KeyRing, now: datetime) -> Work:
    return Work(database.connect(), keys, now, "operator", "2023-09-20")


def test_a_code_binds_one_chat_once(database: Engine, keys: KeyRing, moment: datetime) -> None:
    work = work_at(database, keys, moment)
    code = staff_lines.code_for(work, "anna", "Anna Sample", ["practitioner"])
    first, second = contacts.add(work, "signal", "one"), contacts.add(work, "signal", "two")
    assert staff_lines.bind(work, first, code.lower().replace("-", " ")) == "anna"
    assert staff_lines.bind(work, second, code) is None
    line = staff.line(work, "anna")
    assert line is not None
    assert line.id == first.id
    work.connection.close()


def test_a_code_is_dead_after_a_day(database: Engine, keys: KeyRing, moment: datetime) -> None:
    work = work_at(database, keys, moment)
    code = staff_lines.code_for(work, "anna", "Anna Sample", ["practitioner"])
    contact = contacts.add(work, "signal", "one")
    work.now = moment + timedelta(hours=25)
    assert staff_lines.bind(work, contact, code) is None
    work.connection.close()


def test_a_new_phone_makes_a_stranger_of_the_old_one(database: Engine, keys: KeyRing, moment: datetime) -> None:
    work = work_at(database, keys, moment)
    old, new = contacts.add(work, "signal", "old"), contacts.add(work, "signal", "new")
    for contact in (old, new):
        staff_lines.bind(work, contact, staff_lines.code_for(work, "anna", "Anna Sample", ["practitioner"]))
    former = contacts.by_id(work, old.id)
    assert former is not None
    assert former.audience == "family"
    assert former.lane_id != new.lane_id
    work.connection.close()


def test_a_pointer_is_found_however_it_was_typed() -> None:
    assert codes.pointer("f 7q2x") == codes.pointer("F-7Q2X") == codes.pointer("F7Q2X") == "F-7Q2X"


def test_a_secret_code_has_forty_bits_and_no_confusable_letters() -> None:
    made = {codes.secret_code() for _ in range(200)}
    assert len(made) == 200
    assert not set("".join(made)) & set("OILU")


def test_presses_count_from_one_telegram_account_at_a_time(database: Engine, keys: KeyRing, moment: datetime) -> None:
    work = work_at(database, keys, moment)
    anna = staff.add(work, "anna", "Anna Sample", ["practitioner"])
    assert staff_lines.bind_presses(work, "anna", "telegram", "41")
    assert staff_lines.bind_presses(work, "anna", "telegram", "42")

    lost, bound = (contacts.by_token(work, "telegram", contacts.token(work, "telegram", each)) for each in ("41", "42"))
    assert lost is not None
    assert bound is not None
    assert (bound.audience, bound.lane_id) == ("staff_member", anna)
    assert (lost.audience, lost.lane_id == anna) == ("family", False)


def test_presses_never_count_from_a_familys_chat(database: Engine, keys: KeyRing, moment: datetime) -> None:
    work = work_at(database, keys, moment)
    staff.add(work, "anna", "Anna Sample", ["practitioner"])
    contacts.add(work, "telegram", "43")
    assert not staff_lines.bind_presses(work, "anna", "telegram", "43")
    assert not staff_lines.bind_presses(work, "nobody", "telegram", "44")
