"""A sample world for families' flows: facts, what acts answer, and a small desk that remembers. All made up."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flows.chat import Act, Command, Do, Flow
from flows.engine import Heard, State, Turn, back, fulfil, play
from flows.facts import Adult, FamilyFacts, OrganisationFacts
from flows.family import FLOWS
from flows.family.acts import Done, agreement, care, complaints, joining, one_to_one, own, passwords, phones
from flows.family.acts.joining import Details
from flows.policy import Refused
from flows.policy.complaints import Matter
from tests.words import TEXTS

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 22, 9, 0, tzinfo=UTC)
ORGANISATION = OrganisationFacts(
    name="Sample Charity",
    privacy_policy="https://sample.example/privacy-policy",
    privacy_notice="https://sample.example/privacy-notice",
    agreement_version="sample-1",
    agreement="Our Group Agreement\n1. We are kind to each other.",
    phone="01632 960100",
    emergency="999",
    helpline="Sample line 01632 960001 (worry about a child)",
    first_contact_days=5,
    window_minutes=60,
    invitation_days=7,
    languages={"en": "English", "pl": "polski"},
)
FACTS = FamilyFacts(
    now=NOW,
    today=date(2026, 11, 24),
    language="en",
    channel="signal",
    shared=False,
    organisation=ORGANISATION,
    words="Some words",
)
REFUSED = Refused("G2.2", "refused_code")
TAKEN = Refused("G7.4", "refused_screen_name_taken")
OPENED = complaints.ComplaintOpened(
    "C-4T2X", "Carl Sample", NOW + timedelta(days=7), LATER, "You can also go to the ICO."
)
INVITATION = joining.CodeMeaning("invitation", "Little Acorns")


def adult(number: int = 1, screen_name: str = "Mira", standing: str = "active", **changes: Any) -> Adult:
    plain = Adult(
        number=number,
        screen_name=screen_name,
        uses_this_contact=True,
        has_own_code=True,
        agreed=True,
        understood_risk=True,
        standing=standing,
    )
    return replace(plain, **changes)


MIRA, OMAR = adult(), adult(2, "Omar")
MEMBER = replace(FACTS, adults=(MIRA,), case_code="F-7Q2X", case_status="approved", group="Little Acorns")
COUPLE = replace(MEMBER, adults=(MIRA, OMAR), shared=True)

TALK = one_to_one.Invited("M-5", 1, "Mira", "Anna Sample", LATER, "signal_call", accepted=False)

SIGNAL, WHATSAPP = phones.OtherContact("s-1", "signal", NOW), phones.OtherContact("w-2", "whatsapp", None)

RESULTS: Mapping[type, tuple[Any, ...]] = {
    joining.LookUpCode: (INVITATION, joining.CodeMeaning("referral"), joining.CodeMeaning("second_phone"), REFUSED),
    joining.OpenCase: ("F-7Q2X",),
    joining.Decision: ("approved", "declined", "withdrawn"),
    agreement.Accept: (Done(), Refused("H5.1", "refused_agreement_changed")),
    agreement.Disown: (Done(), None),
    agreement.Activate: (Done(), Refused("G4.5", "refused_not_agreed")),
    care.AskForCall: ("R-2K4M",),
    complaints.Triage: (Matter.ORDINARY, Matter.ALLEGATION),
    complaints.OpenComplaint: (OPENED,),
    complaints.PutRight: (Done(), Refused("G12.4", "refused_person_missing")),
    complaints.ComplaintStatus: (
        None,
        REFUSED,
        ("answered_there", "Monday 7 December 2026"),
        *(
            (stage, "Monday 7 December 2026")
            for stage in ("received", "acknowledged", "late", "answered", "answered_late", "final")
        ),
    ),
    complaints.AskReview: (OPENED, Refused("G12.2", "refused_review_was_final")),
    care.RaiseConcern: ("K-3D5F",),
    passwords.ReportLeak: (True, False),
    passwords.ReleasePassword: (
        Done(),
        *(
            Refused("G6.4", reason)
            for reason in (
                "refused_too_early",
                "refused_meeting_cancelled",
                "refused_barred",
                "refused_contact_held",
                "refused_contact_frozen",
                "refused_number_in_doubt",
                "refused_rotation_waits",
                "refused_not_agreed",
                "refused_own_digits",
            )
        ),
    ),
    one_to_one.ListInvited: (
        (TALK,),
        (),
        (replace(TALK, accepted=True, platform="zoom"), replace(TALK, adult=2, code="M-6")),
    ),
    one_to_one.AcceptOneToOne: (
        Done(),
        Refused("H5.1", "refused_agreement_changed"),
        Refused("G6.8", "refused_meeting_over"),
    ),
    passwords.CheckOwnCode: (True, False),
    own.AskForData: (LATER,),
    phones.MakePhoneCode: ("9F2K-7HQ4", REFUSED, Refused("G6.4", "refused_contact_frozen")),
    phones.ListOtherContacts: ((), (SIGNAL,), (SIGNAL, WHATSAPP)),
    phones.RemoveContact: (Done(), Refused("G6.4", "refused_number_in_doubt")),
    phones.UsePhoneCode: (Done(), REFUSED),
    own.ChangeDetail: (Done(), TAKEN),
    own.MayDecide: (Done(), Refused("G6.4", "refused_contact_frozen")),
    joining.ScreenNameVerdict: (Done(), TAKEN),
}

NOT_AGREED = adult(agreed=False, understood_risk=False)
APPROVED = replace(NOT_AGREED, standing="approved")
WORLDS = {
    "stranger": FACTS,
    "stranger on WhatsApp": replace(FACTS, channel="whatsapp"),
    "no phone": replace(FACTS, channel="spoken"),
    "member": MEMBER,
    "couple on a shared phone": COUPLE,
    "shared phone without own digits": replace(MEMBER, shared=True, adults=(adult(has_own_code=False),)),
    "new agreement": replace(MEMBER, adults=(NOT_AGREED, OMAR)),
    "approved": replace(MEMBER, adults=(APPROVED,), group=None),
    "invited, not agreed": replace(
        MEMBER, adults=(replace(NOT_AGREED, standing="applying"),), case_status="draft", group=None
    ),
    "waiting": replace(MEMBER, adults=(adult(standing="applying"),), case_status="open"),
    "declined": replace(MEMBER, adults=(), case_status="declined"),
    "barred": replace(MEMBER, adults=(adult(standing="barred"),)),
    "knows the language": replace(FACTS, subject="pl"),
    "knows a number": replace(FACTS, subject="C-4T2X"),
    "phone waits": replace(FACTS, phone_waits=True),
    "wrote the code": replace(FACTS, subject="9F2K-7HQ4"),
}
DETAILS = ("Amira Khan", "Mira", "yes", "skip", "mornings", "no", "the library", "skip", "no", "1", "1")


def flow_of(name: str, facts: FamilyFacts) -> Flow:
    return lambda chat: FLOWS[name](chat, facts)


@dataclass
class Desk:
    """One chat with one flow. It keeps what acts do, and tells it as facts in the next play."""

    name: str
    facts: FamilyFacts = FACTS
    answers: dict[type[Command[Any]], Any] = field(default_factory=dict)
    state: State = field(default_factory=State)
    done: list[Command[Any]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    turn: Turn | None = None
    now: datetime = NOW

    def write(self, *messages: str) -> "Desk":
        for message in messages:
            self._play(message)
        return self

    def open(self) -> "Desk":
        self._play(None)
        return self

    def back(self) -> "Desk":
        before = back(self.state)
        assert before is not None
        self.state = before
        return self.open()

    def decide(self, decision: str) -> "Desk":
        assert self.turn is not None
        assert isinstance(self.turn.stop, Do)
        self.state = fulfil(self.state, self.turn.stop, decision)
        standing = "approved" if decision == "approved" else "declined"
        adults = tuple(replace(each, standing=standing) for each in self.facts.adults)
        self.facts = replace(self.facts, case_status=decision, adults=adults, group="Little Acorns")
        return self.open()

    @property
    def asked(self) -> str | None:
        assert self.turn is not None
        return self.turn.stop.key if self.turn.stop else None

    @property
    def lines(self) -> list[str]:
        """The ids of what the last turn said."""
        assert self.turn is not None
        return [line.text for line in self.turn.lines]

    def acts(self, kind: type[Command[Any]]) -> list[Any]:
        """All different commands of this type, in their order."""
        return list(dict.fromkeys(each for each in self.done if isinstance(each, kind)))

    def words(self, *text_ids: str) -> str:
        """What the last turn said, in English, all of it or only some."""
        assert self.turn is not None
        lines = [line for line in self.turn.lines if not text_ids or line.text in text_ids]
        return "\n".join(TEXTS.say("en", line.text, **line.params) for line in lines)

    def _play(self, text: str | None) -> None:
        self.now += timedelta(minutes=1)
        facts = replace(self.facts, words=text or "", now=self.now)
        heard = None if text is None else Heard(text, self.now)
        flow = flow_of(self.name, facts)
        self.turn = play(flow, self.state, perform=self._perform, spoken=self._spoken, now=self.now, heard=heard)
        self.state = State.from_json(json.loads(json.dumps(self.turn.state.as_json())))
        self.told += self.lines

    def _spoken(self, text_id: str) -> Mapping[str, str]:
        return TEXTS.labels(self.facts.language, text_id)

    def _perform(self, act: Act[Any]) -> Any:
        self.done.append(act.command)
        answer = self.answers.get(type(act.command), RESULTS.get(type(act.command), (Done(),))[0])
        if isinstance(answer, Refused):
            return answer
        match act.command:
            case joining.LookUpCode() if self.facts.case_code:
                return REFUSED
            case joining.OpenCase(details=details):
                self._keep_family(details)
            case joining.SubmitCase():
                self.facts = replace(self.facts, case_status="open")
            case agreement.Accept(adult=number, what=what):
                self._keep_acceptance(number, what)
            case own.SetLanguage(language=language):
                self.facts = replace(self.facts, language=language)
        return answer

    def _keep_family(self, details: Details) -> None:
        if self.facts.case_code is None:
            new = adult(standing="applying", agreed=False, understood_risk=False, has_own_code=False)
            named = enumerate(details.adults, 1)
            adults = tuple(replace(new, number=n, screen_name=each.screen_name) for n, each in named)
            self.facts = replace(self.facts, case_code="F-7Q2X", case_status="draft", adults=adults)

    def _keep_acceptance(self, number: int, what: str) -> None:
        adults = tuple(_accepted(each, what) if each.number == number else each for each in self.facts.adults)
        self.facts = replace(self.facts, adults=adults)


def _accepted(one: Adult, what: str) -> Adult:
    return replace(one, agreed=True) if what == "agreement" else replace(one, understood_risk=True)


def asking() -> Desk:
    """An unknown family up to the first question about it."""
    return Desk("joining").open().write("1", "1", "no")


def waiting() -> Desk:
    return asking().write("1", *DETAILS)


def invited(*names: str) -> Desk:
    desk = Desk("invited").open().write("1", "1", "K7Q2-99XB", str(len(names)))
    for name in names:
        desk.write(f"{name} Khan", name, "yes")
    desk.write(*DETAILS[3:9])
    return desk.write(*("1" for _ in names), "1")
