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


@pytest.mark.clause("G6.5", "G6.6")
def test_a_phone_that_changes_after_it_got_the_password_makes_a_new_one_and_hears_nothing_of_it(at: Stage) -> None:
    for line in ("after parts/tonight.txt", "clock 17:10", "sara> PASSWORD"):
        at.talk.do(line)
    told = "\n".join(at.talk.do("rekey sara"))
    assert told.count("Somebody who is no member may have the password of meeting M-1. It was changed.") == 4
    assert "takes back from sara" in told
    assert "bot to sara" not in told
    assert "password" not in "\n".join(at.talk.do("rekey sara"))
    assert "Sara" in "\n".join(at.talk.do("anna> HELD M-1"))
    assert "The platform is not set up." in "\n".join(at.talk.do("anna> NOW"))


@pytest.mark.clause("G6.5")
def test_a_phone_that_changes_before_any_password_changes_none(at: Stage) -> None:
    told = [line for each in ("after parts/tonight.txt", "clock 17:10", "rekey sara") for line in at.talk.do(each)]
    assert "UNFREEZE F-1" in "\n".join(told)
    assert "It was changed" not in "\n".join(told)
