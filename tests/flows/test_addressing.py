"""Whom a message on a shared phone is for: said first, whatever the text, and never a name of anybody elsewhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.policy.addressing import UNNAMED, AddressFacts, whom_it_is_for
from flows.policy.confidentiality import SPOKEN
from tests.words import TEXTS

NAMES = ("Amira", "Omar", "Nan")
SHARED = AddressFacts("joined", "family", "signal", shared=True, meant=None, here=NAMES[:2])
EVERY_TEXT = sorted(TEXTS.ids("en"))


@pytest.mark.clause("G5.2", "A3")
@given(
    text=st.sampled_from(EVERY_TEXT),
    channel=st.sampled_from(["signal", "whatsapp"]),
    meant=st.none() | st.sampled_from(NAMES),
    here=st.lists(st.sampled_from(NAMES), unique=True).map(tuple),
)
def test_every_text_to_a_shared_phone_names_whom_it_is_for_and_nobody_elsewhere(
    text: str, channel: str, meant: str | None, here: tuple[str, ...]
) -> None:
    names = whom_it_is_for(AddressFacts(text, "family", channel, shared=True, meant=meant, here=here))
    assert set(names) <= set(here)
    assert bool(names) == (bool(here) and text not in UNNAMED)
    assert meant not in here or text in UNNAMED or names == (meant,)


@pytest.mark.clause("G5.2")
def test_a_phone_that_nobody_else_uses_and_a_line_of_staff_need_no_name() -> None:
    for other in ({"shared": False}, {"audience": "staff"}, {"audience": "staff_channel"}, {"channel": SPOKEN}):
        assert whom_it_is_for(replace(SHARED, **other)) == ()


@pytest.mark.clause("A3")
def test_what_is_about_harm_names_nobody_and_each_such_text_is_there() -> None:
    assert set(EVERY_TEXT) >= UNNAMED
    assert {each for each in EVERY_TEXT if each.startswith(("concern_", "unease", "safe_to_write"))} <= UNNAMED
    assert not any(whom_it_is_for(replace(SHARED, text=text)) for text in UNNAMED)
