"""Plays a script of a conversation against the playground and tells it again, with what each chat received.

A script's lines, each below described by what it does:
    phone amira signal            a family's phone is added; `phone omar shares amira` for a shared one
    amira> hello                  she writes; `anna> ...` in a staff member's private line
    amira>(photo)                 she sends a photo (voice, sticker, reaction)
    again amira> hello            the messenger delivers her last message once more
    twice amira> hello            she sends it twice before she has seen the answer
    anna> [Yes]                   a button in her own chat; `channel anna> [Claim]` one in the staff channel
    clock +1h                     time passes; `clock 17:05` until then, `clock 2026-12-01T17:05`, `clock next`
    fault signal refused 3        the next three messages on Signal are refused; `fault signal none` ends it
    rekey amira                   her safety number changes
    agreement second              doorstep.toml gets a new version of the agreement, and the service starts again
    members 28                    so many more adults are in the first group, from before
    after member.txt              what happened in another script, not told again
Everything indented is what the chats receive, rewritten by every telling. What a colleague reads out to a family without
a phone comes on that family's own lane, beside the colleague's: each keeps its order, and nobody promises one between
the two. So it is told after whatever else came to that chat at the same line.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from flows.texts import Texts
from tests.steady import SteadyNames

SCRIPTS = Path(__file__).parent / "transcripts"
ZONE = ZoneInfo("Europe/London")
STAFF_CHANNEL = "staff-channel"
LINE = re.compile(r"(?:(again|twice) )?(channel )?([a-z][a-z0-9-]*)>(?: (.*)|\((\w+)\))")
PASSES = re.compile(r"\+(\d+)([mhd])")
READ_OUT = re.compile(r"T-[2-9A-Z]{4} \w+:\n")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


MEMORY = ("shown", "_revision", "_sent", "_last", "_shared")


class ScriptError(Exception):
    """A line of a script cannot be played."""


class Talk:
    """Plays lines over the playground's API; in one process, or over HTTP against several."""

    restart: Callable[[str], httpx.Client] | None = None
    """Starts the service again with another version of the agreement."""
    grow: Callable[[int], None] | None = None
    """Puts more adults into the first group."""

    def __init__(self, client: httpx.Client, texts: Texts, tick: Callable[[], None] = lambda: None) -> None:
        self.client, self.tick = client, tick
        self.names = SteadyNames(texts)
        self.shown: dict[int, dict[str, Any]] = {}
        self.past: Callable[[str], object] = self.retell
        self._revision = 0
        self._sent = 0
        self._last: dict[str, dict[str, Any]] = {}
        self._shared: dict[str, str] = {}
        self.look()

    def retell(self, script: str) -> str:
        """Play a whole script; answers it with what everybody received written anew."""
        told: list[str] = []
        before = "#"
        for line in script.splitlines():
            if not line.strip() or line.startswith(" "):
                continue
            received = [] if line.startswith("#") else self.do(line)
            if told and (before == "told" or (line.startswith("#") and before != "#")):
                told.append("")
            told += [line, *received]
            before = "told" if received else line[0]
        return "\n".join(told) + "\n"

    def do(self, line: str) -> list[str]:
        """Play one line; answers what the chats received, the writer's own chat first."""
        self.tick()
        word, _, rest = line.partition(" ")
        commands = {"phone": self._phone, "clock": self._clock, "fault": self._fault, "rekey": self._rekey}
        commands |= {"agreement": self._agreement, "members": self._members}
        match = LINE.fullmatch(line)
        if word == "after":
            self.past(read_script(rest))
            return []
        if word in commands and match is None:
            commands[word](rest)
        elif match is not None:
            self._write(*match.groups())
        else:
            raise ScriptError(line)
        return list(self._received("" if match is None else self._chat_of(match[3], match[2])))

    def remember(self) -> dict[str, Any]:
        """What was shown and said so far, to be recalled by another."""
        return deepcopy({name: vars(self)[name] for name in MEMORY} | {"names": self.names.remember()})

    def recall(self, remembered: dict[str, Any]) -> None:
        """Go on from where another one was."""
        remembered = deepcopy(remembered)
        self.names.recall(remembered.pop("names"))
        vars(self).update(remembered)

    def said_to(self, chat: str) -> list[str]:
        """Every text that the bot has on a chat's screen now."""
        return [each["text"] for each in self.shown.values() if each["chat"] == chat and each["from"] == "bot"]

    def written_on(self, chat: str) -> str:
        """Everything that was written on a chat's own phone: who gave a name for somebody else knows it."""
        return "\n".join(each["text"] for each in self.shown.values() if each["chat"] == chat and each["from"] != "bot")

    def now(self) -> datetime:
        """The playground's time."""
        return datetime.fromisoformat(self._get("people")["now"])

    def look(self) -> list[dict[str, Any]]:
        """Fetch what is new or changed on the screens."""
        changed: list[dict[str, Any]] = self._get("messages", after=self._revision)
        self._revision = max([self._revision, *(each["rev"] for each in changed)])
        self.shown.update({each["n"]: each for each in changed})
        return changed

    def write(self, body: dict[str, Any]) -> bool:
        """Send one message or press; False if it had come before."""
        return bool(self._post("messages", body)["accepted"])

    def _write(self, how: str | None, in_channel: str | None, who: str, text: str | None, kind: str | None) -> None:
        if how == "again":
            self.write(self._last[who])
            return
        body = {"from": who, "id": self._key()} | ({"chat": STAFF_CHANNEL} if in_channel else {})
        body |= self._content(self._chat_of(who, in_channel), text or "", kind)
        if how == "twice":
            body["sent_at"] = self.now().isoformat()
            self.tick()
        self._last[who] = body
        self.write(body)
        if how == "twice":
            self.write(body | {"id": self._key()})

    def _content(self, chat: str, text: str, kind: str | None) -> dict[str, Any]:
        if kind is not None:
            return {"text": "", "kind": kind}
        if text.startswith("["):
            label, _, about = text[1:].partition("]")
            return {"press": self._button(chat, label, self.names.written(about.strip()))}
        return {"text": self.names.written(text)}

    def _button(self, chat: str, label: str, about: str) -> str:
        for message in sorted(self.shown.values(), key=lambda each: -each["n"]):
            if message["chat"] == chat and about in message["text"]:
                for button in message["buttons"]:
                    if button["label"] == label:
                        return str(button["id"])
        raise ScriptError(f"there is no button {label} in {chat}")

    def _chat_of(self, who: str, in_channel: str | None) -> str:
        return STAFF_CHANNEL if in_channel else self._shared.get(who, who)

    def _phone(self, rest: str) -> None:
        handle, word, *owner = rest.split()
        if owner:
            self._shared[handle] = owner[0]
            self._post("people", {"id": handle, "channel": self._channel_of(owner[0]), "shares_with": owner[0]})
        else:
            self._post("people", {"id": handle, "channel": word})

    def _channel_of(self, handle: str) -> str:
        return next(str(each["channel"]) for each in self._get("people")["people"] if each["id"] == handle)

    def _clock(self, rest: str) -> None:
        self._post("clock", {"next": True} if rest == "next" else {"to": self._target(rest).isoformat()})

    def _target(self, text: str) -> datetime:
        now = self.now()
        if (passes := PASSES.fullmatch(text)) is not None:
            return now + timedelta(**{UNITS[passes[2]]: int(passes[1])})
        if "T" in text:
            return datetime.fromisoformat(text).replace(tzinfo=ZONE)
        today = now.astimezone(ZONE)
        target = datetime.combine(today, time.fromisoformat(text), ZONE)
        return target if target > today else target + timedelta(days=1)

    def _fault(self, rest: str) -> None:
        channel, fail, *times = rest.split()
        body = {"channel": channel, "fail": None if fail == "none" else fail, "times": int(*times or "1")}
        self._post("faults", body)

    def _rekey(self, rest: str) -> None:
        self._post("rekey", {"id": rest})

    def _agreement(self, rest: str) -> None:
        if self.restart is None:
            raise ScriptError("nobody can start this service again")
        self.client = self.restart(rest)

    def _members(self, rest: str) -> None:
        if self.grow is None:
            raise ScriptError("nobody can add members here")
        self.grow(int(rest))

    def _received(self, first: str) -> Iterator[str]:
        before = dict(self.shown)
        changed = [each for each in self.look() if each["from"] == "bot"]
        for message in sorted(changed, key=lambda each: (each["chat"] != first, each["chat"], _lane(each), each["n"])):
            yield from self._told(message, before.get(message["n"]))

    def _told(self, message: dict[str, Any], earlier: dict[str, Any] | None) -> Iterator[str]:
        deleted = message["deleted"] and earlier is not None
        doing = "bot takes back from" if message["deleted"] else "bot edits for" if message["edited"] else "bot to"
        text = self.names.told(earlier["text"].partition("\n")[0] if deleted and earlier else message["text"])
        lines = [line.rstrip() for line in text.splitlines()]
        if message["chat"] == STAFF_CHANNEL and message["buttons"]:
            lines.append(" ".join(f"[{each['label']}]" for each in message["buttons"]))
        if len(lines) == 1:
            yield f"  {doing} {message['chat']}: {lines[0]}"
            return
        yield f"  {doing} {message['chat']}:"
        yield from (f"    {line}".rstrip() for line in lines)

    def _key(self) -> str:
        self._sent += 1
        return f"m{self._sent}"

    def _get(self, path: str, **params: Any) -> Any:
        return _answer(self.client.get(f"/playground/api/{path}", params=params))

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        return _answer(self.client.post(f"/playground/api/{path}", json=body))


def _lane(message: dict[str, Any]) -> bool:
    return READ_OUT.match(message["text"]) is not None


def read_script(name: str) -> str:
    """A script as it is written."""
    return (SCRIPTS / name).read_text(encoding="utf-8")


def _answer(response: httpx.Response) -> Any:
    if response.is_error:
        raise ScriptError(f"{response.status_code}: {response.text[:300]}")
    return response.json()
