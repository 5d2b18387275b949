"""At the start of live mode: the staff register and the groups as doorstep.toml has them, and the staff channel."""

from datetime import UTC, datetime, time, timedelta

from bot import due, published
from bot.house import House
from bot.organisation import StaffMember
from bot.settings import Settings
from flows.policy import Seat
from storage import contacts, groups, marks, staff, traps
from storage.ids import id_for
from storage.work import Work


def settle_in(house: House, settings: Settings) -> None:
    """Add what is not there yet; a second time, or by two processes at once, changes nothing more.

    Nobody gets a private line or a confirmed policy by it: those take the person's own word.
    """
    with house.work("operator") as work:
        marks.alone(work.connection, "register")
        published.settle(work, house.organisation)
        if settings.telegram_staff_chat_id is not None:
            _open_channel(work, "telegram", str(settings.telegram_staff_chat_id))
        if settings.signal_staff_group is not None:
            _open_channel(work, "signal", settings.signal_staff_group)
        _add_staff(work, house)
        _add_groups(work, house)
        due.begin(work, house.organisation)
        traps.lay(work, work.now + timedelta(days=house.organisation.joining.invitation_days))
    house.seal_audit()


def qualified_until(member: StaffMember) -> datetime | None:
    """The end of somebody's qualification (G1.1), as a moment."""
    return None if member.qualified_until is None else datetime.combine(member.qualified_until, time(), UTC)


def _open_channel(work: Work, messenger: str, chat: str) -> None:
    """Make this chat the staff channel; of several, the newest is."""
    current = contacts.staff_channel(work)
    known = contacts.by_token(work, messenger, contacts.token(work, messenger, chat))
    if known is None:
        contacts.add(work, messenger, chat, "staff_channel")
    elif current is None or current.id != known.id:
        contacts.change(work, known.id, created_at=work.now)
    else:
        return
    work.record("open", "channel", messenger)


def _add_staff(work: Work, house: House) -> None:
    for member in house.organisation.staff:
        staff.add(work, member.handle, member.name, member.roles, qualified_until(member))


def _add_groups(work: Work, house: House) -> None:
    """A group that is there already stays as staff have made it since."""
    handles = {handle: staff_id for staff_id, handle in staff.handles(work).items()}
    platform = house.organisation.meetings.platforms[0]
    for group in house.organisation.groups:
        group_id = id_for("configured group", group.code)
        if groups.by_id(work, group_id) is None and groups.by_code(work, group.code) is None:
            groups.add(work, group_id, group.name, platform, handles[group.leader])
            groups.seat(work, group_id, Seat.SECOND, handles[group.second])
            groups.recode(work, group_id, group.code)
            if group.sensitive is not None:
                groups.set_sensitive(work, group_id, group.sensitive)
