"""lockdown: shut the account of somebody on the staff whose phone or account may be somebody else's."""

import argparse

from bot import locking
from bot.operating.shared import Commands, MistakeError, add_command, opened
from bot.settings import Settings
from storage import staff


def add(commands: Commands) -> None:
    """Add the command."""
    about = "shut the account of somebody on the staff; void what it approved lately; change the passwords it saw"
    lockdown = add_command(commands, "lockdown", about, _lockdown)
    lockdown.add_argument("handle", help="the short name, as in doorstep.toml")


def _lockdown(loaded: Settings, parsed: argparse.Namespace) -> int:
    with opened(loaded) as service:
        house = service.house
        with house.work("operator") as work:
            member = staff.by_handle(work, parsed.handle)
            if member is None:
                raise MistakeError(f"nobody with an open account has the handle '{parsed.handle}'.")
            locked = locking.lock_down(work, house.organisation, house.texts, member)
    print(f"The account {parsed.handle} is shut. Its presses and words count no longer.")
    print(f"Approvals that wait again: {locked.approvals}. Halves of two-person decisions: {locked.halves}.")
    print(f"Invitations taken back: {locked.invitations}. Passwords changed: {locked.passwords}.")
    print(f"Shut again: {locked.shut}. Yeses taken back: {locked.yeses}. Concerns paged again: {locked.concerns}.")
    print(f"Once you have spoken to them, live: doorstep staff add {parsed.handle}")
    return 0
