"""WhatsApp's quick replies: up to three buttons under a question whose words are the same for everybody.

Twilio keeps such a question as a "content". It is made the first time that it is asked, and holds the words of
`flows/locales` only: a question with anything about a person in it goes out as numbered text.
"""

import json
from hashlib import sha256

from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from bot.channels.channel import Outbound

CONTENTS = "https://content.twilio.com/v1/Content"
MADE = 201

TYPE = "twilio/quick-reply"
MOST_BUTTONS, MOST_IN_A_LABEL, MOST_IN_A_QUESTION = 3, 20, 1024


class QuickReplies:
    """The contents of one account, by name; what Twilio would not take is not tried again."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._sids: dict[str, str] | None = None
        self._refused: set[str] = set()

    def sid_for(self, message: Outbound) -> str | None:
        """The ContentSid of a question, made now if there is none; None where it must go out as text."""
        name = content_name(message)
        if name is None or name in self._refused:
            return None
        if self._sids is None:
            self._sids = {str(each.friendly_name): str(each.sid) for each in self._client.content.v1.contents.stream()}
        if name not in self._sids:
            self._sids[name] = self._made(name, message)
        return self._sids[name]

    def refuse(self, message: Outbound) -> None:
        """Send this question as text from now on."""
        self._refused.add(content_name(message) or "")

    def _made(self, name: str, message: Outbound) -> str:
        actions = [{"title": each.label, "id": each.id} for each in message.buttons]
        quick_reply = {"body": message.text, "actions": actions}
        wanted = {"friendly_name": name, "language": message.language, "types": {TYPE: quick_reply}}
        # Not by the library's own class, which sends an empty entry for each of the other types.
        answer = self._client.request("POST", CONTENTS, data=wanted, headers={"Content-Type": "application/json"})
        if answer.status_code != MADE:
            raise TwilioRestException(answer.status_code, CONTENTS)
        return str(json.loads(answer.text)["sid"])


def content_name(message: Outbound) -> str | None:
    """The name under which Twilio keeps a question; None where it cannot have quick replies.

    It changes with the words, so that a question that was put in other words is made anew.
    """
    labels = [each.label for each in message.buttons]
    fits = (
        0 < len(labels) <= MOST_BUTTONS
        and all(0 < len(each) <= MOST_IN_A_LABEL for each in labels)
        and len(set(labels)) == len(labels)
        and len(message.text) <= MOST_IN_A_QUESTION
    )
    if message.wording is None or not message.in_window or not fits:
        return None
    words = "\x1f".join([message.text, *labels, *(each.id for each in message.buttons)])
    return f"doorstep_{message.wording}_{message.language}_{sha256(words.encode()).hexdigest()[:12]}"
