"""A family that is in every table with a personal column: what it is shown, what an erasure leaves, and for how long.

The tables and columns come from the data map; whatever is added there is planted, and has to be listed here or erased.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, Table, update

from bot import cli, organisation
from storage import concerns, data_map, data_requests, erasure, export, meeting_keys, resealing, subjects, sweeping
from storage.crypto import KeyRing
from storage.tables import complaints
from storage.tables import concerns as concern_rows
from storage.work import Work
from tests.stage import ROOT, stage
from tests.storage.planted import HIDDEN, SAID, Planted, personal

DAYS = organisation.load(ROOT / "doorstep.toml").retention.model_dump()
AGES = timedelta(days=365 * 10)

NOT_THEIRS = {
    "staff.name_sealed": "a colleague's",
    "qualifications.words_sealed": "a colleague's",
    "passwords.secret_token": "a hash, so that no password comes twice (G6.2)",
}
A_DAY_AFTER_THE_MEETING = {
    "meeting_keys.key_sealed": "destroyed",
    "passwords.secret_sealed": "unreadable then",
    "room_events.name_sealed": "unreadable then",
}
BY_THEIR_PERIODS = {
    "complaints.words_sealed": "said to stay",
    "complaints.answer_sealed": "said to stay",
    "complaint_steps.words_sealed": "said to stay",
    "incidents.words_sealed": "about data, not about them",
    "incident_notes.words_sealed": "about data, not about them",
    "meetings.link_sealed": "the meeting's",
    "rooms.number_sealed": "the meeting's",
    "rooms.number_token": "the meeting's",
}
A_CLOSED_CONCERN = {"concerns.words_sealed": "until its days are over; no phone is told that it was there"}
NOT_SHOWN = {
    "bars.reason_sealed": "for few eyes (G3.13)",
    "bars.lift_reason_sealed": "for few eyes",
    "breaches.words_sealed": "shows who reported it (G11.6)",
    "cases.known_ground_sealed": "what staff said",
    "checks.reason_sealed": "what staff said, for few eyes (G3.4)",
    "concerns.words_sealed": "a safeguarding record",
    "glass.reason_sealed": "what staff said",
    "conversations.state_sealed": "what they wrote, shown where it is kept",
    "meetings.override_reason_sealed": "what a manager said",
    "one_to_ones.override_reason_sealed": "what a manager said",
    "invitations.code_sealed": "opens a door",
    "meetings.link_sealed": "opens a door",
    "people.own_code_sealed": "opens a door",
    "outbox.params_sealed": "what was told to them already",
    "phone_messages.body_sealed": "the playground's own",
    "referrals.name_sealed": "a referrer's (G3.11)",
    "referrals.role_sealed": "a referrer's",
    "referrals.organisation_sealed": "a referrer's",
    "referrals.work_contact_sealed": "a referrer's",
    "incidents.words_sealed": "about data, not about them",
    "incident_notes.words_sealed": "about data, not about them",
    "rooms.number_sealed": "the provider's",
}


@pytest.fixture
def work(database: Engine, keys: KeyRing, moment: datetime) -> Iterator[Work]:
    with database.begin() as connection:
        yield Work(connection, keys, moment, "test", "2023-09-20")


@pytest.fixture
def planted(work: Work) -> Planted:
    return Planted(work)


def erase(work: Work, planted: Planted) -> tuple[str, ...]:
    return erasure.erase(work, subjects.of_family(work, planted["families"]), "request")


def test_it_is_planted_in_every_sealed_or_hashed_column_of_the_data_map(work: Work, planted: Planted) -> None:
    assert planted.where(work.connection, work.keys) == personal(*HIDDEN)


@pytest.mark.clause("X4")
def test_an_export_shows_everything_of_theirs_but_what_is_listed_with_its_reason(work: Work, planted: Planted) -> None:
    gathered = export.gather(work, subjects.of_family(work, planted["families"]))
    theirs = personal("_sealed") - NOT_THEIRS.keys() - A_DAY_AFTER_THE_MEETING.keys()
    assert set(SAID.findall(str(gathered))) == theirs - NOT_SHOWN.keys()
    assert gathered["reports"] == [
        {
            "when": "2026-12-01T09:00+00:00",
            "point": "planted-point",
            "state": "not_upheld",
            "decided": "2026-12-01T09:00+00:00",
        }
    ]
    assert gathered["shut_out"][0]["scope"] == "group"
    assert gathered["meetings_alone"][0]["sensitive"] == "planted-sensitive"


@pytest.mark.clause("X4")
def test_an_erasure_leaves_only_what_is_listed_with_its_reason(work: Work, planted: Planted) -> None:
    assert erase(work, planted) == ("complaints", "audit")
    left = NOT_THEIRS | A_DAY_AFTER_THE_MEETING | BY_THEIR_PERIODS | A_CLOSED_CONCERN
    assert planted.where(work.connection, work.keys) == left.keys()


@pytest.mark.clause("X4")
def test_when_all_periods_are_over_nothing_of_theirs_is_left(work: Work, planted: Planted) -> None:
    erase(work, planted)
    meeting_keys.destroy(work, planted["meetings"])
    concerns.forget(work, planted["concerns"])
    work.now += AGES
    sweeping.sweep(work, DAYS)
    assert planted.where(work.connection, work.keys) == NOT_THEIRS.keys()


@pytest.mark.clause("X4")
def test_what_a_family_is_held_for_is_not_swept_whatever_its_period(work: Work, planted: Planted) -> None:
    data_requests.hold(work, planted["families"], None)
    work.now += AGES
    sweeping.sweep(work, DAYS)
    swept = personal(*HIDDEN) - planted.where(work.connection, work.keys)
    assert swept == {
        "incidents.words_sealed",
        "incident_notes.words_sealed",
        "invitations.code_sealed",
        "invitations.code_token",
    }


@pytest.mark.clause("X4")
@pytest.mark.parametrize("matter", [complaints, concern_rows])
def test_nor_is_anything_while_a_matter_of_theirs_is_open(work: Work, planted: Planted, matter: Table) -> None:
    work.connection.execute(update(matter).values(closed_at=None))
    work.now += AGES
    sweeping.sweep(work, DAYS)
    kept = planted.where(work.connection, work.keys)
    assert {"inbox.frame_sealed", "outbox.params_sealed", "complaints.words_sealed", "bars.reason_sealed"} <= kept


def test_every_period_of_the_data_map_is_in_the_configuration() -> None:
    periods = {held.kept for held in data_map.HELD.values()}
    assert {each for each in periods if not each.startswith(("for good", "playground", "until"))} <= DAYS.keys()


@pytest.mark.clause("X4", "G5.6")
def test_it_is_still_gone_after_the_keys_were_changed_and_after_an_older_backup_was_restored(
    own_database: Engine, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "keys"
    for name, value in {"DATABASE_URL": database_url, "DOORSTEP_DATA": tmp_path, "DOORSTEP_KEYS": path}.items():
        monkeypatch.setenv(name, str(value))
    with stage(own_database, KeyRing.create(path)) as built:
        house = built.house
        with house.work("test") as work:
            planted = Planted(work)
        assert cli.run(["backup", str(tmp_path / "before")]) == 0
        with house.work("test") as work:
            erase(work, planted)
        left = (NOT_THEIRS | A_DAY_AFTER_THE_MEETING | BY_THEIR_PERIODS | A_CLOSED_CONCERN).keys()

        newest = KeyRing.add_key(path)
        resealing.reseal(house.engine, newest, lambda: None)
        assert resealing.older(house.engine, newest) == ()
        with house.engine.begin() as connection:
            assert planted.where(connection, newest) == left

        assert cli.run(["backup", str(tmp_path / "after")]) == 0
        house.engine.dispose()
        assert cli.run(["restore", str(tmp_path / "before"), "--replace"]) == 0
        with house.engine.begin() as connection:
            assert planted.where(connection, newest) == left - A_DAY_AFTER_THE_MEETING.keys()
