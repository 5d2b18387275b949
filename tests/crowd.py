"""A group that has many members already, for tests of large groups."""

from uuid import uuid4

from sqlalchemy import insert

from bot.house import House
from storage import contacts, groups, people
from storage.groups import Group
from storage.people import NewPerson
from storage.tables import memberships
from storage.work import Work


def sample_group(house: House, work: Work) -> Group:
    """Find the first group of the configuration."""
    group = groups.by_code(work, house.organisation.groups[0].code)
    assert group is not None
    return group


def grow_by(house: House, adults: int) -> None:
    """Add adults of another family to the sample group, as if they had been approved before."""
    with house.work("test") as work:
        group, other = sample_group(house, work), contacts.add(work, "signal", str(uuid4()))
        new = [NewPerson(uuid4(), n, f"Sample {n}", f"S{n}", True, None) for n in range(1, adults + 1)]
        people.keep(work, other.lane_id, new)
        rows = [
            {"id": uuid4(), "person_id": each.id, "group_id": group.id, "decided_by": group.leader_id} for each in new
        ]
        work.connection.execute(insert(memberships), [row | {"status": "active", "since": work.now} for row in rows])
