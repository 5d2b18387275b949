"""The invitation as a family reads it, in one piece, so that it can be judged before it goes (G4)."""

from collections.abc import Callable, Collection, Coroutine
from typing import Any

from flows.chat import Chat, Say
from flows.facts import FamilyFacts
from flows.family.agreement import read, read_all
from flows.policy.agreement import POINTS, InvitationText

OWN_RISK = ("own_risk_care", "own_risk_rights")


def invitation_text(
    facts: FamilyFacts, told: Callable[[Say], str], *, website_host: str, secrets: Collection[str] = ()
) -> InvitationText:
    """G4.1-G4.4: what is said before the first "I agree". `told` puts a line in words; without words it is missing."""
    said = {line.text: told(line).strip() for line in _lines(facts)}
    organisation = facts.organisation
    return InvitationText(
        words="\n".join(said.values()),
        agreement=organisation.agreement.strip(),
        points=_points(said.get("points", ""), told),
        privacy_policy=organisation.privacy_policy,
        privacy_policy_host=website_host,
        privacy_notice=organisation.privacy_notice,
        camera_advice=bool(said.get("camera_advice")),
        own_risk_advice=all(said.get(text) for text in OWN_RISK),
        secrets=frozenset(secret for secret in secrets if secret),
    )


def _points(listed: str, told: Callable[[Say], str]) -> frozenset[str]:
    """G4.2: the points of which each ends a line of its own."""
    words = {point: told(Say(f"point_{point}", {})).strip() for point in POINTS}
    lines = listed.splitlines()
    return frozenset(point for point, said in words.items() if said and any(line.endswith(said) for line in lines))


def _lines(facts: FamilyFacts) -> list[Say]:
    return _said(read_all(Chat(), facts))


def lines_before(facts: FamilyFacts, what: str) -> list[Say]:
    """G4.5, X5: what is read out to an adult before one of the two answers."""
    return _said(read(Chat(), facts, what, {}))


def _said(run: Coroutine[Any, Any, None]) -> list[Say]:
    """Play what is read out; it asks nothing, so it runs to its end."""
    lines: list[Say] = []
    try:
        while True:
            lines.append(run.send(None))
    except StopIteration:
        return lines
