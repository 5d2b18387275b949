"""COMPLAIN and UNHAPPY: anybody may, in their own words, and it never changes their place (G12)."""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.care import ReportUnhappy
from flows.family.acts.complaints import AskReview, ComplaintOpened, ComplaintStatus, OpenComplaint, PutRight, Triage
from flows.family.safety import raise_concern
from flows.policy import Refused
from flows.policy.complaints import Matter
from flows.policy.confidentiality import SPOKEN
from flows.questions import Exact, Skippable, Text, YesNo

STAGES = {"received": "complaint_is_received", "acknowledged": "complaint_is_read", "late": "complaint_is_late"}
"""What is told of each open stage; any other one is answered."""
URGENT = frozenset({Matter.DANGER, Matter.SAFEGUARDING, Matter.ALLEGATION})


async def complain(chat: Chat, facts: FamilyFacts) -> None:
    """G12.1, G12.3: danger comes first; then what it is about, and their own words."""
    await chat.say("complain_welcome")
    if await _is_told_to_another(chat, facts):
        return
    danger = await chat.ask("complaint_danger", Exact("yes", "no", "not_sure"))
    if danger != "no":
        await raise_concern(chat, facts, "complaint", danger)
        return
    about = await chat.ask("complaint_about", Exact("group", "staff", "data", "other", "nursery"))
    named = await chat.ask("complaint_named", Skippable(Text(longest=80))) if about == "staff" else None
    hide_name = await _is_name_kept_back(chat, facts)
    words = await chat.ask("complaint_words", Text(longest=4000))
    if await chat.act("triage", Triage(words, about, named)) in URGENT:
        await raise_concern(chat, facts, "complaint", words=words)
        return
    opened = await chat.act("open_complaint", OpenComplaint(words, about, named, hide_name))
    await _acknowledge(chat, opened)
    if about == "group" and not hide_name:
        await _offer_talk(chat)


async def _is_name_kept_back(chat: Chat, facts: FamilyFacts) -> bool:
    """G12.1: a chat shows its number, and says so; whoever rings may be nobody that we know."""
    hidden: bool
    if facts.channel == SPOKEN:
        hidden = await chat.ask("complaint_hide_name", YesNo(), "complaint_hide_name_aloud")
    else:
        hidden = await chat.ask("complaint_hide_name", YesNo(), phone=facts.organisation.phone)
    return hidden


async def _is_told_to_another(chat: Chat, facts: FamilyFacts) -> bool:
    """G12.4, X5: whoever speaks for a family hears its complaint; so they are asked first who shall hear it."""
    if facts.channel != SPOKEN or await chat.ask("complaint_heard", Exact("another", "go_on")) == "go_on":
        return False
    await _have_another_ring(chat, facts, "complaint_another_rings")
    return True


async def _have_another_ring(chat: Chat, facts: FamilyFacts, promise: str) -> None:
    promised, about = await chat.act("another_rings", PutRight()), facts.organisation
    if isinstance(promised, Refused):
        await chat.say("complaint_another_not_now", phone=about.phone)
    else:
        await chat.say(promise, phone=about.phone, emergency=about.emergency)


async def _offer_talk(chat: Chat) -> None:
    """G12.2: put it right now, if they want that; the complaint goes on all the same."""
    if await chat.ask("complaint_talk", YesNo()):
        promised = await chat.act("put_right", PutRight())
        await chat.say("complaint_talk_not_now" if isinstance(promised, Refused) else "complaint_talk_promised")


async def complaint_status(chat: Chat, facts: FamilyFacts) -> None:
    """MY COMPLAINT: where it stands, and the next date; with its number also from another phone (G12.1)."""
    status = await chat.act("complaint_status", ComplaintStatus(facts.subject))
    if isinstance(status, Refused):
        await chat.say("phone_code_wait")
        return
    if status is None and facts.channel == SPOKEN:
        await _have_another_ring(chat, facts, "complaint_not_here")
        return
    if status is None and facts.subject:
        await chat.say("complaint_number_unknown", code=facts.subject)
        return
    if status is None:
        await chat.say("complaint_is_none")
        return
    stage, when = status
    if stage in STAGES:
        await chat.say(STAGES[stage], when=when)
    elif stage == "answered_there":
        await chat.say("complaint_is_answered_there")
    elif stage == "final":
        await chat.say("complaint_is_final", phone=facts.organisation.phone)
    else:
        await _offer_review(chat, is_late=stage == "answered_late")


async def _offer_review(chat: Chat, *, is_late: bool) -> None:
    """G12.2: somebody who had no part in the answer looks at it again; late is heard with a reason."""
    await chat.say("complaint_is_answered")
    if await chat.ask("complaint_review", Exact("yes", "no")) == "no":
        await chat.say("complaint_review_no")
        return
    text = "complaint_review_late" if is_late else "complaint_review_words"
    words = await chat.ask("complaint_review_words", Text(longest=2000), text)
    asked = await chat.act("ask_review", AskReview(words))
    if isinstance(asked, Refused):
        await chat.say("complaint_review_not_now")
        return
    await chat.say(
        "complaint_review_asked",
        code=asked.code,
        handler=asked.handler,
        acknowledge_by=asked.acknowledge_by,
        answer_by=asked.answer_by,
    )


async def unhappy(chat: Chat, facts: FamilyFacts) -> None:
    """G9.3: a private way to tell the leader, or somebody else if it is about the leader."""
    await chat.say("unhappy_welcome")
    if await _is_told_to_another(chat, facts):
        return
    about_leader = await chat.ask("unhappy_about_leader", YesNo())
    words = await chat.ask("unhappy_words", Text(longest=2000))
    if await chat.act("triage", Triage(words, "staff" if about_leader else "group")) in URGENT:
        await raise_concern(chat, facts, "unhappy", words=words)
        return
    await chat.act("report_unhappy", ReportUnhappy(words, about_leader))
    await chat.say("unhappy_told_another" if about_leader else "unhappy_told_leader")
    await chat.say("unhappy_other_ways")


async def _acknowledge(chat: Chat, opened: ComplaintOpened) -> None:
    """G12.5: at once, with the number, who deals with it, and both dates."""
    await chat.say(
        "complaint_received",
        code=opened.code,
        handler=opened.handler,
        acknowledge_by=opened.acknowledge_by,
        answer_by=opened.answer_by,
    )
    if opened.outside:
        await chat.say("complaint_outside", lines=opened.outside)
    await chat.say("complaint_changes_nothing")
