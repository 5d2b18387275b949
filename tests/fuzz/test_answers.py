"""Whatever a person writes, every kind of question takes it or hints at what is wanted, and soon."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import walk_packages
from time import thread_time
from typing import Any

from hypothesis import given

import flows
from flows.family.kinds import Corrections, HelpChoice
from flows.questions import HINTS, Invalid, Kind, Reopen
from flows.staff.kinds import HINTS as STAFF_HINTS
from flows.staff.kinds import Link, OneOf, Several, Tap, Ticks
from tests.flows.reading import ENGLISH, POLISH
from tests.flows.test_questions import ALL_KINDS
from tests.fuzz.inputs import INPUTS, LONGEST_SECONDS, tried, words

KINDS: list[Kind[Any]] = [
    *ALL_KINDS,
    HelpChoice(),
    Corrections(name="full_name", phone="ring_number"),
    OneOf(("F-7Q2", "M-2K4")),
    Ticks(),
    Several(12),
    Tap(("approve", "decline"), ("approve", "decline", "wait"), "F-7Q2"),
    Link(("zoom.example", "1")),
]
LANGUAGES = (ENGLISH, POLISH)
EXAMPLES = INPUTS * 3 // 4 // (len(KINDS) * len(LANGUAGES))


@tried(EXAMPLES)
@given(raw=words)
def test_every_kind_of_question_has_an_answer_to_anything(raw: str) -> None:
    for spoken in LANGUAGES:
        for kind in KINDS:
            began = thread_time()
            _is_taken_or_hinted_at(kind, raw, spoken)
            assert thread_time() - began < LONGEST_SECONDS


def test_no_kind_of_question_is_left_out() -> None:
    modules = [import_module(each.name) for each in walk_packages(flows.__path__, "flows.")]
    found = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    kinds = {each for each in found if all(hasattr(each, name) for name in ("parse", "load", "dump"))}
    assert kinds - {Kind} == {type(each) for each in KINDS}


def _is_taken_or_hinted_at(kind: Kind[Any], raw: str, spoken: Mapping[str, str]) -> None:
    answer = _read(kind, raw, spoken)
    if isinstance(answer, Invalid):
        assert answer.hint in HINTS | STAFF_HINTS
    elif not isinstance(answer, Reopen):
        assert kind.load(kind.dump(answer)) == answer


def _read(kind: Kind[Any], raw: str, spoken: Mapping[str, str]) -> Any:
    try:
        return kind.parse(raw, spoken)
    except Invalid as refused:
        return refused
