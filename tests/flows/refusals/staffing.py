from flows.policy import MeetingStatus, Seat
from flows.policy.alerts import LiftFacts, may_flag, may_lift
from flows.policy.groups import SeatFacts
from flows.policy.meetings import CoverFacts, MeetingFacts, may_cover
from flows.policy.one_to_ones import (
    AnswerFacts,
    BeginFacts,
    EndFacts,
    KindFacts,
    OneToOneFacts,
    SensitiveFacts,
    is_groups_meeting,
    is_private_enough,
    is_private_enough_for_group,
    may_accept_one_to_one,
    may_begin_one_to_one,
    may_end_one_to_one,
    may_schedule_one_to_one,
    may_see_members_to_meet,
    may_set_theme,
)
from flows.policy.planning import ScheduleFacts
from tests.flows.refusals.table import HOUR, LEADER, MANAGER, NOW, OUTSIDER, SECOND, Table, row

COVERING = CoverFacts(
    SeatFacts(MANAGER, Seat.COVER, OUTSIDER, NOW + HOUR, NOW, {Seat.SECOND: "sam"}), MeetingStatus.PLANNED
)

SCHEDULE = ScheduleFacts(
    LEADER,
    group_online=True,
    group_paused=False,
    platform="zoom",
    platforms=frozenset({"zoom", "signal_call"}),
    starts_at=NOW + HOUR,
    ends_at=NOW + 2 * HOUR,
    now=NOW,
)
TALK = SensitiveFacts("not_sure", end_to_end=True)
READY = MeetingFacts(
    status=MeetingStatus.PLANNED,
    leader="lena",
    second="sam",
    leader_qualified=True,
    leader_present=True,
    second_present=False,
    expected_adults=1,
    password_version=0,
    platform_version=0,
    needs_password=False,
    one_to_one=True,
)

TABLES = (
    Table(may_flag, MANAGER, (row("A1", "only_flaggers", roles=LEADER.roles),)),
    Table(
        may_lift,
        LiftFacts(MANAGER, own=False),
        (row("A1", "only_flaggers", actor=LEADER), row("A1", "own_flag", own=True)),
    ),
    Table(
        is_private_enough,
        TALK,
        (
            row("I2.1", "sensitive_unanswered", sensitive=None),
            row("I2.1", "platform_not_private", end_to_end=False),
            row("I2.1", "platform_not_private", sensitive="yes", end_to_end=False),
            row("I2.1", "platform_not_private", end_to_end=False, overridden_by=MANAGER),
            row("I2.1", "platform_not_private", end_to_end=False, overridden_by=LEADER, override_reason=True),
        ),
    ),
    Table(
        is_private_enough_for_group,
        TALK,
        (
            row("I2.2", "theme_unanswered", sensitive=None),
            row("I2.2", "platform_not_private", end_to_end=False),
            row("I2.2", "platform_not_private", sensitive="yes", end_to_end=False),
            row("I2.2", "platform_not_private", end_to_end=False, overridden_by=LEADER, override_reason=True),
        ),
    ),
    Table(may_set_theme, LEADER, (row("A1", "only_leader", seats=SECOND.seats),)),
    Table(
        may_schedule_one_to_one,
        OneToOneFacts(SCHEDULE, TALK, leader="lena", buddy="sam", member=True),
        (
            row("I1.1", "buddy_missing", buddy=None),
            row("I1.1", "buddy_missing", buddy="lena"),
            row("G2.1", "not_active", member=False),
            row("I2.1", "platform_not_private", talk__end_to_end=False),
            row("H1.1", "platform_missing", schedule__platform=""),
            row("H1.2", "group_not_online", schedule__group_online=False),
        ),
    ),
    Table(is_groups_meeting, KindFacts(one_to_one=False), (row("I1.1", "use_one", one_to_one=True),)),
    Table(may_see_members_to_meet, LEADER, (row("A1", "only_leader", seats=frozenset({Seat.SECOND})),)),
    Table(
        may_begin_one_to_one,
        BeginFacts(
            LEADER,
            READY,
            accepted=True,
            nothing_recorded=True,
            recognised=True,
            starts_at=NOW,
            opens_before=HOUR,
            now=NOW,
            member=True,
        ),
        (
            row("I1.1", "only_leader", actor=SECOND),
            row("G2.1", "not_active", member=False),
            row("G1.3", "no_second", meeting__second=None),
            row("G1.2", "same_person", meeting__second="lena"),
            row("G4.5", "one_to_one_unanswered", accepted=False),
            row("H3.3", "recording_not_off", nothing_recorded=False),
            row("G7.2", "not_recognised", recognised=False),
            row("I1.1", "start_too_early", starts_at=NOW + 2 * HOUR),
        ),
    ),
    Table(
        may_end_one_to_one,
        EndFacts(LEADER, theirs=True, begun=True, ended=False),
        (
            row("I1.1", "not_the_team", theirs=False),
            row("I1.1", "not_begun", begun=False),
            row("I1.1", "already_done", ended=True),
        ),
    ),
    Table(
        may_accept_one_to_one,
        AnswerFacts(theirs=True, agreed=True, open=True),
        (
            row("G2.2", "not_their_one_to_one", theirs=False),
            row("G6.8", "meeting_over", open=False),
            row("H5.1", "agreement_changed", agreed=False),
        ),
    ),
    Table(
        may_cover,
        COVERING,
        (
            row("A1", "only_manager_seats", seat__actor=SECOND),
            row("G1.1", "leader_practitioner", seat__candidate=SECOND),
            row("G1.1", "leader_qualification", seat__qualified_until=None),
            row("G1.1", "leader_qualification", seat__qualified_until=NOW),
            row("G1.2", "same_person", seat__holders={Seat.SECOND: "olga"}),
            row("G1.2", "second_role", seat__seat=Seat.SECOND, seat__candidate=MANAGER),
            row("L1.1", "same_person", seat__seat=Seat.MODERATOR, seat__holders={Seat.LEADER: "olga"}),
            row("G6.8", "meeting_cancelled", status=MeetingStatus.CANCELLED),
            row("G6.4", "meeting_over", status=MeetingStatus.ENDED),
        ),
    ),
)
