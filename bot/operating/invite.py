"""invite: a code that staff got in the chat (INVITE), as links, as a picture and as a leaflet to print.

Only the leader or a manager invites (G2.3), so no code is made here. Nothing here looks a code up or spends it.
"""

import argparse
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import segno

from bot import organisation
from bot.leaflet import leaflet
from bot.operating.shared import Commands, MistakeError, add_command
from bot.settings import Settings
from bot.ways_in import ways_in
from flows.texts import Texts

CODE = re.compile(r"([0-9A-Z]{4})[- ]?([0-9A-Z]{4})")
PICTURES = (".svg", ".png")


def add(commands: Commands) -> None:
    """Add the command."""
    about = "show how a family writes to the bot, with a code from INVITE or, for a poster, without one"
    command = add_command(commands, "invite", about, _invite)
    command.add_argument("code", nargs="?", default="", help="the code that INVITE gave, like K7QM-2XYZ")
    command.add_argument("--qr", type=Path, metavar="FILE", help="a picture of the link, .svg or .png")
    command.add_argument("--on", choices=["signal", "whatsapp"], help="which link the picture shows")
    command.add_argument("--leaflet", type=Path, metavar="FILE", help="a page to print, .html")
    command.add_argument("--language", default="", help="the leaflet's language; the first one unless given")


def _invite(loaded: Settings, parsed: argparse.Namespace) -> int:
    written = CODE.fullmatch(parsed.code.upper())
    code = "-".join(written.groups()) if written else ""
    if parsed.code and not code:
        raise MistakeError("a code has two groups of four, like K7QM-2XYZ. Copy it from what INVITE answered.")
    links = ways_in(loaded).links(code)
    if not links:
        raise MistakeError("set SIGNAL_NUMBER or the settings TWILIO_* first: there is no number to write to.")
    if code:
        print(f"code:     {code}")
    for name, link in links.items():
        print(f"{name + ':':<9} {link}")
    if parsed.qr is not None:
        _draw(parsed.qr, _chosen(links, parsed.on))
    if parsed.leaflet is not None:
        _print(loaded, parsed, code, links)
    return 0


def _chosen(links: Mapping[str, str], name: str | None) -> str:
    if name is not None and name not in links:
        raise MistakeError(f"{name} is not set up. The picture can show: {', '.join(links)}.")
    return links[name] if name is not None else next(iter(links.values()))


def _draw(path: Path, link: str) -> None:
    if path.suffix.lower() not in PICTURES:
        raise MistakeError(f"{path.name} must end in {' or '.join(PICTURES)}.")
    _written(path, lambda: segno.make_qr(link, error="m").save(str(path), scale=8, border=4))


def _print(loaded: Settings, parsed: argparse.Namespace, code: str, links: Mapping[str, str]) -> None:
    configured = organisation.load(loaded.config)
    language = parsed.language or configured.languages[0]
    if language not in configured.languages:
        raise MistakeError(f"there is no language '{language}'. There is: {', '.join(configured.languages)}.")
    page = leaflet(Texts.load(), language, configured, code, links)
    _written(parsed.leaflet, lambda: parsed.leaflet.write_text(page, encoding="utf-8"))


def _written(path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as fault:
        raise MistakeError(f"{path} cannot be written: {fault.strerror}.") from None
    print(f"Made {path}.")
