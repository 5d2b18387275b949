"""Kinds of answer: how what a person wrote becomes a typed value, and back.

A kind never sees texts: it is given the labels of its options, and names the hint to send by its id.
"""

from flows.questions.choices import WORDS, Agree, Choice, Exact, ReadBack, Skippable, YesNo
from flows.questions.contacts import Code, Digits, Email, Phone, plain_code
from flows.questions.kind import Invalid, Kind, Reopen
from flows.questions.reading import folded, visible
from flows.questions.times import Day, TimeOfDay
from flows.questions.words import Name, Number, Text

HINTS = frozenset(
    {
        "day_too_early",
        "day_too_late",
        "digits_needed",
        "empty_answer",
        "in_words",
        "name_letters_only",
        "name_two_words",
        "not_a_code",
        "not_a_day",
        "not_a_phone",
        "not_a_time",
        "not_an_email",
        "not_in_range",
        "pick_a_number",
        "too_long",
        "too_short",
        "weekday_differs",
        "write_the_word",
        "yes_or_no",
    }
)
"""Every text that an Invalid can name."""

__all__ = [
    "HINTS",
    "WORDS",
    "Agree",
    "Choice",
    "Code",
    "Day",
    "Digits",
    "Email",
    "Exact",
    "Invalid",
    "Kind",
    "Name",
    "Number",
    "Phone",
    "ReadBack",
    "Reopen",
    "Skippable",
    "Text",
    "TimeOfDay",
    "YesNo",
    "folded",
    "plain_code",
    "visible",
]
