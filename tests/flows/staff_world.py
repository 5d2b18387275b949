"""A sample world for staff's flows: what each act answers, facts for each role, a line that remembers. All made up."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from flows.chat import Act, Chat, Command
from flows.engine import Heard, State, Turn, play
from flows.facts import OrganisationFacts, StaffFacts
from flows.family.acts import Done
from flows.family.acts.own import SetLanguage
from flows.policy import Refused
from flows.staff import FLOWS
from flows.staff.acts.account import LastRefusal, MayBegin
from flows.staff.acts.alerts import ReadAlert, SetAlert
from flows.staff.acts.bars import BarLine, ExtendBar, LiftBar, ListBars, ReadBar
from flows.staff.acts.breaches import BreachDetails, DecideBreach, ListBreaches, ReadBreach, ReportBreach
from flows.staff.acts.care import (
    CloseRing,
    ConfirmPhone,
    ContactLine,
    FrozenLine,
    ListContacts,
    ListFrozen,
    ListRings,
    LoseContact,
    ReportWarning,
    RingLine,
    Unfreeze,
)
from flows.staff.acts.cases import (
    AskToExclude,
    CaseDetails,
    CaseLine,
    ClaimCase,
    Decide,
    Excludable,
    Exclude,
    Hold,
    ListCases,
    MarkKnown,
    MayDecide,
    ReadCase,
    RecordCall,
    RecordIdentity,
    RecordReferrer,
    RecordSuitability,
    TakeUp,
)
from flows.staff.acts.complaints import (
    AcknowledgeComplaint,
    CloseComplaint,
    ComplaintDetails,
    ComplaintStep,
    CountComplaints,
    ListComplaints,
    ReadComplaint,
    WriteProgress,
)
from flows.staff.acts.concerns import (
    AcknowledgeConcern,
    CloseConcern,
    ConcernDetails,
    ListConcerns,
    RaiseStaffConcern,
    ReadConcern,
)
from flows.staff.acts.data_rights import (
    AnswerDataRequest,
    CheckAsker,
    CorrectAnswer,
    CorrectName,
    DataRequestDetails,
    EraseData,
    HoldData,
    ListDataRequests,
    OpenDataRequest,
    ReadDataRequest,
)
from flows.staff.acts.glass import AskForGlass, BreakGlass, Opened
from flows.staff.acts.groups import (
    CodeOut,
    GroupLine,
    GroupTheme,
    InvitationMade,
    Invite,
    ListCodesOut,
    ListGroups,
    ListMembers,
    ListStaff,
    MakeGroup,
    MakeReferralCode,
    RevokeCode,
    SeatStaff,
    SetTheme,
)
from flows.staff.acts.hearing import Hear, ListToHear, ReadOut, ToHear
from flows.staff.acts.incidents import (
    IncidentDetails,
    IncidentNote,
    ListIncidents,
    ReadIncident,
    ReportIncident,
    WorkOnIncident,
)
from flows.staff.acts.meetings import (
    CancelMeeting,
    ConfirmSeat,
    EndMeeting,
    ListExpected,
    ListMeetings,
    MeetingDetails,
    MeetingLine,
    MoveMeeting,
    NoteAttendance,
    ReadMeeting,
    SayLate,
    ScheduleMeeting,
    StartMeeting,
    WaitingList,
)
from flows.staff.acts.one_to_ones import (
    AdultsToMeet,
    BeginOneToOne,
    EndOneToOne,
    ListAdults,
    ListOneToOnes,
    OneToOneDetails,
    OneToOneLine,
    OneToOneMade,
    ReadOneToOne,
    ScheduleOneToOne,
)
from flows.staff.acts.overview import Clock, ReadClocks, ReadWeek, WeekLine
from flows.staff.acts.people import (
    Attest,
    Cover,
    Leaving,
    ListCovers,
    ListQualified,
    LockDown,
    LockedDown,
    Offboard,
    Qualified,
    SetOnline,
)
from flows.staff.acts.platform import ClearHold, Rotate, SetPlatform, WhoHeld
from flows.staff.acts.publishing import AgreementState, ProposeAgreement, PublishAgreement, ReadAgreement
from flows.staff.acts.readings import ListReadings, ReadingLine
from flows.staff.acts.restricting import ReadRestriction, Restrict
from flows.staff.acts.rooms import AskHostLink, ListSeen, RestartRoom
from flows.staff.acts.running import (
    CloseOpenSession,
    Noted,
    NoteIncident,
    NoteStranger,
    OpenSession,
    ReadOpenSession,
    SetScreenName,
    SwitchOpenSession,
    TickModeration,
)
from flows.staff.acts.speaking import ListSpokenFor, SpeakFor, SpokenFor, StopSpeaking
from flows.staff.kinds import Link, OneOf, Several, Ticks
from flows.staff.people import LEFT_BEHIND, VOIDED
from tests.words import TEXTS

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
PASSWORD = "4071953826"
REFUSED = Refused("A1", "refused_only_leader")

ORGANISATION = OrganisationFacts(
    name="Sample Charity",
    privacy_policy="https://example.org/privacy",
    privacy_notice="https://example.org/notice",
    agreement_version="1",
    agreement="We keep what we hear to ourselves.",
    phone="01632 960000",
    emergency="999",
    helpline="Sample line 01632 960001",
    first_contact_days=5,
    window_minutes=60,
    invitation_days=7,
    languages={"en": "English", "pl": "polski"},
)
WRITES_FROM = (
    ("signal", "first"),
    ("whatsapp", "also"),
    ("signal", "frozen"),
    ("whatsapp", "stopped"),
    ("signal", "held"),
)
CASE = CaseDetails(
    code="F-7Q2",
    version=3,
    status="open",
    road="asked",
    adults=(("Amira Sample", "Mira", True), ("Omar Sample", "Omar", True)),
    ring_number="+447700900123",
    safe_times="mornings",
    shared=True,
    known_from="the library",
    access_needs="captions",
    known=False,
    referrer="Sam Sample, health visitor",
    may_contact_referrer=False,
    referrer_outcome=None,
    call=None,
    identity=("confirmed", ""),
    suitability=None,
    flagged=True,
    look_alike=True,
    claimed_by="anna",
    group=None,
    next_step="call",
)
SPOKEN_CASE = replace(
    CASE,
    alert=True,
    spoken_for="T-7Q2X",
    heard_live=(("Mira", "call", "anna"),),
    referral=("K7QM-2XYZ", "ben", NOW),
    lost=2,
    contacts=tuple(ContactLine(f"c-{n}", "Amira Sample", *each) for n, each in enumerate(WRITES_FROM)),
)
MEETING = MeetingDetails(
    code="M-4",
    group="Tiny Tots",
    starts_at=LATER,
    status="planned",
    blocks=("blocks_platform", "blocks_second_not_here"),
    seats=(("leader", "Anna", True), ("second", "Ben", False)),
    password=PASSWORD,
    version=1,
    platform_ready=False,
    expected=4,
    without_password=("Mira",),
    platform="zoom",
    group_code="G-1",
    mine=("leader",),
    families=3,
    screens=4,
    unticked=(1, 2, 3, 4, 5, 6, 7),
    link_hosts=("zoom.us", "signal.link"),
)
ROOMS = (
    replace(MEETING, room="making"),
    replace(MEETING, room="restart"),
    replace(MEETING, room="made", to_tick=("nothing_kept",), link="https://zoom.example/j/1"),
)
MOMENTS = (
    replace(MEETING, platform="signal_call", by_link=True),
    replace(MEETING, platform="whatsapp_call", by_link=True, version=0, password=None),
    replace(MEETING, new_link=True),
    replace(MEETING, status="started", blocks=(), unticked=()),
    replace(MEETING, status="started", blocks=(), unticked=(7,)),
    replace(MEETING, mine=("moderator",), blocks=("blocks_no_second",), password=None),
    replace(MEETING, mine=(), blocks=(), password=None, version=0),
    replace(MEETING, status="ended", blocks=(), password=None, to_report=True),
    replace(MEETING, status="ended", blocks=(), password=None, one_to_one=True, to_check_out=True),
    replace(MEETING, status="started", blocks=(), one_to_one=True),
    replace(MEETING, status="cancelled", blocks=(), password=None, mine=()),
)
"""The meeting at other moments, and for other readers."""
SESSION = OpenSession("M-4", "Tiny Tots", 30, 24, 26, "Mo Sample", is_open=False)
LINE = MeetingLine("M-4", "Tiny Tots", LATER, "planned", ("blocks_platform",), 1)
INVITATION = InvitationMade("K7Q2-99XB", LATER, "Tiny Tots", ("https://signal.me/sample",))
BREACH = BreachDetails("B-1", "Omar Sample", "Tiny Tots", "no_screenshots", "A picture.", "ben", NOW)
COMPLAINT = ComplaintDetails("C-1", "staff", "Nobody rang.", None, NOW, LATER, LATER, acknowledged=False)
STEPS = (ComplaintStep("review", None, NOW, "It was not looked at."), ComplaintStep("answered", "maria", NOW, "No."))
CONCERN = ConcernDetails("S-1", "He shouts.", "not_sure", False, "Amira Sample", "Signal", NOW, None)
AGREEMENT = AgreementState("1", "2", "We are kind to each other.", is_new=True, members=2)
DATA = DataRequestDetails(
    code="C-3",
    kind="change",
    name="Amira Sample, Omar Sample",
    asked_at=NOW,
    answer_by=LATER,
    checked="call",
    held_back=("hold",),
    stays=("audit",),
    on_hold=True,
    adults=(("1", "Amira Sample"), ("2", "Omar Sample")),
)
BAR = BarLine("X-1", "Omar Sample", "group", "Tiny Tots", NOW, "maria")
INCIDENT = IncidentDetails(
    code="D-1",
    kind="lost_phone",
    words="It was on the bus.",
    reported_by="ben",
    at=NOW,
    regulator_by=LATER,
    risk=None,
    regulator_told=False,
    notes=(IncidentNote("assessment", "dora", NOW, "It was locked."),),
)
RING = RingLine("R-1", "Amira Sample", "+447700900123", "mornings", LATER)

CLOCKS = (
    *("call", "decide", "held", "ring", "acknowledge", "answer", "request", "breach"),
    *("platform", "here", "policies", "qualified", "unheard"),
)
"""Everything that CLOCKS can name."""

READINGS = (
    ReadingLine(LATER, "anna", "F-7Q2"),
    ReadingLine(LATER, "dee", "F-7Q2", broken=True, reason="She cannot be found."),
    ReadingLine(LATER, "dee", "F-7Q2", broken=True),
    ReadingLine(LATER, "dora", "C-7Q2", exported=True),
)

ANSWERS: Mapping[type[Command[Any]], Any] = {
    ListSpokenFor: (SpokenFor("T-7Q2X", ("Mira", "Omar")),),
    SpeakFor: "T-7Q2X",
    ListToHear: (ToHear(1, "Mira", True, ("agreement", "own_risk")), ToHear(2, "Omar", False, ("own_risk",))),
    ReadOut: ("Keep your invitation to yourself.",),
    Hear: Done(),
    ListCases: (CaseLine("F-7Q2", "open", 2, None), CaseLine("F-8R3", "open", 1, "anna")),
    ReadCase: CASE,
    Hold: LATER,
    AskToExclude: Excludable("F-7Q2", 2, NOW, (("G-1", "Tiny Tots"),)),
    ListGroups: (GroupLine("G-1", "Tiny Tots", "anna", None, None, 4),),
    ListStaff: (("anna", "Anna Sample"), ("ben", "Ben Sample")),
    GroupTheme: "no",
    MakeGroup: "G-2",
    Invite: INVITATION,
    MakeReferralCode: INVITATION,
    ListCodesOut: (
        CodeOut("0b8c2c1e-6f0f-4d62-9d0e-5a6b7c8d9e0f", "Tiny Tots", NOW, LATER),
        CodeOut("7d1f4a52-1c7b-4f0e-8a3d-2b4c6d8e0f1a", "", NOW, LATER),
    ),
    ListMeetings: (LINE, MeetingLine("M-5", "Tiny Tots", LATER, "planned", (), 0)),
    ScheduleMeeting: (LINE,),
    ReadMeeting: MEETING,
    ReadWeek: (
        WeekLine("M-4", "Tiny Tots", LATER, "planned", 4, ("blocks_no_second",)),
        WeekLine("M-5", "Tiny Tots", LATER, "planned", 1, ()),
    ),
    ReadClocks: tuple(Clock(f"clock_{kind}", "F-7Q2", LATER, late=kind == "call") for kind in CLOCKS),
    NoteStranger: Noted(),
    ReadOpenSession: SESSION,
    WhoHeld: (("Mira", "R-77", True), ("Omar", "R-78", False)),
    WaitingList: (("Mira", "Amira Sample", True, True), ("Omar", "Omar Sample", False, False)),
    ListExpected: (("1", "Amira Sample"), ("2", "Omar Sample")),
    ListSeen: (2,),
    MoveMeeting: LINE,
    ListMembers: (("1", "Amira Sample"), ("4", "Omar Sample")),
    ReportBreach: "B-1",
    ListBreaches: ("B-1",),
    ReadBreach: BREACH,
    ListComplaints: ("C-1",),
    ReadComplaint: COMPLAINT,
    ListDataRequests: ("C-3",),
    ReadDataRequest: DATA,
    OpenDataRequest: "C-4",
    EraseData: ("agreements", "audit"),
    ListConcerns: ("S-1",),
    ReadConcern: CONCERN,
    RaiseStaffConcern: "S-1",
    ReportWarning: "S-1",
    ListRings: (RING,),
    ListFrozen: (
        FrozenLine("c-1", "Amira Sample", "whatsapp", "+447700900123"),
        FrozenLine("c-2", "Omar Sample", "signal", ""),
    ),
    ListContacts: tuple(ContactLine(f"c-{n}", "Amira Sample", *each) for n, each in enumerate(WRITES_FROM)),
    LoseContact: "removed",
    ListAdults: AdultsToMeet("G-1", (("1", "Amira Sample"), ("2", "Omar Sample"))),
    ListOneToOnes: (
        OneToOneLine("M-8", LATER, begun=False, leads=True),
        OneToOneLine("M-9", LATER, begun=True, leads=True),
    ),
    ScheduleOneToOne: OneToOneMade("M-8", LATER, told=True),
    ReadOneToOne: OneToOneDetails("M-8", LATER, "Amira Sample", "+447700900123", "zoom", accepted=True),
    ReadAlert: False,
    ReadRestriction: False,
    ListCovers: (("ben", "Ben Sample"), ("mo", "Mo Sample")),
    ListQualified: (Qualified("mo", "Mo Sample", LATER, "Trained."), Qualified("ben", "Ben Sample", None, "")),
    Offboard: Leaving("Ben Sample", dict.fromkeys(LEFT_BEHIND, 2)),
    LockDown: LockedDown("Ben Sample", dict.fromkeys(VOIDED, 2)),
    LastRefusal: REFUSED,
    CountComplaints: (("group", "open", 2), ("staff", "upheld", 1)),
    ReportIncident: "D-1",
    ListIncidents: ("D-1",),
    ReadIncident: INCIDENT,
    ListBars: ("X-1",),
    ReadBar: BAR,
    ListReadings: READINGS,
    BreakGlass: Opened(CASE, 2),
    ReadAgreement: AGREEMENT,
    SetLanguage: Done(),
}

REFUSABLE = [
    AskForGlass,
    BreakGlass,
    ReadCase,
    TakeUp,
    ClaimCase,
    MarkKnown,
    RecordCall,
    RecordIdentity,
    RecordSuitability,
    RecordReferrer,
    MayDecide,
    Decide,
    AskToExclude,
    Exclude,
    Hold,
    MakeGroup,
    SeatStaff,
    Invite,
    MakeReferralCode,
    ListCodesOut,
    RevokeCode,
    ScheduleMeeting,
    ReadMeeting,
    ConfirmSeat,
    SetPlatform,
    Rotate,
    WhoHeld,
    ClearHold,
    RestartRoom,
    AskHostLink,
    WaitingList,
    StartMeeting,
    EndMeeting,
    NoteAttendance,
    CancelMeeting,
    MoveMeeting,
    SayLate,
    NoteStranger,
    TickModeration,
    NoteIncident,
    ReadOpenSession,
    SwitchOpenSession,
    CloseOpenSession,
    SetScreenName,
    ListMembers,
    ReportBreach,
    ReadBreach,
    DecideBreach,
    ReadComplaint,
    AcknowledgeComplaint,
    CloseComplaint,
    ReadConcern,
    AcknowledgeConcern,
    CloseConcern,
    ReadDataRequest,
    OpenDataRequest,
    CheckAsker,
    HoldData,
    CorrectName,
    CorrectAnswer,
    EraseData,
    AnswerDataRequest,
    CloseRing,
    ConfirmPhone,
    ListFrozen,
    Unfreeze,
    ListContacts,
    LoseContact,
    ListBars,
    ListReadings,
    ReadBar,
    LiftBar,
    ExtendBar,
    ReportIncident,
    ReadIncident,
    WorkOnIncident,
    WriteProgress,
    CountComplaints,
    ProposeAgreement,
    PublishAgreement,
    ReadAlert,
    SetAlert,
    ListAdults,
    ScheduleOneToOne,
    ReadOneToOne,
    BeginOneToOne,
    EndOneToOne,
    ListCovers,
    Cover,
    ListQualified,
    Attest,
    SetOnline,
    Offboard,
    LockDown,
    ListSpokenFor,
    SpeakFor,
    ListToHear,
    ReadOut,
    Hear,
    GroupTheme,
    SetTheme,
    ReadRestriction,
    Restrict,
    MayBegin,
]


@dataclass
class World:
    """Answers acts and keeps them; a replaced answer stands for its type of command."""

    replaced: Mapping[type[Command[Any]], Any] = field(default_factory=dict)
    done: list[Command[Any]] = field(default_factory=list)

    def perform(self, act: Act[Any]) -> Any:
        self.done.append(act.command)
        kind = type(act.command)
        return self.replaced[kind] if kind in self.replaced else ANSWERS.get(kind, Done())


def staff(
    *roles: str, subject: str | None = None, language: str = "en", current: bool = True, words: str = ""
) -> StaffFacts:
    return StaffFacts(
        now=NOW,
        today=date(2026, 11, 23),
        language=language,
        handle="anna",
        roles=roles or ("practitioner", "manager"),
        organisation=ORGANISATION,
        platforms=("zoom", "signal"),
        told=partial(TEXTS.say, language),
        policies_current=current,
        policies=("Data protection, 1 May 2026", "Confidentiality, 1 May 2026"),
        subject=subject,
        words=words,
    )


def flow_of(name: str, facts: StaffFacts) -> Callable[[Chat], Any]:
    return lambda chat: FLOWS[name](chat, facts)


@dataclass
class Line:
    """One private line: what was said and asked there, as words."""

    name: str
    facts: StaffFacts = field(default_factory=staff)
    world: World = field(default_factory=World)
    state: State = field(default_factory=State)
    said: list[str] = field(default_factory=list)
    turn: Turn | None = None

    def write(self, *messages: str) -> "Line":
        for message in messages:
            self._play(Heard(message, NOW))
        return self

    def open(self) -> "Line":
        self._play(None)
        return self

    @property
    def asked(self) -> str | None:
        stop = self.turn.stop if self.turn else None
        return stop.key if stop else None

    def told(self, text_id: str) -> bool:
        assert self.turn is not None
        return text_id in [line.text for line in self.turn.lines]

    def acts(self, kind: type[Command[Any]]) -> list[Command[Any]]:
        return [command for command in self.world.done if isinstance(command, kind)]

    def _play(self, heard: Heard | None) -> None:
        flow = flow_of(self.name, self.facts)
        self.turn = play(
            flow, self.state, perform=self.world.perform, spoken=spoken(self.facts.language), now=NOW, heard=heard
        )
        self.state = State.from_json(json.loads(json.dumps(self.turn.state.as_json())))
        self.said += [TEXTS.say(self.facts.language, line.text, **line.params) for line in self.turn.lines]


def spoken(language: str) -> Callable[[str], Mapping[str, str]]:
    return lambda text_id: TEXTS.labels(language, text_id)


def results() -> dict[type, tuple[Any, ...]]:
    """Return what each act may answer: as usual, refused (its own name stands for the clause), or an empty list."""
    possible: dict[type, tuple[Any, ...]] = {}
    for kind in {*ANSWERS, *REFUSABLE}:
        usual = ANSWERS.get(kind, Done())
        refused = (Refused(kind.__name__, REFUSED.reason),) if kind in REFUSABLE else ()
        empty: tuple[Any, ...] = ((),) if isinstance(usual, tuple) and kind is not ScheduleMeeting else ()
        possible[kind] = (usual, *refused, *empty)
    unclaimed = replace(CASE, claimed_by=None, shared=False, adults=CASE.adults[:1])
    nameless = replace(BREACH, name="")
    return possible | {
        ReadMeeting: (*possible[ReadMeeting], *MOMENTS, *ROOMS, replace(MEETING, has_link=False)),
        NoteStranger: (*possible[NoteStranger], Noted(open_large=True, large=True)),
        ReadOpenSession: (*possible[ReadOpenSession], replace(SESSION, is_open=True)),
        GroupTheme: (*possible[GroupTheme], None, "yes"),
        StopSpeaking: (Done(), None),
        ReadAlert: (*possible[ReadAlert], True),
        ReadRestriction: (*possible[ReadRestriction], True),
        ListAdults: (*possible[ListAdults], AdultsToMeet("G-1", ())),
        ListOneToOnes: (*possible[ListOneToOnes], (OneToOneLine("M-9", LATER, begun=True, leads=True),)),
        ScheduleOneToOne: (*possible[ScheduleOneToOne], OneToOneMade("M-8", LATER, told=False)),
        ReadBreach: (*possible[ReadBreach], nameless, replace(BREACH, decided=True)),
        AskToExclude: (*possible[AskToExclude], Excludable("F-7Q2", 1, NOW, ())),
        ReadCase: (
            *possible[ReadCase],
            unclaimed,
            replace(unclaimed, status="draft"),
            replace(CASE, held=(LATER, "anna", "We wait for her sister.")),
            replace(CASE, status="approved", group="G-1"),
            SPOKEN_CASE,
        ),
        LastRefusal: (REFUSED, None),
        ReadComplaint: (
            *possible[ReadComplaint],
            replace(COMPLAINT, steps=STEPS, closed=True),
            replace(COMPLAINT, acknowledged=True, stage="2", steps=STEPS),
        ),
        ReadIncident: (
            *possible[ReadIncident],
            replace(INCIDENT, closed=True),
            replace(INCIDENT, notes=(), risk="risk", regulator_told=True),
        ),
        ReadBar: (*possible[ReadBar], replace(BAR, scope="family"), replace(BAR, scope="all_groups")),
        ReadAgreement: (
            AGREEMENT,
            replace(AGREEMENT, proposed_by="maria"),
            replace(AGREEMENT, proposed_by="anna"),
            replace(AGREEMENT, same_name=True),
            replace(AGREEMENT, is_new=False),
        ),
    }


SAMPLES: Mapping[type, tuple[str, ...]] = {
    OneOf: ("1",),
    Link: ("https://zoom.us/j/123",),
    Ticks: ("ALL", "1 2 3"),
    Several: ("1", "ALL"),
}
