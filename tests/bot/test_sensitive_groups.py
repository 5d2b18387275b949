"""Groups in which sensitive things may come up, and where they may meet (I2.2)."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from bot.acts import family_passwords, staff_groups, staff_meetings, staff_platform, staff_themes
from bot.acts.meeting_access import clocks
from flows.family.acts import Done
from flows.family.acts.passwords import ReleasePassword, ReportLeak
from flows.policy import Refused
from flows.staff.acts.groups import GroupTheme, ListGroups, SetTheme
from flows.staff.acts.meetings import MoveMeeting, ReadMeeting, ScheduleMeeting
from flows.staff.acts.platform import Rotate, SetPlatform
from storage import diary, meetings, passwords, quotes, releases, seats
from storage.diary import Plan
from tests.flows.invented import LANGUAGES, messages
from tests.group_life import Life

NOT_PRIVATE = Refused("I2.2", "refused_platform_not_private")
FIRST_LINK, SECOND_LINK = "https://signal.link/call/#key=a", "https://signal.link/call/#key=b"
SIGNAL_CALL = "https://signal.link/call/#key=bcdf-ghkm-npqr-stxz-bbcd-ffgh-kkmn-ppqr"
WHATSAPP_CALL = "https://call.whatsapp.com/video/3fJkYVp4HoVxIYz8sV3zGV"
FIRST, SECOND = date(2027, 1, 4), date(2027, 1, 5)


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


def call_of_the_group(life: Life) -> str:
    """The group meets by Signal in half an hour; both are there, and its first link is set."""
    with life.work() as work:
        starts = life.now + timedelta(minutes=20)
        plan = Plan(life.group_id, "signal_call", starts, starts + timedelta(minutes=60))
        life.meeting_id = UUID(int=77)
        diary.add(work, life.meeting_id, plan, clocks(life.organisation))
        for handle in ("anna", "ben"):
            seats.confirm(work, meetings.lock(work, life.meeting_id), life.staff[handle])
        passwords.make_password(work, life.meeting_id, "first")
    code = life.meeting().code
    assert life.at("anna", SetPlatform(code, 1, FIRST_LINK), staff_platform.set_platform) == Done()
    return code


@pytest.mark.clause("I2.2", "G6.5", "G6.9")
def test_a_groups_call_has_a_link_and_no_password_and_after_a_leak_the_old_link_never_comes_back(life: Life) -> None:
    code, sara = call_of_the_group(life), life.member("Sara")
    assert life.family(sara, family_passwords.release_password, ReleasePassword(1)) == Done()
    assert life.told(sara) == ["meeting_link", "meeting_call", "agreement_short"]
    assert life.family(sara, family_passwords.report_leak, ReportLeak("")) is True
    assert life.told(handle="ben") == ["staff_call_changed"]
    refused = life.family(sara, family_passwords.release_password, ReleasePassword(1))
    assert refused == Refused("G6.5", "refused_rotation_waits")
    again = life.at("anna", SetPlatform(code, 2, FIRST_LINK), staff_platform.set_platform)
    assert again == Refused("G6.5", "refused_link_same")
    assert life.at("anna", SetPlatform(code, 2, SECOND_LINK), staff_platform.set_platform) == Done()
    assert life.told(sara)[-3:] == ["link_changed", "meeting_link", "meeting_call"]


@pytest.mark.clause("G6.2", "G6.5")
def test_the_link_of_a_call_is_never_used_again_for_another_session_or_after_a_second_leak(life: Life) -> None:
    code = call_of_the_group(life)
    second, third = "https://signal.link/call/#key=b", "https://signal.link/call/#key=c"
    same = Refused("G6.2", "refused_link_same")
    for version, link in ((2, second), (3, third)):
        life.at("anna", Rotate(code, "unknown_person"), staff_platform.rotate)
        assert life.at("ben", SetPlatform(code, version, link), staff_platform.set_platform) == Done()
    life.at("anna", Rotate(code, "unknown_person"), staff_platform.rotate)
    for old in (FIRST_LINK, second):
        assert life.at("anna", SetPlatform(code, 4, old), staff_platform.set_platform) == same
    with life.work() as work:
        starts = life.now + timedelta(minutes=50)
        life.meeting_id = UUID(int=78)
        diary.add(
            work,
            life.meeting_id,
            Plan(life.group_id, "signal_call", starts, starts + timedelta(minutes=60)),
            clocks(life.organisation),
        )
        passwords.make_password(work, life.meeting_id, "first")
    again = life.at("anna", SetPlatform(life.meeting().code, 1, FIRST_LINK), staff_platform.set_platform)
    assert again == same


@pytest.mark.clause("G6.3")
@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/call/#key=a",
        "https://signal.link@evil.example/#key=a",
        "https://signal.link.evil.example/x",
    ],
)
def test_a_stolen_account_cannot_send_families_to_another_page_than_the_calls_app(life: Life, link: str) -> None:
    code = call_of_the_group(life)
    life.at("anna", Rotate(code, "unknown_person"), staff_platform.rotate)
    told = life.at("anna", SetPlatform(code, 2, link), staff_platform.set_platform)
    assert told == Refused("G6.3", "refused_link_elsewhere")


@pytest.mark.clause("G6.5", "G6.6", "G6.9")
@pytest.mark.parametrize(
    "words",
    [FIRST_LINK, FIRST_LINK.upper(), "look: signal.link/call/#key=a.", "sgnl://signal.link/call/#key=a\nis it today?"],
)
def test_a_call_link_pasted_by_who_was_not_given_it_is_a_leak_as_a_password_is(life: Life, words: str) -> None:
    code, sara, cousin = call_of_the_group(life), life.member("Sara"), life.member("Omar", status="left")
    assert life.family(sara, family_passwords.release_password, ReleasePassword(1)) == Done()
    assert not life.family(sara, family_passwords.notice_quote, words)
    assert life.meeting().password_version == 1
    assert life.family(cousin, family_passwords.notice_quote, words)
    assert life.meeting().password_version == 2
    assert life.told(handle="anna")[-1] == "staff_call_changed"
    assert not life.family(cousin, family_passwords.notice_quote, words)  # The link is dead: nothing more happens.
    with life.work() as work:
        assert not [each for each in releases.holders(work, life.meeting_id) if each.held]
    assert life.at("anna", SetPlatform(code, 2, SECOND_LINK), staff_platform.set_platform) == Done()
    assert not life.family(cousin, family_passwords.notice_quote, words)


@pytest.mark.clause("G6.5", "G6.6", "G6.9")
@pytest.mark.parametrize(
    ("link", "words"),
    [
        (SIGNAL_CALL, "signal.link call #key=bcdf-ghkm-npqr-stxz-bbcd-ffgh-kkmn-ppqr"),
        (SIGNAL_CALL, "is it BCDF-GHKM-NPQR-STXZ-BBCD-FFGH-KKMN-PPQR today?"),
        (SIGNAL_CALL, "bcdf ghkm npqr stxz\nbbcd ffgh kkmn ppqr"),
        (SIGNAL_CALL, "bcdfghkmnpqrstxzbbcdffghkkmnppqr"),
        (WHATSAPP_CALL, "3fJkYVp4HoVxIYz8sV3zGV"),
        (WHATSAPP_CALL, "call.whatsapp.com video 3fJkYVp4HoVxIYz8sV3zGV, from my sister"),
    ],
)
def test_a_call_link_without_its_slashes_or_only_its_key_is_a_leak_too(life: Life, link: str, words: str) -> None:
    call_of_the_group(life)
    cousin = life.member("Omar", status="left")
    with life.work() as work:
        meetings.change(work, life.meeting_id, link_sealed=work.seal("meetings.link", life.meeting_id, link))
    assert life.family(cousin, family_passwords.notice_quote, words)
    assert life.meeting().password_version == 2


@pytest.mark.clause("G6.5")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["ordinary", "disclosures"])
def test_nothing_that_people_write_is_taken_for_the_key_of_a_call_link(language: str, kind: str) -> None:
    said = [text for part in ("every", "heldout", "sealed", "last") for text in messages(part, language, kind)]
    assert len(said) > 100
    assert [text for text in said if quotes.may_hold_key(text)] == []
    assert [text for text in said if quotes.may_hold_key(text.upper())] == []


@pytest.mark.clause("G6.5")
def test_words_that_somebody_put_into_a_link_are_no_key() -> None:
    link = "https://signal.link/call/#key=tuesdayfamilygroup"
    assert not quotes.is_link_in(link, "the Tuesday family group")
    assert quotes.is_link_in(link, "see signal.link/call/#key=tuesdayfamilygroup")


@pytest.mark.parametrize(
    "words", [f"{FIRST_LINK}b", "https://signal.link/call/", "https://acorn-families.example/page", "a/b"]
)
def test_another_link_is_no_leak(life: Life, words: str) -> None:
    call_of_the_group(life)
    assert not life.family(life.member("Omar", status="left"), family_passwords.notice_quote, words)
    assert life.meeting().password_version == 1
