"""What is kept of the staff group over restarts and for all processes: its number, its topics, its latest messages."""

import json
from datetime import datetime, timedelta
from typing import Protocol

from storage import marks
from storage.database import Engine

CHAT = "telegram.chat"
OFFSET = "telegram.offset"
LATEST = "telegram.latest"
MINUTE = timedelta(minutes=1)
MOST_A_MINUTE = 20


class Memory(Protocol):
    """Small facts by name."""

    def read(self, name: str) -> str | None:
        """Read one fact."""
        ...

    def write(self, name: str, value: str) -> None:
        """Keep one fact."""
        ...


class Marks:
    """Kept in the database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self, name: str) -> str | None:
        """Read one fact."""
        with self._engine.begin() as connection:
            return marks.read(connection, name)

    def write(self, name: str, value: str) -> None:
        """Keep one fact."""
        with self._engine.begin() as connection:
            marks.write(connection, name, value)


class Forgetful:
    """Kept as long as the object is."""

    def __init__(self) -> None:
        self._facts: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        """Read one fact."""
        return self._facts.get(name)

    def write(self, name: str, value: str) -> None:
        """Keep one fact."""
        self._facts[name] = value


def chat_now(memory: Memory, configured: int) -> int:
    """The group's number: the configured one, or the one that Telegram gave it instead."""
    was, _, became = (memory.read(CHAT) or "").partition(" ")
    return int(became) if became and was == str(configured) else configured


def has_moved(memory: Memory, configured: int, became: int) -> None:
    """Remember the group's new number for as long as this one is configured."""
    memory.write(CHAT, f"{configured} {became}")


def topic_of(memory: Memory, chat: int, subject: str) -> int | None:
    """The topic of a group in which a subject's messages stand."""
    found = memory.read(f"telegram.topic.{chat}.{subject}")
    return int(found) if found else None


def keep_topic(memory: Memory, chat: int, subject: str, thread: int | None) -> None:
    """Remember the topic; None forgets it."""
    memory.write(f"telegram.topic.{chat}.{subject}", str(thread or ""))


def wait_for_turn(memory: Memory, now: datetime, most: int = MOST_A_MINUTE) -> timedelta | None:
    """Count one message; how long to wait instead where there were too many within a minute.

    The group's messages leave one after the other whichever process sends them, so nobody counts at the same time.
    """
    told = json.loads(memory.read(LATEST) or "[]")
    latest = [at for each in told if now - MINUTE < (at := datetime.fromisoformat(each)) <= now]
    if len(latest) >= most:
        return latest[len(latest) - most] + MINUTE - now
    memory.write(LATEST, json.dumps([at.isoformat() for at in [*latest, now]]))
    return None
