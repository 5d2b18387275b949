from datetime import timedelta

from flows.policy import Role, Seat, Standing
from flows.policy.groups import (
    BesideFacts,
    GroupFacts,
    LeadFacts,
    OffboardFacts,
    PlatformChoice,
    QualificationFacts,
    SeatFacts,
    known_platform,
    may_attest_qualification,
    may_lead,
    may_make_group,
    may_moderate,
    may_offboard,
    may_seat,
    may_second,
    may_set_online,
)
from flows.policy.members import (
    CallbackFacts,
    ContactFacts,
    DoorFacts,
    GlassFacts,
    ReachFacts,
    RestrictFacts,
    SeeFacts,
    UnheardFacts,
    may_ask_for_glass,
    may_break_glass,
    may_close_callback,
    may_confirm_phone,
    may_restrict,
    may_see_details,
    may_see_waiting_list,
    may_trust_after_silence,
    may_unfreeze,
    may_use_word,
    may_write_first,
)
from flows.policy.screen_names import LeaderNameFacts, ScreenNameFacts, may_set_screen_name, screen_name_verdict
from flows.policy.speaking import HearFacts, SpeakFacts, may_hear_agreement, may_hear_anybody, may_speak_for
from flows.policy.staff import (
    BeginningFacts,
    LineFacts,
    LockdownFacts,
    PolicyConfirmation,
    are_policies_current,
    may_begin_conversation,
    may_lock_down,
    may_use_line,
    staff_account_works,
)
from tests.flows.refusals.table import (
    HOUR,
    LEADER,
    MANAGER,
    NOW,
    OUTSIDER,
    SAFEGUARDING,
    SECOND,
    Table,
    changed,
    row,
    staff,
)

LEFT = staff("lee", Role.PRACTITIONER, left=True)
PLATFORMS = frozenset({"zoom", "signal"})
HOLDERS = {Seat.LEADER: "lena", Seat.SECOND: "sam"}
SEATING = SeatFacts(MANAGER, Seat.LEADER, OUTSIDER, NOW + HOUR, NOW, HOLDERS)

TABLES = (
    Table(
        may_speak_for,
        SpeakFacts(SECOND, "in_person"),
        (
            row("G5.1", "not_the_team", actor=OUTSIDER),
            row("X5", "not_live", method="letter"),
            row("A4", "spoken_for", by_another=True),
            row("X5", "speaks_for_another", for_another=True),
        ),
    ),
    Table(
        may_speak_for,
        SpeakFacts(OUTSIDER, "call", answers_it=True),
        (row("G5.1", "not_the_team", answers_it=False),),
    ),
    Table(may_hear_anybody, LEADER, (row("G4.5", "hear_leader", roles=SECOND.roles),)),
    Table(may_break_glass, MANAGER, (row("G5.1", "glass_role", roles=LEADER.roles),)),
    Table(
        may_hear_agreement,
        HearFacts(LEADER, "rang", True, True, False, False, None, True),
        (
            row("G4.5", "hear_leader", actor=SECOND),
            row("X5", "hear_no_phone", has_phone=False),
            row("G7.2", "ring_back", method="rang_me"),
            row("X5", "not_live", method="letter"),
            row("G7.2", "identity_missing", identity_confirmed=False),
            row("G6.4", "contact_frozen", frozen=True),
            row("G6.4", "digits_said", gave_digits=False),
            row("A1", "flagged_voice", flagged=True, actor=MANAGER),
            row("X5", "cannot_be_told", can_be_told=False),
            row("X5", "disowned", disowned=True, method="in_person"),
        ),
    ),
    Table(
        are_policies_current,
        PolicyConfirmation("2023-09-20", NOW - timedelta(days=364), "2023-09-20", timedelta(days=365), NOW),
        (
            row("H2.1", "policies", confirmed_version=None),
            row("H2.1", "policies", current_version="2027-01-01"),
            row("H2.1", "policies", confirmed_at=None),
            row("H2.1", "policies", confirmed_at=NOW - timedelta(days=365)),
        ),
    ),
    Table(
        staff_account_works,
        LEADER,
        (row("H2.1", "policies", policies_current=False), row("H2.4", "staff_left", left=True)),
    ),
    Table(
        may_begin_conversation,
        BeginningFacts(LEADER, "cases"),
        (
            row("H2.1", "policies", actor=changed(LEADER, {"policies_current": False})),
            row("H2.4", "staff_left", actor=LEFT),
        ),
    ),
    Table(may_use_line, LineFacts(frozen=False), (row("H2.3", "line_frozen", frozen=True),)),
    Table(
        may_lead,
        LeadFacts(OUTSIDER, NOW + HOUR, NOW),
        (
            row("H2.4", "candidate_left", candidate=LEFT),
            row("G1.1", "leader_practitioner", candidate=SECOND),
            row("G1.1", "leader_qualification", qualified_until=None),
            row("G1.1", "leader_qualification", qualified_until=NOW),
        ),
    ),
    Table(
        may_second,
        BesideFacts(SECOND, frozenset({"lena"})),
        (
            row("H2.4", "candidate_left", candidate=LEFT),
            row("G1.2", "second_role", candidate=MANAGER),
            row("G1.2", "same_person", others=frozenset({"sam"})),
        ),
    ),
    Table(
        may_moderate,
        BesideFacts(MANAGER, frozenset({"lena", "sam"})),
        (
            row("H2.4", "candidate_left", candidate=LEFT),
            row("L1.1", "same_person", others=frozenset({"magda", "sam"})),
        ),
    ),
    Table(
        may_seat,
        SEATING,
        (
            row("A1", "only_manager_seats", actor=LEADER),
            row("A1", "only_manager_seats", actor=OUTSIDER),
            row("G1.1", "leader_practitioner", candidate=SECOND),
            row("G1.1", "leader_qualification", qualified_until=None),
            row("G1.2", "same_person", holders={Seat.SECOND: "olga"}),
            row("G1.1", "leader_qualification", seat=Seat.COVER, qualified_until=None),
        ),
    ),
    Table(
        may_seat,
        changed(SEATING, {"actor": LEADER, "seat": Seat.SECOND}),
        (
            row("G1.2", "second_role", candidate=MANAGER),
            row("G1.2", "same_person", candidate=LEADER),
            row("L1.1", "same_person", seat=Seat.MODERATOR, candidate=SECOND),
        ),
    ),
    Table(
        may_make_group,
        GroupFacts(OUTSIDER, NOW + HOUR, NOW, "zoom", PLATFORMS),
        (
            row("G1.1", "only_leader_makes_group", actor=SECOND),
            row("G1.1", "only_leader_makes_group", qualified_until=None),
            row("H1.1", "platform_missing", platform=""),
            row("H1.3", "platform_unknown", platform="elsewhere"),
        ),
    ),
    Table(
        known_platform,
        PlatformChoice("zoom", PLATFORMS),
        (
            row("H1.1", "platform_missing", platform=""),
            row("H1.3", "platform_unknown", platform="elsewhere"),
        ),
    ),
    Table(
        may_attest_qualification,
        QualificationFacts(MANAGER, own=False, text_given=True, expires_at=NOW + HOUR, now=NOW),
        (
            row("G1.1", "only_manager", actor=LEADER),
            row("G1.1", "own_mark", own=True),
            row("G1.1", "qualification_text", text_given=False),
            row("G1.1", "qualification_date", expires_at=NOW),
        ),
    ),
    Table(
        may_offboard,
        OffboardFacts(MANAGER, own=False, gone=False),
        (
            row("A1", "only_manager", actor=LEADER),
            row("A1", "own_account", own=True),
            row("H2.4", "already_done", gone=True),
        ),
    ),
    Table(
        may_lock_down,
        LockdownFacts(MANAGER, gone=False),
        (row("A1", "only_manager", actor=LEADER), row("H2.4", "already_done", gone=True)),
    ),
    Table(may_set_online, MANAGER, (row("H1.2", "only_manager", roles=LEADER.roles),)),
    Table(
        may_use_word,
        DoorFacts("complain", frozenset({Standing.BARRED})),
        (
            row("G11.4", "only_three_doors", word="password"),
            row("G11.4", "only_three_doors", word="status"),
            row("G11.4", "only_three_doors", word="change"),
        ),
    ),
    Table(
        may_see_details,
        SeeFacts(SECOND, private_line=True),
        (
            row("H2.3", "not_here", private_line=False),
            row("G5.1", "not_the_team", actor=OUTSIDER),
            row("G5.1", "say_why", actor=MANAGER),
            row("G5.1", "say_why", actor=MANAGER, break_glass_reason=" "),
            row("G5.1", "not_the_team", actor=OUTSIDER, break_glass_reason="curious"),
        ),
    ),
    Table(
        may_ask_for_glass,
        GlassFacts(MANAGER, private_line=True, sees_anyway=False),
        (
            row("H2.3", "not_here", private_line=False),
            row("G5.1", "glass_not_needed", sees_anyway=True),
            row("G5.1", "glass_role", actor=OUTSIDER),
            row("G5.1", "glass_role", actor=OUTSIDER, named=True),
            row("G5.1", "glass_closed", guarded=True),
            row("G5.1", "glass_closed", restricted=True),
            row("G5.1", "glass_closed", restricted=True, actor=SAFEGUARDING),
            row("G5.1", "glass_closed", named=True, guarded=True, deals_with_it=True),
            row("G5.1", "glass_closed", named=True, guarded=True, actor=SAFEGUARDING),
        ),
    ),
    Table(
        may_see_waiting_list,
        SeeFacts(LEADER, private_line=True),
        (
            row("H2.3", "not_here", private_line=False),
            row("G7.3", "not_the_team", actor=MANAGER, break_glass_reason="a complaint"),
        ),
    ),
    Table(
        may_restrict,
        RestrictFacts(MANAGER, reason_given=True),
        (row("A1", "only_manager", actor=LEADER), row("G12.2", "reason_missing", reason_given=False)),
    ),
    Table(
        may_use_word,
        DoorFacts("ring_me", frozenset({Standing.ACTIVE})),
        (row("G12.2", "restricted", restricted=True),),
    ),
    Table(
        may_unfreeze,
        ContactFacts(SECOND, live_check=True),
        (
            row("A1", "not_the_team", actor=OUTSIDER),
            row("G7.2", "recheck_first", live_check=False),
            row("G7.2", "no_number_known", number_known=False),
            row("A3", "warned", warned=True),
        ),
    ),
    Table(
        may_trust_after_silence,
        UnheardFacts(NOW - timedelta(days=89), NOW, timedelta(days=90)),
        (row("G6.4", "contact_frozen", last_heard_at=NOW - timedelta(days=90)),),
    ),
    Table(
        may_confirm_phone,
        ContactFacts(MANAGER, live_check=True),
        (row("A1", "not_the_team", actor=OUTSIDER), row("G7.2", "confirm_live", live_check=False)),
    ),
    Table(
        may_confirm_phone,
        ContactFacts(LEADER, live_check=True),
        (row("A1", "flagged_phone", flagged=True),),
    ),
    Table(
        may_close_callback,
        CallbackFacts(OUTSIDER, owner=OUTSIDER.handle, done=False),
        (row("A1", "not_the_team", owner=None), row("A4", "already_done", done=True)),
    ),
    Table(
        may_write_first,
        ReachFacts(asked=False, stopped=False, paused=False),
        (
            row("G6.4", "contact_frozen", in_doubt=True),
            row("A2", "stopped", stopped=True),
            row("A3", "unsafe_to_write", paused=True),
        ),
    ),
    Table(
        screen_name_verdict,
        ScreenNameFacts("Sunny", "Zofia Kowalczyk-Marsh", ("Lena Fox",), ("Robin",), ("poo",)),
        (
            row("G7.4", "screen_name_length", screen_name=""),
            row("G7.4", "screen_name_length", screen_name="12"),
            row("G7.4", "screen_name_length", screen_name="a" * 31),
            row("G7.4", "screen_name_surname", screen_name="Zofia Marsh"),
            row("G7.4", "screen_name_surname", screen_name="zofiaKOWALCZYK"),
            row("G7.4", "screen_name_staff", screen_name="Lena"),
            row("G7.4", "screen_name_staff", screen_name="lénà"),
            row("G7.4", "screen_name_staff", screen_name="L3na Fox"),
            row("G7.4", "screen_name_taken", screen_name="ROBIN"),
            row("G7.4", "screen_name_staff", screen_name="Co-Host"),
            row("G7.4", "screen_name_initials", screen_name="Zofia K"),
            row("G7.4", "screen_name_initials", screen_name="zkm"),
            row("G7.4", "screen_name_rude", screen_name="Mister Poo"),
        ),
    ),
    Table(
        may_set_screen_name,
        LeaderNameFacts(LEADER, ScreenNameFacts("Zofia K", "Zofia Kowalczyk-Marsh", ("Lena Fox",), ("Robin",), ())),
        (
            row("A1", "only_leader", actor=SECOND),
            row("G7.4", "screen_name_surname", judged__screen_name="Zofia Marsh"),
            row("G7.4", "screen_name_staff", judged__screen_name="Lena"),
            row("G7.4", "screen_name_taken", judged__screen_name="Robin"),
        ),
    ),
)
