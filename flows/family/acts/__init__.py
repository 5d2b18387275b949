"""What families' flows ask of storage, and what comes back, a file for each subject.

Performed by bot/acts/family_*.py; `Done` also answers what staff ask.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """It was done; there is nothing to tell but that."""
