"""A changed safety number: nothing secret goes out any more, not even for a message that was sent before it changed."""

from datetime import timedelta

import pytest

from tests.stage import Stage


@pytest.fixture
def at(playground: Stage) -> Stage:
    return playground


@pytest.mark.clause("G6.4")
def test_a_late_password_sent_before_the_change_is_withheld(at: Stage) -> None:
    at.talk.do("after parts/tonight.txt")
    sent = at.talk.now() - timedelta(minutes=1)
    at.talk.do("rekey sara")
    at.talk.write({"from": "sara", "text": "PASSWORD", "id": "late", "sent_at": sent.isoformat()})
    at.talk.look()
    assert not [text for text in at.talk.said_to("sara") if "zoom.example" in text or "In words:" in text]
