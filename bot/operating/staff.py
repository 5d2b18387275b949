"""staff: the code that binds a member of staff's own chat."""

import argparse

from bot import app, register
from bot.operating.shared import Commands, MistakeError, add_command, opened, refuse_samples
from bot.settings import Settings
from storage import staff_lines
from storage.work import Work


def add(commands: Commands) -> None:
    """Add the command."""
    about = "add a member of staff; prints the one-time code that binds their chat"
    people = add_command(commands, "staff", about, _staff)
    people.add_argument("action", choices=["add"])
    people.add_argument("handle", help="the short name, as in doorstep.toml")
    people.add_argument(
        "--telegram", metavar="USER_ID", type=_telegram_id, help="their Telegram user id, so that their presses count"
    )


def _staff(loaded: Settings, parsed: argparse.Namespace) -> int:
    refuse_samples(loaded)
    with opened(loaded) as service:
        code = _bind(service, loaded, parsed)
    print(f"Ask {parsed.handle} to write to the bot within 24 hours: STAFF {code}")
    return 0


def _bind(service: app.Service, loaded: Settings, parsed: argparse.Namespace) -> str:
    member = service.house.organisation.member(parsed.handle)
    if member is None:
        raise MistakeError(f"there is no '{parsed.handle}' under [[staff]] in {loaded.config}. Add them there first.")
    app.move_in(service)
    with service.house.work("operator") as work:
        until = register.qualified_until(member)
        code = staff_lines.code_for(work, member.handle, member.name, tuple(member.roles), until)
        bound = parsed.telegram is None or _bind_presses(work, member.handle, parsed.telegram)
        if not bound:
            raise MistakeError(f"{parsed.telegram} is not the Telegram id of a member of staff, but of another chat.")
    return code


def _bind_presses(work: Work, handle: str, user_id: str) -> bool:
    return staff_lines.bind_presses(work, handle, "telegram", user_id)


def _telegram_id(text: str) -> str:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError("must be a number like 4242: a person's Telegram user id")
    return text
