"""How what is on the phones is told: as rows for the page, and as a transcript."""

from typing import Any


def shown_as(row: dict[str, Any]) -> dict[str, Any]:
    """Make a row of the page."""
    body = row["body"]
    return {
        "n": row["n"],
        "rev": row["rev"],
        "at": row["at"].isoformat(),
        "chat": row["phone"],
        "from": row["sender"],
        "text": "" if row["deleted"] else body["text"],
        "preview": "" if row["deleted"] else body["preview"],
        "kind": row["kind"],
        "of": body.get("of"),
        "buttons": row["buttons"],
        "template": row["template"],
        "status": row["status"],
        "edited": row["edited"],
        "deleted": row["deleted"],
    }


def transcript_of(shown: list[dict[str, Any]]) -> str:
    """Write a chat as a transcript: `> what they write`, then the bot's lines."""
    lines: list[str] = []
    for message in shown:
        if message["from"] == "bot":
            lines += [line.rstrip() for line in message["text"].splitlines()] or ["(deleted)"]
        else:
            lines += ["", f"> {message['text']}"]
    return "\n".join(lines).strip() + "\n"
