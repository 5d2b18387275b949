"""Ways in: each invitation as a code, as links, as a picture and as a leaflet; looking spends nothing."""

from pathlib import Path

import pytest

from bot import cli
from bot.ways_in import WaysIn
from tests.stage import ROOT

CODE = "K7QM-2XYZ"
SIGNAL, WHATSAPP = "https://signal.me/#p/+441632960001", "https://wa.me/441632960002?text=K7QM-2XYZ"

pytestmark = pytest.mark.clause("G2.2")


@pytest.fixture(autouse=True)
def numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOORSTEP_CONFIG", str(ROOT / "doorstep.toml"))
    monkeypatch.setenv("SIGNAL_NUMBER", "+441632960001")
    monkeypatch.setenv("TWILIO_ACCOUNT_SID", "AC1")
    monkeypatch.setenv("TWILIO_WHATSAPP_FROM", "+441632960002")


def test_an_invitation_has_a_link_for_each_messenger_that_is_set_up() -> None:
    assert WaysIn("+441632960001", "+441632960002").links(CODE) == {"signal": SIGNAL, "whatsapp": WHATSAPP}
    assert WaysIn(signal="+441632960001").links(CODE) == {"signal": SIGNAL}
    assert WaysIn().links(CODE) == {}


def test_the_command_prints_the_code_and_its_links(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["invite", "k7qm-2xyz"]) == 0
    assert capsys.readouterr().out.split() == ["code:", CODE, "signal:", SIGNAL, "whatsapp:", WHATSAPP]


def test_a_poster_has_no_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["invite"]) == 0
    assert capsys.readouterr().out.split() == ["signal:", SIGNAL, "whatsapp:", "https://wa.me/441632960002"]


@pytest.mark.parametrize(("name", "begins"), [("code.svg", b"<?xml"), ("code.png", b"\x89PNG")])
def test_a_picture_is_drawn_of_the_link(tmp_path: Path, name: str, begins: bytes) -> None:
    assert cli.run(["invite", CODE, "--on", "whatsapp", "--qr", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(("language", "words"), [("en", "Send this code:"), ("pl", "Proszę wysłać ten kod:")])
def test_a_leaflet_has_the_code_a_picture_for_each_messenger_and_the_emergency_number(
    tmp_path: Path, language: str, words: str
) -> None:
    page = tmp_path / "leaflet.html"
    assert cli.run(["invite", CODE, "--leaflet", str(page), "--language", language]) == 0

    said = page.read_text("utf-8")
    assert words in said
    assert CODE in said
    assert "999" in said
    assert said.count("<svg") == 2
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["invite", "K7QM"], "a code has two groups of four"),
        (["invite", CODE, "--qr", "code.txt"], "must end in .svg or .png"),
        (["invite", CODE, "--qr", "/nowhere/code.svg"], "cannot be written"),
        (["invite", CODE, "--leaflet", "leaflet.html", "--language", "cy"], "there is no language 'cy'"),
    ],
)
def test_a_mistake_is_one_line(capsys: pytest.CaptureFixture[str], arguments: list[str], told: str) -> None:
    assert cli.run(arguments) == 2
    said = capsys.readouterr().err
    assert told in said
    assert len(said.splitlines()) == 1


def test_without_a_messenger_there_is_no_way_in(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SIGNAL_NUMBER", "TWILIO_ACCOUNT_SID", "TWILIO_WHATSAPP_FROM"):
        monkeypatch.delenv(name)

    assert cli.run(["invite", CODE]) == 2
    assert "there is no number to write to" in capsys.readouterr().err
