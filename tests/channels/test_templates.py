"""`doorstep templates`: what is to be submitted to WhatsApp, and what the account says of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.policy.openings import OPENINGS
from tests.channels.fakes_twilio import FakeTwilio
from tests.channels.loopback import served
from tests.channels.operating import Run, runner
from tests.stage import ROOT
from tests.words import TEXTS


@dataclass
class Desk:
    """The command, the account behind it, and the organisation's file."""

    run: Run
    twilio: FakeTwilio
    config: Path

    def fill_in(self, **changed: str) -> None:
        """Have every template approved, and written down."""
        for name in OPENINGS:
            lines = [f"[whatsapp_templates.{name}]"]
            for language in ("en", "pl"):
                given = {"body": TEXTS.say(language, name), "language": language} | changed
                lines.append(f'{language} = "{self.twilio.contents.add(**given)}"')
            with self.config.open("a", encoding="utf-8") as file:
                file.write("\n" + "\n".join(lines) + "\n")


@pytest.fixture
async def desk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> AsyncIterator[Desk]:
    twilio, config = FakeTwilio(), tmp_path / "doorstep.toml"
    config.write_text((ROOT / "doorstep.toml").read_text("utf-8"), "utf-8")
    async with served(twilio.app()) as url:
        account = {
            "TWILIO_ACCOUNT_SID": "AC1",
            "TWILIO_AUTH_TOKEN": "twilio",
            "TWILIO_WHATSAPP_FROM": "+441632960002",
            "TWILIO_API_URL": url,
            "PUBLIC_URL": "https://bot.example",
            "DOORSTEP_CONFIG": str(config),
        }
        yield Desk(runner(monkeypatch, capsys, **account), twilio, config)


async def test_every_template_is_printed_word_for_word_in_every_language(desk: Desk) -> None:
    said = await desk.run("templates")

    assert said.code == 0
    for name in OPENINGS:
        for language in ("en", "pl"):
            assert f"name:     {name}_{language}\n" in said.out
            assert f"body:     {TEXTS.say(language, name)}\n" in said.out


@pytest.mark.parametrize("name", OPENINGS)
def test_a_template_says_nothing_of_anybody(name: str) -> None:
    assert TEXTS.parameters("en", name) == TEXTS.parameters("pl", name) == frozenset()


async def test_what_is_all_approved_is_said_to_be_well(desk: Desk) -> None:
    desk.fill_in()

    said = await desk.run("templates", "--check")

    assert (said.code, said.out) == (0, "Every template is approved, in the words that are here.\n")


async def test_what_is_not_submitted_is_named_with_the_place_where_its_id_belongs(desk: Desk) -> None:
    said = await desk.run("templates", "--check")

    assert said.code == 1
    assert len(said.out.splitlines()) == 2 * len(OPENINGS)
    assert "check_again (pl) has no ContentSid" in said.out
    assert "[whatsapp_templates.check_again]" in said.out


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"status": "pending"}, "meeting_today (en) is pending: it can be sent once WhatsApp has approved it."),
        ({"status": "rejected", "rejection_reason": "PROMOTIONAL"}, "meeting_today (en) is rejected (PROMOTIONAL)"),
        ({"body": "Something else."}, "meeting_today (en) has other words at Twilio"),
        ({"language": "en"}, "meeting_today (pl) names HX"),
    ],
)
async def test_what_keeps_a_template_from_being_sent_is_said(desk: Desk, changed: dict[str, str], told: str) -> None:
    desk.fill_in(**changed)

    said = await desk.run("templates", "--check")

    assert said.code == 1
    assert told in said.out


async def test_an_id_of_another_account_is_found_out(desk: Desk) -> None:
    desk.fill_in()
    desk.twilio.contents.kept.clear()

    said = await desk.run("templates", "--check")

    assert "which this account does not have" in said.out


async def test_an_account_that_does_not_answer_is_one_line(desk: Desk) -> None:
    desk.twilio.contents.down = True

    said = await desk.run("templates", "--check")

    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)


async def test_without_an_account_the_check_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = await runner(monkeypatch, capsys, DOORSTEP_CONFIG=str(ROOT / "doorstep.toml"))("templates", "--check")

    assert said.code == 2
    assert "TWILIO_ACCOUNT_SID" in said.err
