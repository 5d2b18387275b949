"""What the refusal tables cannot show: what stays allowed, orders, counts, and who is computed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.policy import Actor, Allowed, Label, MeetingStatus, Refused, Role, Seat, Standing, label_of
from flows.policy.agreement import host_of
from flows.policy.breaches import BreachFacts, may_report_breach, membership_after
from flows.policy.complaints import (
    ComplaintFacts,
    Matter,
    TriageFacts,
    complaint_handler,
    concern_chain,
    people_named,
    triage,
)
from flows.policy.confidentiality import CarryFacts, clearance, may_be_staff_line, may_carry
from flows.policy.deciding import (
    ExclusionFacts,
    is_approval_complete,
    is_decline_complete,
    may_approve,
    may_decline,
    may_readmit,
)
from flows.policy.joining import ReferrerFacts, may_claim, may_record_referrer, may_see_case
from flows.policy.labels import PARAMETER_LABELS, UnlabelledError
from flows.policy.meetings import is_meeting_ready, is_nearly_large, moderator_needed, what_blocks
from flows.policy.members import (
    DOORS,
    DoorFacts,
    ReachFacts,
    SeeFacts,
    are_doors_shut,
    may_keep_media,
    may_see_details,
    may_use_word,
    may_write_first,
    membership_reply,
)
from flows.policy.one_to_ones import SensitiveFacts, is_private_enough, is_private_enough_for_group
from flows.policy.passwords import (
    RotateFacts,
    SeePasswordFacts,
    link_has_password,
    may_receive_password,
    may_rotate,
    may_see_password,
    may_see_who_held,
)
from flows.policy.screen_names import ScreenNameFacts, screen_name_verdict
from flows.policy.staff import BeginningFacts, cover_holds, may_begin_conversation
from tests.flows.refusals.joining import FLAGGED, KNOWN, NOT_KNOWN, REVIEW
from tests.flows.refusals.meetings import LARGE, MEETING, RELEASE
from tests.flows.refusals.table import COVER, HOUR, LEADER, MANAGER, MODERATOR, NOW, SECOND, changed, staff

CHART = {
    Role.COMPLAINTS_LEAD: ("carla",),
    Role.MANAGER: ("magda", "mark"),
    Role.CHIEF_EXECUTIVE: ("cleo",),
    Role.CHAIR: ("tara",),
    Role.TRUSTEE: ("tom",),
    Role.DATA_LEAD: ("dina",),
    Role.SAFEGUARDING_LEAD: ("sofia",),
    Role.DEPUTY: ("dev",),
}


def complaint(about: str, *named: str, involved: frozenset[str] = frozenset(), review: bool = False) -> str | None:
    return complaint_handler(ComplaintFacts(about, frozenset(named), CHART, involved, review))


@pytest.mark.clause("G3.7")
def test_a_refusal_counts_as_false_and_an_allowance_as_true() -> None:
    assert not Refused("G3.7", "refused_named_human")
    assert Allowed()


@pytest.mark.clause("G3.1", "G7.2")
def test_a_known_family_needs_no_call_and_no_suitability_but_its_identity() -> None:
    assert may_approve(KNOWN)
    assert not may_approve(replace(KNOWN, identity_confirmed=False))


@pytest.mark.clause("G3.2")
def test_a_family_nobody_has_spoken_to_is_not_declined_either() -> None:
    assert may_decline(replace(KNOWN, live_contact=False))
    assert not may_decline(replace(NOT_KNOWN, known=None, live_contact=False))


@pytest.mark.clause("A1")
def test_either_half_of_a_flagged_decision_may_come_first() -> None:
    for first, then in ((LEADER, MANAGER), (MANAGER, LEADER)):
        alone = replace(FLAGGED, actor=first, first_half=None)
        assert may_approve(alone)
        assert not is_approval_complete(alone)
        assert is_approval_complete(replace(FLAGGED, actor=then, first_half=first))


@pytest.mark.clause("A1")
def test_a_leader_who_is_a_manager_too_still_needs_somebody_else() -> None:
    both = staff("bo", Role.PRACTITIONER, Role.MANAGER, Seat.LEADER)
    assert not is_decline_complete(replace(FLAGGED, actor=both, first_half=None))
    assert is_decline_complete(replace(FLAGGED, actor=both, first_half=MANAGER))


@pytest.mark.clause("G5.1")
def test_before_there_is_a_group_a_manager_may_take_the_case() -> None:
    assert may_see_case(replace(REVIEW, actor=MANAGER, has_group=False))
    assert may_claim(replace(REVIEW, actor=MANAGER, has_group=False, claimed_by=None))


@pytest.mark.clause("G3.12")
def test_safeguarding_does_not_wait_for_the_familys_yes() -> None:
    facts = ReferrerFacts(REVIEW, "confirmed", family_said_no=True, safeguarding=True)
    assert may_record_referrer(facts)
    assert may_record_referrer(ReferrerFacts(REVIEW, "not_asked", family_said_no=True))


@pytest.mark.clause("G5.1")
@pytest.mark.parametrize(
    ("who", "sees"),
    [
        *((staff("x", seat), True) for seat in (Seat.LEADER, Seat.SECOND, Seat.SUPPORT, Seat.COVER)),
        (staff("x", Seat.MODERATOR), False),
        *((staff("x", role), False) for role in Role),
    ],
)
def test_names_are_for_the_leaders_team(who: Actor, sees: bool) -> None:
    assert bool(may_see_details(SeeFacts(who, private_line=True))) is sees


@pytest.mark.clause("G5.1")
@pytest.mark.parametrize("role", [Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.DEPUTY, Role.DATA_LEAD])
def test_some_roles_break_the_glass_with_a_reason(role: Role) -> None:
    assert may_see_details(SeeFacts(staff("x", role), private_line=True, break_glass_reason="a data request"))


@pytest.mark.clause("G1.5")
def test_a_covers_access_ends_a_day_after_the_meeting() -> None:
    day = timedelta(hours=24)
    assert cover_holds(NOW, NOW + day - timedelta(seconds=1), day)
    assert not cover_holds(NOW, NOW + day, day)
    assert COVER.hosts
    assert not COVER.leads


@pytest.mark.clause("G5.3")
def test_the_answer_about_who_is_in_a_group_is_one_and_the_same() -> None:
    assert membership_reply() == Refused("G5.3", "refused_membership_question")


@pytest.mark.clause("G7.4")
def test_the_leader_may_take_a_word_for_harmless() -> None:
    rude = ScreenNameFacts("Mister Poo", "Ann Lee", (), (), ("poo",))
    assert not screen_name_verdict(rude)
    assert screen_name_verdict(replace(rude, allowed_by_leader=True))
    assert screen_name_verdict(ScreenNameFacts("Ann L", "Ann Lee", (), (), (), allowed_by_leader=True))
    assert screen_name_verdict(ScreenNameFacts("Jo", "Joanna Osei", (), ()))


@pytest.mark.clause("H3.1", "G3.3")
@pytest.mark.parametrize(
    ("kind", "clause"),
    [("video", "H3.1"), ("audio", "H3.1"), ("voice", "H3.1"), ("photo", "G3.3"), ("file", "G3.3")],
)
def test_only_written_words_are_kept(kind: str, clause: str) -> None:
    verdict = may_keep_media(kind)
    assert isinstance(verdict, Refused)
    assert verdict.clause == clause
    assert may_keep_media("text")
    assert may_keep_media("link", is_recording=True) == Refused("H3.1", "refused_recording")


@pytest.mark.clause("H2.3", "A3")
def test_staff_have_their_private_line_only_where_nobody_reads_along() -> None:
    assert may_be_staff_line("signal")
    for channel in ("whatsapp", "telegram", "email"):
        assert may_be_staff_line(channel) == Refused("H2.3", "refused_channel_not_private")


@pytest.mark.clause("G11.4")
@pytest.mark.parametrize("word", sorted(DOORS))
def test_every_door_stays_open_for_barred_and_excluded(word: str) -> None:
    assert may_use_word(DoorFacts(word, frozenset({Standing.BARRED})))
    assert may_use_word(DoorFacts(word, frozenset({Standing.EXCLUDED})))


@pytest.mark.clause("G11.3", "G11.4")
def test_a_bar_from_one_group_leaves_the_other_groups_open() -> None:
    assert not are_doors_shut({Standing.BARRED, Standing.ACTIVE})
    assert are_doors_shut({Standing.EXCLUDED, Standing.ACTIVE})
    assert not are_doors_shut(set())
    assert may_use_word(DoorFacts("password", frozenset({Standing.BARRED, Standing.ACTIVE})))


@pytest.mark.clause("A2")
def test_what_people_ask_for_is_answered_whatever_holds_back_the_rest() -> None:
    held = ReachFacts(asked=True, stopped=True, paused=True)
    assert may_write_first(held)


@pytest.mark.clause("A2", "X4", "G12.5")
def test_stop_does_not_hold_back_an_answer_that_was_promised_and_a_concern_does() -> None:
    assert may_write_first(ReachFacts(asked=False, stopped=True, paused=False, owed=True))
    assert not may_write_first(ReachFacts(asked=False, stopped=False, paused=True, owed=True))


@pytest.mark.clause("L1.1", "L1.2")
@pytest.mark.parametrize(
    ("adults", "needed", "warned"),
    [(26, False, False), (27, False, True), (29, False, True), (30, True, False)],
)
def test_a_moderator_is_needed_from_thirty_adults_and_warned_of_from_27(
    adults: int, needed: bool, warned: bool
) -> None:
    assert moderator_needed(adults) is needed
    assert is_nearly_large(adults) is warned


@pytest.mark.clause("G1.4")
def test_everything_that_blocks_a_meeting_is_told_at_once() -> None:
    bare = replace(MEETING, second_present=False, password_version=0, platform_version=0)
    assert [each.reason for each in what_blocks(bare)] == [
        "refused_second_not_confirmed",
        "refused_no_password_yet",
    ]
    assert what_blocks(MEETING) == ()


@pytest.mark.clause("I1.1")
def test_a_one_to_one_needs_its_second_named_but_not_in_the_room() -> None:
    call = replace(MEETING, one_to_one=True, second_present=False, needs_password=False, password_version=0)
    assert is_meeting_ready(call)
    assert not is_meeting_ready(replace(call, second=None))


@pytest.mark.clause("G6.4")
def test_the_password_is_given_from_the_first_to_the_last_moment_of_its_window() -> None:
    assert may_receive_password(RELEASE)
    assert may_receive_password(replace(RELEASE, now=RELEASE.ends_at - timedelta(microseconds=1)))
    assert not may_receive_password(replace(RELEASE, now=RELEASE.starts_at - HOUR - timedelta(microseconds=1)))


@pytest.mark.clause("L1.3")
def test_only_an_open_large_session_lets_in_somebody_not_verified() -> None:
    assert not may_receive_password(replace(RELEASE, verified=False))
    assert may_receive_password(replace(RELEASE, verified=False, meeting=replace(LARGE, open_large=True)))


@pytest.mark.clause("G6.4")
def test_on_a_phone_of_ones_own_no_digits_are_needed() -> None:
    assert may_receive_password(replace(RELEASE, shared=False, identified=False))


@pytest.mark.clause("G6.5")
def test_suspicion_is_enough_from_anybody() -> None:
    quiet = RotateFacts(None, False, False, MeetingStatus.STARTED, 1)
    assert may_rotate(replace(quiet, member_report=True))
    assert may_rotate(replace(quiet, sign_seen=True))
    for actor in (LEADER, SECOND, MODERATOR, MANAGER, changed(SECOND, {"policies_current": False})):
        assert may_rotate(replace(quiet, actor=actor))


@pytest.mark.clause("H2.1", "A3", "H3.4", "G6.5")
def test_before_the_policies_are_confirmed_only_what_cannot_wait_may_begin() -> None:
    lapsed = changed(LEADER, {"policies_current": False})
    for flow in ("policies", "why", "concern", "incident", "rotate", "over"):
        assert may_begin_conversation(BeginningFacts(lapsed, flow))
        assert not may_begin_conversation(BeginningFacts(changed(lapsed, {"left": True}), flow))


@pytest.mark.clause("L1.5", "H3.4")
def test_a_moderator_may_change_the_password_and_report_a_breach() -> None:
    assert may_rotate(RotateFacts(MODERATOR, False, False, MeetingStatus.STARTED, 1))
    assert may_report_breach(BreachFacts(MODERATOR, person_chosen=True, point_given=True))


@pytest.mark.clause("G6.6")
def test_who_held_the_old_password_is_for_the_team_and_the_manager() -> None:
    assert may_see_who_held(SECOND)
    assert may_see_who_held(MANAGER)
    assert not may_see_who_held(MODERATOR)


@pytest.mark.clause("G11.5", "G3.15")
def test_only_a_manager_takes_a_barred_person_back() -> None:
    assert may_readmit(ExclusionFacts(MANAGER, reason_given=True))
    assert not may_readmit(ExclusionFacts(LEADER, reason_given=True))
    assert not may_readmit(ExclusionFacts(None, reason_given=True))


@pytest.mark.clause("G6.7")
def test_a_leader_may_always_see_the_password_on_a_private_line() -> None:
    for actor in (LEADER, COVER):
        assert may_see_password(SeePasswordFacts(actor, private_line=True, platform_waits=False))
    assert may_see_password(SeePasswordFacts(MANAGER, private_line=True, platform_waits=True))


@pytest.mark.clause("G6.3")
@pytest.mark.parametrize("link", ["https://meet.example/j/9", "https://meet.example/j/9?uname=pwd"])
def test_a_link_without_a_password_is_taken(link: str) -> None:
    assert not link_has_password(link)


@pytest.mark.clause("I2.2")
def test_a_group_asks_the_same_and_a_manager_may_say_why_it_must_be_so() -> None:
    assert is_private_enough_for_group(SensitiveFacts("not_sure", end_to_end=True))
    assert is_private_enough_for_group(SensitiveFacts("yes", False, overridden_by=MANAGER, override_reason=True))


@pytest.mark.clause("I2.1")
def test_a_manager_with_a_reason_may_choose_a_platform_that_is_not_encrypted() -> None:
    assert is_private_enough(SensitiveFacts("yes", False, overridden_by=MANAGER, override_reason=True))
    assert is_private_enough(SensitiveFacts("no", False))


@pytest.mark.clause("G4.3")
@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://Charity.example/privacy", "charity.example"),
        ("https://charity.example", "charity.example"),
        ("http://charity.example/privacy", None),
        ("https://charity.example@elsewhere.example/", None),
        ("https://charity.example.elsewhere.example/", "charity.example.elsewhere.example"),
        ("", None),
    ],
)
def test_only_the_true_host_of_a_link_counts(link: str, host: str | None) -> None:
    assert host_of(link) == host


@pytest.mark.clause("G7.4")
@pytest.mark.parametrize("name", ["Zofia", "Zo", "Sunny", "Zofia S", "Mama Kuby", "Łucja"])
def test_first_names_and_made_up_names_are_welcome(name: str) -> None:
    assert screen_name_verdict(ScreenNameFacts(name, "Zofia Kowalczyk-Marsh", ("Lena Fox",), ("Robin",)))


@pytest.mark.clause("G7.4")
def test_a_first_name_that_is_also_the_surname_is_still_a_first_name() -> None:
    assert screen_name_verdict(ScreenNameFacts("Thomas", "Thomas Thomas", (), ()))


@pytest.mark.clause("G11.2")
def test_upheld_means_barred_and_nothing_less() -> None:
    assert membership_after(upheld=True, has_left=True) is Standing.BARRED
    assert membership_after(upheld=False, has_left=True) is Standing.LEFT
    assert membership_after(upheld=False, has_left=False) is Standing.APPROVED


@pytest.mark.clause("G12.3")
@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ((True, True, True, True), Matter.DANGER),
        ((False, True, True, True), Matter.SAFEGUARDING),
        ((False, False, True, True), Matter.ALLEGATION),
        ((False, False, False, True), Matter.DATA),
        ((False, False, False, False), Matter.ORDINARY),
    ],
)
def test_the_most_urgent_matter_comes_first(facts: tuple[bool, bool, bool, bool], first: Matter) -> None:
    assert triage(TriageFacts(*facts)) is first


@pytest.mark.clause("G12.2", "G12.4")
@pytest.mark.parametrize(
    ("about", "named", "handler"),
    [
        ("group", (), "carla"),
        ("other", (), "carla"),
        ("data", (), "dina"),
        ("data", ("dina",), "carla"),
        ("staff", (), "magda"),
        ("staff", ("lena",), "magda"),
        ("group", ("lena",), "magda"),
        ("other", ("carla",), "magda"),
        ("staff", ("magda",), "cleo"),
        ("staff", ("magda", "mark"), "cleo"),
        ("staff", ("cleo",), "tara"),
        ("staff", ("tara",), "tom"),
        ("staff", ("tom",), None),
    ],
)
def test_a_complaint_goes_to_somebody_it_does_not_name(about: str, named: tuple[str, ...], handler: str | None) -> None:
    assert complaint(about, *named) == handler


@pytest.mark.clause("G12.4")
def test_who_decided_or_handled_it_before_does_not_handle_it_again() -> None:
    assert complaint("staff", involved=frozenset({"magda"})) == "mark"
    assert complaint("other", involved=frozenset({"carla"})) == "magda"
    assert complaint("other", involved=frozenset({"carla"}), review=True) == "cleo"
    assert complaint("other", involved=frozenset({"magda"}), review=True) == "tara"


@pytest.mark.clause("A3", "G12.4")
def test_a_concern_about_one_of_them_passes_them_by() -> None:
    assert concern_chain(CHART, frozenset()) == ("sofia", "dev", "magda", "mark", "cleo", "tara")
    assert concern_chain(CHART, frozenset({"sofia", "mark"})) == ("dev", "magda", "cleo", "tara")


@pytest.mark.clause("G12.4")
@pytest.mark.parametrize(
    "words",
    [
        "Jo shouted at us",
        "I am unhappy with Jo's way",
        "JO!",
        "ms fielding was rude",
        "Feilding was rude",
        "(jo)",
        "someone,Jo,was loud",
        "our leader/Jo",
    ],
)
def test_staff_are_found_in_the_words_of_a_complaint(words: str) -> None:
    assert people_named(words, [("jo", "Jo Fielding"), ("lena", "Léna Fox")]) == {"jo"}


@pytest.mark.clause("G12.4", "A3")
def test_two_who_are_named_in_one_breath_are_both_found_and_a_little_word_is_no_name() -> None:
    staff = [("dee", "Dee Nash"), ("dan", "Dan O'Brien")]
    assert people_named("dee/dan laughed", staff) == {"dee", "dan"}
    assert people_named("skarga o hałas", staff) == frozenset()
    assert people_named("O'Brien laughed", staff) == {"dan"}


@pytest.mark.clause("G12.4")
def test_a_complaint_that_names_nobody_finds_nobody() -> None:
    assert people_named("the group was too loud, just noise", [("jo", "Jo Fielding")]) == frozenset()


@pytest.mark.clause("H2.3")
@pytest.mark.parametrize("channel", ["telegram", "email", "sms", "", "something new"])
@pytest.mark.parametrize("audience", ["family", "staff", "staff_channel"])
def test_a_channel_that_nobody_has_judged_carries_pointers_only(channel: str, audience: str) -> None:
    assert clearance(channel, audience, {"leader", "handler", "safeguarding_lead"}) == Label.PUBLIC


@pytest.mark.clause("H2.3")
@pytest.mark.parametrize("channel", ["signal", "whatsapp", "telegram"])
def test_a_staff_channel_carries_pointers_only_even_end_to_end(channel: str) -> None:
    assert clearance(channel, "staff_channel", {"leader", "manager", "handler"}) == Label.PUBLIC


@pytest.mark.clause("G6.7", "A3")
@pytest.mark.parametrize(
    ("capacities", "highest"),
    [
        ({"assistant"}, Label.PERSONAL),
        ({"leader"}, Label.SECRET),
        ({"manager"}, Label.SECRET),
        ({"safeguarding_lead"}, Label.SEALED),
        ({"complaints_lead", "handler"}, Label.SEALED),
        ({"complaints_lead"}, Label.PERSONAL),
    ],
)
def test_a_private_line_carries_what_its_holder_may_see(capacities: set[str], highest: Label) -> None:
    assert clearance("signal", "staff", capacities) == highest
    assert clearance("whatsapp", "staff", capacities) == Label.PUBLIC


@pytest.mark.clause("G6.4", "G6.5")
@pytest.mark.parametrize("channel", ["signal", "whatsapp"])
def test_a_new_password_is_pushed_to_a_private_phone_whose_owner_had_asked(channel: str) -> None:
    assert may_carry(CarryFacts(Label.SECRET, channel, "family", release_stands=True, asked=True))


@pytest.mark.clause("H2.3")
def test_a_text_is_as_confidential_as_its_most_confidential_part() -> None:
    assert label_of("card_case", ["case", "days"]) == Label.PUBLIC
    assert label_of("welcome", []) == Label.PUBLIC
    assert label_of("meeting_today", []) == Label.PERSONAL
    assert label_of("case_details", ["case", "full_name"]) == Label.PERSONAL
    assert label_of("password", ["screen_name", "password"]) == Label.SECRET
    assert label_of("complaint_details", ["code", "name", "words"]) == Label.SEALED


@pytest.mark.clause("H2.3")
def test_a_parameter_without_a_label_cannot_be_sent() -> None:
    with pytest.raises(UnlabelledError, match="shoe_size"):
        label_of("card_case", ["case", "shoe_size"])


@pytest.mark.clause("G6.9", "G2.4")
def test_links_passwords_and_codes_are_secret_and_peoples_words_sealed() -> None:
    assert {PARAMETER_LABELS[name] for name in ("link", "password", "reference", "invitation_code")} == {Label.SECRET}
    assert {PARAMETER_LABELS[name] for name in ("words", "disclosure_words")} == {Label.SEALED}
    assert PARAMETER_LABELS["privacy_link"] == Label.PUBLIC


@pytest.mark.clause("G12.2", "G12.6")
@pytest.mark.parametrize("word", ["help", "complain", "my_data", "password", "leaked", "leave", "unhappy"])
def test_who_is_restricted_keeps_every_door_and_what_belongs_to_their_place(word: str) -> None:
    assert may_use_word(DoorFacts(word, frozenset({Standing.ACTIVE}), restricted=True))
