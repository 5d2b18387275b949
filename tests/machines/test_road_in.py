"""Random roads in on the real house: nobody gets in without each of the steps, whoever presses, dies or repeats."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from flows.policy import Refused
from flows.staff.acts.cases import (
    ClaimCase,
    Decide,
    Exclude,
    MarkKnown,
    ReadCase,
    RecordCall,
    RecordIdentity,
    RecordSuitability,
)
from flows.staff.acts.groups import Invite
from storage.crypto import KeyRing
from tests import postgres
from tests.lending import lent
from tests.machines.playing import SETTINGS, Clone, Playing
from tests.machines.rehearsal import CRASHES, Rehearsal

ANSWERS = {
    "language_choice": "English",
    "have_code": "2",
    "adults_count": "1",
    "full_name": "{name} Surname",
    "screen_name": "{name}",
    "is_adult": "yes",
    "ring_number": "SKIP",
    "safe_times": "any time",
    "phone_shared": "no",
    "known_from": "A friend",
    "access_needs": "SKIP",
    "referred": "no",
    "agreement_question": "AGREE",
    "own_risk_question": "I UNDERSTAND",
}
REVIEW: Mapping[str, Callable[[str], Any]] = {
    "claim": ClaimCase,
    "known": lambda code: MarkKnown(code, known=False, ground=None),
    "call": lambda code: RecordCall(code, "call", "reached", {}),
    "no answer": lambda code: RecordCall(code, "call", "no_answer", {}),
    "identity": lambda code: RecordIdentity(code, 1, "id_seen", "confirmed"),
    "doubt": lambda code: RecordIdentity(code, 1, "id_seen", "doubt"),
    "suitable": lambda code: RecordSuitability(code, "suitable", "fits"),
}
WHOLE = ("claim", "known", "call", "identity", "suitable")
IN_ORDER = {
    "approved without a check": """
        SELECT c.code FROM cases c WHERE c.status = 'approved' AND NOT (
            EXISTS (SELECT 1 FROM checks k WHERE k.case_id = c.id AND k.kind = 'call' AND k.outcome = 'reached')
            AND EXISTS (
                SELECT 1 FROM checks k WHERE k.case_id = c.id AND k.kind = 'identity' AND k.outcome = 'confirmed')
            AND EXISTS (
                SELECT 1 FROM checks k WHERE k.case_id = c.id AND k.kind = 'suitability' AND k.outcome = 'suitable')
        )""",
    "a member without a yes": """
        SELECT 1 FROM memberships m WHERE m.status = 'active' AND (
            SELECT count(DISTINCT a.what) FROM acceptances a WHERE a.person_id = m.person_id) < 2""",
    "a family with two cases": "SELECT 1 FROM cases GROUP BY family_id HAVING count(*) > 1",
}
ASKED = "SELECT template FROM outbox WHERE contact_id = :id AND answer ORDER BY n DESC LIMIT 1"

who = st.sampled_from(["amira", "bea", "cara"])
crashes = st.sampled_from([None, None, None, *CRASHES])
reviewers = st.sampled_from(["anna", "anna", "maria", "ben", "mo"])


class RoadIn(Playing):
    """Applicants who answer, stop or wander; staff who review in any order; time, crashes and repeats."""

    channels: Mapping[str, str] = {"cara": "whatsapp"}
    families = ("amira", "bea", "cara")

    def __init__(self, clone: Clone, keys: KeyRing) -> None:
        super().__init__(clone, keys)
        self.group = self.at.house.organisation.groups[0].code
        self.decided: dict[str, str] = {}

    @initialize(
        checks=st.one_of(st.lists(st.sampled_from(sorted(REVIEW)), max_size=5), st.just(WHOLE)),
        decided=st.booleans(),
        answers=st.sampled_from([0, 0, 1, 2]),
    )
    def staff_have_begun_with_one_of_them(self, checks: Sequence[str], decided: bool, answers: int) -> None:
        for check in checks:
            self.review("anna", check)
        if decided:
            self.decides("anna", "approved", fresh=True)
        self.goes_on("amira", answers, None)

    @rule(name=who, steps=st.sampled_from([1, 2, 4]), crash=crashes)
    def goes_on(self, name: str, steps: int, crash: str | None) -> None:
        for _ in range(steps):
            self.writes(name, answer_of(self.at, name, self.contact_of(name)), crash)
            self.at.settle()

    @rule(name=who, word=st.sampled_from(["STATUS", "RING ME", "BACK", "PASSWORD", "ok ok", "PRIVACY", "LEAVE"]))
    def wanders(self, name: str, word: str) -> None:
        self.writes(name, word)

    @rule(name=who, crash=st.sampled_from(CRASHES))
    def answers_while_processes_die(self, name: str, crash: str) -> None:
        self.goes_on(name, 1, crash)

    @rule(handle=reviewers, check=st.sampled_from(sorted(REVIEW)))
    def review(self, handle: str, check: str) -> None:
        for code in self.codes():
            self.staff_does(handle, REVIEW[check](code))

    @rule(handle=reviewers, decision=st.sampled_from(["approved", "approved", "declined"]), fresh=st.booleans())
    def decides(self, handle: str, decision: str, fresh: bool) -> None:
        for code in self.codes():
            shown = self.staff_does("anna", ReadCase(code))
            version = 1 if isinstance(shown, Refused) or not fresh else shown.version
            answer = self.staff_does(handle, Decide(code, version, decision, self.group))
            if code in self.decided:
                assert isinstance(answer, Refused)
            elif not isinstance(answer, Refused):
                self.decided[code] = decision
            assert self.status(code) == self.decided.get(code, self.status(code))

    @rule(handle=st.sampled_from(["maria", "anna"]))
    def excludes(self, handle: str) -> None:
        for code in self.codes()[:1]:
            is_out = self.at.ask(
                "SELECT f.excluded_at FROM families f JOIN cases c ON c.family_id = f.id WHERE c.code = :code",
                code=code,
            )
            answer = self.staff_does(handle, Exclude(code, "a reason"))
            assert isinstance(answer, Refused) == (handle != "maria" or is_out[0][0] is not None)
            if handle == "maria":
                self.decided[code] = self.status(code)

    @rule(name=who, other=who)
    def an_invitation_is_used(self, name: str, other: str) -> None:
        made = self.staff_does("anna", Invite(self.group))
        for each in (name, other):
            self.writes(each, made.code)

    @rule(days=st.sampled_from([1, 4, 8]))
    def time_passes(self, days: int) -> None:
        self.at.later(days * 24 * 60)

    @rule()
    def a_message_comes_twice(self) -> None:
        self.a_message_comes_again()

    @rule(name=who)
    def applicants_and_strangers_hear_the_same_about_others(self, name: str) -> None:
        heard = [self.at.answers(self.writes(each, "is Amira in the group?"))[-1] for each in (name, "zed")]
        excluded = self.at.ask("SELECT 1 FROM families WHERE excluded_at IS NOT NULL")
        barred = {"barred_fixed"} if excluded else set()
        assert set(heard) - barred <= {"cannot_say_who"}

    @invariant()
    def holds(self) -> None:
        self.what_always_holds()

    def what_always_holds(self) -> None:
        super().what_always_holds()
        for claim, found in IN_ORDER.items():
            assert not self.at.ask(found), claim

    def codes(self) -> list[str]:
        return [row[0] for row in self.at.ask("SELECT code FROM cases WHERE status != 'draft' ORDER BY opened_at")]

    def status(self, code: str) -> str:
        return str(self.at.ask("SELECT status FROM cases WHERE code = :code", code=code)[0][0])


def answer_of(at: Rehearsal, name: str, contact_id: UUID) -> str:
    """What fits the question that was put last."""
    asked = at.ask(ASKED, id=contact_id)
    return (ANSWERS.get(asked[0][0], "1") if asked else "hello").format(name=name.title())


@pytest.fixture(scope="module")
def clone(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    yield from clones(server_url, template, keys)


def clones(server_url: str, template: str, keys: KeyRing) -> Iterator[Clone]:
    """Makes copies of a house in which amira has asked to join."""
    with postgres.empty_database(server_url, template) as prepared:
        with postgres.open_engine(prepared) as engine:
            at = Rehearsal(engine, keys)
            at.write("signal", "amira", "hello")
            while not at.ask("SELECT 1 FROM cases WHERE status = 'open'"):
                at.write("signal", "amira", answer_of(at, "amira", at.contact_id("signal", "amira")))
            at.close()
        yield lambda: lent(server_url, postgres.name_of(prepared))


@pytest.mark.clause("G3.2", "G3.5", "G3.7", "G4.5", "G5.2", "A4", "X2", "X3")
def test_nobody_gets_in_without_each_step_and_a_named_human_whatever_happens(clone: Clone, keys: KeyRing) -> None:
    class Here(RoadIn):
        def __init__(self) -> None:
            super().__init__(clone, keys)

    run_state_machine_as_test(Here, settings=SETTINGS)
