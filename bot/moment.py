"""What an act may use: the open unit of work, the organisation, and who is writing."""

from dataclasses import dataclass, field
from uuid import UUID

from bot.organisation import Organisation
from bot.ways_in import WaysIn
from flows.disclosure import DisclosureWords
from flows.texts import Texts
from storage.contacts import Contact
from storage.ids import id_for
from storage.work import Work


@dataclass(frozen=True)
class Moment:
    """One person's turn, from inside its transaction. `key` names the act within its conversation.

    `disclosure`: the words by which a message may be about harm or about staff; without them nothing is. `texts`: what
    people read, for acts that look at it before it goes.
    """

    work: Work
    organisation: Organisation
    contact: Contact
    staff_id: UUID | None
    conversation_id: UUID
    inbox_id: UUID | None
    key: str = ""
    texts: Texts = field(kw_only=True, repr=False)
    disclosure: DisclosureWords = field(default_factory=lambda: DisclosureWords({}, {}), repr=False)
    as_configured: Organisation | None = field(default=None, repr=False)
    ways_in: WaysIn = field(default_factory=WaysIn)

    @property
    def configured(self) -> Organisation:
        """What doorstep.toml holds; `organisation` has the agreement that was published."""
        return self.as_configured or self.organisation

    def own_id(self, *parts: object) -> UUID:
        """The id of what this act makes: the same each time that the flow is played."""
        return id_for(self.conversation_id, self.key, *parts)
