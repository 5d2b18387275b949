"""Lanes: one serial lane per family, per member of staff and for the staff channel.

A turn holds the row lock; a delivery holds the lease, because no transaction may be open while it talks to a
provider. Leases are judged by the database's own clock: it is about live processes, not about the playground's time.
"""

from uuid import UUID

from sqlalchemy import Connection, bindparam, func, or_, select, text, update

from storage.tables import lanes
from storage.work import Work

_LOCK = select(lanes.c.id).where(lanes.c.id == bindparam("lane")).with_for_update(key_share=True)


def lock(work: Work, lane_id: UUID) -> None:
    """Wait for the lane. Lanes are locked by id, before groups and meetings.

    It does not hold back who only refers to the lane: a rotation queues words for it while holding a meeting.
    """
    work.connection.execute(_LOCK, {"lane": lane_id})


def lease(connection: Connection, lane_id: UUID, holder: str, seconds: int = 20) -> bool:
    """Take the right to deliver in this lane, or renew it; False while another process has it."""
    until = func.clock_timestamp() + text(f"interval '{int(seconds)} seconds'")
    free = or_(lanes.c.leased_until.is_(None), lanes.c.leased_until < func.clock_timestamp(), lanes.c.lease == holder)
    taken = connection.execute(
        update(lanes).where(lanes.c.id == lane_id, free).values(lease=holder, leased_until=until).returning(lanes.c.id)
    )
    return taken.one_or_none() is not None


def release(connection: Connection, lane_id: UUID, holder: str) -> None:
    """Give the lane back."""
    connection.execute(
        update(lanes).where(lanes.c.id == lane_id, lanes.c.lease == holder).values(lease=None, leased_until=None)
    )
