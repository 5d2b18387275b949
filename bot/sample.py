"""Moves the sample staff and the sample group of the configuration into the playground. Never in live mode."""

from datetime import UTC, datetime, time

from bot.house import House
from storage import contacts, groups, staff
from storage.work import Work

STAFF_MESSENGER, PRIVATE_MESSENGER = "telegram", "signal"
CHANNEL_ADDRESS = "staff-channel"


def settle_in(house: House) -> None:
    """Add what is not there yet; a second time changes nothing."""
    with house.work("operator") as work:
        if contacts.staff_channel(work) is not None:
            return
        contacts.add(work, STAFF_MESSENGER, CHANNEL_ADDRESS, "staff_channel")
        _staff(work, house)
        _groups(work, house)
    house.seal_audit()


def _staff(work: Work, house: House) -> None:
    version = house.organisation.staff_policies.version
    for member in house.organisation.staff:
        until = member.qualified_until and datetime.combine(member.qualified_until, time(), UTC)
        staff_id = staff.add(work, member.handle, member.name, member.roles, until or None)
        staff.confirm_policies(work, staff_id, version)
        contacts.add(work, PRIVATE_MESSENGER, member.handle, "staff", staff_id)
        contacts.add(work, STAFF_MESSENGER, member.handle, "staff_member", staff_id)


def _groups(work: Work, house: House) -> None:
    handles = {handle: staff_id for staff_id, handle in staff.handles(work).items()}
    for group in house.organisation.groups:
        groups.add_sample(
            work,
            group.code,
            group.name,
            house.organisation.meetings.platforms[0],
            handles[group.leader],
            handles[group.second],
        )
