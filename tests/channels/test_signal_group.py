"""A Signal group as staff channel: cards in words, a number or a sign under one is a press, and nothing else is."""

from typing import Any

from sqlalchemy import select

from storage import cases, contacts, staff
from storage.tables import audit
from tests.bot.desk import desk
from tests.channels.fakes import BOT
from tests.channels.live_world import GROUP, World, signal_id

HOW = "Answer this message with the number, or put the sign on it."


async def asks_to_join(world: World) -> str:
    code = desk(world.service.house).ask_to_join("Amira Okafor")
    await world.settle()
    return code


def card(world: World) -> int:
    """The time of the newest card in the group, which is what names it."""
    sent = list(zip(world.fakes.signal.sent, world.fakes.signal.times, strict=True))
    times = [
        at for each, at in sent if each["to"] == GROUP and each["text"].startswith("Case") and each["edits"] is None
    ]
    return times[-1]


async def replies(world: World, who: str, text: str, on: int | None = None) -> None:
    quote = {"id": on or card(world), "authorNumber": BOT, "text": "a card"}
    await world.in_group(who, {"message": text, "quote": quote})


async def reacts(world: World, who: str, sign: str, on: int | None = None, *, removes: bool = False) -> None:
    reaction = {"emoji": sign, "targetSentTimestamp": on or card(world), "isRemove": removes}
    await world.in_group(who, {"message": None, "reaction": reaction})


def claimed_by(world: World, code: str) -> str | None:
    with world.service.house.work("test") as work:
        case = cases.by_code(work, code)
        assert case is not None
        claimed = case.claimed_by
        return None if claimed is None else staff.handle(work, claimed)


def private(world: World, who: str) -> list[str]:
    return [each["text"] for each in world.fakes.signal.sent if each["to"] == signal_id(who)]


def outcomes(world: World, act: str) -> list[Any]:
    with world.service.house.engine.begin() as connection:
        return list(connection.execute(select(audit.c.outcome).where(audit.c.act == act)).scalars())


async def test_a_card_says_how_it_is_answered(group_world: World) -> None:
    code = await asks_to_join(group_world)

    lines = [f"Case {code}, new today", "1 👍 Claim", "2 ✅ Approve", "3 ❌ Decline", HOW]
    assert group_world.group_heard() == ["\n".join(lines)]


async def test_the_number_one_under_a_card_claims_the_case(group_world: World) -> None:
    code = await asks_to_join(group_world)

    await replies(group_world, "anna", "1")

    assert claimed_by(group_world, code) == "anna"
    edited = group_world.fakes.signal.sent[-1]
    assert (edited["to"], edited["edits"]) == (GROUP, card(group_world))
    assert f"Case {code}, claimed by anna" in edited["text"]
    assert "Claim" not in edited["text"].split("\n", 1)[1]


async def test_a_thumbs_up_on_a_card_claims_the_case(group_world: World) -> None:
    code = await asks_to_join(group_world)

    await reacts(group_world, "anna", "👍")

    assert claimed_by(group_world, code) == "anna"


async def test_a_sign_that_is_taken_away_again_does_nothing(group_world: World) -> None:
    code = await asks_to_join(group_world)

    await reacts(group_world, "anna", "👍", removes=True)

    assert claimed_by(group_world, code) is None


async def test_a_decision_is_asked_again_on_the_private_line(group_world: World) -> None:
    code = await asks_to_join(group_world)

    await replies(group_world, "anna", "3")

    assert private(group_world, "anna")
    with group_world.service.house.work("test") as work:
        case = cases.by_code(work, code)
        assert case is not None
        assert case.status not in cases.DECIDED


async def test_numbers_mean_the_same_on_every_card_of_a_case(group_world: World) -> None:
    code = await asks_to_join(group_world)
    await replies(group_world, "anna", "1")

    await replies(group_world, "ben", "1")

    assert claimed_by(group_world, code) == "anna"
    assert "2 ✅ Approve" in group_world.group_heard()[-1]


async def test_an_answer_counts_for_the_card_as_it_stood_when_it_was_given(group_world: World) -> None:
    await asks_to_join(group_world)
    await replies(group_world, "anna", "1")
    before = group_world.group_heard()

    await replies(group_world, "anna", "2")

    assert not any(text.startswith("Too late") for text in group_world.group_heard()[len(before) :])
    assert private(group_world, "anna")


async def test_a_reply_may_name_the_card_by_its_last_change(group_world: World) -> None:
    await asks_to_join(group_world)
    await replies(group_world, "anna", "1")

    await replies(group_world, "anna", "2", on=group_world.fakes.signal.times[-1])

    assert private(group_world, "anna")


async def test_who_is_not_bound_presses_nothing(group_world: World) -> None:
    code = await asks_to_join(group_world)

    await replies(group_world, "stranger", "1")
    await reacts(group_world, "stranger", "👍")

    assert claimed_by(group_world, code) is None
    assert len([each for each in outcomes(group_world, "press") if each.startswith("refused")]) == 2


async def test_whose_phone_has_changed_presses_nothing(group_world: World) -> None:
    code = await asks_to_join(group_world)
    await group_world.signal_frame("anna", {}, {"type": "UntrustedIdentityException", "message": ""})

    await replies(group_world, "anna", "1")

    assert claimed_by(group_world, code) is None


async def test_other_words_in_the_group_are_nobodys(group_world: World) -> None:
    await asks_to_join(group_world)
    before = len(group_world.fakes.signal.sent)

    await group_world.in_group("anna", {"message": "1"})
    await group_world.in_group("anna", {"message": "who takes this one?"})
    await replies(group_world, "anna", "I cannot, sorry")
    await replies(group_world, "anna", "1", on=12345)

    assert len(group_world.fakes.signal.sent) == before


async def test_another_group_is_not_heard(group_world: World) -> None:
    code = await asks_to_join(group_world)

    await group_world.signal_frame(
        "anna",
        {"dataMessage": {"message": "1", "groupInfo": {"groupId": "Zm9v"}, "quote": {"id": card(group_world)}}},
    )

    assert claimed_by(group_world, code) is None


async def test_the_group_gets_pointers_only(group_world: World) -> None:
    await asks_to_join(group_world)

    assert not any("Amira" in text or "Okafor" in text for text in group_world.group_heard())


async def test_a_card_counts_as_sent_where_one_member_did_not_get_it(group_world: World) -> None:
    group_world.fakes.signal.partly.append("IDENTITY_FAILURE")
    await asks_to_join(group_world)

    with group_world.service.house.work("test") as work:
        channel = contacts.staff_channel(work)
    assert channel is not None
    assert [row["status"] for row in group_world.rows(channel)] == ["sent"]
    assert len(group_world.group_heard()) == 1
