"""How a family reaches the bot: a link for each messenger that is set up. A link opens a chat and spends nothing."""

from dataclasses import dataclass
from urllib.parse import quote

from bot.settings import Settings


@dataclass(frozen=True)
class WaysIn:
    """The bot's own numbers."""

    signal: str | None = None
    whatsapp: str | None = None

    def links(self, code: str = "") -> dict[str, str]:
        """The link of each messenger, Signal before WhatsApp. WhatsApp's has the code in it, ready to be sent."""
        found = {}
        if self.signal is not None:
            found["signal"] = f"https://signal.me/#p/{self.signal}"
        if self.whatsapp is not None:
            words = f"?text={quote(code)}" if code else ""
            found["whatsapp"] = f"https://wa.me/{self.whatsapp.removeprefix('+')}{words}"
        return found


def ways_in(settings: Settings) -> WaysIn:
    """The numbers of the messengers that are set up."""
    is_set_up = settings.twilio_account_sid is not None
    return WaysIn(settings.signal_number, settings.twilio_whatsapp_from if is_set_up else None)
