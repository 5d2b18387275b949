"""A process that dies while it sends: on every messenger the message goes out, and what may have gone twice is marked."""

from uuid import UUID

import pytest
from sqlalchemy import select

from bot import sender
from bot.channels.channel import Channel, Outbound
from bot.house import House
from storage import contacts, outbox
from storage.contacts import Contact
from storage.tables import outbox as rows
from tests.channels.conftest import Post
from tests.stage import Stage


class DiedError(BaseException):
    """The end of the process, as far as this one test can bring it about."""


class Dying:
    """Hands a message to its messenger, and dies before anything is written down; or dies before that."""

    def __init__(self, inner: Channel, *, after_sending: bool) -> None:
        self.inner, self.after_sending = inner, after_sending
        self.name, self.has_window = inner.name, inner.has_window

    async def send(self, message: Outbound) -> str:
        if self.after_sending:
            await self.inner.send(message)
        raise DiedError

    async def sent_before(self, message: Outbound) -> str | None:
        return await self.inner.sent_before(message)


@pytest.fixture
def house(playground: Stage) -> House:
    return playground.house


def queued(house: House, post: Post) -> Contact:
    """Somebody on this messenger, with one message on its way."""
    with house.work("test") as work:
        contact = contacts.add(work, post.channel.name, post.address)
        contacts.change(work, contact.id, last_inbound_at=work.now)
        found = contacts.by_id(work, contact.id)
        assert found is not None
        assert outbox.tell(work, found, "still_here", reply=True) is not None
    return found


def how_it_went(house: House, contact_id: UUID) -> list[tuple[str, str | None]]:
    with house.engine.connect() as connection:
        kept = select(rows.c.status, rows.c.reason).where(rows.c.contact_id == contact_id).order_by(rows.c.n)
        return [(status, reason) for status, reason in connection.execute(kept)]


@pytest.mark.parametrize("after_sending", [False, True], ids=["before it was sent", "after it was sent"])
async def test_the_next_process_sends_what_was_not_sent_and_marks_what_may_have_been(
    house: House, post: Post, *, after_sending: bool
) -> None:
    contact = queued(house, post)
    with pytest.raises(DiedError):
        await sender.deliver(
            house, {post.channel.name: Dying(post.channel, after_sending=after_sending)}, contact.lane_id
        )
    assert how_it_went(house, contact.id) == [("sending", None)]

    await sender.deliver(house, {post.channel.name: post.again()}, contact.lane_id)

    can_tell = post.channel.name == "whatsapp"
    assert len(post.fake.sent) == (2 if after_sending and not can_tell else 1)
    marked = "may_be_repeated" if not can_tell or not after_sending else None
    assert how_it_went(house, contact.id) == [("sent", marked)]
