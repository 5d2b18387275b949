"""What one machine sets: environment, .env, or a secret's file. Read once, by the composition root.

What the organisation decides is in bot/organisation.py; how the values are found, in bot/environment.py.
"""

import ipaddress
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeAlias
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from bot.environment import SettingsError, gather

__all__ = ["Mode", "Settings", "SettingsError", "example", "load", "names"]

Mode: TypeAlias = Literal["playground", "live"]
Receive: TypeAlias = Literal["webhook", "websocket"]
Log: TypeAlias = Literal["plain", "json"]


def _is_postgresql(url: SecretStr) -> SecretStr:
    if not url.get_secret_value().startswith(("postgresql://", "postgres://")):
        raise ValueError("must begin with postgresql://")
    return url


def _is_web(url: str) -> str:
    if not url.startswith(("https://", "http://")):
        raise ValueError("must begin with https:// or http://")
    return _with_host(url)


def _is_https(url: str) -> str:
    if not url.startswith("https://"):
        raise ValueError("must begin with https://")
    return _with_host(url)


def _with_host(url: str) -> str:
    parts = urlsplit(url)
    try:
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:  # The port is none.
        is_whole = False
    if not is_whole:
        raise ValueError("must name a host, and a port in digits if there is one, like http://signal:8080")
    return url.rstrip("/")


def _is_number(number: str) -> str:
    if not (number.startswith("+") and number[1:].isdecimal()):
        raise ValueError("must be a phone number like +441632960001")
    return number


def _is_group(group: str) -> str:
    if not group.startswith("group."):
        raise ValueError("must begin with group.")
    return group


Database: TypeAlias = Annotated[SecretStr, AfterValidator(_is_postgresql)]
Web: TypeAlias = Annotated[str, AfterValidator(_is_web)]
Https: TypeAlias = Annotated[str, AfterValidator(_is_https)]
Number: TypeAlias = Annotated[str, AfterValidator(_is_number)]
StaffGroup: TypeAlias = Annotated[str, AfterValidator(_is_group)]


def _named(name: str, description: str, default: Any = None, **limits: int) -> Any:
    return Field(default, validation_alias=name, description=description, ge=limits.get("ge"), le=limits.get("le"))


class Settings(BaseModel):
    """Every setting, with its default. Built by `load`."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    data: Path = _named("DOORSTEP_DATA", "The folder of the embedded database and the keys.", Path("var"))
    host: str = _named("DOORSTEP_HOST", "The address to listen on.", "127.0.0.1")
    port: int = _named("DOORSTEP_PORT", "The port to listen on.", 8080, ge=1, le=65535)
    mode: Mode = _named(
        "DOORSTEP_MODE",
        "playground: simulated phones, on this machine only. live: real families, once no sample value is "
        "left in the organisation's file.",
        "playground",
    )
    log: Log = _named("DOORSTEP_LOG", "plain: the log as lines for people. json: a JSON object a line.", "plain")
    config: Path = _named("DOORSTEP_CONFIG", "The file of what the organisation decides.", Path("doorstep.toml"))
    keys: Path | None = _named(
        "DOORSTEP_KEYS",
        "The file of the encryption keys. Keep a copy elsewhere, never beside the database. Without it: the "
        "file 'keys' in DOORSTEP_DATA.",
    )
    database_url: Database | None = _named(
        "DATABASE_URL",
        "Like postgresql://user:password@host/name. Without it PostgreSQL runs embedded in DOORSTEP_DATA.",
    )
    public_url: Https | None = _named("PUBLIC_URL", "The https address at which providers reach this machine.")

    signal_api_url: Web | None = _named("SIGNAL_API_URL", "Where signal-cli-rest-api listens, in json-rpc mode.")
    signal_number: Number | None = _named("SIGNAL_NUMBER", "The bot's own Signal number, like +441632960001.")
    signal_webhook_secret: SecretStr | None = _named(
        "SIGNAL_WEBHOOK_SECRET", "The last part of the address that signal-cli-rest-api posts to."
    )
    signal_receive: Receive = _named(
        "SIGNAL_RECEIVE",
        "webhook: signal-cli-rest-api posts what it receives, which loses least. websocket: the worker listens to it.",
        "webhook",
    )
    signal_staff_group: StaffGroup | None = _named(
        "SIGNAL_STAFF_GROUP",
        "The Signal group that is the staff channel, instead of Telegram. Its id begins with 'group.'.",
    )
    signal_timer_days: int = _named(
        "SIGNAL_TIMER_DAYS",
        "After how many days messages disappear in private Signal chats; 0 for never.",
        28,
        ge=0,
        le=28,
    )

    twilio_account_sid: str | None = _named("TWILIO_ACCOUNT_SID", "The Twilio account for WhatsApp.")
    twilio_auth_token: SecretStr | None = _named(
        "TWILIO_AUTH_TOKEN", "The account's token, which also signs what Twilio posts."
    )
    twilio_whatsapp_from: Number | None = _named(
        "TWILIO_WHATSAPP_FROM", "The bot's own WhatsApp number, like +441632960002."
    )
    twilio_api_url: Web | None = _named("TWILIO_API_URL", "Another address for Twilio's API.")

    telegram_bot_token: SecretStr | None = _named(
        "TELEGRAM_BOT_TOKEN", "The bot that posts pointers in the staff channel."
    )
    telegram_staff_chat_id: int | None = _named(
        "TELEGRAM_STAFF_CHAT_ID", "The staff channel's number, like -1001234567890."
    )
    telegram_webhook_secret: SecretStr | None = _named(
        "TELEGRAM_WEBHOOK_SECRET", "What Telegram sends along with each update."
    )
    telegram_api_url: Web | None = _named("TELEGRAM_API_URL", "Another address for Telegram's API.")

    zoom_account_id: str | None = _named("ZOOM_ACCOUNT_ID", "The Zoom account that holds the meetings.")
    zoom_client_id: str | None = _named("ZOOM_CLIENT_ID", "The account's server-to-server app.")
    zoom_client_secret: SecretStr | None = _named("ZOOM_CLIENT_SECRET", "The secret of that app.")
    zoom_webhook_secret: SecretStr | None = _named("ZOOM_WEBHOOK_SECRET", "What signs Zoom's events.")
    zoom_user: str | None = _named("ZOOM_USER", "The Zoom user whose meetings they are.")
    zoom_api_url: Web | None = _named("ZOOM_API_URL", "Another address for Zoom's API.")
    zoom_oauth_url: Web | None = _named("ZOOM_OAUTH_URL", "Another address for Zoom's sign-in.")

    jitsi_url: Https | None = _named("JITSI_URL", "Where Jitsi Meet is, like https://meet.example.org.")

    @property
    def key_file(self) -> Path:
        """Where the encryption keys are."""
        return self.keys or self.data / "keys"

    @property
    def is_live(self) -> bool:
        """Whether real families may be written to."""
        return self.mode == "live"

    @model_validator(mode="after")
    def _playground_stays_on_this_machine(self) -> Self:
        if not self.is_live and not _is_loopback(self.host):
            raise ValueError("DOORSTEP_HOST must be 127.0.0.1 in the playground, which is for this machine only.")
        return self

    @model_validator(mode="after")
    def _one_staff_channel(self) -> Self:
        if self.signal_staff_group is not None and self.telegram_staff_chat_id is not None:
            raise ValueError("Set TELEGRAM_STAFF_CHAT_ID or SIGNAL_STAFF_GROUP: there is one staff channel.")
        return self


def load(environ: Mapping[str, str], dotenv_path: Path | None) -> Settings:
    """Read the settings; the environment goes before .env. Raises SettingsError."""
    found = gather(environ, dotenv_path, names())
    try:
        return Settings.model_validate(found)
    except ValidationError as error:
        sentences = [_sentence(mistake) for mistake in error.errors(include_url=False, include_input=False)]
        raise SettingsError("\n".join(sentences)) from None


def names() -> tuple[str, ...]:
    """List every setting's name, in the order of .env.example."""
    return tuple(str(field.validation_alias) for field in Settings.model_fields.values())


def example() -> str:
    """Write .env.example."""
    return "\n".join(_example_lines())


def _example_lines() -> Iterable[str]:
    yield "# Copy to .env and take the # off what you set. The environment goes before .env."
    yield "# Each setting may also be read from a file: DATABASE_URL_FILE=/run/secrets/database_url"
    for field in Settings.model_fields.values():
        yield ""
        yield from textwrap.wrap(field.description or "", 100, initial_indent="# ", subsequent_indent="# ")
        yield f"#{field.validation_alias}={'' if field.default is None else field.default}"
    yield ""


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _sentence(mistake: ErrorDetails) -> str:
    name = str(mistake["loc"][0]) if mistake["loc"] else ""
    limits = mistake.get("ctx", {})
    match mistake["type"]:
        case "value_error":
            return f"{name} {limits['error']}.".strip() if name else str(limits["error"])
        case "literal_error":
            return f"{name} must be {limits['expected']}."
        case "int_parsing":
            return f"{name} must be a whole number."
        case "greater_than_equal" | "less_than_equal":
            return f"{name} must be a number from {_range_of(name)}."
        case _:
            return f"{name} is not understood: {mistake['msg']}."


def _range_of(name: str) -> str:
    field = next(each for each in Settings.model_fields.values() if each.validation_alias == name)
    limits = {kind: getattr(each, kind) for each in field.metadata for kind in ("ge", "le") if hasattr(each, kind)}
    return f"{limits['ge']} to {limits['le']}"
