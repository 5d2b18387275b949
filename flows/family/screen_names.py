"""G7.4: the name that others see. Judged by policy; a refused one is asked again, a few times."""

from dataclasses import dataclass
from zlib import crc32

from flows.chat import Chat
from flows.family.acts.joining import ScreenNameVerdict
from flows.family.acts.own import ChangeDetail
from flows.policy import Refused
from flows.questions import Name, folded

MOST_TRIES = 3
LONGEST = 30


@dataclass(frozen=True)
class Chosen:
    """A screen name, and the question that gave it."""

    name: str
    question: str


async def choose_screen_name(chat: Chat, n: int, count: int, full_name: str, taken: tuple[str, ...]) -> Chosen:
    """Ask until a name is good; after some tries the first name is taken, and the leader can look at it."""
    first = f"screen_name_{n}_{_digest(full_name)}"
    for question in _questions(first):
        name = await chat.ask(question, Name(longest=LONGEST, full=False), "screen_name", n=n, count=count)
        verdict = await chat.act(f"judge_{question}", ScreenNameVerdict(name, full_name, taken))
        if not isinstance(verdict, Refused):
            return Chosen(name, question)
        await chat.say(verdict.reason)
    first_name = full_name.split(maxsplit=1)[0]
    await chat.say("screen_name_is_first_name", screen_name=first_name)
    return Chosen(first_name, first)


async def change_screen_name(chat: Chat, adult: int) -> bool:
    """Ask for another name until it is good; False if none was."""
    for question in _questions("new_screen_name"):
        name = await chat.ask(question, Name(longest=LONGEST, full=False), "new_screen_name")
        changed = await chat.act(f"change_{question}", ChangeDetail("screen_name", adult, name))
        if not isinstance(changed, Refused):
            return True
        await chat.say(changed.reason)
    return False


def _digest(full_name: str) -> str:
    """A screen name is asked for one full name: what was refused beside one must not pass unasked beside another."""
    return f"{crc32(folded(full_name).encode()):08x}"


def _questions(key: str) -> tuple[str, ...]:
    return (key, *(f"{key}_again_{n}" for n in range(2, MOST_TRIES + 1)))
