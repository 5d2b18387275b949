"""Commands of whoever wants a person to ring, or to hear what is wrong."""

from dataclasses import dataclass

from flows.chat import Command
from flows.family.acts import Done


@dataclass(frozen=True)
class AskForCall(Command[str]):
    """Open a call-back task (RING ME); answers its code. While it is open, a second one only gives it the time.

    `language`: one that we do not speak, in their own words.
    """

    safe_time: str | None
    language: str | None = None


@dataclass(frozen=True)
class RaiseConcern(Command[str]):
    """Seal the words and page the safeguarding lead; answers the code (staff only see it)."""

    words: str
    source: str
    danger: str | None = None


@dataclass(frozen=True)
class TellMore(Command[Done]):
    """What somebody goes on to tell is kept with the concern that is open (A3)."""

    words: str


@dataclass(frozen=True)
class MarkSafeToWrite(Command[Done]):
    """Is it safe to write to this contact? False stops all that the bot sends by itself."""

    safe: bool


@dataclass(frozen=True)
class ReportRecording(Command[Done]):
    """H3.4: somebody records or takes screenshots: a breach without a name, and a data incident, for staff."""

    words: str


@dataclass(frozen=True)
class ReportPicture(Command[Done]):
    """G11.1: a picture that they sent shows other people: for a manager to look at; nobody is suspended by it."""


@dataclass(frozen=True)
class ReportUnhappy(Command[Done]):
    """Tell the leader, or somebody else if it is about the leader (G9.3)."""

    words: str
    about_leader: bool
