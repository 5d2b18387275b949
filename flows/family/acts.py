"""What families' flows ask of storage, and what comes back. Performed by bot/acts/family.py."""

from dataclasses import dataclass, field
from datetime import datetime

from flows.chat import Command, Effect
from flows.policy import Refused
from flows.policy.complaints import Matter


@dataclass(frozen=True)
class Done:
    """It was done; there is nothing to tell but that."""


@dataclass(frozen=True)
class AdultDetails:
    """What is collected of one adult (G3.6, G7.1)."""

    full_name: str
    screen_name: str
    adult: bool


@dataclass(frozen=True)
class Details:
    """What is collected of a family; nothing else is (G3.6)."""

    adults: tuple[AdultDetails, ...]
    safe_times: str
    ring_number: str | None
    shared: bool
    known_from: str
    access_needs: str | None
    referrer_name: str | None = None
    referrer_role: str | None = None
    referrer_organisation: str | None = None
    referrer_contact: str | None = None
    may_contact_referrer: bool | None = None


@dataclass(frozen=True)
class SetLanguage(Command[Done]):
    """Use this language with the contact from now on."""

    language: str


@dataclass(frozen=True)
class CodeMeaning:
    """What a code is for: "invitation", "referral" or "second_phone". Looking never spends it (G2.2)."""

    purpose: str
    group: str | None = None


@dataclass(frozen=True)
class LookUpCode(Command[CodeMeaning | Refused]):
    """Say what a code is for, or refuse it (used, expired, revoked, somebody else's, unknown: the same words)."""

    code: str


@dataclass(frozen=True)
class OpenCase(Command[str]):
    """Keep the details and open a case; answers its code. `invitation` is spent here: on use, not on opening."""

    road: str
    details: Details
    code: str | None = None


@dataclass(frozen=True)
class SubmitCase(Command[Done]):
    """Put the case before staff: the card, the deadline for first contact (G3.8)."""


@dataclass(frozen=True)
class Decision(Effect[str]):
    """A named member of staff decides the case: "approved" or "declined" (G3.7)."""

    case: str

    def fingerprint(self) -> str:
        """A decision holds for its case only."""
        return self.case


@dataclass(frozen=True)
class Accept(Command[Done | Refused]):
    """Record one adult's own acceptance: what is "agreement" or "own_risk" (G4.5, G10.1)."""

    adult: int
    what: str


@dataclass(frozen=True)
class Activate(Command[Done | Refused]):
    """Make members of all adults on this contact who were approved and have accepted."""


@dataclass(frozen=True)
class AskForCall(Command[str]):
    """Open a call-back task (RING ME); answers its code. While it is open, a second one only gives it the time.

    `language`: one that we do not speak, in their own words.
    """

    safe_time: str | None
    language: str | None = None


@dataclass(frozen=True)
class ComplaintOpened:
    """What the complainant is told at once (G12.5)."""

    code: str
    handler: str
    acknowledge_by: datetime
    answer_by: datetime
    outside: str = ""


@dataclass(frozen=True)
class Triage(Command[Matter]):
    """G12.3: what these words are, before they become a complaint or news for a leader."""

    words: str
    about: str
    named: str | None = None


@dataclass(frozen=True)
class OpenComplaint(Command[ComplaintOpened]):
    """Keep a complaint in the person's own words; `about` is "group", "staff", "data", "nursery" or "other"."""

    words: str
    about: str
    named: str | None
    hide_name: bool


@dataclass(frozen=True)
class PutRight(Command[Done | Refused]):
    """G12.2, X5: somebody whom the complaint does not name, and who does not speak for the family, shall ring soon."""


@dataclass(frozen=True)
class ComplaintStatus(Command[tuple[str, str] | Refused | None]):
    """The stage and the next date of this contact's latest complaint, by text ids; or of any, by its number.

    Of somebody else's the stage is "answered" at most: whoever knows a number hears that much and no more.
    """

    code: str | None = None


@dataclass(frozen=True)
class AskReview(Command[ComplaintOpened | Refused]):
    """G12.2: somebody else shall look at the answered complaint again; `words` say what is still wrong."""

    words: str


@dataclass(frozen=True)
class RaiseConcern(Command[str]):
    """Seal the words and page the safeguarding lead; answers the code (staff only see it)."""

    words: str
    source: str
    danger: str | None = None


@dataclass(frozen=True)
class MarkSafeToWrite(Command[Done]):
    """Is it safe to write to this contact? False stops all that the bot sends by itself."""

    safe: bool


@dataclass(frozen=True)
class ReportLeak(Command[bool]):
    """A member says that somebody else has the password; answers whether one was changed (G6.5)."""

    words: str


@dataclass(frozen=True)
class Invited:
    """I1.1: a one-to-one that an adult of this contact is invited to."""

    code: str
    adult: int
    screen_name: str
    leader: str
    when: datetime
    platform: str
    accepted: bool


@dataclass(frozen=True)
class ListInvited(Command[tuple[Invited, ...]]):
    """The one-to-ones to come of the adults who use this contact."""


@dataclass(frozen=True)
class AcceptOneToOne(Command[Done | Refused]):
    """G4.5: the adult's own yes."""

    code: str
    adult: int


@dataclass(frozen=True)
class DeclineOneToOne(Command[Done | Refused]):
    """G4.6: no is fine; it does not take place, and whoever proposed it is told."""

    code: str
    adult: int


@dataclass(frozen=True)
class ReleasePassword(Command[Done | Refused]):
    """Check standing and queue the link and the password for one adult, through the gate (G6.4, G6.9)."""

    adult: int


@dataclass(frozen=True)
class CheckOwnCode(Command[bool]):
    """Compare the four digits with those agreed on the first call; guesses are limited."""

    adult: int
    digits: str


@dataclass(frozen=True)
class Leave(Command[Done]):
    """End the memberships of one adult."""

    adult: int


@dataclass(frozen=True)
class PausePushes(Command[Done]):
    """STOP (True) or START (False), for this contact; `everywhere`: for all contacts of the adult who writes."""

    paused: bool
    everywhere: bool = False


@dataclass(frozen=True)
class AskForData(Command[datetime]):
    """Open a data request: kind is see, change, delete or object; answers the date by which it is answered."""

    kind: str


@dataclass(frozen=True)
class ReportRecording(Command[Done]):
    """H3.4: somebody records or takes screenshots: a breach without a name, and a data incident, for staff."""

    words: str


@dataclass(frozen=True)
class ReportUnhappy(Command[Done]):
    """Tell the leader, or somebody else if it is about the leader (G9.3)."""

    words: str
    about_leader: bool


@dataclass(frozen=True)
class MakePhoneCode(Command[str | Refused]):
    """Make the one-use code for another phone: another adult's own, or one more of an adult who is alone here."""

    adult: int


@dataclass(frozen=True)
class UsePhoneCode(Command[Done | Refused]):
    """Ask staff to confirm that this contact is that adult's own phone."""

    code: str


@dataclass(frozen=True)
class OtherContact:
    """Another contact of the adult who writes. `last`: when they last wrote from it."""

    id: str
    channel: str
    last: datetime | None


@dataclass(frozen=True)
class ListOtherContacts(Command[tuple[OtherContact, ...]]):
    """The other contacts of the adult who writes."""


@dataclass(frozen=True)
class RemoveContact(Command[Done | Refused]):
    """G6.4: a lost phone or messenger of theirs counts no more."""

    contact: str


@dataclass(frozen=True)
class ChangeDetail(Command[Done | Refused]):
    """Change the screen name or the safe times; field is "screen_name" or "safe_times"."""

    field: str
    adult: int
    value: str


@dataclass(frozen=True)
class ScreenNameVerdict(Command[Refused | Done]):
    """G7.4: judge a screen name against staff names and the other members' screen names."""

    screen_name: str
    full_name: str
    taken: tuple[str, ...] = field(default=())
