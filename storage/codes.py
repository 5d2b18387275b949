"""Codes that people read and type: pointers such as F-7Q2X, and the secret codes of invitations (40 bits)."""

import re
import secrets
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.dialects.postgresql import insert

from storage.work import Work

# No 0 and O, 1 and I and L, 5 and S, 8 and B.
_PLAIN_LETTERS = "2345679ACDEFGHJKMNPQRTUVWXYZ"
# All that is left of letters and digits once O is read as 0, and I and L as 1.
_ALL_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CONFUSED = str.maketrans({"O": "0", "I": "1", "L": "1"})
_TRIES = 20


def new_code(kind: str) -> str:
    """Make a pointer: F case, M meeting, C complaint, K concern, R ring, B breach, G group."""
    return f"{kind}-{''.join(secrets.choice(_PLAIN_LETTERS) for _ in range(4))}"


def secret_code() -> str:
    """Make an invitation's code, shown in two groups; with a digit and a letter, so that it is no word or number."""
    letters = ""
    while letters.isalpha() or not re.search("[A-Z]", letters):
        letters = "".join(secrets.choice(_ALL_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def pointer(written: str) -> str:
    """Return a pointer as it is kept, however it was typed."""
    letters = re.sub(r"[^A-Z0-9]", "", written.upper())
    return f"{letters[:1]}-{letters[1:]}"


def token(work: Work, written: str) -> bytes:
    """Return the blind index of a secret code, however it was typed."""
    plain = re.sub(r"[^A-Z0-9]", "", written.upper()).translate(_CONFUSED)
    return work.keys.token("codes", plain)


def keep(work: Work, table: Table, kind: str, row: Mapping[str, Any]) -> tuple[str, bool]:
    """Insert a row under a fresh pointer: its code, and whether it is new. A used id keeps its row."""
    old = _code_of(work, table, row["id"])
    if old is not None:
        return old, False
    for _ in range(_TRIES):
        code = new_code(kind)
        fresh = insert(table).values(dict(row) | {"code": code}).on_conflict_do_nothing(index_elements=["code"])
        if work.connection.execute(fresh.returning(table.c.id)).scalar_one_or_none() is not None:
            return code, True
    raise LookupError(f"no free code was found for {table.name}")


def _code_of(work: Work, table: Table, row_id: UUID) -> str | None:
    return work.connection.execute(select(table.c.code).where(table.c.id == row_id)).scalar_one_or_none()
