"""A new version of the Group Agreement: what doorstep.toml holds counts only once two people have published it."""

from hashlib import sha256

import pytest
from sqlalchemy import select

from bot import published
from flows.family.acts import Done
from flows.policy import Refused
from flows.staff.acts.publishing import ProposeAgreement, PublishAgreement, ReadAgreement
from storage import agreement_versions, agreements, people
from storage.ids import id_for
from storage.tables import acceptances
from tests.bot.desk import Desk
from tests.stage import with_agreement


@pytest.fixture
def later(at: Desk) -> Desk:
    """The same house after a new version was put into doorstep.toml."""
    return Desk(with_agreement(at.house, "second"), at.family)


def in_force(at: Desk) -> str:
    with at.house.work("test") as work:
        return published.in_force(work, at.house.organisation).agreement.version


def publish(at: Desk) -> None:
    assert at.staff_does("maria", ProposeAgreement("second")) == Done()
    assert at.staff_does("ben", PublishAgreement("second")) == Done()


@pytest.mark.clause("H5.1")
def test_the_first_start_publishes_what_is_configured_and_a_later_one_does_not(at: Desk, later: Desk) -> None:
    assert in_force(at) == at.house.organisation.agreement.version
    assert in_force(later) == in_force(at)
    assert later.house.organisation.agreement.version == "second"


@pytest.mark.clause("H5.1")
def test_a_version_takes_a_manager_and_one_more_person(later: Desk) -> None:
    assert later.staff_does("anna", ProposeAgreement("second")) == Refused("H5.1", "refused_only_manager")
    assert later.staff_does("maria", ProposeAgreement("second")) == Done()
    assert later.staff_does("maria", PublishAgreement("second")) == Refused("H5.1", "refused_needs_one_more")
    assert in_force(later) != "second"
    assert later.staff_does("ben", PublishAgreement("second")) == Done()
    assert in_force(later) == "second"
    assert later.told_staff("maria") == ["staff_published"]


@pytest.mark.clause("H5.1")
def test_words_that_changed_after_the_proposal_are_not_published(later: Desk) -> None:
    later.staff_does("maria", ProposeAgreement("second"))
    changed = Desk(with_agreement(later.house, "third"), later.family)
    assert changed.staff_does("ben", PublishAgreement("third")) == Refused("A4", "refused_already_done")
    assert changed.staff_does("max", ReadAgreement()).proposed_by is None


@pytest.mark.clause("H5.1")
def test_other_words_under_a_published_name_are_never_published(later: Desk) -> None:
    publish(later)
    renamed = Desk(with_agreement(later.house, "sample-1"), later.family)
    assert renamed.staff_does("maria", ReadAgreement()).same_name
    assert renamed.staff_does("maria", ProposeAgreement("sample-1")) == Refused("H5.1", "refused_version_used")
    assert in_force(renamed) == "second"


@pytest.mark.clause("H5.1", "G4.5")
def test_the_first_acceptance_stays_and_its_exact_text_can_be_read(at: Desk, later: Desk) -> None:
    code = at.ask_to_join()
    at.review(code)
    at.decide("anna", code)
    accept(at, "sample-1")
    publish(later)
    accept(later, "second")
    with at.house.engine.begin() as connection:
        kept = {row.version: row for row in connection.execute(select(acceptances))}
    assert kept.keys() == {"sample-1", "second"}
    with at.house.work("test") as work:
        current = agreement_versions.in_force(work)
    assert current is not None
    assert kept["second"].text_hash == sha256(current.texts["en"].encode()).hexdigest()
    assert kept["sample-1"].text_hash != kept["second"].text_hash


def accept(at: Desk, version: str) -> None:
    with at.house.work("test") as work:
        person = people.of_lane(work, at.family, 1)
        assert person is not None
        text = published.in_force(work, at.house.organisation).agreement.text["en"]
        assert agreements.accept(
            work,
            id_for("acceptance", version),
            person_id=person.id,
            what=agreements.AGREEMENT,
            version=version,
            text=text,
            language="en",
            contact_id=at.family.id,
        )
