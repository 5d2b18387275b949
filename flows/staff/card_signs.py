"""Cards where a messenger has no buttons: each act has its number and its sign, the same on every card."""

from collections.abc import Mapping

SIGNS: Mapping[str, tuple[str, str]] = {
    "claim": ("1", "👍"),
    "approve": ("2", "✅"),
    "decline": ("3", "❌"),
    "rotate": ("4", "🔑"),
    "details": ("5", "👀"),
}


def act_of(answer: str) -> str | None:
    """Read what was written under a card, or the sign that was put on it; None for any other word."""
    given = answer.strip().rstrip(".)").replace("\ufe0f", "")
    return next((act for act, signs in SIGNS.items() if given in signs), None)
