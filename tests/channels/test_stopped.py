"""What may have been sent and may not: a process that died while it sent, and a messenger that gave no clear answer.

The message goes out; where the messenger can be asked it goes once, else what may have gone twice is marked.
"""

from datetime import timedelta
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
from tests.channels.fakes_twilio import FakeTwilio
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
    with house.engine.begin() as connection:
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


@pytest.mark.parametrize(
    ("failure", "status"), [("down-after-send", "due"), ("down", "due"), ("lost", "due"), ("slow", "sent")]
)
async def test_after_no_clear_answer_whatsapp_is_asked_before_any_process_sends_again(
    house: House, whatsapp: Post, failure: str, status: str
) -> None:
    contact, at_first = queued(house, whatsapp), whatsapp.impatient
    whatsapp.fake.failures.append(failure)
    await sender.deliver(house, {"whatsapp": at_first}, contact.lane_id)
    assert [each for each, _ in how_it_went(house, contact.id)] == [status]

    house.clock.forward(timedelta(minutes=1))
    await sender.deliver(house, {"whatsapp": whatsapp.again()}, contact.lane_id)

    assert len(whatsapp.fake.sent) == 1
    assert [each for each, _ in how_it_went(house, contact.id)] == ["sent"]


async def test_while_twilio_does_not_say_what_it_sent_nothing_is_sent_again(house: House, whatsapp: Post) -> None:
    contact, fake = queued(house, whatsapp), whatsapp.fake
    assert isinstance(fake, FakeTwilio)
    fake.failures.append("down-after-send")
    fake.is_blind = True
    for _ in range(3):
        await sender.deliver(house, {"whatsapp": whatsapp.again()}, contact.lane_id)
        house.clock.forward(timedelta(minutes=10))
    assert how_it_went(house, contact.id) == [("due", "may_be_repeated")]

    fake.is_blind = False
    await sender.deliver(house, {"whatsapp": whatsapp.again()}, contact.lane_id)

    assert len(fake.sent) == 1
    assert [each for each, _ in how_it_went(house, contact.id)] == ["sent"]
