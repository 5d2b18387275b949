"""The bare loop: the same two commits a turn, hand-written on psycopg, with none of our duties."""

import json
from typing import Any
from uuid import uuid4

import psycopg
from psycopg_pool import ConnectionPool

TABLES = """
    CREATE SCHEMA IF NOT EXISTS bare;
    CREATE TABLE IF NOT EXISTS bare.inbox (
        id uuid PRIMARY KEY, key text NOT NULL UNIQUE, family text NOT NULL, body text NOT NULL,
        at timestamptz NOT NULL DEFAULT now());
    CREATE TABLE IF NOT EXISTS bare.conversations (family text PRIMARY KEY, state jsonb NOT NULL);
    CREATE TABLE IF NOT EXISTS bare.outbox (
        id uuid PRIMARY KEY, family text NOT NULL, body text NOT NULL, at timestamptz NOT NULL DEFAULT now());
"""
REPLY = "Thank you. What name should we show on the screen?"


class Bare:
    """A bot that does nothing but keep what came, where the conversation is, and what it says."""

    def __init__(self, url: str, connections: int) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(TABLES)
        self._pool = ConnectionPool(url, min_size=connections, max_size=connections, open=True)
        self._pool.wait()

    def turn(self, family: str, text: str) -> None:
        """Keep the message, commit; move the conversation on, queue the reply, commit."""
        self.turn_of(uuid4().hex, family, text)

    def turn_of(self, key: str, family: str, text: str) -> None:
        """The same, of a message that has a key already."""
        with self._pool.connection() as connection:
            connection.execute(
                "INSERT INTO bare.inbox (id, key, family, body) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
                (uuid4(), key, family, text),
            )
        with self._pool.connection() as connection:
            found = connection.execute(
                "SELECT state FROM bare.conversations WHERE family = %s FOR UPDATE", (family,)
            ).fetchone()
            state: dict[str, Any] = {"answers": []} if found is None else found[0]
            state["answers"].append(text)
            connection.execute(
                "INSERT INTO bare.conversations (family, state) VALUES (%s, %s)"
                " ON CONFLICT (family) DO UPDATE SET state = excluded.state",
                (family, json.dumps(state)),
            )
            connection.execute(
                "INSERT INTO bare.outbox (id, family, body) VALUES (%s, %s, %s)", (uuid4(), family, REPLY)
            )

    def close(self) -> None:
        """Leave the database."""
        self._pool.close()
