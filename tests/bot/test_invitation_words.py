"""An invitation goes only in whole: each part that is taken away, in any language, stops it with its clause."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from bot.acts import ACTS
from bot.acts.meeting_access import clocks
from bot.moment import Moment
from bot.organisation_parts import Organisation
from flows.policy import Refused
from flows.staff.acts.groups import InvitationMade, Invite
from flows.texts import Texts
from storage import diary, groups, meetings, staff
from storage.diary import Plan
from tests.bot.desk import Desk

LOCALES = Path(__file__).parents[2] / "flows" / "locales"
MEETING_LINK = "https://zoom.example/j/7"


def invite(at: Desk, organisation: Organisation | None = None, texts: Texts | None = None) -> Any:
    """Let the leader invite, under another configuration or with other texts."""
    with at.house.work("staff:anna") as work:
        member, line = staff.by_handle(work, "anna"), staff.line(work, "anna")
        assert member is not None
        assert line is not None
        configured = organisation or at.house.organisation
        told = texts or at.house.texts
        moment = Moment(work, configured, line, member.id, uuid4(), None, "act", texts=told)
        return ACTS[Invite](moment, Invite(configured.groups[0].code))


def without(folder: Path, language: str, text_id: str) -> Texts:
    """All texts but one of one language."""
    return changed(folder, language, f"\n{text_id} =", f"\nelsewhere_{text_id} =")


def changed(folder: Path, language: str, before: str, after: str) -> Texts:
    """All texts, with other words in one language."""
    shutil.copytree(LOCALES, folder, dirs_exist_ok=True)
    for file in (folder / language).glob("*.ftl"):
        file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    return Texts.load(folder)


def test_a_whole_invitation_goes(at: Desk) -> None:
    assert isinstance(invite(at), InvitationMade)


@pytest.mark.clause("G4.1")
@pytest.mark.parametrize("language", ["en", "pl"])
def test_no_invitation_goes_without_the_agreements_whole_text(at: Desk, language: str) -> None:
    before = at.house.organisation
    text = dict(before.agreement.text) | {language: "  "}
    changed = before.model_copy(update={"agreement": before.agreement.model_copy(update={"text": text})})
    assert invite(at, changed) == Refused("G4.1", "refused_agreement_text_missing")


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize(
    ("text_id", "clause", "reason"),
    [
        ("point_keep_invitation", "G4.2", "refused_points_missing"),
        ("point_no_screenshots", "G4.2", "refused_points_missing"),
        ("point_no_recording", "G4.2", "refused_points_missing"),
        ("point_camera_shows", "G4.2", "refused_points_missing"),
        ("point_video_off", "G4.2", "refused_points_missing"),
        ("agreement_text", "G4.1", "refused_agreement_text_missing"),
        ("points", "G4.2", "refused_points_missing"),
        ("privacy_links", "G4.3", "refused_privacy_link_missing"),
        ("camera_advice", "G4.4", "refused_camera_advice_missing"),
        ("own_risk_care", "G4.4", "refused_own_risk_advice_missing"),
        ("own_risk_rights", "G4.4", "refused_own_risk_advice_missing"),
    ],
)
@pytest.mark.clause("G4.1", "G4.2", "G4.3", "G4.4", "G10.1", "G10.2")
def test_no_invitation_goes_without_one_of_its_parts(
    at: Desk, tmp_path: Path, text_id: str, clause: str, reason: str, language: str
) -> None:
    assert invite(at, texts=without(tmp_path, language, text_id)) == Refused(clause, reason)
    assert f"refused:{reason}" in at.refusals()


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize(
    ("left_out", "clause", "reason"),
    [
        ("    5. { point_video_off }\n", "G4.2", "refused_points_missing"),
        ("    { $privacy_policy }\n", "G4.3", "refused_privacy_link_missing"),
        ("    { $privacy_notice }\n", "G4.3", "refused_privacy_notice_missing"),
    ],
)
@pytest.mark.clause("G4.2", "G4.3")
def test_no_invitation_goes_without_one_of_its_lines(
    at: Desk, tmp_path: Path, left_out: str, clause: str, reason: str, language: str
) -> None:
    assert invite(at, texts=changed(tmp_path, language, left_out, "")) == Refused(clause, reason)


@pytest.mark.clause("G4.3")
def test_no_invitation_goes_with_a_privacy_policy_on_another_website(at: Desk) -> None:
    changed = at.house.organisation.model_copy(update={"website_host": "elsewhere.example"})
    assert invite(at, changed) == Refused("G4.3", "refused_privacy_link_host")


@pytest.mark.clause("G2.4")
def test_no_invitation_goes_with_a_meeting_link_in_it(at: Desk) -> None:
    before = at.house.organisation
    with at.house.work("test") as work:
        group = groups.by_code(work, before.groups[0].code)
        assert group is not None
        planned = uuid4()
        times = (work.now + timedelta(hours=1), work.now + timedelta(hours=2))
        diary.add(work, planned, Plan(group.id, "zoom", *times), clocks(before))
        meetings.change(work, planned, link_sealed=work.seal("meetings.link", planned, MEETING_LINK))
    text = {code: f"{words}\n{MEETING_LINK}" for code, words in before.agreement.text.items()}
    changed = before.model_copy(update={"agreement": before.agreement.model_copy(update={"text": text})})
    assert invite(at, changed) == Refused("G2.4", "refused_secret_in_invitation")


@pytest.mark.clause("G4.3", "G3.7")
def test_a_family_that_asked_is_not_approved_into_an_incomplete_invitation(at: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    whole = at.house.organisation
    at.house = replace(at.house, organisation=whole.model_copy(update={"website_host": "elsewhere.example"}))
    assert at.decide("anna", code) == Refused("G4.3", "refused_privacy_link_host")
    assert at.standings() == []
    at.house = replace(at.house, organisation=whole)
    at.decide("anna", code)
    assert at.standings() == ["approved"]
