"""G7.4: which names may stand on the screen, and what the leader alone may allow."""

from uuid import uuid4

import pytest

from bot.acts import family_self, staff_names
from flows.family.acts import Done
from flows.family.acts.own import ChangeDetail
from flows.policy import Refused
from flows.staff.acts.running import SetScreenName
from storage import contacts, groups, people, releases
from storage.tables import people as person_rows
from tests.group_life import Life


def _set(life: Life, handle: str, name: str) -> object:
    """Give Sara this name, by her number in the list."""
    with life.work() as work:
        group = groups.by_id(work, life.group_id)
        members = groups.members(work, life.group_id, life.organisation.agreement.version)
    assert group is not None
    number = next(each.number for each in members if each.full_name == "Sara Surname")
    return life.at(handle, SetScreenName(group.code, str(number), name), staff_names.ACTS[SetScreenName])


@pytest.mark.clause("G7.4")
@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ("Sara S", "refused_screen_name_initials"),
        ("Stupid", "refused_screen_name_rude"),
        ("Anna", "refused_screen_name_staff"),
        ("Host", "refused_screen_name_staff"),
        ("Sara Surname", "refused_screen_name_surname"),
        ("Tom", "refused_screen_name_taken"),
    ],
)
def test_a_family_is_told_why_a_name_does_not_work(life: Life, wanted: str, reason: str) -> None:
    sara = life.member("Sara")
    life.member("Tom")
    command = ChangeDetail("screen_name", 1, wanted)
    assert life.family(sara, family_self.change_detail, command) == Refused("G7.4", reason)


@pytest.mark.clause("G7.4")
def test_the_leader_may_allow_initials_and_what_looked_rude_and_the_person_is_told(life: Life) -> None:
    sara = life.member("Sara")
    assert _set(life, "ben", "Sara S") == Refused("A1", "refused_only_leader")
    for name in ("Sara S", "Stupid Cat"):
        assert _set(life, "anna", name) == Done()
    assert life.told(sara) == ["screen_name_set", "screen_name_set"]
    with life.work() as work:
        assert releases.screen_name(work, sara) == "Stupid Cat"


@pytest.mark.clause("G7.4")
def test_the_leader_may_not_allow_a_surname_or_somebody_elses_name(life: Life) -> None:
    life.member("Sara")
    life.member("Tom")
    assert _set(life, "anna", "Sara Surname") == Refused("G7.4", "refused_screen_name_surname")
    assert _set(life, "anna", "Tom") == Refused("G7.4", "refused_screen_name_taken")


def test_a_silent_phone_is_not_written_to(life: Life) -> None:
    sara = life.member("Sara")
    with life.work() as work:
        contacts.change(work, life.contact(sara).id, silent=True)
    assert _set(life, "anna", "Sunny") == Done()
    assert life.told(sara) == []


@pytest.mark.clause("G7.4", "G5.2")
@pytest.mark.parametrize("who", ["the family", "the leader"])
def test_two_adults_of_one_family_have_two_names(life: Life, who: str) -> None:
    sara = life.member("Sara")
    with life.work() as work:
        own = people.by_id(work, sara)
        assert own is not None
        omar = uuid4()
        row = {"id": omar, "family_id": own.family_id, "number": 2, "adult": True, "created_at": work.now}
        row |= {"full_name_sealed": work.seal("people.full_name", omar, "Omar Other"), "name_token": b"omar"}
        row |= {"screen_name_sealed": work.seal("people.screen_name", omar, "Omar")}
        work.connection.execute(person_rows.insert().values(row))
    refused = Refused("G7.4", "refused_screen_name_taken")
    if who == "the family":
        assert life.family(sara, family_self.change_detail, ChangeDetail("screen_name", 1, "Omar")) == refused
    else:
        assert _set(life, "anna", "Omar") == refused
