"""A phone that may be in other hands: only answers that tell nothing go there, until staff spoke to the person."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from bot import sender
from bot.channels.channel import Outbound
from bot.freezing import freeze, freeze_changed
from flows.family.acts import Done
from flows.family.acts.complaints import OpenComplaint
from flows.family.acts.phones import MakePhoneCode, UsePhoneCode
from flows.policy import Refused
from flows.staff.acts.breaches import ReportBreach
from flows.staff.acts.care import LoseContact, Unfreeze
from flows.staff.acts.complaints import AcknowledgeComplaint, CloseComplaint
from flows.staff.acts.groups import ListGroups, ListMembers
from flows.staff.acts.people import LockDown
from storage import complaints, contacts, rotations, staff_lines
from storage.tables import cases, outbox
from tests.bot.desk import desk
from tests.bot.sara import OWN_NUMBER, Sara
from tests.group_life import Life
from tests.stage import Stage
from tests.words import TEXTS

ASKS_TO_JOIN = (
    *("phone amira whatsapp", "amira> hello", "amira> 1", "amira> 1", "amira> 2", "amira> 1", "amira> Amira Okafor"),
    *("amira> Amira", "amira> 1", "amira> SKIP", "amira> weekdays after 10", "amira> 2", "amira> my sister"),
    *("amira> SKIP", "amira> 2", "amira> 1", "amira> 1"),
)


class Phones:
    """A messenger that keeps what it shows."""

    has_window = False

    def __init__(self, name: str) -> None:
        self.name = name
        self.shown: list[str] = []

    async def send(self, message: Outbound) -> str:
        self.shown.append(message.text)
        return str(message.id)

    async def sent_before(self, _: Outbound) -> str | None:
        return None


def shown(sara: Sara) -> list[str]:
    """What is on Sara's phones when everything that may leave has left."""
    phones = {name: Phones(name) for name in ("signal", "whatsapp")}
    asyncio.run(sender.deliver(sara.life.house(), dict(phones), sara.line(sara.signal_id).lane_id))
    return [text for each in phones.values() for text in each.shown]


def lose(sara: Sara) -> None:
    assert sara.staff("anna", LoseContact(sara.case, str(sara.signal_id))) == "frozen"


def report(sara: Sara) -> None:
    group: Any = sara.staff("anna", ListGroups())
    members: Any = sara.staff("anna", ListMembers(group[0].code))
    number = next(number for number, name in members if name == "Sara Surname")
    sara.staff("anna", ReportBreach(group[0].code, number, "no_screenshots", "I saw it."))


@pytest.fixture
def sara(ready: Life) -> Sara:
    return Sara(ready)


def complained(sara: Sara) -> str:
    with sara.life.work() as work:
        told: dict[str, Any] = {"kind": "staff", "contact_id": sara.signal_id, "words": "He was let in.", "about": []}
        by: dict[str, Any] = {"handler_id": sara.life.staff["max"], "acknowledge_by": work.now, "answer_by": work.now}
        return complaints.open_complaint(work, uuid4(), **told, **by, hide_name=False)[0]


@pytest.mark.clause("G6.4", "G12.5")
def test_the_answer_to_a_complaint_waits_until_its_person_has_the_phone_again(sara: Sara) -> None:
    code = complained(sara)
    lose(sara)
    sara.staff("max", AcknowledgeComplaint(code))
    sara.staff("max", CloseComplaint(code, "upheld", "You were right about your husband.", ""))
    assert shown(sara) == []
    sara.life.now += timedelta(hours=1)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.signal_id), "in_person")) == Done()
    assert any("right about your husband" in text for text in shown(sara))


@pytest.mark.clause("G6.4", "G11.6")
def test_who_has_a_lost_phone_does_not_read_that_its_person_is_suspended(sara: Sara) -> None:
    lose(sara)
    report(sara)
    assert shown(sara) == []


@pytest.mark.clause("G6.4")
def test_nor_does_another_messenger_on_the_number_that_changed_hands(ready: Life) -> None:
    sara = Sara(ready, OWN_NUMBER).join()
    shown(sara)
    sara.freeze(sara.signal_id)
    report(sara)
    assert shown(sara) == []


@pytest.mark.clause("G6.5")
def test_a_lost_phone_is_not_told_that_its_password_changes(sara: Sara) -> None:
    sara.life.release(sara.id)
    sara.life.delivered()
    lose(sara)
    assert sara.told(sara.signal_id) == []


@pytest.mark.clause("G6.5", "H2.3")
def test_nor_is_a_phone_that_a_stolen_account_had_opened(sara: Sara) -> None:
    sara.life.release(sara.id)
    sara.freeze(sara.signal_id)
    assert sara.staff("ben", Unfreeze(sara.case, str(sara.signal_id), "in_person")) == Done()
    sara.life.release(sara.id)
    sara.life.delivered()
    sara.life.now += timedelta(minutes=1)
    sara.staff("maria", LockDown("ben"))
    assert sara.line(sara.signal_id).frozen_at is not None
    assert shown(sara) == []


@pytest.mark.clause("G2.2", "G6.4")
def test_a_code_for_one_more_phone_that_stands_on_a_lost_one_is_dead(sara: Sara) -> None:
    code = str(sara.does(sara.signal_id, MakePhoneCode(1)))
    lose(sara)
    with sara.life.work() as work:
        finder = contacts.add(work, "signal", "finder").id
    assert sara.does(finder, UsePhoneCode(code)) == Refused("G2.2", "refused_code")


@pytest.mark.clause("G6.4", "G3.7")
def test_a_place_is_told_when_somebody_has_spoken_to_who_uses_the_phone_and_not_before(playground: Stage) -> None:
    for line in ASKS_TO_JOIN:
        playground.talk.do(line)
    at = desk(playground.house)
    with playground.house.engine.begin() as connection:
        code = connection.execute(select(cases.c.code)).scalar_one()
    at.review(code)
    with playground.house.work("clock") as work:
        phone = contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", "amira"))
        assert phone is not None
        freeze(work, phone)
    before = len(playground.talk.said_to("amira"))
    at.decide("anna", code)
    playground.settle()
    playground.talk.look()
    assert playground.talk.said_to("amira")[before:] == []
    assert at.staff_does("anna", Unfreeze(code, str(phone.id), "in_person")) == Done()
    playground.settle()
    playground.talk.look()
    offered = TEXTS.say("en", "case_approved", group="x", organisation="x").split("x", maxsplit=1)[0].strip()
    assert any(offered in text for text in playground.talk.said_to("amira")[before:])


@pytest.mark.clause("G5.2", "G6.4")
def test_a_shared_phone_whose_keys_changed_names_nobody_who_used_it(playground: Stage) -> None:
    playground.talk.do("after shared_phone.txt")
    before = len(playground.talk.said_to("amira"))
    for line in ("rekey amira", "amira> hello", "amira> PASSWORD", "amira> LEAVE", "amira> SECOND PHONE"):
        playground.talk.do(line)
    told = playground.talk.said_to("amira")[before:]
    assert TEXTS.say("en", "frozen_notice").partition("\n")[0] in "\n".join(told)
    assert [text for text in told if "Omar" in text or "Amira" in text] == []


@pytest.mark.clause("G6.4", "G6.7")
def test_what_waited_for_a_colleagues_lost_phone_stays_when_they_bind_another(playground: Stage) -> None:
    talk = playground.talk
    for line in ("after parts/tonight.txt", "clock 17:10", "phone annanew signal", "maria> ROTATE M-1", "maria> 1"):
        talk.do(line)
    before = len(talk.said_to("anna"))
    talk.do("fault signal throttled 1")
    talk.do("anna> READY M-1")
    with playground.house.work("cli") as work:
        code = staff_lines.code_for(work, "anna", "Anna Sample", ["practitioner"])
        waits = work.connection.execute(select(outbox.c.id).where(outbox.c.status == "due")).all()
    assert waits
    for line in (f"annanew> STAFF {code}", "fault signal none", "clock +3m", "clock +3m"):
        talk.do(line)
    talk.look()
    assert talk.said_to("anna")[before:] == []


@pytest.mark.clause("G12.5", "G6.4")
def test_who_answered_a_stranger_whose_phone_changed_hears_to_ring_them(playground: Stage) -> None:
    at = desk(playground.house)
    code = str(at.family_does(OpenComplaint("it was cold", "group", None, hide_name=False)).code)
    with at.house.work("provider") as work:
        freeze_changed(work, at.family, again=True)
    at.staff_does("carl", CloseComplaint(code, "upheld", "We are sorry."))
    playground.settle()
    playground.settle()
    assert at.told_staff("carl").count("staff_owed_waits") == 1


@pytest.mark.clause("G12.5", "G6.4")
def test_what_is_owed_outlives_the_messenger_on_which_it_waited(ready: Life) -> None:
    sara = Sara(ready, OWN_NUMBER).join()
    shown(sara)
    code = complained(sara)
    sara.freeze(sara.signal_id)
    sara.staff("max", CloseComplaint(code, "upheld", "You were right about your husband.", ""))
    assert shown(sara) == []
    assert sara.staff("anna", LoseContact(sara.case, str(sara.signal_id))) == "removed"
    shown(sara)
    sara.life.now += timedelta(hours=1)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.whatsapp_id), "in_person")) == Done()
    phones = {"whatsapp": Phones("whatsapp"), "signal": Phones("signal")}
    asyncio.run(sender.deliver(ready.house(), dict(phones), sara.line(sara.whatsapp_id).lane_id))
    assert any("right about your husband" in text for text in phones["whatsapp"].shown)


@pytest.mark.clause("G6.5")
def test_what_was_true_only_then_is_not_said_when_the_phone_is_opened(ready: Life) -> None:
    sara = Sara(ready, OWN_NUMBER).join()
    sara.life.release(sara.id)
    shown(sara)
    sara.freeze(sara.signal_id)
    with ready.work() as work:
        assert rotations.rotate(work, ready.meeting(), "tap")
    assert not any(shown(sara))  # Only what is taken back, which says nothing.
    ready.now += timedelta(days=14)
    assert sara.staff("anna", Unfreeze(sara.case, str(sara.signal_id), "in_person")) == Done()
    assert not any("being changed" in text for text in shown(sara))


@pytest.mark.clause("G3.7", "G6.4")
def test_who_was_approved_by_a_stolen_account_while_frozen_goes_on_when_decided_about_again(playground: Stage) -> None:
    for line in ASKS_TO_JOIN:
        playground.talk.do(line)
    at = desk(playground.house)
    with playground.house.engine.begin() as connection:
        code = connection.execute(select(cases.c.code)).scalar_one()
    at.review(code)
    at.decide("anna", code)
    playground.settle()
    with playground.house.work("clock") as work:
        phone = contacts.by_token(work, "whatsapp", contacts.token(work, "whatsapp", "amira"))
        assert phone is not None
        freeze(work, phone)
    playground.house.clock.forward(timedelta(minutes=1))
    at.staff_does("maria", LockDown("anna"))
    playground.settle()
    assert at.staff_does("maria", Unfreeze(code, str(phone.id), "in_person")) == Done()
    playground.settle()
    playground.talk.look()
    before = len(playground.talk.said_to("amira"))
    at.review(code, "maria")
    at.decide("maria", code)
    playground.settle()
    playground.talk.look()
    assert any("place" in text for text in playground.talk.said_to("amira")[before:])
