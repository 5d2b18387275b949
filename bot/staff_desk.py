"""What a message of staff is for: a press on a card, a word on their private line, or an answer there."""

from uuid import uuid4

from bot import commands
from bot.identity import bind_staff
from bot.moment import Moment
from bot.playing import Player
from bot.presses import press, who_pressed
from bot.relaying import LAPSED, relay
from flows import staff as staff_flows
from flows.chat import Say
from flows.policy import Refused
from flows.policy.staff import LineFacts, may_use_line
from flows.staff import card_signs
from storage import cards, conversations, spoken
from storage import staff as staff_register
from storage.conversations import Conversation
from storage.inbox import Received

ANSWERS = frozenset({"text", "reaction"})


def bound_as_staff(player: Player) -> bool:
    """STAFF and a one-time code make the phone it came from a member's private line; False if that is not written."""
    code = commands.staff_code_in(player.words)
    if code is not None:
        player.say(bind_staff(player.work, player.contact, code))
    return code is not None


class StaffDesk:
    """One message of staff, from inside its turn's transaction."""

    def __init__(self, player: Player) -> None:
        self.player, self.house, self.work, self.contact = player, player.house, player.work, player.contact

    def press(self, received: Received, button: str) -> None:
        """Only a bound member of staff can press, with a private line in order: what needs their word goes on there."""
        staff_id, line = who_pressed(self.work, received.channel, str(received.frame["author"] or ""))
        if staff_id is not None:
            self.work.actor = f"staff:{staff_register.handle(self.work, staff_id)}"
        where, organisation = line or self.contact, self.player.organisation
        moment = Moment(self.work, organisation, where, staff_id, uuid4(), received.id, texts=self.house.texts)
        started = press(moment, button)
        if started is not None and line is not None:
            conversations.close_all(self.work, line.id)
            flow, subject = started
            Player(self.house, self.work, line, None).start(flow, subject, [])

    def answer_to_card(self, received: Received) -> None:
        """Where a messenger has no buttons, a number or a sign under a card is a press; other words are nobody's."""
        act, on = card_signs.act_of(self.player.words), received.frame.get("on")
        if received.frame["kind"] not in ANSWERS or act is None or not on:
            return
        button = cards.button_under(self.work, self.contact.id, on, act, received.sent_at)
        if button is not None:
            self.press(received, button)

    def answer(self, received: Received) -> None:
        """Answer what was written on a private line: for a family that speaks through it, a word, or an answer."""
        verdict = may_use_line(LineFacts(frozen=self.contact.frozen_at is not None))
        if isinstance(verdict, Refused):
            self.work.refuse(verdict, "write", "contact", self.contact.id)
            return None if bound_as_staff(self.player) else self.player.say(verdict.reason)
        word = commands.staff_word(self.house.texts, self.contact.language, staff_flows.WORDS, self.player.words)
        if self._is_relayed(word, received):
            return None
        stack = conversations.open_of(self.work, self.contact.id)
        if isinstance(word, commands.Word):
            return self._word(word, stack)
        unread = self._near() if word is None else Say("staff_code_unread", {"word": word.word, "kind": word.kind})
        if stack:
            return self.player.play(stack, received, unread)
        return self.player.start("menu", None, []) if unread is None else self.player.say(unread.text, **unread.params)

    def _near(self) -> Say | None:
        """A slip in a word starts nothing by itself: they are asked whether they meant it."""
        language, words = self.contact.language, self.player.words
        near = commands.near_words(self.house.texts, language, staff_flows.WORDS, words)
        return Say("staff_did_you_mean", {"word_list": ", ".join(near)}) if near else None

    def _is_relayed(self, word: commands.Word | commands.Unread | None, received: Received) -> bool:
        """X5: it is the family's, or refused; where one's policies lapsed (H2.1), a word is one's own after all."""
        family = None if self.player.staff_id is None else spoken.of_speaker(self.work, self.player.staff_id)
        own = word if isinstance(word, commands.Word) else None
        if family is None or (own is not None and own.flow == "over"):
            return False
        handle = staff_register.handle(self.work, family.staff_id)
        refused = relay(self.house, self.player.moment(uuid4()), family, handle, received)
        if refused is None:
            return True
        text, told = refused
        if own is not None and text == LAPSED:
            return False
        self.player.say(text, **told)
        return True

    def _word(self, word: commands.Word, stack: list[Conversation]) -> None:
        if word.flow == "back":
            return self.player.back(stack, "staff_nothing_before" if stack else "staff_still")
        conversations.close_all(self.work, self.contact.id)
        return self.player.start(word.flow, word.subject, [])
