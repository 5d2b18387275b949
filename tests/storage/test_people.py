from datetime import datetime
from uuid import uuid4

from sqlalchemy import Engine

from storage import contacts, people
from storage.crypto import KeyRing
from storage.people import NewPerson
from storage.work import Work


def test_two_adults_of_one_name_are_two_when_the_family_is_told_again(
    database: Engine, keys: KeyRing, moment: datetime
) -> None:
    with database.begin() as connection:
        work = Work(connection, keys, moment, "test", "1")
        family = contacts.add(work, "signal", "amira").lane_id
        people.keep(work, family, [_named("Amira Sample", 1)])
        [before] = people.of_family(work, family)
        people.keep(work, family, [_named("Amira Sample", 1), _named("Amira Sample", 2)])
        after = people.of_family(work, family)
    assert [each.number for each in after] == [1, 2]
    assert after[0].id == before.id != after[1].id


def _named(name: str, number: int) -> NewPerson:
    return NewPerson(uuid4(), number, name, name, adult=True, uses_contact=None)
