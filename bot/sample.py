"""Moves the sample staff and the sample group of the configuration into the playground. Never in live mode."""

from datetime import UTC, datetime, time

from bot import due, published
from bot.house import House
from flows.policy import Seat
from storage import contacts, groups, staff
from storage.ids import id_for
from storage.work import Work

STAFF_MESSENGER, PRIVATE_MESSENGER = "telegram", "signal"
CHANNEL_ADDRESS = "staff-channel"


def settle_in(house: House) -> None:
    """Add what is not there yet; a second time changes nothing."""
    with house.work("operator") as work:
        published.settle(work, house.organisation)
        if contacts.staff_channel(work) is not None:
            return
        contacts.add(work, STAFF_MESSENGER, CHANNEL_ADDRESS, "staff_channel")
        _staff(work, house)
        _groups(work, house)
        due.begin(work, house.organisation)
    house.seal_audit()


def _staff(work: Work, house: House) -> None:
    version = house.organisation.staff_policies.version
    for member in house.organisation.staff:
        until = None
        if member.qualified_until is not None:
            until = datetime.combine(member.qualified_until, time(), UTC)
        staff_id = staff.add(work, member.handle, member.name, member.roles, until)
        staff.confirm_policies(work, staff_id, version)
        contacts.add(work, PRIVATE_MESSENGER, member.handle, "staff", staff_id)
        contacts.add(work, STAFF_MESSENGER, member.handle, "staff_member", staff_id)


def _groups(work: Work, house: House) -> None:
    handles = {handle: staff_id for staff_id, handle in staff.handles(work).items()}
    platform = house.organisation.meetings.platforms[0]
    for group in house.organisation.groups:
        group_id = id_for("sample group", group.code)
        groups.add(work, group_id, group.name, platform, handles[group.leader])
        groups.seat(work, group_id, Seat.SECOND, handles[group.second])
        groups.recode(work, group_id, group.code)
        if group.sensitive is not None:
            groups.set_sensitive(work, group_id, group.sensitive)
