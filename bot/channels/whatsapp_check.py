"""What `doorstep doctor` looks at on WhatsApp."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.channels import live
from bot.channels.channel import SendError
from bot.channels.checking import Asking, Finding
from bot.channels.twilio_account import Account, whatsapp_address
from bot.channels.whatsapp_templates import check as check_templates
from bot.settings import Settings
from flows.texts import Texts

NAME = "WhatsApp"
API, MESSAGING = "https://api.twilio.com", "https://messaging.twilio.com"


def check(
    settings: Settings,
    now: datetime,
    texts: Texts,
    languages: tuple[str, ...],
    templates: Mapping[str, Mapping[str, str]],
) -> Iterator[Finding]:
    """Look whether the account is open, has our number as a sender that posts to us, and its templates approved."""
    if settings.twilio_account_sid is None:
        return
    account = live.twilio_account(settings, templates)
    if account is None:
        yield Finding(NAME, "set TWILIO_AUTH_TOKEN, TWILIO_WHATSAPP_FROM and PUBLIC_URL as well.", is_wrong=True)
        return
    yield from _account(account, now)
    yield from _sender(account)
    yield from _templates(account, texts, languages)


def _account(account: Account, now: datetime) -> Iterator[Finding]:
    with _asking(account, API) as twilio:
        status = twilio.ask(f"/2010-04-01/Accounts/{account.sid}.json").get("status")
        if status == "active":
            yield twilio.well("answers: the account is active.")
        else:
            yield twilio.wrong(f"has an account that is {status}: look into Twilio's console.")
        if (skew := twilio.skew(now)) is not None:
            yield skew


def _sender(account: Account) -> Iterator[Finding]:
    with _asking(account, MESSAGING) as twilio:
        listed = twilio.ask("/v2/Channels/Senders", Channel="whatsapp", PageSize="100").get("senders") or []
        found = next((each for each in listed if each.get("sender_id") == whatsapp_address(account.number)), None)
        if found is None:
            yield twilio.wrong("has no sender with the number in TWILIO_WHATSAPP_FROM (the sandbox has none either).")
            return
        if not str(found.get("status", "")).startswith("ONLINE"):
            yield twilio.wrong(f"has our sender {found.get('status')}: look at it in Twilio's console.")
        yield from _webhook(account, twilio, found.get("webhook") or {})


def _webhook(account: Account, twilio: Asking, webhook: Mapping[str, Any]) -> Iterator[Finding]:
    wanted = f"{account.public_url}/hooks/whatsapp"
    given = str(webhook.get("callback_url") or "").partition("#")[0]
    if given != wanted:
        yield twilio.wrong(f"posts to {given or 'nowhere'}: set the sender's webhook to {wanted}.")
    elif str(webhook.get("callback_method", "POST")) != "POST":
        yield twilio.wrong("does not post: set the webhook's method to POST.")


def _templates(account: Account, texts: Texts, languages: tuple[str, ...]) -> Iterator[Finding]:
    try:
        problems = check_templates(texts, languages, account)
    except SendError as error:
        yield Finding(NAME, f"does not say which templates are approved ({error.reason}). Try again.", is_wrong=True)
        return
    for problem in problems:
        yield Finding(NAME, f"template {problem}", is_wrong=True)


def _asking(account: Account, home: str) -> Asking:
    return Asking(NAME, account.api_url or home, (account.sid, account.token))
