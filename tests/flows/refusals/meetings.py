from flows.policy import MeetingStatus, Role, Seat, Standing
from flows.policy.meetings import (
    MeetingActFacts,
    MeetingFacts,
    PresenceFacts,
    ReportFacts,
    StartFacts,
    is_meeting_ready,
    is_report_complete,
    may_act_in_meeting,
    may_change_meeting,
    may_confirm_presence,
    may_see_meeting,
    may_start_meeting,
)
from flows.policy.passwords import (
    HoldFacts,
    PlatformFacts,
    ReleaseFacts,
    RotateFacts,
    SeePasswordFacts,
    may_clear_hold,
    may_receive_password,
    may_rotate,
    may_see_password,
    may_see_who_held,
    may_set_platform,
)
from flows.policy.planning import (
    OpenLargeFacts,
    ScheduleFacts,
    may_close_open_session,
    may_schedule_meeting,
    may_switch_open_large_session,
)
from flows.policy.running import (
    ModerationFacts,
    admits_unverified,
    may_note_stranger,
    may_report_on_meeting,
    may_tick_moderation,
)
from tests.flows.refusals.table import (
    HOUR,
    LEADER,
    MANAGER,
    MODERATOR,
    NOW,
    OUTSIDER,
    SECOND,
    Table,
    changed,
    row,
    staff,
)

MEETING = MeetingFacts(
    status=MeetingStatus.PLANNED,
    leader="lena",
    second="sam",
    leader_qualified=True,
    leader_present=True,
    second_present=True,
    expected_adults=29,
    password_version=1,
    platform_version=1,
)
LARGE = changed(MEETING, {"expected_adults": 30, "moderator": "mina", "moderator_present": True})

RELEASE = ReleaseFacts(
    meeting=LARGE,
    standing=Standing.ACTIVE,
    approved=True,
    verified=True,
    agreed_version="3",
    agreement_version="3",
    own_risk_understood=True,
    own_contact=True,
    shared=True,
    identified=True,
    frozen=False,
    held=False,
    asked=True,
    version=1,
    starts_at=NOW + HOUR,
    ends_at=NOW + 2 * HOUR,
    opens_before=HOUR,
    now=NOW,
)

NOT_OVER = (
    row("G6.8", "meeting_cancelled", status=MeetingStatus.CANCELLED),
    row("G6.8", "meeting_cancelled", status=MeetingStatus.MOVED),
    row("G6.4", "meeting_over", status=MeetingStatus.ENDED),
)
STAFFING = (
    row("G1.3", "group_paused", group_paused=True),
    row("G1.3", "no_leader", leader=None),
    row("G1.1", "leader_qualification", leader_qualified=False),
    row("G1.3", "no_second", second=None),
    row("G1.2", "same_person", second="lena"),
    row("G1.4", "leader_not_confirmed", leader_present=False),
    row("G1.4", "second_not_confirmed", second_present=False),
    row("L1.1", "no_moderator", moderator=None),
    row("L1.1", "same_person", moderator="lena"),
    row("L1.1", "same_person", moderator="sam"),
    row("L1.1", "moderator_not_confirmed", moderator_present=False),
)
PASSCODE_SET = (
    row("G6.1", "no_password_yet", password_version=0, platform_version=0),
    row("G6.3", "platform_not_ready", platform_version=0),
    row("G6.5", "rotation_waits", password_version=2),
)
SCHEDULE = ScheduleFacts(
    actor=LEADER,
    group_online=True,
    group_paused=False,
    platform="zoom",
    platforms=frozenset({"zoom"}),
    starts_at=NOW + HOUR,
    ends_at=NOW + 2 * HOUR,
    now=NOW,
)

TABLES = (
    Table(is_meeting_ready, LARGE, (*NOT_OVER, *STAFFING, *PASSCODE_SET)),
    Table(
        is_meeting_ready,
        changed(LARGE, {"expected_adults": 3, "open_large": True}),
        (row("L1.1", "no_moderator", moderator=None),),
    ),
    Table(
        may_confirm_presence,
        PresenceFacts(SECOND, "sam", MeetingStatus.PLANNED),
        (*NOT_OVER, row("G1.4", "not_your_seat", holder="lena")),
    ),
    Table(
        may_start_meeting,
        StartFacts(LEADER, MEETING, recording_off=True, starts_at=NOW, opens_before=HOUR, now=NOW),
        (
            row("G9.2", "only_leader", actor=SECOND),
            row("G1.4", "second_not_confirmed", meeting__second_present=False),
            row("L1.1", "no_moderator", meeting__expected_adults=30),
            row("G6.3", "platform_not_ready", meeting__platform_version=0),
            row("H3.2", "recording_not_off", recording_off=False),
            row("G9.2", "start_too_early", starts_at=NOW + 2 * HOUR),
        ),
    ),
    Table(
        is_report_complete,
        ReportFacts(LEADER, frozenset(range(1, 8))),
        (
            row("G9.2", "only_leader", actor=SECOND),
            *(row("G9.2", "report_incomplete", ticks=frozenset(range(1, 8)) - {n}) for n in range(1, 8)),
        ),
    ),
    Table(may_see_meeting, MODERATOR, (row("A1", "not_staff_of_group", seats=frozenset()),)),
    Table(
        may_act_in_meeting,
        MeetingActFacts(MODERATOR, MeetingStatus.STARTED),
        (*NOT_OVER, row("A1", "not_staff_of_group", actor=OUTSIDER)),
    ),
    Table(
        may_change_meeting,
        MeetingActFacts(MANAGER, MeetingStatus.PLANNED),
        (*NOT_OVER, row("A1", "not_the_team", actor=MODERATOR)),
    ),
    Table(
        may_schedule_meeting,
        SCHEDULE,
        (
            row("A1", "only_leader", actor=SECOND),
            row("H1.2", "group_not_online", group_online=False),
            row("G1.3", "group_paused", group_paused=True),
            row("H1.1", "platform_missing", platform=""),
            row("H1.3", "platform_unknown", platform="elsewhere"),
            row("H1.1", "time_past", starts_at=NOW),
            row("H1.1", "time_order", ends_at=NOW + HOUR),
        ),
    ),
    Table(
        may_switch_open_large_session,
        OpenLargeFacts(
            MANAGER,
            status=MeetingStatus.PLANNED,
            expected_adults=30,
            moderator_confirmed=True,
            waiting_room_on=True,
            participants_restricted=True,
            extra_steps=1,
        ),
        (
            row("A1", "only_manager", actor=LEADER),
            row("L1.3", "meeting_over", status=MeetingStatus.ENDED),
            row("L1.3", "not_large", expected_adults=29),
            row("L1.3", "moderator_not_confirmed", moderator_confirmed=False),
            row("L1.3", "waiting_room", waiting_room_on=False),
            row("L1.3", "participants_free", participants_restricted=False),
            row("L1.4", "extra_step", extra_steps=0),
        ),
    ),
    Table(may_close_open_session, MANAGER, (row("A1", "only_manager", roles=frozenset()),)),
    Table(
        may_note_stranger,
        MeetingActFacts(MODERATOR, MeetingStatus.STARTED),
        (
            row("A1", "not_staff_of_group", actor=OUTSIDER),
            row("G6.8", "meeting_cancelled", status=MeetingStatus.MOVED),
            row("G6.4", "meeting_over", status=MeetingStatus.ENDED),
        ),
    ),
    Table(
        may_tick_moderation,
        ModerationFacts(MODERATOR, MeetingStatus.STARTED),
        (
            row("L1.5", "only_moderator", actor=LEADER),
            row("L1.5", "meeting_over", status=MeetingStatus.ENDED),
        ),
    ),
    Table(
        may_report_on_meeting,
        MeetingActFacts(SECOND, MeetingStatus.ENDED),
        (
            row("A1", "not_staff_of_group", actor=OUTSIDER),
            row("G6.8", "meeting_cancelled", status=MeetingStatus.CANCELLED),
        ),
    ),
    Table(
        admits_unverified,
        changed(LARGE, {"open_large": True}),
        (row("L1.3", "not_verified", open_large=False), row("L1.3", "not_large", expected_adults=29)),
    ),
    Table(
        may_receive_password,
        RELEASE,
        (
            row("G3.13", "excluded", standing=Standing.EXCLUDED),
            row("G11.3", "barred", standing=Standing.BARRED),
            row("G11.1", "suspended", standing=Standing.SUSPENDED),
            row("G6.4", "left", standing=Standing.LEFT),
            row("G6.4", "not_approved", standing=Standing.DECLINED),
            row("G6.4", "not_active", standing=Standing.APPROVED),
            row("G6.4", "not_active", standing=Standing.APPLYING),
            row("I1.1", "not_their_one_to_one", invited=False),
            row("I1.1", "call_without_password", meeting__needs_password=False),
            row("G6.4", "not_approved", approved=False),
            row("G7.2", "not_verified", verified=False),
            row("G4.5", "not_agreed", agreed_version=None),
            row("H5.1", "agreement_changed", agreement_version="4"),
            row("G10.1", "risk_not_understood", own_risk_understood=False),
            row("G6.4", "not_own_contact", own_contact=False),
            row("G6.4", "contact_frozen", frozen=True),
            row("G6.4", "number_in_doubt", number_in_doubt=True),
            row("G6.5", "contact_held", held=True),
            row("G6.4", "own_digits", identified=False),
            row("G6.4", "not_asked", asked=False),
            row("G6.4", "too_early", opens_before=HOUR * 0.9),
            row("G6.4", "too_late", ends_at=NOW),
            row("G6.5", "password_replaced", version=2),
            row("G6.5", "password_replaced", meeting__password_version=2, meeting__platform_version=2),
            *(
                row(
                    each.clause,
                    each.reason.removeprefix("refused_"),
                    **{f"meeting__{k}": v for k, v in each.changes.items()},
                )
                for each in (*NOT_OVER, *STAFFING, *PASSCODE_SET)
            ),
        ),
    ),
    Table(
        may_rotate,
        RotateFacts(MODERATOR, member_report=False, sign_seen=False, status=MeetingStatus.PLANNED, password_version=1),
        (
            row("G6.5", "not_staff_of_group", actor=OUTSIDER),
            row("G6.5", "not_staff_of_group", actor=staff("sue", Role.ASSISTANT, Seat.SECOND, left=True)),
            row("G6.5", "not_staff_of_group", actor=None),
            row("G6.8", "meeting_over", status=MeetingStatus.CANCELLED),
            row("G6.8", "meeting_over", status=MeetingStatus.MOVED),
            row("G6.8", "meeting_over", status=MeetingStatus.ENDED),
            row("G6.1", "no_password_yet", password_version=0),
        ),
    ),
    Table(
        may_set_platform,
        PlatformFacts(
            SECOND,
            version=2,
            current=2,
            password_set=True,
            waiting_room_on=True,
            link="https://meet.example/j/123",
            recording_off=True,
        ),
        (
            row("A1", "not_the_team", actor=MODERATOR),
            row("G6.1", "no_password_yet", version=0, current=0),
            row("G6.5", "password_replaced", version=1),
            row("G6.3", "platform_not_ready", password_set=False),
            row("G6.3", "waiting_room", waiting_room_on=False),
            row("G6.3", "link_missing", link=""),
            row("G6.3", "link_has_password", link="https://meet.example/j/123?pwd=abc"),
            row("G6.3", "link_has_password", link="https://meet.example/j/123?x=1&Passcode=abc"),
            row("G6.5", "link_same", new_link_needed=True, link_is_new=False),
            row("G6.2", "link_same", link_used=True),
            row("G6.3", "link_elsewhere", link_fits=False),
            row("H3.2", "recording_not_off", recording_off=False),
        ),
    ),
    Table(
        may_see_password,
        SeePasswordFacts(SECOND, private_line=True, platform_waits=True),
        (
            row("G6.7", "not_here", private_line=False),
            row("G6.7", "only_leader", platform_waits=False),
            row("G6.7", "only_leader", actor=MODERATOR),
        ),
    ),
    Table(
        may_clear_hold,
        HoldFacts(LEADER, spoken=True),
        (
            row("G6.5", "named_human", actor=None),
            row("A1", "only_leader", actor=SECOND),
            row("G6.5", "speak_first", spoken=False),
        ),
    ),
    Table(may_see_who_held, SECOND, (row("G5.1", "not_the_team", seats=frozenset({Seat.MODERATOR})),)),
)
