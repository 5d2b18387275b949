"""Somebody sends a picture. The bot sees and keeps none, so it cannot know whose it is: it asks, and blames nobody.

Everybody is asked in the same words, or the question would say who is in a group (G5.3).

News of others in words is not looked for: a reply that depended on a name would say who is in a group (G5.3).
"""

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.care import ReportPicture
from flows.questions import Exact

PICTURE = Exact("yes", "no")


async def picture(chat: Chat, _facts: FamilyFacts) -> None:
    """G5.2, G11.1: a short reminder and one question; only a member's no goes to staff."""
    await chat.say("picture_reminder")
    if await chat.ask("picture", PICTURE) == "yes":
        await chat.say("picture_own")
    else:
        await chat.act("report_picture", ReportPicture())
        await chat.say("picture_told")
