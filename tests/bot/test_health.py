"""What whoever looks after the service may ask it: whether it is alive, ready, and how it goes."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Table, create_engine, insert, text, update
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import metrics, web
from bot.acts import staff_platform
from bot.house import House
from flows.staff.acts.platform import SetPlatform
from storage import rotations
from storage.tables import callbacks, complaints, concerns, inbox, incidents, outbox
from tests.group_life import Life
from tests.stage import InThisProcess

AWAY = "postgresql+psycopg://doorstep@127.0.0.1:1/none?connect_timeout=1"
SOON, LATER = timedelta(hours=23), timedelta(days=3)


async def failing(_: Request) -> Response:
    raise ValueError("Sara Surname, +447700900123")


@contextmanager
def asked(house: House) -> Iterator[httpx.Client]:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield

    served = web.application(house, None, lifespan, [Route("/failing", failing)])
    transport = InThisProcess(served, is_raising=False)
    with httpx.Client(transport=transport, base_url="http://web:8080") as client:
        yield client


def figures(life: Life) -> dict[tuple[str, ...], float]:
    told = metrics.exposition(life.house()).decode()
    return {
        (sample.name.removeprefix("doorstep_"), *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(told)
        for sample in family.samples
    }


def test_it_is_ready_when_the_database_answers_with_the_tables_of_this_release(life: Life) -> None:
    with asked(life.house()) as client:
        assert client.get("/readyz").json() == {"ready": True}


def test_it_is_alive_but_not_ready_while_the_database_is_away(life: Life) -> None:
    away = replace(life.house(), engine=create_engine(AWAY))
    with asked(away) as client:
        ready, alive, told = client.get("/readyz"), client.get("/healthz"), client.get("/metrics")
    assert (ready.status_code, ready.json()) == (503, {"ready": False})
    assert alive.status_code == 200
    assert (told.status_code, "doorstep_up 0.0" in told.text) == (200, True)


@pytest.mark.parametrize("change", ["UPDATE alembic_version SET version_num = '0001'", "DROP TABLE alembic_version"])
def test_it_is_alive_but_not_ready_while_the_tables_are_behind(life: Life, change: str) -> None:
    with life.engine.begin() as connection:
        connection.execute(text(change))
    with asked(life.house()) as client:
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200


def test_it_stays_ready_while_a_newer_release_has_changed_the_tables_and_takes_over(life: Life) -> None:
    with life.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with asked(life.house()) as client:
        assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize("header", ["x-forwarded-for", "x-forwarded-host", "forwarded", "via"])
def test_figures_are_not_told_to_who_comes_through_a_proxy(life: Life, header: str) -> None:
    with asked(life.house()) as client:
        assert client.get("/metrics").status_code == 200
        assert client.get("/metrics", headers={header: "203.0.113.9"}).status_code == 404


def test_every_answer_has_the_strict_headers(life: Life) -> None:
    paths = ("/healthz", "/readyz", "/metrics", "/nowhere", "/", "/hooks/none", "/failing")
    with asked(life.house()) as client:
        answers = [client.get(path) for path in paths]
    for answer in answers:
        assert {name: answer.headers.get_list(name) for name in web.HEADERS} == {n: [v] for n, v in web.HEADERS.items()}


def test_an_answer_to_what_went_wrong_carries_nothing_of_the_error(life: Life) -> None:
    with asked(life.house()) as client:
        answer = client.get("/failing")
    assert (answer.status_code, answer.json()) == (500, {"error": "That did not work. Please try again."})


def keep(life: Life, table: Table, **values: Any) -> None:
    with life.work() as work:
        work.connection.execute(insert(table).values({"id": uuid4()} | values))


def test_turns_and_the_age_of_each_queue_are_told(life: Life) -> None:
    person = life.member("Quillonaria")
    for n, (status, age, took) in enumerate(
        [("done", 60, 5), ("parked", 50, 3), ("new", 40, None), ("done", 7200, 90)]
    ):
        at = life.now - timedelta(seconds=age)
        done = None if took is None else at + timedelta(seconds=took)
        came = {"channel": "signal", "key": f"{n}", "address_token": b"1", "sent_at": at, "received_at": at}
        keep(life, inbox, status=status, done_at=done, **came)
    life.make_ready()
    life.release(person)
    life.now += timedelta(seconds=20)
    told = figures(life)
    assert told["up",] == 1
    assert [told["turns", each] for each in ("done", "parked", "new")] == [1, 1, 1]
    assert told["slowest_turn_seconds",] == 5
    assert (told["queue_age_seconds", "turns"], told["queue_age_seconds", "messages"]) == (60, 20)
    assert told["messages", "signal", "due"] == 2
    assert "Quillonaria" not in metrics.exposition(life.house()).decode()


@pytest.mark.clause("G6.5")
def test_a_leak_is_measured_until_the_last_new_password_has_gone(life: Life) -> None:
    person = life.member("Sara")
    life.make_ready()
    life.release(person)
    with life.work() as work:
        assert rotations.rotate(work, life.meeting(), "leaked")
    life.now += timedelta(seconds=90)
    assert figures(life)["leak_waits_seconds",] == 90
    life.at("anna", SetPlatform(life.meeting().code, 2, None), staff_platform.set_platform)
    assert "password_changed" in life.told(person)
    life.now += timedelta(seconds=30)
    with life.work() as work:
        work.connection.execute(update(outbox).where(outbox.c.status == "due").values(status="sent", sent_at=life.now))
    told = figures(life)
    assert (told["leak_waits_seconds",], told["leak_to_last_password_seconds",]) == (0, 120)


def test_a_clock_is_at_risk_when_it_is_late_or_due_within_a_day(life: Life) -> None:
    line = life.contact(life.member("Sara")).id
    none = figures(life)
    assert {name: value for name, value in none.items() if name[0] == "clocks_at_risk"} == {
        ("clocks_at_risk", clock): 0 for clock in ("call_back", "case", "complaint_or_request", "concern", "regulator")
    }
    for n, due in enumerate((life.now + SOON, life.now - SOON, life.now + LATER)):
        keep(life, callbacks, code=f"R-{n}", contact_id=line, opened_at=life.now - LATER, due_at=due)
        words = {"words_sealed": b"1", "opened_at": life.now - LATER, "answer_by": life.now + LATER * 9}
        keep(life, complaints, code=f"K-{n}", contact_id=line, acknowledge_by=due, **words)
        told = {"kind": "leak", "words_sealed": b"1", "reported_by": "staff:anna", "at": life.now}
        keep(life, incidents, code=f"I-{n}", regulator_by=due, risk=("no_risk" if n == 0 else None), **told)
        keep(life, concerns, code=f"S-{n}", source="words", opened_at=due - timedelta(hours=2))
    found = figures(life)
    assert [
        found["clocks_at_risk", clock] for clock in ("call_back", "complaint_or_request", "regulator", "concern")
    ] == [
        2,
        2,
        1,
        1,
    ]
