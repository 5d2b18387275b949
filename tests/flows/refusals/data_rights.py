from flows.policy import Role
from flows.policy.data_rights import DataFacts, may_correct, may_erase_data, may_see_data_request, may_show_data
from tests.flows.refusals.table import MANAGER, Table, row, staff

LEAD = staff("dina", Role.DATA_LEAD)
ASKED = DataFacts(LEAD, is_request=True)
NOT_THEIRS = (row("X4", "only_data_lead", actor=MANAGER), row("X4", "no_such_request", is_request=False))
NOT_YET = (row("A4", "already_done", closed=True), row("X4", "reverify_first", checked=False))

TABLES = (
    Table(may_see_data_request, ASKED, NOT_THEIRS),
    Table(may_show_data, ASKED, (*NOT_THEIRS, *NOT_YET)),
    Table(
        may_correct,
        ASKED,
        (
            *NOT_THEIRS,
            *NOT_YET,
            row("G11.5", "name_of_bar", shut_out=True),
            row("G7.2", "number_of_frozen", frozen=True),
        ),
    ),
    Table(may_erase_data, ASKED, (*NOT_THEIRS, *NOT_YET, row("X4", "held_back", held_back=("complaint",)))),
)
