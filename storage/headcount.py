"""L1.2: how many are expected at a group's meetings: adults, their families, and the screens that they join from."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from storage.meetings import EXPECTED
from storage.tables import memberships, people
from storage.work import Work


@dataclass(frozen=True)
class Headcount:
    """Three ways to count who is expected; the adults decide whether a moderator is needed."""

    adults: int
    families: int
    screens: int


def of_group(work: Work, group_id: UUID) -> Headcount:
    """Count who is approved and expected. Adults who share a phone share a screen."""
    screen = func.coalesce(people.c.contact_id, people.c.family_id)
    counted = (
        select(func.count(), func.count(people.c.family_id.distinct()), func.count(screen.distinct()))
        .select_from(memberships)
        .join(people, people.c.id == memberships.c.person_id)
        .where(memberships.c.group_id == group_id, memberships.c.status.in_(EXPECTED))
    )
    return Headcount(*work.connection.execute(counted).one())
