"""What we read and write, and what our imitations answer, against what the providers publish.

signal-cli-rest-api publishes a schema, of which signalbot has the models. Twilio publishes one, of which its library is
made. Telegram publishes none that a machine reads: python-telegram-bot stands for it.
"""

import json
from typing import Any

import httpx
import pytest
from pydantic import BaseModel
from signalbot import _generated as published
from telegram import Update
from twilio.base.version import Version
from twilio.rest import Client
from twilio.rest.api.v2010.account.message import MessageInstance
from twilio.rest.api.v2010.account.message.media import MediaInstance
from twilio.rest.content.v1.content import ContentList
from twilio.rest.content.v1.content_and_approvals import ContentAndApprovalsInstance
from twilio.rest.messaging.v2.channels_sender import ChannelsSenderInstance

from bot.channels.signal import Signal
from bot.channels.telegram_inbound import heard
from tests.channels.conftest import NOW, Post
from tests.channels.fakes import ANNA, BOT
from tests.channels.fakes_signal import FakeSignal
from tests.channels.fakes_twilio import FakeTwilio
from tests.channels.test_doctor import SENDER
from tests.channels.test_telegram_inbound import CHAT, HEARD, NOT_HEARD
from tests.channels.test_whatsapp import YES_NO, listed
from tests.stage import ROOT

FRAMES = [
    pytest.param(row["params"]["envelope"], id=row["case"])
    for row in map(json.loads, (ROOT / "tests" / "payloads" / "signal.jsonl").read_text("utf-8").splitlines())
    if "envelope" in (row.get("params") or {})
]
REQUESTS: dict[str, type[BaseModel]] = {
    "send": published.SendMessageV2,
    "remote-delete": published.RemoteDeleteRequest,
    "contacts": published.UpdateContactRequest,
    "configuration": published.TrustModeRequest,
    "accounts": published.RateLimitChallengeRequest,
}
TWILIO = Version(Client("AC1", "token").api, "2010-04-01")


# Signal


@pytest.mark.parametrize("envelope", FRAMES)
def test_every_recorded_frame_is_one_that_is_published(envelope: dict[str, Any]) -> None:
    published.MessageEnvelope.model_validate(envelope)


async def test_every_request_of_ours_is_one_that_is_published_and_has_no_other_fields(signal: Post) -> None:
    assert isinstance(signal.channel, Signal)
    assert isinstance(signal.fake, FakeSignal)
    reference = await signal.channel.send(signal.message("Hi.", links=("https://signal.me/#p/+44",)))
    await signal.channel.send(signal.message("Bye.", act="edit", of=reference))
    await signal.channel.send(signal.message("", act="delete", of=reference))
    await signal.channel.hide_after(ANNA, 86400)
    await signal.channel.never_trust_changes()
    await signal.channel.solve("t-1", "signalcaptcha://solved")

    asked = [(what, body) for _, what, body in signal.fake.asked]
    assert {what for what, _ in asked} == REQUESTS.keys()
    for what, body in asked:
        read = REQUESTS[what].model_validate(body)
        assert read.model_dump(mode="json", exclude_none=True, by_alias=True) == body


@pytest.mark.parametrize(
    ("failure", "model"),
    [
        ("NETWORK_FAILURE", published.SendMessageResponse),
        ("throttled", published.ApiSendMessageErrorSendMessageError),
        ("Failed to send message", published.ApiErrorError),
    ],
)
def test_what_the_imitation_answers_is_what_is_published(failure: str, model: type[BaseModel]) -> None:
    answer = json.loads(bytes(FakeSignal().failed(failure).body))
    model.model_validate(answer[0] if isinstance(answer, list) else answer)


@pytest.mark.parametrize(
    ("what", "model"),
    [
        ("about", published.About),
        (f"identities/{BOT}", published.IdentityEntry),
        (f"groups/{BOT}", published.GroupEntry),
    ],
)
async def test_what_the_imitation_lists_is_what_is_published(signal: Post, what: str, model: type[BaseModel]) -> None:
    assert isinstance(signal.fake, FakeSignal)
    signal.fake.identities, signal.fake.groups = [{"status": "UNTRUSTED"}], [{"name": "Staff"}]
    async with httpx.AsyncClient(base_url=signal.url) as client:
        answer = (await client.get(f"/v1/{what}")).json()

    for each in answer if isinstance(answer, list) else [answer]:
        model.model_validate(each)


# Twilio


async def test_every_field_of_the_imitations_messages_is_published(whatsapp: Post) -> None:
    assert isinstance(whatsapp.fake, FakeTwilio)
    await whatsapp.channel.send(whatsapp.message("Hi."))
    whatsapp.fake.received.append(listed("SM1", "one"))
    async with httpx.AsyncClient(base_url=whatsapp.url) as client:
        url = "/2010-04-01/Accounts/AC1/Messages"
        messages = (await client.get(f"{url}.json", params={"PageSize": "9"})).json()["messages"]
        whatsapp.fake.media["ME1"] = "SM1"
        media = (await client.get(f"{url}/SM1/Media.json")).json()["media_list"]

    assert messages
    for each in [*messages, *whatsapp.fake.received]:
        assert each.keys() <= _fields(MessageInstance(TWILIO, {}, "AC1"))
    assert media[0].keys() <= _fields(MediaInstance(TWILIO, {}, "AC1", "SM1"))
    assert SENDER.keys() <= _fields(ChannelsSenderInstance(TWILIO, {}))


async def test_quick_replies_are_made_as_twilio_publishes_them(whatsapp: Post) -> None:
    assert isinstance(whatsapp.fake, FakeTwilio)
    await whatsapp.channel.send(whatsapp.message("Are you 18?", wording="adult", buttons=YES_NO))
    whatsapp.fake.contents.add("Hello.")

    [made] = whatsapp.fake.contents.made
    assert _given(ContentList.ContentCreateRequest(made).to_dict()) == made
    for kept in whatsapp.fake.contents.kept.values():
        assert kept.keys() <= _fields(ContentAndApprovalsInstance(TWILIO, {}))
        assert _given(ContentList.Types(kept["types"]).to_dict()) == kept["types"]


def _fields(instance: object) -> set[str]:
    """The names of what a library's class reads."""
    return {name.removesuffix("_") for name in vars(instance) if not name.startswith("_")}


def _given(found: Any) -> Any:
    """Leave out what was not given."""
    if isinstance(found, list):
        return [_given(each) for each in found]
    if not isinstance(found, dict):
        return found
    return {name: _given(value) for name, value in found.items() if value is not None}


# Telegram


@pytest.mark.parametrize("update", [*HEARD, *NOT_HEARD])
def test_every_recorded_update_is_one_that_the_library_reads_as_we_do(update: dict[str, Any]) -> None:
    read = Update.de_json(update, None)

    assert heard(json.loads(read.to_json()), CHAT, NOW) == heard(update, CHAT, NOW)
