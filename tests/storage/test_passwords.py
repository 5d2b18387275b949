"""Passwords: made, released, replaced, wiped."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from flows.policy import Allowed, Refused
from storage import meeting_keys, passwords, quotes, releases, rotations
from storage.tables import memberships
from storage.tables import outbox as outbox_rows
from storage.tables import passwords as password_rows
from tests.group_life import Life

pytestmark = pytest.mark.usefixtures("ready")


def _in_clear(life: Life) -> str:
    with life.work() as work:
        found = passwords.in_clear(work, life.meeting())
        assert found is not None
        return found


def test_a_password_is_eight_digits_and_is_kept_only_as_ciphertext(life: Life) -> None:
    digits = _in_clear(life)
    assert re.fullmatch(r"\d{8}", digits)
    with life.work() as work:
        sealed = work.connection.execute(select(password_rows.c.secret_sealed)).scalar_one()
        assert digits.encode() not in sealed


@pytest.mark.clause("G6.2")
def test_no_password_of_a_group_is_ever_made_twice(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    with life.work() as work:
        for _ in range(60):
            passwords.make_password(work, life.meeting_id, "first")
        tokens = select(func.count(password_rows.c.secret_token.distinct()))
        assert work.connection.execute(tokens).scalar_one() == 61


def test_what_the_outbox_holds_of_a_password_is_not_the_password(life: Life) -> None:
    sara = life.member("Sara")
    life.release(sara)
    digits = _in_clear(life)
    assert life.told(sara) == ["meeting_link", "meeting_password"]
    with life.work() as work:
        rows = work.connection.execute(select(outbox_rows.c.id, outbox_rows.c.params_sealed)).all()
        opened = [work.keys.open_json("outbox.params", row[0], row[1]) for row in rows]
    assert all("password" not in params and digits not in str(params) for params in opened)


def test_the_sender_gets_link_password_and_reference_when_it_sends(life: Life) -> None:
    release_id = life.release(life.member("Sara"))
    digits = _in_clear(life)
    with life.work() as work:
        filled = passwords.secret_params(work, passwords.given(work, release_id), lambda each: f"words of {each}")
    assert filled is not None
    assert filled["password"].replace(" ", "") == digits
    assert filled["password_words"] == f"words of {digits}"
    assert filled["link"] == "https://zoom.example/j/1"
    assert re.fullmatch(r"[A-Z2-9]{5}", filled["reference"])


def test_a_password_queued_for_somebody_barred_before_it_is_sent_is_never_sent(life: Life) -> None:
    sara = life.member("Sara")
    release_id = life.release(sara)
    with life.work() as work:
        assert passwords.may_send(work, passwords.given(work, release_id)) == Allowed()
        barred = update(memberships).where(memberships.c.person_id == sara).values(status="barred")
        work.connection.execute(barred)
        assert passwords.may_send(work, passwords.given(work, release_id)) == Refused("G11.3", "refused_barred")


@pytest.mark.parametrize(
    ("minutes", "refusal"), [(-31, "refused_too_early"), (61, "refused_too_late"), (-29, None), (59, None)]
)
def test_a_queued_password_is_sent_only_inside_the_window(life: Life, minutes: int, refusal: str | None) -> None:
    release_id = life.release(life.member("Sara"))
    life.now += timedelta(minutes=minutes + (0 if minutes < 0 else 29))
    with life.work() as work:
        verdict = passwords.may_send(work, passwords.given(work, release_id))
    assert (verdict.reason if isinstance(verdict, Refused) else None) == refusal


def test_a_held_contact_is_sent_nothing(life: Life) -> None:
    sara = life.member("Sara")
    release_id = life.release(sara)
    with life.work() as work:
        quotes.hold(work, {life.contact(sara).id})
        assert passwords.may_send(work, passwords.given(work, release_id)) == Refused("G6.5", "refused_contact_held")


def test_two_rotations_at_once_make_one(life: Life) -> None:
    life.release(life.member("Sara"))
    seen = life.meeting()

    def rotate(_: int) -> bool:
        with life.work("staff:anna") as work:
            return rotations.rotate(work, seen, "other")

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(rotate, range(2))) == [False, True]
    with life.work() as work:
        living = select(password_rows.c.version).where(password_rows.c.dead_at.is_(None))
        assert list(work.connection.execute(living).scalars()) == [2]


def test_the_old_password_is_never_sent_after_a_rotation(life: Life) -> None:
    sara = life.member("Sara")
    old = life.release(sara)
    with life.work() as work:
        rotations.rotate(work, life.meeting(), "other")
        assert isinstance(passwords.may_send(work, passwords.given(work, old)), Refused)
    assert life.told(sara) == ["password_changing"]


def test_a_rotation_pages_leader_second_and_managers(life: Life) -> None:
    with life.work() as work:
        rotations.rotate(work, life.meeting(), "other")
    for handle in ("anna", "ben", "maria", "max"):
        assert life.told(handle=handle) == ["staff_password_changed"]
    assert life.told(handle="mo") == []


def test_nobody_gets_the_new_password_before_the_platform_has_it(life: Life) -> None:
    sara = life.member("Sara")
    life.release(sara)
    with life.work() as work:
        rotations.rotate(work, life.meeting(), "other")
    release_id = life.release(sara)
    with life.work() as work:
        assert passwords.may_send(work, passwords.given(work, release_id)) == Refused("G6.5", "refused_rotation_waits")


def test_a_sent_password_is_taken_back_where_the_channel_can(life: Life) -> None:
    release_id = life.release(life.member("Sara"))
    with life.work() as work:
        sent = update(outbox_rows).where(outbox_rows.c.release_id == release_id)
        work.connection.execute(sent.values(status="sent", provider_ref="x1"))
        rotations.rotate(work, life.meeting(), "other")
        deletions = select(func.count()).where(outbox_rows.c.act == "delete")
        assert work.connection.execute(deletions).scalar_one() == 2


def test_a_wiped_password_cannot_be_read_by_anybody(life: Life) -> None:
    release_id = life.release(life.member("Sara"))
    with life.work() as work:
        assert meeting_keys.destroy(work, life.meeting_id)
        assert passwords.in_clear(work, life.meeting()) is None
        assert passwords.secret_params(work, passwords.given(work, release_id), str) is None


@pytest.mark.parametrize(
    "text",
    [
        "the password is 12345678",
        "12 34 56 78",
        "12-34-56-78 at ten",
        "ring 0770 12.34.56.78",
        "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
    ],
)
def test_a_password_is_seen_however_its_digits_are_grouped(text: str) -> None:
    assert "12345678" in quotes.passwords_in(text)


def test_words_that_people_write_are_no_references() -> None:
    assert quotes.references_in("Hello there, where's SARAH at 10:30 on 12345?") == ["12345"]


def test_each_release_has_a_reference_of_its_own(life: Life) -> None:
    for name in ("Sara", "Tom", "Ugo"):
        life.release(life.member(name))
    with life.work() as work:
        given = releases.holders(work, life.meeting_id, 1)
    assert sorted(each.screen_name for each in given) == ["Sara", "Tom", "Ugo"]
    assert len({each.reference for each in given}) == 3


def test_the_staff_channel_learns_of_a_release_only_codes(life: Life) -> None:
    release_id = life.release(life.member("Sara"))
    with life.work() as work:
        assert passwords.pointer(work, release_id) == {"meeting": life.meeting().code, "case": ""}
