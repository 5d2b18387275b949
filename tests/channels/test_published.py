"""What we read and write of Signal, against the schema that signal-cli-rest-api publishes (signalbot's models of it)."""

import json
from typing import Any

import pytest
from pydantic import BaseModel
from signalbot import _generated as published

from bot.channels.signal import Signal
from tests.channels.conftest import Post
from tests.channels.fakes import ANNA
from tests.channels.fakes_signal import FakeSignal
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


@pytest.mark.parametrize("envelope", FRAMES)
def test_every_recorded_frame_is_one_that_is_published(envelope: dict[str, Any]) -> None:
    published.MessageEnvelope.model_validate(envelope)


async def test_every_request_of_ours_is_one_that_is_published_and_has_no_other_fields(signal: Post) -> None:
    assert isinstance(signal.channel, Signal)
    assert isinstance(signal.fake, FakeSignal)
    reference = await signal.channel.send(signal.message("Hi."))
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
    "answer",
    [{"timestamp": "1795416097514"}, json.loads(bytes(FakeSignal().reason("NETWORK_FAILURE").body))[0]],
)
def test_what_the_imitation_answers_is_what_is_published(answer: dict[str, Any]) -> None:
    published.SendMessageResponse.model_validate(answer)
