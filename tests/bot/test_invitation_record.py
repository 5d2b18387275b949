"""What is on record of an invitation, from the moment it is made to its end."""

import pytest
from sqlalchemy import RowMapping, select

from flows.family.acts.joining import LookUpCode
from flows.policy import Refused
from flows.staff.acts.groups import InvitationMade, Invite
from storage import contacts, staff
from storage.tables import audit, invitations
from tests.bot.desk import Desk


def made(at: Desk) -> InvitationMade:
    invitation = at.staff_does("anna", Invite(at.house.organisation.groups[0].code))
    assert isinstance(invitation, InvitationMade)
    return invitation


def row(at: Desk) -> RowMapping:
    with at.house.engine.begin() as connection:
        return connection.execute(select(invitations)).mappings().one()


@pytest.mark.clause("G2.5")
def test_it_is_on_record_who_invited_when_with_which_words_and_until_when(at: Desk) -> None:
    made(at)
    kept, now = row(at), at.house.clock.now()
    with at.house.work("test") as work:
        assert staff.handle(work, kept["invited_by"]) == "anna"
    assert kept["made_at"] == now
    assert kept["expires_at"] > now
    assert kept["text_version"] == at.house.organisation.agreement.version
    assert kept["opened_at"] is kept["spent_at"] is None


@pytest.mark.clause("G2.5")
def test_it_is_on_record_when_and_by_which_contact_it_was_opened(at: Desk) -> None:
    invitation = made(at)
    at.later(hours=1)
    assert not isinstance(at.family_does(LookUpCode(invitation.code)), Refused)
    assert row(at)["opened_at"] == at.house.clock.now()
    with at.house.work("test") as work:
        line = contacts.by_id(work, at.family.id)
    assert line is not None
    with at.house.engine.begin() as connection:
        opened = connection.execute(select(audit.c.actor).where(audit.c.act == "open")).scalars().all()
    assert opened == [f"contact:{line.id}"]
