"""What stands between sample and live, a line each with how to mend it. Live mode refuses until there is nothing."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot import meetings
from bot.organisation import Organisation
from bot.settings import Settings
from flows.policy.openings import SOMETHING
from flows.policy.staff import Role

WHATSAPP = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_WHATSAPP_FROM", "PUBLIC_URL")
SIGNAL = ("SIGNAL_API_URL", "SIGNAL_NUMBER")
TELEGRAM = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_STAFF_CHAT_ID")
HEARD = {"websocket": (), "webhook": ("SIGNAL_WEBHOOK_SECRET",)}
NEEDED = (Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.COMPLAINTS_LEAD, Role.DATA_LEAD)
WELL = 200
PHONES_GOOD_FOR = timedelta(days=90)
# Names that nobody can own (RFC 2606), so no family can ever open a page there.
NOBODYS = ("example", "test", "invalid", "localhost")


def blockers(organisation: Organisation, settings: Settings) -> tuple[str, ...]:
    """List everything that must be mended before real families may be written to."""
    found = (
        _mode(settings),
        _samples(organisation, settings),
        _made_up(organisation, settings),
        _law(organisation, settings),
        _keys(settings),
        _messengers(settings),
        _templates(organisation, settings),
        _roles(organisation, settings),
        meetings.blockers(organisation.meetings.providers, settings),
    )
    return tuple(line for lines in found for line in lines)


def pages_that_do_not_answer(organisation: Organisation, status_of: Callable[[str], int | None]) -> Iterator[str]:
    """G4.3: families are sent to these pages. `status_of`: what an address answers; None if it does not.

    A service that runs does not stop for this: a page may be away for an hour.
    """
    for key in ("privacy_policy", "privacy_notice"):
        link = getattr(organisation, key)
        if (status := status_of(link)) != WELL:
            said = "does not answer" if status is None else f"answers {status}"
            yield f"'{key}': {link} {said}: publish the page there, or write where it is."


def phones_not_tried(organisation: Organisation, today: date) -> Iterator[str]:
    """What people are told to ring was not tried lately. A service that runs does not stop for this either."""
    for phone in (*organisation.phones, *organisation.safeguarding.helplines):
        if today - phone.last_checked > PHONES_GOOD_FOR:
            yield f"{phone.number} was last tried on {phone.last_checked}: ring it, then write today as last_checked."


def _mode(settings: Settings) -> Iterator[str]:
    if not settings.is_live:
        yield "DOORSTEP_MODE is playground: set it to live."


def _samples(organisation: Organisation, settings: Settings) -> Iterator[str]:
    for key in organisation.samples():
        yield (
            f"{settings.config}: '{key}' still holds a sample value: "
            "put your own in, then take its name off the list 'sample'."
        )


def _made_up(organisation: Organisation, settings: Settings) -> Iterator[str]:
    host = organisation.website_host.lower()
    if host.rpartition(".")[2] in NOBODYS:
        yield f"{settings.config}: 'website_host' is {host}, which is nobody's: write the name of your own website."


def _law(organisation: Organisation, settings: Settings) -> Iterator[str]:
    """G10.2: what a notice about risk can exclude, the law of a country says, and no computer."""
    if organisation.agreement.risk_advice_checked is None:
        yield (
            f"{settings.config}: 'agreement.risk_advice_checked' is not set: have somebody who knows the law read the "
            "advice about joining at one's own risk, then write the day (G10)."
        )


def _keys(settings: Settings) -> Iterator[str]:
    if settings.keys is None:
        yield "DOORSTEP_KEYS is not set: live data needs a key file apart from the database ('doorstep keys new')."
    elif not settings.keys.is_file():
        yield "DOORSTEP_KEYS names no file: make it with 'doorstep keys new', and keep a copy elsewhere."


def _messengers(settings: Settings) -> Iterator[str]:
    """Staff have their private lines on Signal, and one channel; families write there too, or on WhatsApp."""
    signal = (*SIGNAL, *HEARD[settings.signal_receive])
    wanted = {"Signal": signal, "WhatsApp": WHATSAPP, "Telegram": TELEGRAM}
    begun = {"Signal": SIGNAL, "WhatsApp": WHATSAPP[:1], "Telegram": TELEGRAM}
    lacks = {name: [each for each in needed if not _is_set(settings, each)] for name, needed in wanted.items()}
    for name, missing in lacks.items():
        if missing and any(_is_set(settings, each) for each in begun[name]):
            yield f"{name} is half set: set {', '.join(missing)} too (docs/{name.lower()}.md), or none of it."
    if lacks["Signal"]:
        yield "Signal is not set up: staff read and decide in their private chats there (docs/signal.md)."
    if lacks["Telegram"] and (settings.signal_staff_group is None or lacks["Signal"]):
        yield "There is no staff channel: set up Telegram (docs/telegram.md), or SIGNAL_STAFF_GROUP (docs/signal.md)."


def _templates(organisation: Organisation, settings: Settings) -> Iterator[str]:
    """Of all templates one stands in for the others; without it, what is due later than a day after reaches nobody."""
    given = organisation.whatsapp_templates.get(SOMETHING, {})
    lacking = [each for each in organisation.languages if each not in given]
    if lacking and all(_is_set(settings, each) for each in WHATSAPP):
        yield (
            f"{settings.config}: [whatsapp_templates.{SOMETHING}] lacks {', '.join(lacking)}: WhatsApp carries nothing "
            "later than 24 hours after a family's last message without it (docs/whatsapp.md)."
        )


def _is_set(settings: Settings, name: str) -> bool:
    return getattr(settings, name.lower()) is not None


def _roles(organisation: Organisation, settings: Settings) -> Iterator[str]:
    for role in NEEDED:
        if not any(role in member.roles for member in organisation.staff):
            yield f"{settings.config}: nobody has the role {role}: give it to a member of staff."
