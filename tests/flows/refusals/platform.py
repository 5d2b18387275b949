from flows.policy import MeetingStatus, Role, Seat
from flows.policy.platform import (
    ConfirmedFacts,
    HostFacts,
    RestartFacts,
    Tick,
    WaitingFacts,
    may_be_let_in,
    may_have_host_link,
    may_restart,
    provider_confirms,
)
from tests.flows.refusals.table import COVER, MANAGER, MODERATOR, OUTSIDER, SECOND, Table, row, staff

ALL = frozenset(Tick)
STARTED, ENDED = MeetingStatus.STARTED, MeetingStatus.ENDED

TABLES = (
    Table(
        provider_confirms,
        ConfirmedFacts(MeetingStatus.PLANNED, 2, 2, "https://meet.example/j/123", ALL),
        (
            row("G6.8", "meeting_over", status=MeetingStatus.CANCELLED),
            row("G6.8", "meeting_over", status=ENDED),
            row("G6.5", "password_replaced", version=1),
            row("G6.3", "platform_not_ready", confirmed=ALL - {Tick.PASSCODE_SET}),
            row("G6.3", "waiting_room", confirmed=ALL - {Tick.WAITING_ROOM}),
            row("G6.3", "link_missing", link=""),
            row("G6.3", "link_has_password", link="https://meet.example/j/123?pwd=abc"),
            row("G6.3", "link_has_password", confirmed=ALL - {Tick.LINK_PLAIN}),
            row("H3.2", "recording_not_off", confirmed=ALL - {Tick.NOTHING_KEPT}),
        ),
    ),
    Table(
        may_restart,
        RestartFacts(SECOND, STARTED, version=2, current=2),
        (
            row("A1", "not_the_team", actor=MODERATOR),
            row("A1", "not_the_team", actor=OUTSIDER),
            row("G6.8", "meeting_over", status=ENDED),
            row("G6.8", "meeting_over", status=MeetingStatus.MOVED),
            row("G6.5", "password_replaced", version=1),
        ),
    ),
    Table(
        may_have_host_link,
        HostFacts(COVER, private_line=True, status=STARTED, made=True),
        (
            row("G6.7", "not_here", private_line=False),
            row("A1", "only_leader", actor=SECOND),
            row("A1", "only_leader", actor=MANAGER),
            row("A1", "only_leader", actor=staff("olga", Role.PRACTITIONER, Seat.MODERATOR)),
            row("G6.8", "meeting_over", status=ENDED),
            row("G6.3", "no_room", made=False),
        ),
    ),
    Table(
        may_be_let_in,
        WaitingFacts(listed=True, inside_already=False),
        (
            row("G7.3", "not_on_list", listed=False),
            row("G7.6", "name_twice", inside_already=True),
        ),
    ),
)
