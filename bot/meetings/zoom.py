"""Zoom: a fresh meeting for each session, as closed as an account lets it be. Its HTTP is in zoom_api.py."""

from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from bot.meetings.provider import Made, Provider, Reason, Seen, Trouble, Wanted
from bot.meetings.zoom_api import API, SIGN_IN, Account, Answer, Api
from bot.settings import Settings
from flows.policy.platform import Tick
from storage.passcodes import LONGEST, Rules

NAME = "zoom"
SCHEDULED = 2
NO_REGISTRATION = 2
WEAK_RUN = 4
SCHEDULING = ("schedule_meeting", "meeting_security")
CLOSED = {
    "waiting_room": True,
    "join_before_host": False,
    "auto_recording": "none",
    "meeting_authentication": False,
    "mute_upon_entry": True,
    "participant_video": False,
    "watermark": False,
    "use_pmi": False,
    "approval_type": NO_REGISTRATION,
    "allow_multiple_devices": False,
    "email_notification": False,
    "continuous_meeting_chat": {"enable": False},
    "auto_start_meeting_summary": False,
    "auto_start_ai_companion_questions": False,
    "private_meeting": True,
    "encryption_type": "enhanced_encryption",
}
"""H3.2, G6.3: what every meeting is made with."""
OPEN_ONLY_TO_THE_LIST = ("waiting_room", "join_before_host", "approval_type", "meeting_authentication", "use_pmi")
KEEPS_NOTHING = (
    "auto_recording",
    "auto_start_meeting_summary",
    "auto_start_ai_companion_questions",
    "continuous_meeting_chat",
)
ALWAYS_TOLD = frozenset({"waiting_room", "join_before_host"})

NEEDED = {
    "ZOOM_ACCOUNT_ID": "zoom_account_id",
    "ZOOM_CLIENT_ID": "zoom_client_id",
    "ZOOM_CLIENT_SECRET": "zoom_client_secret",
    "ZOOM_WEBHOOK_SECRET": "zoom_webhook_secret",
    "ZOOM_USER": "zoom_user",
}


class Zoom:
    """One user's meetings."""

    name = NAME

    def __init__(self, account: Account) -> None:
        self._api, self._user = Api(account), account.user

    async def make(self, wanted: Wanted, *, look_first: bool) -> Made:
        """G6.2, G6.3: ask what the account wants of a passcode, make the meeting, and read back what came of it."""
        account = await self.account()
        rules = rules_of(account)
        if not rules.are_met_by(wanted.password):
            raise Trouble(Reason.PASSCODE, rules=rules)
        number = await self._found(wanted.marker) if look_first else None
        number = number or await self._create(wanted)
        meeting = await self._read(number)
        confirmed = _holds(meeting, wanted) | _account_holds(account, meeting)
        return Made(number, plain_link(str(meeting.get("join_url", ""))), confirmed, rules)

    async def check(self, number: str, wanted: Wanted) -> Seen:
        """Look whether somebody changed it by hand, or what the account lets be kept of it."""
        meeting = await self._read(number)
        holds = _holds(meeting, wanted) | _account_holds(await self.account(), meeting)
        return Seen(holds, on_time=_begins(meeting) in {None, wanted.starts_at})

    async def close(self, number: str | None, marker: str) -> None:
        """G6.5, G6.7: end it for everybody, then take it away, with the passcode that Zoom keeps."""
        numbers = [number] if number is not None else [each async for each in self._named(marker)]
        for each in numbers:
            await self._quietly("PUT", f"/meetings/{each}/status", {"action": "end"})
            await self._take_away(each)

    async def host_link(self, number: str) -> str:
        """The link that begins the meeting as its host; Zoom lets it work for two hours."""
        meeting = await self._read(number)
        return str(meeting.get("start_url", ""))

    async def account(self) -> Answer:
        """Read the settings of the user whose meetings they are."""
        path = f"/users/{self._user}/settings"
        usual = await self._api.ask("GET", path)
        return usual | await self._api.ask("GET", path, option="meeting_security")

    async def _create(self, wanted: Wanted) -> str:
        length = (wanted.ends_at - wanted.starts_at) // timedelta(minutes=1)
        body = {
            "topic": wanted.marker,
            "agenda": "",
            "type": SCHEDULED,
            "start_time": wanted.starts_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "duration": max(1, length),
            "timezone": wanted.time_zone,
            "password": wanted.password,
            "settings": CLOSED | ({"encryption_type": "e2ee"} if wanted.end_to_end else {}),
        }
        made = await self._api.ask("POST", f"/users/{self._user}/meetings", body)
        if "id" not in made:
            raise Trouble(Reason.UNKNOWN)
        return str(made["id"])

    async def _read(self, number: str) -> Answer:
        return await self._api.ask("GET", f"/meetings/{number}")

    async def _found(self, marker: str) -> str | None:
        """Find what we made without hearing of it; should there be two, keep one."""
        numbers = [each async for each in self._named(marker)]
        for each in numbers[1:]:
            await self._take_away(each)
        return numbers[0] if numbers else None

    async def _named(self, marker: str) -> AsyncIterator[str]:
        page: str | None = ""
        while page is not None:
            more = {"next_page_token": page} if page else {}
            listed = await self._api.ask(
                "GET", f"/users/{self._user}/meetings", None, type="scheduled", page_size=300, **more
            )
            for each in listed.get("meetings", ()):
                if each.get("topic") == marker:
                    yield str(each["id"])
            page = listed.get("next_page_token") or None

    async def _take_away(self, number: str) -> None:
        try:
            await self._api.ask("DELETE", f"/meetings/{number}", None, schedule_for_reminder="false")
        except Trouble as trouble:
            if trouble.reason is not Reason.GONE:
                raise

    async def _quietly(self, method: str, path: str, body: Answer) -> None:
        """One that does not run cannot be ended, and one that is gone need not be."""
        try:
            await self._api.ask(method, path, body)
        except Trouble as trouble:
            if trouble.reason not in {Reason.GONE, Reason.REFUSED}:
                raise


def build(settings: Settings) -> Provider | None:
    """Zoom, where everything that it needs is set."""
    return None if lacks(settings) else Zoom(account_of(settings))


def account_of(settings: Settings) -> Account:
    """The app and the user, as they are set; ask `lacks` first."""
    secret = settings.zoom_client_secret
    return Account(
        account_id=settings.zoom_account_id or "",
        client_id=settings.zoom_client_id or "",
        client_secret="" if secret is None else secret.get_secret_value(),
        user=settings.zoom_user or "",
        api_url=settings.zoom_api_url or API,
        oauth_url=settings.zoom_oauth_url or SIGN_IN,
    )


def lacks(settings: Settings) -> tuple[str, ...]:
    """Name the settings that are missing."""
    return tuple(name for name, field in NEEDED.items() if getattr(settings, field) is None)


def is_begun(settings: Settings) -> bool:
    """Tell whether anything of Zoom's is set."""
    return len(lacks(settings)) < len(NEEDED)


def rules_of(account: Answer) -> Rules:
    """Read what the account asks of a passcode; Zoom takes at most ten characters."""
    asked: Mapping[str, Any] = {}
    for part in SCHEDULING:
        asked = _part(account, part, "meeting_password_requirement") or asked
    run = int(asked.get("consecutive_characters_length") or 0)
    if asked.get("weak_enhance_detection"):
        run = min(run or WEAK_RUN, WEAK_RUN)
    return Rules(
        length=min(int(asked.get("length") or 0), LONGEST),
        longest=LONGEST,
        letter=bool(asked.get("have_letter")),
        sign=bool(asked.get("have_special_character")),
        both_cases=bool(asked.get("have_upper_and_lower_characters")),
        only_digits=bool(asked.get("only_allow_numeric")),
        run=run,
    )


def plain_link(link: str) -> str:
    """G6.3: the link without the passcode that Zoom may have put into it: nothing after the meeting's number."""
    address = urlsplit(link)
    return urlunsplit((address.scheme, address.netloc, address.path, "", ""))


def embeds(account: Answer) -> bool:
    """Tell whether links that are copied at Zoom have the passcode inside; it is taken as so unless denied."""
    told = [
        _part(account, part).get("embed_password_in_join_link") for part in ("schedule_meeting", "meeting_security")
    ]
    said = [each for each in told if each is not None]
    return not said or any(said)


def keeps(account: Answer) -> tuple[str, ...]:
    """H3.2: name the settings with which something of a meeting could be kept; what is not told is taken as on."""
    meeting, recording = _part(account, "in_meeting"), _part(account, "recording")
    off = {
        "recording.local_recording": recording.get("local_recording"),
        "recording.cloud_recording": recording.get("cloud_recording"),
        "in_meeting.auto_saving_chat": meeting.get("auto_saving_chat"),
        "in_meeting.meeting_summary_with_ai_companion": _enabled(meeting, "meeting_summary_with_ai_companion"),
        "in_meeting.ai_companion_questions": _enabled(meeting, "ai_companion_questions"),
    }
    kept = [name for name, value in off.items() if value is not False]
    return (*kept, *(("in_meeting.allow_users_save_chats",) if meeting.get("allow_users_save_chats") != 1 else ()))


def _holds(meeting: Answer, wanted: Wanted) -> frozenset[Tick]:
    settings = _part(meeting, "settings")
    private = settings.get("encryption_type") == "e2ee" or not wanted.end_to_end
    ticks = {
        Tick.PASSCODE_SET: meeting.get("password") == wanted.password and private,
        Tick.WAITING_ROOM: _as_made(settings, OPEN_ONLY_TO_THE_LIST),
    }
    return frozenset(tick for tick, holds in ticks.items() if holds)


def _begins(meeting: Answer) -> datetime | None:
    """When Zoom says that it begins; None if that cannot be read."""
    try:
        return datetime.fromisoformat(str(meeting.get("start_time")))
    except ValueError:
        return None


def _account_holds(account: Answer, meeting: Answer) -> frozenset[Tick]:
    ticks = set() if embeds(account) else {Tick.LINK_PLAIN}
    return frozenset(ticks) | (frozenset() if keeps(account) else _recording_is_off(meeting))


def _recording_is_off(meeting: Answer) -> frozenset[Tick]:
    kept_off = _as_made(_part(meeting, "settings"), KEEPS_NOTHING)
    return frozenset({Tick.NOTHING_KEPT}) if kept_off else frozenset()


def _as_made(settings: Mapping[str, Any], names: Iterable[str]) -> bool:
    """Whether Zoom tells of these settings what every meeting is made with; of a chat it may tell more."""
    return all(_is(settings.get(name, None if name in ALWAYS_TOLD else CLOSED[name]), CLOSED[name]) for name in names)


def _is(told: Any, asked: Any) -> bool:
    if isinstance(asked, dict):
        return isinstance(told, dict) and all(told.get(name, value) == value for name, value in asked.items())
    return bool(told == asked)


def _part(found: Mapping[str, Any], *path: str) -> Mapping[str, Any]:
    for name in path:
        inner = found.get(name)
        found = inner if isinstance(inner, dict) else {}
    return found


def _enabled(found: Mapping[str, Any], name: str) -> Any:
    return _part(found, name).get("enable")
