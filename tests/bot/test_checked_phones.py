"""Live checks from before they knew their phone: the audit knows it, and where it does not they free none (G6.4)."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine, select, text, update

from flows.family.acts import Done
from flows.staff.acts.care import Unfreeze
from storage.tables import checks
from storage.upgrading import upgrade
from tests.bot.sara import Sara
from tests.group_life import Life


@pytest.fixture
def sara(ready: Life) -> Sara:
    """Sara on Signal and on WhatsApp; her Signal changed, and a colleague rang her about it."""
    joined = Sara(ready).join()
    joined.freeze(joined.signal_id)
    assert joined.staff("anna", Unfreeze(joined.case, str(joined.signal_id), "call")) == Done()
    return joined


def up_again(database: Engine) -> list[UUID | None]:
    """Take the checks back to the tables of the release before, and up again; answers the phones of the live ones."""
    with database.begin() as connection:
        connection.execute(text("ALTER TABLE checks DROP COLUMN contact_id"))
        (newest,) = connection.execute(text("SELECT version_num FROM alembic_version")).one()
        connection.execute(text("UPDATE alembic_version SET version_num = '0023'"))
        upgrade(connection, "0024")
        connection.execute(text("UPDATE alembic_version SET version_num = :newest"), {"newest": newest})
        return list(connection.execute(select(checks.c.contact_id).where(checks.c.kind == "recheck")).scalars())


@pytest.mark.clause("G6.4", "G7.2")
def test_an_earlier_live_check_is_of_the_phone_that_the_audit_says_was_opened(sara: Sara) -> None:
    assert up_again(sara.life.engine) == [sara.signal_id]


@pytest.mark.clause("G6.4")
def test_an_earlier_live_check_of_which_the_audit_says_nothing_is_of_no_phone(sara: Sara) -> None:
    with sara.life.engine.begin() as connection:
        connection.execute(update(checks).values(at=checks.c.at - timedelta(days=1)))
    assert up_again(sara.life.engine) == [None]


@pytest.mark.clause("G6.4")
def test_an_earlier_live_check_that_may_be_of_either_phone_is_of_none(sara: Sara) -> None:
    sara.freeze(sara.whatsapp_id)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.whatsapp_id), "call")) == Done()
    assert up_again(sara.life.engine) == [None, None]
