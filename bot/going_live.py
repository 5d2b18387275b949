"""What stands between sample and live, a line each with how to mend it. Live mode refuses until there is nothing."""

from collections.abc import Callable, Iterator

from bot import meetings
from bot.organisation import Organisation
from bot.settings import Settings
from flows.policy.staff import Role

WHATSAPP = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_WHATSAPP_FROM", "PUBLIC_URL")
SIGNAL = ("SIGNAL_API_URL", "SIGNAL_NUMBER")
TELEGRAM = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_STAFF_CHAT_ID")
HEARD = {"websocket": (), "webhook": ("SIGNAL_WEBHOOK_SECRET",)}
NEEDED = (Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.COMPLAINTS_LEAD, Role.DATA_LEAD)
WELL = 200


def blockers(organisation: Organisation, settings: Settings) -> tuple[str, ...]:
    """List everything that must be mended before real families may be written to."""
    found = (
        _mode(settings),
        _samples(organisation, settings),
        _keys(settings),
        _messengers(settings),
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


def _mode(settings: Settings) -> Iterator[str]:
    if not settings.is_live:
        yield "DOORSTEP_MODE is playground: set it to live."


def _samples(organisation: Organisation, settings: Settings) -> Iterator[str]:
    for key in organisation.samples():
        yield (
            f"{settings.config}: '{key}' still holds a sample value: "
            "put your own in, then take its name off the list 'sample'."
        )


def _keys(settings: Settings) -> Iterator[str]:
    if settings.keys is None:
        yield "DOORSTEP_KEYS is not set: live data needs a key file apart from the database ('doorstep keys new')."
    elif not settings.keys.is_file():
        yield "DOORSTEP_KEYS names no file: make it with 'doorstep keys new', and keep a copy elsewhere."


def _messengers(settings: Settings) -> Iterator[str]:
    """Families write on Signal or WhatsApp; staff have one channel."""
    signal = (*SIGNAL, *HEARD[settings.signal_receive])
    wanted = {"Signal": signal, "WhatsApp": WHATSAPP, "Telegram": TELEGRAM}
    begun = {"Signal": SIGNAL, "WhatsApp": WHATSAPP[:1], "Telegram": TELEGRAM}
    lacks = {name: [each for each in needed if not _is_set(settings, each)] for name, needed in wanted.items()}
    for name, missing in lacks.items():
        if missing and any(_is_set(settings, each) for each in begun[name]):
            yield f"{name} is half set: set {', '.join(missing)} too (docs/{name.lower()}.md), or none of it."
    if lacks["Signal"] and lacks["WhatsApp"]:
        yield "No messenger is set up: families need Signal (docs/signal.md) or WhatsApp (docs/whatsapp.md)."
    if lacks["Telegram"] and (settings.signal_staff_group is None or lacks["Signal"]):
        yield "There is no staff channel: set up Telegram (docs/telegram.md), or SIGNAL_STAFF_GROUP (docs/signal.md)."


def _is_set(settings: Settings, name: str) -> bool:
    return getattr(settings, name.lower()) is not None


def _roles(organisation: Organisation, settings: Settings) -> Iterator[str]:
    for role in NEEDED:
        if not any(role in member.roles for member in organisation.staff):
            yield f"{settings.config}: nobody has the role {role}: give it to a member of staff."
