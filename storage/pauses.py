"""A messenger that sends nothing for us until a person has solved a puzzle: since when, and what it gave us."""

from datetime import datetime

from sqlalchemy import func, select, update

from storage import marks
from storage.queued import MAY_BE_REPEATED, Row
from storage.tables import contacts, outbox
from storage.work import Work

REASON = "challenge_required"


def begin(work: Work, channel: str, until: datetime, challenge: str) -> None:
    """Send nothing more on this channel until then; keep the newest challenge for whoever solves it."""
    marks.write(work.connection, _name(channel, "until"), until.isoformat())
    if challenge:
        marks.write(work.connection, _name(channel, "challenge"), challenge)


def until(work: Work, channel: str) -> datetime | None:
    """Until when nothing is sent on this channel; None where it sends."""
    found = marks.read(work.connection, _name(channel, "until"))
    moment = datetime.fromisoformat(found) if found else None
    return moment if moment is not None and moment > work.now else None


def challenge(work: Work, channel: str) -> str | None:
    """What the messenger wants to see with the solved puzzle; None where it wants nothing."""
    return marks.read(work.connection, _name(channel, "challenge")) or None


def wait(work: Work, row: Row, until_then: datetime) -> None:
    """Keep a message until then, and what comes after it in its lane with it."""
    held = {"due_at": until_then, "reason": row.why(REASON), "attempts": func.greatest(outbox.c.attempts, 1)}
    work.connection.execute(update(outbox).where(outbox.c.id == row.id).values(status="due", **held))


def end(work: Work, channel: str) -> int:
    """The puzzle is solved: what waited is due now; answers how many messages that are."""
    marks.write(work.connection, _name(channel, "until"), "")
    marks.write(work.connection, _name(channel, "challenge"), "")
    theirs = select(contacts.c.id).where(contacts.c.channel == channel)
    waiting = update(outbox).where(outbox.c.status == "due", outbox.c.contact_id.in_(theirs))
    waiting = waiting.where(outbox.c.reason.in_([REASON, MAY_BE_REPEATED]))
    still = func.nullif(outbox.c.reason, REASON)
    return work.connection.execute(waiting.values(due_at=work.now, reason=still)).rowcount


def _name(channel: str, what: str) -> str:
    return f"pause.{channel}.{what}"
