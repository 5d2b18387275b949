"""What a press in the staff channel does: claims at once, decides nothing, and once."""

from uuid import uuid4

from sqlalchemy import select

from bot.moment import Moment
from bot.presses import press
from storage import contacts, staff
from storage.tables import buttons
from tests.bot.desk import Desk


def button(at: Desk, act: str, *, old: bool = False) -> str:
    with at.house.engine.begin() as connection:
        rows = select(buttons.c.id).where(buttons.c.act == act)
        found = rows if old else rows.where(buttons.c.closed_at.is_(None))
        return str(connection.execute(found.limit(1)).scalar_one())


def presses(at: Desk, handle: str | None, button_id: str) -> tuple[str, str] | None:
    with at.house.work(f"staff:{handle}" if handle else "contact") as work:
        member = None if handle is None else staff.by_handle(work, handle)
        line = contacts.staff_channel(work) if handle is None else staff.line(work, handle)
        assert line is not None
        who = None if member is None else member.id
        moment = Moment(work, at.house.organisation, line, who, uuid4(), None, texts=at.house.texts)
        return press(moment, button_id)


def test_a_claim_counts_at_once(at: Desk) -> None:
    at.ask_to_join()
    assert presses(at, "anna", button(at, "claim")) is None
    assert at.told_channel() == ["card_case", "card_case_claimed"]


def test_a_second_claim_hears_who_was_first(at: Desk) -> None:
    at.ask_to_join()
    claim = button(at, "claim")
    presses(at, "anna", claim)
    presses(at, "maria", claim)
    assert at.told_channel()[-1] == "press_already"


def test_an_approval_goes_on_in_the_private_line(at: Desk) -> None:
    code = at.ask_to_join()
    assert presses(at, "anna", button(at, "approve")) == ("confirm_decision", f"{code}:1:approved")
    assert presses(at, "anna", button(at, "decline")) == ("confirm_decision", f"{code}:1:declined")


def test_a_press_after_the_decision_decides_nothing(at: Desk) -> None:
    code = at.ask_to_join()
    approve = button(at, "approve")
    at.review(code)
    at.decide("anna", code)
    assert presses(at, "maria", approve) is None
    assert at.told_channel()[-1] == "press_already"
    assert at.refusals()[-1] == "refused:refused_already_decided"


def test_somebody_who_is_not_staff_presses_in_vain(at: Desk) -> None:
    at.ask_to_join()
    assert presses(at, None, button(at, "claim")) is None
    assert at.told_channel()[-1] == "press_refused"
    assert at.refusals() == ["refused:refused_named_human"]


def test_a_button_that_never_was_is_ignored(at: Desk) -> None:
    at.ask_to_join()
    assert presses(at, "anna", "no such button") is None
    assert presses(at, "anna", str(uuid4())) is None
    assert at.told_channel() == ["card_case"]
