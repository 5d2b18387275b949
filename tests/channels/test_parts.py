"""Where long texts are cut."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.parts import split


def _bytes(text: str) -> int:
    return len(text.encode())


def test_a_short_text_is_one_part() -> None:
    assert split("Hello.\n\nBye.", 20) == ["Hello.\n\nBye."]


def test_a_text_is_cut_after_a_sentence() -> None:
    assert split("One two. Three four. Five.", 21) == ["One two. Three four.", "Five."]


def test_a_text_is_cut_at_the_end_of_a_line() -> None:
    assert split("1 yes\n2 no thank you", 12) == ["1 yes", "2 no thank", "you"]


def test_a_word_longer_than_a_part_is_cut_where_it_must_be() -> None:
    assert split("aaaaaaaaaa", 4) == ["aaaa", "aaaa", "aa"]


def test_bytes_count_where_a_messenger_counts_bytes() -> None:
    assert split("Łąć. Żół.", 8, _bytes) == ["Łąć.", "Żół."]


def test_an_empty_text_has_no_parts() -> None:
    assert split("  \n", 10) == []


@given(st.text(), st.integers(min_value=4, max_value=40))
def test_no_part_is_too_long_and_no_letter_is_lost(text: str, limit: int) -> None:
    parts = split(text, limit, _bytes)

    assert all(0 < _bytes(each) <= limit for each in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
