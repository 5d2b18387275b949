"""Every table, and what each row stands for, a file for each subject."""

from storage.tables.columns import metadata
from storage.tables.data_rights import erasures, holds
from storage.tables.joining import (
    acceptances,
    agreement_versions,
    alerts,
    cases,
    checks,
    deeds,
    groups,
    guesses,
    invitations,
    memberships,
    referrals,
    tries,
)
from storage.tables.matters import breaches, callbacks, complaints, concerns
from storage.tables.meetings import attendance, meeting_keys, meetings, one_to_ones, passwords, releases
from storage.tables.messages import audit, buttons, cards, conversations, inbox, marks, outbox, timers
from storage.tables.playground import phone_messages, phone_rev, phones
from storage.tables.rooms import room_events, rooms
from storage.tables.who import contacts, families, lanes, people, qualifications, staff, staff_codes

__all__ = [
    "acceptances",
    "agreement_versions",
    "alerts",
    "attendance",
    "audit",
    "breaches",
    "buttons",
    "callbacks",
    "cards",
    "cases",
    "checks",
    "complaints",
    "concerns",
    "contacts",
    "conversations",
    "deeds",
    "erasures",
    "families",
    "groups",
    "guesses",
    "holds",
    "inbox",
    "invitations",
    "lanes",
    "marks",
    "meeting_keys",
    "meetings",
    "memberships",
    "metadata",
    "one_to_ones",
    "outbox",
    "passwords",
    "people",
    "phone_messages",
    "phone_rev",
    "phones",
    "qualifications",
    "referrals",
    "releases",
    "room_events",
    "rooms",
    "staff",
    "staff_codes",
    "timers",
    "tries",
]
