"""Groups in which sensitive things may come up, and where they may meet (I2.2)."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import Engine

from bot.acts import staff_groups, staff_meetings, staff_themes
from flows.policy import Refused
from flows.staff.acts.groups import GroupTheme, ListGroups, SetTheme
from flows.staff.acts.meetings import MoveMeeting, ReadMeeting, ScheduleMeeting
from storage.crypto import KeyRing
from tests.group_life import Life, begin

NOT_PRIVATE = Refused("I2.2", "refused_platform_not_private")
FIRST, SECOND = date(2027, 1, 4), date(2027, 1, 5)


@pytest.fixture
def life(database: Engine, keys: KeyRing, moment: datetime) -> Life:
    return begin(database, keys, moment)


@pytest.mark.clause("I2.2", "G6.8")
def test_a_group_in_which_sensitive_things_may_come_up_meets_where_nobody_else_can_read(life: Life) -> None:
    code = life.at("anna", ListGroups(), staff_groups.list_groups)[0].code
    schedule, set_theme = staff_meetings.schedule_meeting, staff_themes.ACTS[SetTheme]
    plain = ScheduleMeeting(code, FIRST, time(10), 60, "zoom", 1, reason="they dial in")
    for answer in ("yes", "not_sure"):
        life.at("anna", SetTheme(code, answer), set_theme)
        assert life.at("ben", GroupTheme(code), staff_themes.group_theme) == answer
        assert life.at("anna", plain, schedule) == NOT_PRIVATE
    (private,) = life.at("anna", ScheduleMeeting(code, FIRST, time(10), 60, "zoom", 1, end_to_end=True), schedule)
    moved = life.at("anna", MoveMeeting(private.code, SECOND, time(10)), staff_meetings.move_meeting)
    assert life.at("anna", ReadMeeting(moved.code), staff_meetings.read_meeting).end_to_end
    (allowed,) = life.at("maria", plain, schedule)
    assert not life.at("anna", ReadMeeting(allowed.code), staff_meetings.read_meeting).end_to_end
    assert ("override_privacy", "done", "I2.2") in life.audited()
    assert life.at("ben", SetTheme(code, "no"), set_theme) == Refused("A1", "refused_only_leader")
