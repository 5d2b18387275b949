"""A person who is forced says their warning word on a call: the phone shows nothing, and one person decides (A3)."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import Engine, func, select

from bot.acts.staff_warned import report_warning
from flows.family.acts.care import AskForCall
from flows.policy import Refused
from flows.staff.acts.care import ReportWarning
from storage.crypto import KeyRing
from storage.tables import concerns
from tests.bot.sara import Sara
from tests.bot.test_protection import play, said
from tests.group_life import begin
from tests.stage import Stage, stage

FORCED = "They used their warning word, or were not free to speak"


@pytest.fixture
def at(staffed: Engine, keys: KeyRing) -> Iterator[Stage]:
    with stage(staffed, keys) as built:
        yield built


@pytest.mark.clause("A3", "G6.4")
def test_who_says_their_warning_word_on_the_check_stays_frozen_and_only_the_safeguarding_lead_hears(at: Stage) -> None:
    play(at, "after unknown_family.txt", "rekey amira", "clock 17:30")
    before = (at.talk.said_to("amira"), at.talk.said_to("maria"), at.talk.said_to("staff-channel"))
    play(at, "anna> UNFREEZE F-1", "anna> 1", f"anna> {FORCED}")
    assert (at.talk.said_to("amira"), at.talk.said_to("maria"), at.talk.said_to("staff-channel")) == before
    assert "Number K-" in at.talk.said_to("anna")[-1]
    assert "K-" in at.talk.said_to("dee")[-1]
    play(at, "dee> CONCERNS K-1")
    assert "used their warning word" in said(at, "dee")
    assert "Amira Testcase" in said(at, "dee")
    for asks in ("PASSWORD", "STATUS"):
        play(at, f"amira> {asks}")
    assert "For your safety we need to talk to you" in at.talk.said_to("amira")[-2]


@pytest.mark.clause("A3", "G6.4")
def test_nobody_opens_the_phone_of_who_warned_before_the_safeguarding_lead_has_closed_the_concern(at: Stage) -> None:
    play(at, "after unknown_family.txt", "rekey amira", "clock 17:30")
    play(at, "anna> UNFREEZE F-1", "anna> 1", f"anna> {FORCED}")
    opened = ("UNFREEZE F-1", "1", "A call on a number we had before", "yes")
    play(at, *(f"maria> {each}" for each in opened))
    assert "The safeguarding lead decides about this phone first" in said(at, "maria")
    play(at, "dee> CONCERNS K-1", "dee> Close it here", "dee> yes", *(f"maria> {each}" for each in opened))
    assert "gets passwords again" in at.talk.said_to("maria")[-1]


@pytest.mark.clause("A3", "A1")
def test_a_warning_on_a_promised_call_is_one_concern_and_another_team_cannot_give_it(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    sara = Sara(begin(database, keys, moment))
    warning = ReportWarning(str(sara.does(sara.signal_id, AskForCall(None))), None, "words")
    told = [sara.life.at(handle, warning, report_warning, "warn") for handle in ("mo", "anna", "anna")]
    assert told[0] == Refused("A1", "refused_not_the_team")
    assert told[1] == told[2]
    assert sara.line(sara.signal_id).paused_at is not None
    with sara.life.work() as work:
        assert work.connection.execute(select(func.count()).select_from(concerns)).scalar_one() == 1
