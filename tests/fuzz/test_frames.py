"""Whatever is posted in a messenger's or Zoom's name is read, or is none of ours; reading it never fails."""

import json
from datetime import UTC, datetime
from random import Random
from time import thread_time
from typing import Any
from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from starlette.datastructures import Headers, QueryParams

from bot.channels import signal_inbound, telegram_inbound, whatsapp_inbound
from bot.channels.payload import read_frame
from bot.meetings import zoom_inbound
from tests.channels.fakes import BOT
from tests.channels.test_hooks import CHAT, FORM, PRESS, STATUS
from tests.fuzz.inputs import INPUTS, LONGEST_SECONDS, NASTY, bent, frames_of_signal, tried, words

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
AT_ONCE = 20
SIGNAL = frames_of_signal()
JOINED = {
    "event": "meeting.participant_joined",
    "event_ts": 1796115600000,
    "payload": {"object": {"id": "81234567890", "uuid": "u==", "participant": {"user_id": "1", "user_name": "Amira"}}},
}
TEXT = {"update_id": 8, "message": {"chat": {"id": CHAT}, "from": {"id": 4242}, "text": "hello", "date": 1796115600}}


@tried(INPUTS // 4 // AT_ONCE)
@given(seed=st.integers(0, 2**32), said=words)
def test_every_reader_reads_anything(seed: int, said: str) -> None:
    chance = Random(seed)
    for _ in range(AT_ONCE):
        reads, began = chance.choice(READERS), thread_time()
        reads(chance, said)
        assert thread_time() - began < LONGEST_SECONDS


def _signal(chance: Random, _: str) -> None:
    frame = _as_read(bent(chance.choice(SIGNAL), chance))
    signal_inbound.heard(frame, BOT, "group.x")
    signal_inbound.attachments(frame, BOT)
    signal_inbound.unread(frame, BOT)


def _telegram(chance: Random, _: str) -> None:
    telegram_inbound.heard(_as_read(bent(chance.choice([PRESS, TEXT]), chance)), CHAT, NOW)


def _zoom(chance: Random, said: str) -> None:
    frame = _as_read(bent(JOINED, chance))
    zoom_inbound.heard(frame, NOW)
    zoom_inbound.challenge(SecretStr("z"), frame)
    zoom_inbound.is_signed(SecretStr("z"), {"x-zm-signature": said, "x-zm-request-timestamp": said}, b"{}", NOW)


def _whatsapp(chance: Random, said: str) -> None:
    form = {name: chance.choice([value, said, *NASTY]) for name, value in (FORM | STATUS).items()}
    read = whatsapp_inbound.read_form(urlencode(form, errors="replace").encode())
    whatsapp_inbound.heard(read, NOW)
    whatsapp_inbound.receipt(read, QueryParams({"of": said}))
    headers = Headers({"x-twilio-signature": "".join(each for each in said if " " < each < "\x7f")})
    whatsapp_inbound.is_signed("twilio", "https://bot.example/hooks/whatsapp", read, headers)


def _bytes(chance: Random, said: str) -> None:
    written = json.dumps(said).encode() + chance.randbytes(20)
    read_frame(written[chance.randrange(len(written)) :])
    read_frame(b"[" * chance.randrange(30_000))


def _as_read(frame: Any) -> dict[str, Any]:
    return read_frame(json.dumps(frame).encode()) or {}


READERS = (_signal, _signal, _telegram, _zoom, _whatsapp, _whatsapp, _bytes)
