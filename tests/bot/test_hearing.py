"""An adult who has a phone and reads little: what the leader hears is their own yes, and never behind their back (X5)."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine, select, update

from bot.acts import family_heard
from flows.family.acts import Done
from flows.family.acts.agreement import Disown
from flows.family.acts.passwords import CheckOwnCode, ReleasePassword
from flows.policy import Refused
from flows.staff.acts.hearing import Hear, Hearing, ListToHear, ReadOut, ToHear
from flows.staff.acts.people import LockDown
from storage import agreements, alerts, contacts, passwords, people, staff
from storage.contacts import Contact
from storage.crypto import KeyRing
from storage.people import Person
from storage.tables import acceptances, audit, cases
from tests.bot.desk import Desk
from tests.bot.sara import Sara
from tests.group_life import Life, begin
from tests.stage import Stage, stage
from tests.talk import SCRIPTS

BOTH = ("agreement", "own_risk")
WHOLE = (SCRIPTS / "reads_little.txt").read_text("utf-8")
APPROVED, _, REST = WHOLE.partition("# Ben is the second")
AGREED = APPROVED + REST.partition("\n")[2].partition("# It was not Amira")[0]


@pytest.fixture
def approved(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    """Amira was approved, and has said nothing yet."""
    with stage(staffed, keys) as built:
        built.talk.past(APPROVED)
        yield built


@pytest.fixture
def heard(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    """Anna rang her, and wrote down both answers."""
    with stage(staffed, keys) as built:
        built.talk.past(AGREED)
        yield built


@pytest.fixture
def at(approved: Stage) -> Desk:
    return Desk(approved.house, line_of(approved))


def line_of(on: Stage) -> Contact:
    with on.house.work("test") as work:
        found = contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", "amira"))
    assert found is not None
    return found


def amira(on: Stage) -> Person:
    with on.house.work("test") as work:
        [found] = people.of_family(work, line_of(on).lane_id)
    return found


def accepted(on: Stage) -> set[str]:
    with on.house.work("test") as work:
        return {what for what, _ in agreements.accepted(work, [amira(on).id]).get(amira(on).id, ())}


def reads(at: Desk, hearing: Hearing, handle: str = "anna") -> Any:
    return at.staff_does(handle, ReadOut(hearing, "agreement"))


@pytest.fixture
def case(approved: Stage) -> str:
    """The code of her case."""
    with approved.house.engine.begin() as connection:
        return str(connection.execute(select(cases.c.code)).scalar_one())


@pytest.mark.clause("X5", "G4.5")
def test_what_was_heard_is_kept_like_what_is_typed_and_marked_with_who_heard_it(heard: Stage) -> None:
    with heard.house.engine.begin() as connection:
        rows = connection.execute(select(acceptances).order_by(acceptances.c.at)).mappings().all()
    assert {row["what"] for row in rows} == set(BOTH)
    organisation = heard.house.organisation
    agreement = next(row for row in rows if row["what"] == "agreement")
    assert agreement["text_hash"] == sha256(organisation.facts("en").agreement.encode()).hexdigest()
    for row in rows:
        assert (row["method"], row["version"], row["language"]) == ("call", organisation.agreement.version, "en")
        assert row["contact_id"] == line_of(heard).id
        assert row["inbox_id"] is not None
    with heard.house.work("test") as work:
        member = staff.by_handle(work, "anna")
        assert member is not None
        assert {row["staff_id"] for row in rows} == {member.id}
        said = select(audit.c.actor, audit.c.outcome).where(audit.c.act == "accept")
        kept = {(row.actor, row.outcome.endswith(":call")) for row in work.connection.execute(said)}
    assert kept == {("staff:anna", True)}


@pytest.mark.clause("X5", "G4.5")
def test_the_adult_is_told_on_their_own_phone_and_can_take_it_back(heard: Stage) -> None:
    told = "\n".join(heard.talk.said_to("amira"))
    assert told.count("Write NOT ME") == 2
    assert accepted(heard) == set(BOTH)
    heard.talk.do("amira> NOT ME")
    assert accepted(heard) == set()
    assert not [each for each in heard.talk.said_to("anna") if "not theirs" in each]
    assert "the yes which anna wrote down for them was not theirs" in "\n".join(heard.talk.said_to("maria"))
    with heard.house.engine.begin() as connection:
        assert {row[0] for row in connection.execute(select(acceptances.c.what))} == {f"{what}:not_me" for what in BOTH}


@pytest.mark.clause("G4.5", "G6.4", "X5")
def test_nothing_secret_goes_to_who_took_it_back_until_they_have_agreed_themselves(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    life = begin(database, keys, moment)
    sara = life.member("Sara")
    life.make_ready()
    release = life.release(sara)
    with life.work() as work:
        work.connection.execute(update(acceptances).values(method="call", staff_id=life.staff["anna"]))
        assert passwords.may_send(work, passwords.given(work, release))
    assert life.family(sara, family_heard.disown, Disown()) == Done()
    with life.work() as work:
        assert isinstance(passwords.may_send(work, passwords.given(work, release)), Refused)
        assert agreements.was_disowned(work, sara)
    assert [text for text in life.told(handle="maria") if text == "staff_not_me"]
    assert "staff_not_me" not in life.told(handle="anna")
    assert life.family(sara, family_heard.disown, Disown()) is None


@pytest.mark.clause("G4.5", "X5")
def test_what_they_wrote_themselves_is_not_taken_back_by_it(database: Engine, keys: KeyRing, moment: datetime) -> None:
    life = begin(database, keys, moment)
    assert life.family(life.member("Sara"), family_heard.disown, Disown()) is None


@pytest.mark.clause("X5", "G7.2", "G6.4", "A1")
def test_nobody_agrees_for_an_adult_who_is_not_there_or_could_not_say_that_it_was_not_them(
    approved: Stage, at: Desk, case: str
) -> None:
    line = line_of(approved)
    hearing = Hearing(case, 1, "rang", None)
    assert isinstance(reads(at, hearing), tuple)
    assert reads(at, Hearing(case, 1, "rang_me", None)) == Refused("G7.2", "refused_ring_back")
    assert reads(at, hearing, "ben") == Refused("G4.5", "refused_hear_leader")
    assert isinstance(reads(at, hearing, "maria"), tuple)
    assert reads(at, Hearing("F-2222", 1, "rang", None)) == Refused("G5.1", "refused_not_the_team")
    assert reads(at, Hearing(case, 2, "rang", None)) == Refused("G5.1", "refused_not_the_team")
    for mark, reason in (
        ("silent", "refused_cannot_be_told"),
        ("stopped_at", "refused_cannot_be_told"),
        ("paused_at", "refused_cannot_be_told"),
        ("frozen_at", "refused_contact_frozen"),
    ):
        with approved.house.work("test") as work:
            contacts.change(work, line.id, **{mark: True if mark == "silent" else work.now})
        refused = reads(at, hearing)
        assert isinstance(refused, Refused)
        assert refused.reason == reason
        with approved.house.work("test") as work:
            contacts.change(work, line.id, **{mark: False if mark == "silent" else None})
    assert isinstance(reads(at, hearing), tuple)
    with approved.house.work("test") as work:
        member = staff.by_handle(work, "dee")
        assert member is not None
        alerts.put_on(work, uuid4(), line.lane_id, member.id)
    assert reads(at, hearing) == Refused("A1", "refused_flagged_voice")
    assert accepted(approved) == set()


@pytest.mark.clause("X5", "G6.4")
def test_an_adult_with_four_digits_of_their_own_says_them_and_five_guesses_are_the_last(
    approved: Stage, at: Desk, case: str
) -> None:
    with approved.house.work("test") as work:
        people.change(work, amira(approved), own_code="4711")
    listed = at.staff_does("anna", ListToHear(case))
    assert listed == (ToHear(1, "Amira", True, BOTH),)
    wrong = Refused("G6.4", "refused_digits_said")
    assert reads(at, Hearing(case, 1, "in_person", None)) == wrong
    assert isinstance(reads(at, Hearing(case, 1, "in_person", "4711")), tuple)
    for digits in ("0001", "0002", "0003", "0004", "0005"):
        assert reads(at, Hearing(case, 1, "in_person", digits)) == wrong
    assert reads(at, Hearing(case, 1, "in_person", "4711")) == wrong


@pytest.mark.clause("G6.4", "X5")
def test_digits_that_an_adult_said_to_a_colleague_open_no_phone_that_others_use(ready: Life) -> None:
    sara = Sara(ready).join()
    sara.change(sara.signal_id, shared=True)
    sara.change(sara.whatsapp_id, shared=True)
    with ready.work() as work:
        [adult] = people.on_contact(work, sara.signal_id)
        people.change(work, adult, own_code="4711")
        work.connection.execute(update(cases).values(status="approved"))
    no_digits = Refused("G6.4", "refused_own_digits")
    said = ReadOut(Hearing(sara.case, 1, "in_person", "4711"), "agreement")
    assert isinstance(sara.staff("anna", said), tuple)
    assert sara.does(sara.signal_id, ReleasePassword(1)) == no_digits
    assert sara.does(sara.signal_id, CheckOwnCode(1, "4711")) is True
    assert sara.does(sara.whatsapp_id, ReleasePassword(1)) == no_digits
    assert sara.does(sara.signal_id, ReleasePassword(1)) == Done()


@pytest.mark.clause("G6.4", "G5.1")
@pytest.mark.parametrize(("handle", "method"), [("carl", "in_person"), ("anna", "rang_me")])
def test_who_may_not_hear_an_adult_uses_up_none_of_their_guesses(
    approved: Stage, at: Desk, case: str, handle: str, method: str
) -> None:
    with approved.house.work("test") as work:
        people.change(work, amira(approved), own_code="4711")
    for digits in ("0001", "0002", "0003", "0004", "0005"):
        assert isinstance(reads(at, Hearing(case, 1, method, digits), handle), Refused)
    assert isinstance(reads(at, Hearing(case, 1, "in_person", "4711")), tuple)


@pytest.mark.clause("G4.5", "X5")
def test_a_yes_that_nobody_asked_for_is_kept_for_nobody(approved: Stage, at: Desk, case: str) -> None:
    for what in BOTH:
        assert at.staff_does("anna", Hear(Hearing(case, 1, "rang", None), what)) == Refused(
            "G4.5", "refused_not_asked_that"
        )
    assert accepted(approved) == set()


@pytest.mark.clause("X5")
@pytest.mark.parametrize("who", ["anna", "ben"])
def test_who_writes_for_with_the_code_of_a_case_hears_whom_it_is_for_before_anything_else(
    approved: Stage, case: str, who: str
) -> None:
    told = approved.talk.do(f"{who}> FOR {case}")
    assert "FOR is for a family without a phone of its own" in told[0]
    assert any("Amira" in line if who == "anna" else "rule G4.5" in line for line in told[1:])


@pytest.mark.clause("G4.5", "H2.3")
def test_a_yes_that_only_a_stolen_account_heard_is_none_and_they_can_still_say_it(heard: Stage) -> None:
    assert accepted(heard) == set(BOTH)
    at = Desk(heard.house, line_of(heard))
    assert at.staff_does("maria", LockDown("anna")).counts["yeses"] == len(BOTH)
    assert accepted(heard) == set()
    with heard.house.work("test") as work:
        assert not agreements.was_disowned(work, amira(heard).id)
