"""What each process that acts would read anew: imported where they are forked, so that it is read once."""

from bot.app import disclosure_words
from tests.faults import acting
from tests.stage import ROOT, organisation_of

__all__ = ["acting"]

disclosure_words()
organisation_of(ROOT / "doorstep.toml")
