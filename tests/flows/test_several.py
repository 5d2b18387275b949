"""Which of an adult's contacts is written to by itself, and when another one's change casts a doubt on it."""

from dataclasses import replace
from itertools import permutations

import pytest

from flows.policy.several import OwnContact, choose_contact, is_number_in_doubt

SIGNAL = OwnContact("signal", "+447700900111")
WHATSAPP = OwnContact("whatsapp", "+447700900222")
SAME_NUMBER = replace(WHATSAPP, number=SIGNAL.number)


@pytest.mark.clause("G6.4", "G6.7")
def test_the_most_private_one_is_written_to_in_whatever_order_they_were_added() -> None:
    unjudged, theirs_alone = OwnContact("pigeon", "+447700900333"), replace(SIGNAL, shared=True)
    for order in permutations((SIGNAL, WHATSAPP, unjudged)):
        assert choose_contact(order) is SIGNAL
    assert choose_contact((theirs_alone, WHATSAPP)) is WHATSAPP


@pytest.mark.clause("A2")
def test_stop_silences_one_contact_only() -> None:
    stopped = replace(WHATSAPP, stopped=True)
    assert choose_contact((stopped, SIGNAL)) is SIGNAL
    assert choose_contact((WHATSAPP, replace(SIGNAL, stopped=True))) is WHATSAPP
    assert choose_contact((stopped, replace(SIGNAL, stopped=True))) is None


@pytest.mark.clause("A3", "G6.5")
@pytest.mark.parametrize("shown", [replace(WHATSAPP, held=True), replace(WHATSAPP, paused=True)])
def test_a_suspicion_and_danger_are_about_the_person_whichever_contact_showed_them(shown: OwnContact) -> None:
    assert choose_contact((shown, SIGNAL)) is None


@pytest.mark.clause("G6.4")
def test_a_changed_identity_freezes_that_contact_and_every_one_that_may_be_on_its_number() -> None:
    frozen = replace(SIGNAL, frozen=True)
    assert choose_contact((frozen, WHATSAPP)) is WHATSAPP
    assert choose_contact((frozen, SAME_NUMBER)) is None
    assert not is_number_in_doubt(WHATSAPP, [frozen])
    assert is_number_in_doubt(SAME_NUMBER, [frozen])
    assert is_number_in_doubt(WHATSAPP, [replace(frozen, number="")])
    assert is_number_in_doubt(replace(WHATSAPP, number=""), [frozen])
    assert not is_number_in_doubt(SAME_NUMBER, [SIGNAL])
