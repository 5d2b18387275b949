"""templates: what WhatsApp must approve before it may be sent, to be submitted word for word."""

import argparse

from bot import organisation
from bot.channels import live
from bot.channels.channel import SendError
from bot.channels.whatsapp_templates import CATEGORY, check, wanted
from bot.operating.shared import Commands, MistakeError, add_command
from bot.organisation import Organisation
from bot.settings import Settings
from flows.texts import Texts


def add(commands: Commands) -> None:
    """Add the command."""
    command = add_command(commands, "templates", "the WhatsApp templates to submit, or their state", _templates)
    command.add_argument("--check", action="store_true", help="compare them with the Twilio account")


def _templates(loaded: Settings, parsed: argparse.Namespace) -> int:
    configured, texts = organisation.load(loaded.config), Texts.load()
    return _check(loaded, configured, texts) if parsed.check else _print(configured, texts)


def _print(configured: Organisation, texts: Texts) -> int:
    for each in wanted(texts, configured.languages):
        print(f"name:     {each.name}_{each.language}")
        print(f"language: {each.language}\ncategory: {CATEGORY}\nbody:     {each.body}")
        print(f'then:     [whatsapp_templates.{each.name}] {each.language} = "HX..."\n')
    return 0


def _check(loaded: Settings, configured: Organisation, texts: Texts) -> int:
    account = live.twilio_account(loaded, configured.whatsapp_templates)
    if account is None:
        raise MistakeError("set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_WHATSAPP_FROM and PUBLIC_URL first.")
    try:
        problems = check(texts, configured.languages, account)
    except SendError as error:
        raise MistakeError(
            f"Twilio does not say ({error.reason}). Check the settings TWILIO_*, then try again."
        ) from None
    print("\n".join(problems) or "Every template is approved, in the words that are here.")
    return 1 if problems else 0
