"""Lanes: one serial lane per family, per member of staff and for the staff channel.

A turn holds the row lock; a delivery holds the lease, because no transaction may be open while it talks to a
provider. Leases are judged by the database's own clock: it is about live processes, not about the playground's time.
"""

from uuid import UUID

from sqlalchemy import Connection, DateTime, Double, bindparam, func, null, or_, select, update

from storage import queued
from storage.fixed import fixed
from storage.tables import lanes
from storage.work import Work

LASTS = 20.0
"""Seconds, after which the lane of a process that has died or sleeps is another's."""
_THIS = lanes.c.id == bindparam("lane")
_OURS = lanes.c.lease == bindparam("holder")
_NOW = func.clock_timestamp()
_FREE = or_(lanes.c.leased_until.is_(None), lanes.c.leased_until < _NOW, _OURS)
_UNTIL = _NOW + func.make_interval(0, 0, 0, 0, 0, 0, bindparam("seconds", type_=Double))

_LOCK = select(lanes.c.id).where(_THIS).with_for_update(key_share=True)
_WAITS = queued.waits_in(lanes.c.id, bindparam("now", type_=DateTime(timezone=True)))
_TAKE = update(lanes).where(_THIS, _FREE, _WAITS).values(lease=bindparam("holder"), leased_until=_UNTIL)
_LEASE = fixed(_TAKE.returning(lanes.c.id))
_RENEW = fixed(update(lanes).where(_THIS, _OURS).values(leased_until=_UNTIL))
_GIVE_BACK = update(lanes).where(_THIS, _OURS).values(lease=null(), leased_until=null())


def lock(work: Work, lane_id: UUID) -> None:
    """Wait for the lane. Lanes are locked by id, before groups and meetings.

    It does not hold back who only refers to the lane: a rotation queues words for it while holding a meeting.
    """
    work.connection.execute(_LOCK, {"lane": lane_id})


def lease(work: Work, lane_id: UUID, holder: str) -> bool:
    """Take the right to deliver in this lane, or renew it; False while another process has it, or nothing waits.

    Most wake-up jobs come to a lane that is empty already: they write nothing.
    """
    asked = {"lane": lane_id, "holder": holder, "seconds": LASTS, "now": work.now}
    return work.connection.execute(_LEASE, asked).one_or_none() is not None


def renew(connection: Connection, lane_id: UUID, holder: str) -> None:
    """Keep the lane while its message is being sent; nothing happens if another process has it by now."""
    connection.execute(_RENEW, {"lane": lane_id, "holder": holder, "seconds": LASTS})


def release(connection: Connection, lane_id: UUID, holder: str) -> None:
    """Give the lane back."""
    connection.execute(_GIVE_BACK, {"lane": lane_id, "holder": holder})
