"""What is asked by the way, gently: about harm, about a picture; and a call in place of sensitive things in a chat."""

from bot.moment import Moment
from flows import disclosure
from flows.family.pictures import PICTURE
from flows.family.safety import UNEASE
from flows.policy.breaches import PictureFacts, is_asked_whose_picture
from flows.questions import Exact
from storage import concerns, deeds, people
from storage.conversations import Conversation
from storage.ids import id_for

ASKED_FOR = frozenset({"access_needs", "ring_time", "safe_times"})
ASKED_ASIDE = {"unease": UNEASE, "picture": PICTURE}
ASIDE = frozenset(ASKED_ASIDE)
"""Questions, by their flow and text, that whoever writes something else need not answer."""
OWN_WORDS = frozenset({"complaint_words", "complaint_named", "unhappy_words"})


def asks_whose(moment: Moment, kind: str, stack: list[Conversation]) -> bool:
    """G5.2: somebody sent a picture. Of several in a row the first is asked about; none where that is not safe."""
    contact = moment.contact
    if contact.paused_at is not None or concerns.must_be_silent(moment.work, contact.id):
        return False
    return is_asked_whose_picture(PictureFacts(kind, question_open=bool(stack)))


def asked_aside(stack: list[Conversation]) -> Exact | None:
    """The question by the way that is open."""
    return ASKED_ASIDE.get(stack[0].flow) if stack else None


def asks(moment: Moment, words: str) -> bool:
    """A3: what was written is an answer all the same, and the conversation goes on with it."""
    if not disclosure.may_be_about_harm(moment.disclosure, words):
        return False
    return _first_today(moment, "unease", "ask_gently", "A3")


def offers_a_call(moment: Moment, words: str, stack: list[Conversation]) -> bool:
    """I2.3: never where the question itself is about needs or how they know us."""
    asked_for = bool(stack) and stack[0].state.get("waiting") in ASKED_FOR
    known = bool(stack) or people.has_case(moment.work, moment.contact)
    if asked_for or not known or not disclosure.is_sensitive(moment.disclosure, words):
        return False
    return _first_today(moment, "talk_instead", "offer_call", "I2.3")


def _first_today(moment: Moment, deed: str, act: str, clause: str) -> bool:
    work, contact_id = moment.work, moment.contact.id
    first = deeds.first_time(work, id_for(deed, contact_id, work.now.date().isoformat()))
    if first:
        work.record(act, "contact", contact_id, clause=clause)
    return first


def asked_about(stack: list[Conversation]) -> str | None:
    """The words that the open gentle question is about."""
    return stack[0].subject if stack and stack[0].flow == "unease" else None


def are_own_words(stack: list[Conversation]) -> bool:
    """Tell whether a complaint is being told: then everything but danger belongs to it (G12.1)."""
    return bool(stack) and stack[0].state.get("waiting") in OWN_WORDS
