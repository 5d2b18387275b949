"""What every act on a meeting begins with: the meeting, and who acts with the seats of the day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from bot.acts.actor import actor
from bot.moment import Moment
from bot.organisation import Organisation
from flows.policy import Actor, Refused
from flows.policy.meetings import MeetingStatus, what_blocks
from flows.staff.acts.meetings import MeetingLine
from storage import meetings, one_to_ones, seats
from storage.diary import Clocks
from storage.meetings import Meeting
from storage.standings import Terms
from storage.work import Work

_BLOCKS = {
    "refused_group_paused": "blocks_paused",
    "refused_no_leader": "blocks_no_leader",
    "refused_leader_qualification": "blocks_no_leader",
    "refused_no_second": "blocks_no_second",
    "refused_same_person": "blocks_no_second",
    "refused_leader_not_confirmed": "blocks_leader_not_here",
    "refused_second_not_confirmed": "blocks_second_not_here",
    "refused_no_moderator": "blocks_moderator",
    "refused_moderator_not_confirmed": "blocks_moderator",
    "refused_no_password_yet": "blocks_no_password",
    "refused_rotation_waits": "blocks_platform",
    "refused_platform_not_ready": "blocks_platform",
}

UNANSWERED = "blocks_unanswered"


def find(moment: Moment, code: str) -> tuple[Meeting, Actor] | Refused:
    """Find a meeting and say who acts on it. A code that nobody has is refused like somebody else's."""
    meeting = meetings.by_code(moment.work, code)
    if meeting is None:
        return Refused("A1", "refused_not_staff_of_group")
    return meeting, on_the_day(moment, meeting)


def on_the_day(moment: Moment, meeting: Meeting) -> Actor:
    """Say who acts, with the seats held in the group and those held for this meeting only (G1.5)."""
    acting = actor(moment, meeting.group_id)
    if moment.staff_id is None:
        return acting
    return replace(acting, seats=seats.for_the_day(moment.work, meeting, moment.staff_id, acting))


def on_duty(moment: Moment, group_id: UUID | None) -> Actor:
    """Say who acts for a group: with the seats held in it, and in a meeting of it while that lasts (G1.5)."""
    acting = actor(moment, group_id)
    if group_id is None or moment.staff_id is None:
        return acting
    held = (
        seats.for_the_day(moment.work, each, moment.staff_id, acting)
        for each in seats.covers_of(moment.work, moment.staff_id, group_id)
    )
    return replace(acting, seats=acting.seats.union(*held))


def is_private(moment: Moment) -> bool:
    """Tell whether the answer goes to a private line and nowhere else."""
    return moment.contact.audience == "staff"


def line(work: Work, meeting: Meeting) -> MeetingLine:
    """Write one meeting as a line of a list."""
    return MeetingLine(
        code=meeting.code,
        group=meeting.group_name,
        starts_at=meeting.starts_at,
        status=meeting.status,
        blocks=blocks(work, meeting),
        without_password=max(0, meeting.expected - meeting.released),
    )


def blocks(work: Work, meeting: Meeting, only: Iterable[str] = ()) -> tuple[str, ...]:
    """Name what still stands before a release, by text ids; only some of them, if named."""
    said = [_BLOCKS.get(refused.reason) for refused in what_blocks(meetings.facts(work, meeting))]
    if meeting.is_one_to_one and meeting.accepted_at is None:
        said.append(UNANSWERED)
    wanted = frozenset(only or (*_BLOCKS.values(), UNANSWERED))
    return tuple(dict.fromkeys(block for block in said if block in wanted))


def is_unreported(meeting: Meeting) -> bool:
    """G9.2: people could come, it is over, and nobody has said what happened."""
    over = meeting.status == MeetingStatus.ENDED and not meeting.is_one_to_one
    return over and bool(meeting.given or "ticks" in meeting.checklist) and "reported" not in meeting.checklist


def is_left_open(work: Work, meeting: Meeting) -> bool:
    """I1.1: a one-to-one that was begun, and nobody has checked out of."""
    one = one_to_ones.by_id(work, meeting.id) if meeting.is_one_to_one else None
    return one is not None and one.begun_at is not None and one.ended_at is None


def terms(organisation: Organisation) -> Terms:
    """Say what releases depend on besides the person."""
    window = timedelta(minutes=organisation.meetings.window_minutes)
    return Terms(organisation.agreement.version, window)


def clocks(organisation: Organisation) -> Clocks:
    """Say when what about a meeting falls due."""
    planned = organisation.meetings
    return Clocks(
        window=timedelta(minutes=planned.window_minutes),
        seats=timedelta(minutes=planned.seat_reminder_minutes),
        alert=timedelta(minutes=planned.seat_alert_minutes),
        wipe=timedelta(hours=organisation.retention.password_hours),
    )


def local_day(moment: Moment, at: datetime) -> date:
    """Name the day on which something is, as people say it."""
    return at.astimezone(moment.organisation.zone).date()


def to_utc(organisation: Organisation, day: date, at: time) -> datetime:
    """Turn a day and a time as people say them into a moment; summer time makes no difference to them."""
    return datetime.combine(day, at, tzinfo=organisation.zone).astimezone(UTC)
