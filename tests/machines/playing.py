"""What both machines share: a house that crashes, who writes to it, and what must hold after every step."""

import os
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, TypeAlias
from uuid import UUID

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import Engine

from storage import contacts
from storage.crypto import KeyRing
from tests.machines.rehearsal import Rehearsal

Clone: TypeAlias = Callable[[], AbstractContextManager[Engine]]

SETTINGS = settings(
    max_examples=int(os.environ.get("MACHINE_RUNS", "4")),
    stateful_step_count=12,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
NEVER = {
    "two passwords of one meeting live at once": """
        SELECT 1 FROM passwords WHERE dead_at IS NULL GROUP BY meeting_id HAVING count(*) > 1""",
    "a refusal without its clause": "SELECT 1 FROM audit WHERE outcome LIKE 'refused:%' AND clause IS NULL",
    "a membership that nobody decided": "SELECT 1 FROM memberships WHERE decided_by IS NULL",
    "a case that nobody decided": """
        SELECT 1 FROM cases WHERE status IN ('approved', 'declined', 'excluded') AND decided_by IS NULL""",
    "a breach that nobody decided": "SELECT 1 FROM breaches WHERE outcome IS NOT NULL AND decided_by IS NULL",
    "a bar that nobody decided": """
        SELECT 1 FROM memberships m WHERE m.status = 'barred' AND NOT EXISTS (
            SELECT 1 FROM breaches b WHERE b.person_id = m.person_id AND b.group_id = m.group_id
                AND b.outcome = 'upheld' AND b.decided_by IS NOT NULL)""",
    "an exclusion that nobody decided": """
        SELECT 1 FROM families f WHERE f.excluded_at IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM cases c JOIN checks k ON k.case_id = c.id
            WHERE c.family_id = f.id AND k.kind = 'exclusion' AND k.staff_id IS NOT NULL)""",
    "a message that went without its text, version or language": """
        SELECT 1 FROM outbox WHERE act = 'send' AND status IN ('sent', 'delivered', 'read') AND version IS NULL""",
    "a message taken twice": "SELECT 1 FROM inbox GROUP BY channel, key HAVING count(*) > 1",
}


class Playing(RuleBasedStateMachine):
    """One example: a copy of a prepared database, thrown away at its end."""

    channels: Mapping[str, str]
    families: tuple[str, ...]

    def __init__(self, clone: Clone, keys: KeyRing) -> None:
        super().__init__()
        self._copy = clone()
        self.at = Rehearsal(self._copy.__enter__(), keys)
        self._unanswered: dict[UUID, int] = {}

    def teardown(self) -> None:
        try:
            self.what_holds_at_the_end()
        finally:
            self.close()

    def close(self) -> None:
        """Throw the copy away."""
        self.at.close()
        self._copy.__exit__(None, None, None)

    def what_holds_at_the_end(self) -> None:
        self.at.settle()
        self.what_always_holds()
        self.nothing_waits_for_its_turn()
        self.nobody_reads_of_another_family()

    def what_always_holds(self) -> None:
        for claim, found in NEVER.items():
            assert not self.at.ask(found), claim
        self.nobody_is_silently_dropped()

    def nothing_waits_for_its_turn(self) -> None:
        assert not self.at.ask("SELECT 1 FROM inbox WHERE status = 'new'")

    def nobody_is_silently_dropped(self) -> None:
        """Whatever was written has had its turn and its answer, unless its process died a moment ago."""
        if self.at.ask("SELECT 1 FROM inbox WHERE status = 'new'"):
            return
        for contact_id, answered in self._unanswered.items():
            assert len(self.at.answers(contact_id)) > answered
        self._unanswered.clear()

    def nobody_reads_of_another_family(self) -> None:
        """G5.2: no name and no address of one family stands on the screen of another."""
        with self.at.house.work("test") as work:
            rows = self.at.ask("SELECT id, chat, body_sealed FROM phone_messages WHERE sender = 'bot'")
            shown = [(row.chat, work.keys.open_json("phone_messages.body", row.id, row.body_sealed)) for row in rows]
        for chat, body in shown:
            others = {name for name in self.families if name != chat}
            said = set(re.findall(r"\w+", f"{body['text']} {body['preview']}".lower()))
            assert chat not in {*self.families, "zed"} or said.isdisjoint(others)

    def writes(self, name: str, words: str, crash: str | None = None) -> UUID:
        contact_id = self.contact_of(name)
        self._unanswered.setdefault(contact_id, len(self.at.answers(contact_id)))
        self.at.write(self.channels.get(name, "signal"), name, words, crash)
        return contact_id

    def contact_of(self, name: str) -> UUID:
        with self.at.house.work("test") as work:
            return contacts.find_or_add(work, self.channels.get(name, "signal"), name).id

    def staff_does(self, handle: str, command: Any) -> Any:
        answer = self.at.staff_does(handle, command)
        self.at.settle()
        return answer

    def a_message_comes_again(self) -> None:
        self.at.settle()
        before = self.at.ask("SELECT count(*) FROM outbox")
        assert not self.at.again()
        self.at.settle()
        assert self.at.ask("SELECT count(*) FROM outbox") == before
