from flows.policy.several import (
    AddFacts,
    ChangeFacts,
    OwnContact,
    RemoveFacts,
    may_add_contact,
    may_decide_from_here,
    may_remove_contact,
)
from tests.flows.refusals.table import LEADER, OUTSIDER, Table, row

TABLES = (
    Table(
        may_add_contact,
        AddFacts(own=True, frozen=False, held=False),
        (
            row("G2.2", "code", own=False),
            row("G6.4", "contact_frozen", frozen=True),
            row("G6.4", "number_in_doubt", number_in_doubt=True),
            row("G6.5", "contact_held", held=True),
        ),
    ),
    Table(
        may_remove_contact,
        RemoveFacts(None, OwnContact("whatsapp", "+447700900123")),
        (
            row("G6.4", "not_own_contact", own=None),
            row("G6.4", "not_own_contact", same=True),
            row("G6.4", "contact_frozen", own__frozen=True),
            row("G6.4", "number_in_doubt", in_doubt=True),
            row("G6.5", "contact_held", own__held=True),
        ),
    ),
    Table(
        may_decide_from_here,
        ChangeFacts(frozen=False),
        (row("G6.4", "contact_frozen", frozen=True), row("G6.4", "number_in_doubt", number_in_doubt=True)),
    ),
    Table(may_remove_contact, RemoveFacts(LEADER), (row("A1", "not_the_team", actor=OUTSIDER),)),
)
