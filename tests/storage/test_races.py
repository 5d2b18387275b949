"""What holds when two do something at the same moment, on the real database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from bot.acts import ACTS
from bot.moment import Moment
from flows.family.acts.joining import AdultDetails, Details, LookUpCode, OpenCase
from flows.policy import Refused
from flows.staff.acts.cases import Decide, ReadCase
from flows.staff.acts.groups import Invite
from storage import contacts, lanes
from storage.contacts import Contact
from storage.tables import cases
from tests.bot.desk import Desk, desk
from tests.stage import Stage

DETAILS = Details((AdultDetails("Sample Person", "Sample", adult=True),), "mornings", None, False, "the park", None)


@pytest.fixture
def at(playground: Stage) -> Desk:
    return desk(playground.house)


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all of it at the same moment; answers what came of each."""
    ready = Barrier(len(deeds))

    def do(deed: Callable[[], Any]) -> Any:
        ready.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


def strangers(at: Desk, number: int) -> list[Contact]:
    with at.house.work("test") as work:
        return [contacts.add(work, "signal", f"stranger{n}") for n in range(number)]


def redeem(at: Desk, contact: Contact, code: str) -> Callable[[], Any]:
    """Look a code up, then be ready to open a case with it."""
    conversation = uuid4()

    def perform(command: Any) -> Any:
        with at.house.work(f"contact:{contact.id}") as work:
            lanes.lock(work, contact.lane_id)
            organisation, texts = at.house.organisation, at.house.texts
            moment = Moment(work, organisation, contact, None, conversation, None, "act", texts=texts)
            return ACTS[type(command)](moment, command)

    assert not isinstance(perform(LookUpCode(code)), Refused)
    return lambda: perform(OpenCase("invited", DETAILS, code))


def test_of_eight_who_use_one_invitation_at_once_one_is_invited(at: Desk) -> None:
    made = at.staff_does("anna", Invite(at.house.organisation.groups[0].code))
    at_once(*(redeem(at, each, made.code) for each in strangers(at, 8)))
    with at.house.engine.begin() as connection:
        roads = [(row.road, row.group_id is None) for row in connection.execute(select(cases))]
    assert sorted(roads) == [("asked", True)] * 7 + [("invited", False)]
    assert "staff_invitation_reused" in at.told_staff("anna")


def test_of_approving_and_declining_at_once_one_counts(at: Desk) -> None:
    code = at.ask_to_join("Amira Sample")
    at.review(code)
    group = at.house.organisation.groups[0].code
    version = at.staff_does("anna", ReadCase(code)).version
    results = at_once(
        lambda: at.staff_does("anna", Decide(code, version, "approved", group)),
        lambda: at.staff_does("maria", Decide(code, version, "declined", group)),
        lambda: at.staff_does("max", Decide(code, version, "declined", group)),
    )
    assert sum(isinstance(each, Refused) for each in results) == 2
    with at.house.engine.begin() as connection:
        status = connection.execute(select(cases.c.status)).scalar_one()
    assert at.standings() == (["approved"] if status == "approved" else [])
