"""The organisation's guidelines as code: frozen facts in, Allowed or Refused out. No other module decides.

Each function's docstring begins with the clauses that it carries out; docs/guidelines.md lists them all.
Here stand the words that everybody needs; the rules are imported from the module of their subject.
"""

from flows.policy.labels import Label, label_of
from flows.policy.meetings import MeetingStatus
from flows.policy.members import Standing
from flows.policy.staff import Actor, Role, Seat
from flows.policy.verdict import Allowed, Refused, Verdict

__all__ = [
    "Actor",
    "Allowed",
    "Label",
    "MeetingStatus",
    "Refused",
    "Role",
    "Seat",
    "Standing",
    "Verdict",
    "label_of",
]
