"""What one message is, and what a family's is for: a word that works anywhere, danger, or an answer.

What staff write and press is in bot/staff_desk.py; how the conversation then goes on, in bot/playing.py.
"""

from datetime import timedelta
from uuid import uuid4

from bot import commands, gentle
from bot.acts.allegations import is_allegation
from bot.acts.family_named import notice_named
from bot.acts.family_passwords import notice_quote
from bot.facts import family_facts, may_come_back
from bot.freezing import freeze_if_unheard
from bot.house import House
from bot.playing import Player
from bot.staff_desk import StaffDesk, bound_as_staff
from flows import disclosure
from flows.family.acts.care import RaiseConcern, ReportRecording, TellMore
from flows.family.acts.own import PausePushes
from flows.family.safety import SAFE_TO_WRITE
from flows.policy import Refused, Verdict
from flows.policy.confidentiality import SPOKEN
from flows.policy.members import DoorFacts, may_keep_media, may_use_word, membership_reply
from flows.texts import has_link, inert
from storage import concerns, contacts, conversations, inbox, people
from storage import staff as staff_register
from storage.contacts import Contact
from storage.conversations import Conversation
from storage.inbox import Received
from storage.work import Work

SILENT_KINDS = frozenset({"reaction", "delete", "receipt", "typing"})
HELP_MINUTES = 5
TELLING = frozenset({"disclosure", "tell_more"})
SHUT_OUT = {"refused_only_three_doors": "barred_fixed", "refused_restricted": "restricted_fixed"}


class Desk:
    """One message, from inside its turn's transaction."""

    def __init__(self, house: House, work: Work, contact: Contact, received: Received) -> None:
        self.house, self.work, self.contact, self.received = house, work, contact, received
        self.player = Player(house, work, contact, received)
        self.words = self.player.words
        if self.player.staff_id is not None:
            work.actor = f"staff:{staff_register.handle(work, self.player.staff_id)}"
        elif contact.channel == SPOKEN:
            work.actor = f"staff:{received.frame['author']}"

    def answer(self, received: Received) -> None:
        """Answer one message, by who writes and what it is."""
        reply_to, phone = received.frame.get("reply_to"), received.frame.get("phone")
        known = freeze_if_unheard(self.work, self.house.organisation, self.contact)
        self.contact = self.player.contact = contacts.heard_from(self.work, known, reply_to, phone)
        kind = received.frame["kind"]
        if kind == "press":
            return StaffDesk(self.player).press(received, self.words)
        if self.contact.audience == "staff_channel":
            return StaffDesk(self.player).answer_to_card(received)
        if kind in SILENT_KINDS:
            return None
        if kind == "edit" and self.contact.audience == "family" and self._raises_concern():
            return self._family()
        if kind != "text":
            return self._not_text(kind)
        if not self.words.strip():
            return None
        if self.contact.audience == "staff":
            return StaffDesk(self.player).answer(received)
        return self._family()

    def _not_text(self, kind: str) -> None:
        """What came with a picture or in a change is no answer, but danger and leaks are seen in it (A3, G6.5)."""
        is_family, stack = self.contact.audience == "family", conversations.open_of(self.work, self.contact.id)
        if is_family and self.words.strip():
            notice_named(self.player.moment(uuid4()), self.words)
            word = self._recognised(stack)
            if word is not None and word.flow in commands.WITH_A_PICTURE and self._may_use(word):
                return self._word(word, stack)
            notice_quote(self.player.moment(uuid4()), self.words)
        if self.words.strip() and disclosure.is_recording(self.house.disclosure, self.words):
            return self._refuse_recording(kind)
        kept = may_keep_media(kind)
        if isinstance(kept, Refused):
            self.work.refuse(kept, "keep", kind, self.contact.id)
        if self.contact.audience == "staff" and kind != "edit":
            self.player.say("staff_words_only")
            return self.player.keep_the_place(stack, announced=True)
        self.player.say(f"not_a_text_{kind}")
        may_ask = is_family and bool(self._may_use(commands.Word("picture")))
        if may_ask and gentle.asks_whose(self.player.moment(uuid4()), kind, stack):
            self.player.start("picture", None, stack)
        return None

    def _refuse_recording(self, kind: str) -> None:
        """H3.1, H3.3, H3.4: it is deleted unread, and that there is one opens both cases."""
        kept = may_keep_media(kind, is_recording=True)
        if isinstance(kept, Refused):
            self.work.refuse(kept, "keep", kind, self.contact.id)
        inbox.forget(self.work, self.received.id)
        if self.contact.audience == "family":
            self.player.perform(ReportRecording(inert(self.words)))
        self.player.say("recording_refused")

    def _family(self) -> None:
        if bound_as_staff(self.player):
            return None
        notice_named(self.player.moment(uuid4()), self.words)
        stack = conversations.open_of(self.work, self.contact.id)
        word = self._recognised(stack)
        verdict = self._may_use(word)
        if isinstance(verdict, Refused):
            self.work.refuse(verdict, "write", "contact", self.contact.id)
            notice_quote(self.player.moment(uuid4()), self.words)
            self._hear_of_recording()
            goes_on = word is None and bool(stack) and bool(self._may_use(commands.Word(stack[0].flow)))
            return self.player.play(stack, self.received) if goes_on else self.player.say(SHUT_OUT[verdict.reason])
        if word is not None:
            return self._word(word, stack)
        return self._other_words(stack)

    def _other_words(self, stack: list[Conversation]) -> None:
        stack = self._past_the_gentle_question(stack)
        quoted = notice_quote(self.player.moment(uuid4()), self.words)
        if gentle.are_own_words(stack):
            self._hear_of_recording()
            return self.player.play(stack, self.received)
        if has_link(self.words) and disclosure.is_recording(self.house.disclosure, self.words):
            return self._refuse_recording("link")
        recording = self._hear_of_recording()
        if recording:
            return self._thank_for_recording(stack)
        if quoted:
            return self.player.say("still_here")
        if disclosure.is_membership_question(self.house.disclosure, self.words):
            self.work.refuse(membership_reply(), "ask", "membership", self.contact.id)
            return self.player.say("cannot_say_who")
        return self._go_on(stack)

    def _go_on(self, stack: list[Conversation]) -> None:
        """The message is an answer, or the first words of somebody; then comes the gentle question, if there is one."""
        uneasy = gentle.asks(self.player.moment(uuid4()), self.words)
        if not uneasy and gentle.offers_a_call(self.player.moment(uuid4()), self.words, stack):
            return self.player.start("talk_instead", None, stack)
        if stack:
            self.player.play(stack, self.received)
        else:
            self._first_words()
        if uneasy:
            self.player.start("unease", self.words, conversations.open_of(self.work, self.contact.id))
        return None

    def _past_the_gentle_question(self, stack: list[Conversation]) -> list[Conversation]:
        """A3: whoever writes something else instead of an answer goes on where they were."""
        asked = gentle.asked_aside(stack)
        if asked is None or asked.fits(self.words, self.player.spoken(stack[0].flow)):
            return stack
        conversations.save(self.work, stack[0], {}, ended=True)
        return stack[1:]

    def _hear_of_recording(self) -> bool:
        """H3.4: anybody's word that somebody records is kept for staff, whatever is answered."""
        heard = disclosure.is_recording_report(self.house.disclosure, self.words)
        if heard:
            self.player.perform(ReportRecording(self.words))
        return heard

    def _thank_for_recording(self, stack: list[Conversation]) -> None:
        self.player.say("recording_thanks")
        self.player.say("recording_told")
        self.player.keep_the_place(stack)

    def _recognised(self, stack: list[Conversation]) -> commands.Word | None:
        word = commands.family_word(self.house.texts, self.words)
        if word is not None and word.subject and stack and stack[0].state.get("waiting") == "language_choice":
            return None
        if word is None and self._tells_more(stack):
            opened = commands.opening_word(self.house.texts, self.contact.language, self.words)
            return commands.Word("tell_more") if opened is None or self._raises_concern() else opened
        if word is None and (self._raises_concern() or self._is_allegation(stack) or self._worries_again(stack)):
            return commands.Word("disclosure", gentle.asked_about(stack))
        if word is None and not gentle.are_own_words(stack):
            return commands.opening_word(self.house.texts, self.contact.language, self.words)
        return word

    def _tells_more(self, stack: list[Conversation]) -> bool:
        """A3: a concern was raised just now, and this is no answer whether it is safe to write: the person tells on."""
        if not stack or stack[0].state.get("waiting") != "safe_to_write":
            return False
        is_answer = SAFE_TO_WRITE.fits(self.words, self.player.spoken("safe_to_write"))
        return not is_answer and bool(concerns.open_of(self.work, self.contact.id))

    def _worries_again(self, stack: list[Conversation]) -> bool:
        """A3: asked gently, and the answer is such words again."""
        asked = gentle.asked_about(stack) is not None
        return asked and disclosure.may_be_about_harm(self.house.disclosure, self.words)

    def _raises_concern(self) -> bool:
        return disclosure.raises_concern(self.house.disclosure, self.words)

    def _is_allegation(self, stack: list[Conversation]) -> bool:
        """G12.3: about the conduct of staff; a complaint that is being told is judged by its own flow."""
        return not gentle.are_own_words(stack) and is_allegation(self.player.moment(uuid4()), self.words)

    def _may_use(self, word: commands.Word | None) -> Verdict:
        name = "" if word is None else "help" if word.flow in TELLING else word.flow
        restricted = self.contact.restricted_at is not None
        return may_use_word(DoorFacts(name, people.standings(self.work, self.contact), restricted=restricted))

    def _first_words(self) -> None:
        """Nothing is open: a stranger is asked to join, a code is looked up, a member hears what works."""
        code = commands.code_in(self.words)
        if people.has_case(self.work, self.contact):
            if code is None or not may_come_back(self.player.moment(uuid4())):
                return self.player.say("unknown_after_end")
            return self.player.start("invited", code, [])
        return self.player.start("joining" if code is None else "invited", code, [])

    def _word(self, word: commands.Word, stack: list[Conversation]) -> None:
        match word.flow:
            case "back":
                return self.player.back(stack, "nothing_before")
            case "stop":
                return self._stop()
            case "start":
                self.player.perform(PausePushes(paused=False))
                self.player.say("started")
                return self.player.keep_the_place(stack)
            case "clear":
                self.player.perform(RaiseConcern(words="", source="clear"))
                contacts.change(self.work, self.contact.id, paused_at=self.work.now)
                return self.player.say("clear_line")
            case "tell_more":
                self.player.perform(TellMore(self.words))
                notice_quote(self.player.moment(uuid4()), self.words)
                self._hear_of_recording()
                if self._raises_concern():
                    told = family_facts(self.player.moment(uuid4()), None, self.words).organisation
                    self.player.say("concern_emergency", emergency=told.emergency, number=told.silent)
                self.player.say("concern_more")
                return self.player.return_to(stack, announced=True)
            case "help":
                due = self.work.now + timedelta(minutes=HELP_MINUTES)
                self.work.set_timer("help_unanswered", self.contact.id, due, step=str(uuid4()))
        return self.player.start(word.flow, word.subject, stack)

    def _stop(self) -> None:
        """A2: it is about this contact; whoever writes from another one too hears so."""
        self.player.perform(PausePushes(paused=True))
        self.player.say("stopped")
        if self.contact.first_id is not None:
            self.player.say("stopped_only_here")
