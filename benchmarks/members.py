"""Groups with members in good standing, each with a meeting that has a password and starts in half an hour."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select

from bot.acts.meeting_access import terms
from bot.house import House
from flows.policy import Seat
from storage import codes, contacts, groups, meetings, passwords, people, seats
from storage import staff as staff_register
from storage.ids import new_id, new_lane_id
from storage.tables import acceptances, families, lanes, memberships
from storage.tables import contacts as contact_rows
from storage.tables import meetings as meeting_rows
from storage.tables import people as people_rows
from storage.work import Work

LEADER, SECOND, MODERATOR = "anna", "ben", "mo"
MANAGER = "maria"
MODERATED = 30
LINK = "https://zoom.example/j/1"


def group(house: House, size: int) -> UUID:
    """Make one group of so many members; answers its meeting."""
    with house.work("bench") as work:
        leader, second, moderator = (_staff(work, handle) for handle in (LEADER, SECOND, MODERATOR))
        group_id, meeting_id = new_id(), new_id()
        groups.add(work, group_id, "Bench", "zoom", leader)
        groups.seat(work, group_id, Seat.SECOND, second)
        team = [leader, second]
        if size >= MODERATED:
            groups.seat(work, group_id, Seat.MODERATOR, moderator)
            team.append(moderator)
        row = {"id": meeting_id, "group_id": group_id, "person_id": None, "platform": "zoom", "created_at": work.now}
        starts_at = work.now + timedelta(minutes=30)
        codes.keep(work, meeting_rows, "M", row | {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=1)})
        for each in team:
            seats.confirm(work, meetings.lock(work, meeting_id), each)
        passwords.make_password(work, meeting_id, "first")
        sealed = work.seal("meetings.link", meeting_id, LINK)
        meetings.change(work, meeting_id, platform_version=1, link_sealed=sealed, checklist={"nothing_kept": True})
        _members(work, house, group_id, leader, size)
    return meeting_id


def release(house: House, meeting_id: UUID) -> int:
    """Give everybody the link and the password; answers how many messages that queued."""
    asked = terms(house.organisation)
    with house.work("bench") as work:
        meeting = meetings.by_id(work, meeting_id)
        if meeting is None:
            return 0
        members = select(memberships.c.person_id).where(memberships.c.group_id == meeting.group_id)
        person_ids = list(work.connection.execute(members).scalars())
        for person_id in person_ids:
            line = contacts.of_person(work, person_id)
            if line is not None:
                passwords.release(work, person_id, line, meeting, asked, reply=True)
    return 2 * len(person_ids)


def _members(work: Work, house: House, group_id: UUID, leader: UUID, size: int) -> None:
    made = [(new_lane_id(), new_id(), new_id()) for _ in range(size)]
    run = work.connection.execute
    run(insert(lanes), [{"id": lane, "kind": "family"} for lane, _, _ in made])
    run(insert(families), [{"id": lane, "created_at": work.now} for lane, _, _ in made])
    run(insert(contact_rows), [_contact(work, lane, contact) for lane, contact, _ in made])
    run(insert(people_rows), [_person(work, *each) for each in made])
    member = {"group_id": group_id, "status": "active", "decided_by": leader, "since": work.now}
    run(insert(memberships), [member | {"id": new_id(), "person_id": person} for *_, person in made])
    version = house.organisation.agreement.version
    agreed = {"version": version, "text_hash": "", "language": "en", "at": work.now}
    both = [(person, what) for *_, person in made for what in ("agreement", "own_risk")]
    run(insert(acceptances), [agreed | {"id": new_id(), "person_id": person, "what": what} for person, what in both])


def _contact(work: Work, lane: UUID, contact: UUID) -> dict[str, Any]:
    address = str(contact)
    sealed = work.keys.seal("contacts.address", contact, address)
    row = {"id": contact, "lane_id": lane, "channel": "signal", "audience": "family", "address_sealed": sealed}
    token = contacts.token(work, "signal", address)
    return row | {"address_token": token, "created_at": work.now, "last_inbound_at": work.now}


def _person(work: Work, lane: UUID, contact: UUID, person: UUID) -> dict[str, Any]:
    name = f"Member {person.hex[:6]}"
    return {
        "id": person,
        "family_id": lane,
        "contact_id": contact,
        "full_name_sealed": work.keys.seal("people.full_name", person, name),
        "name_token": people.name_token(work, name),
        "screen_name_sealed": work.keys.seal("people.screen_name", person, name),
        "screen_token": people.name_token(work, name),
        "adult": True,
        "verified_at": work.now,
        "created_at": work.now,
    }


def _staff(work: Work, handle: str) -> UUID:
    found = staff_register.by_handle(work, handle)
    if found is None:
        raise LookupError(handle)
    return found.id
