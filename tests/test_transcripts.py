"""Every script in tests/transcripts says what it says. RETELL=1 rewrites them (`make retell`)."""

import os
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import sender
from bot.channels.channel import Outbound
from flows.policy.addressing import UNNAMED
from flows.policy.confidentiality import SPOKEN
from flows.texts import Texts
from storage import people, phones
from storage.contacts import Contact
from storage.passwords import Given
from storage.queued import Row
from storage.tables import contacts as contact_rows
from storage.tables import people as people_rows
from storage.work import Work
from tests.stage import Stage
from tests.talk import SCRIPTS, STAFF_CHANNEL

ALL = sorted(SCRIPTS.glob("*.txt"))
NAMED = ("For ", "Dla: ")
WITH_SHARED_PHONE = {"disclosure_at_night", "shared_phone"}
POINTERS_ONLY = re.compile(
    r"Case F-\w+, [a-z ]*(\d+ days?|today|yesterday)?( by [a-z-]+, [\w ,:]+)?"
    r"|New meeting M-\w+ of group G-\w+: [\w ,:]+"
    r"|See your private line\.|Refused\. Write WHY in your private line\.|Too late: [a-z-]+ has already done this\."
    r"|A family's phone has changed\. It gets no password until staff have spoken to the person live\.\n"
    r"Then write UNFREEZE F-\w+ in your private line\."
    r"|For 90 days nobody has written from the phone of: F-\w+\. A number may pass to somebody else\.\n"
    r"It gets no password until staff have spoken to the person live\. Please ring them\.\n"
    r"Then write UNFREEZE and the case code in your private line\."
)


@pytest.fixture
def on_shared_phones(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Text ids and words of all that is put into words for a phone that several people use."""
    told: list[tuple[str, str]] = []
    put_in_words = sender._message

    def noting(work: Work, texts: Texts, row: Row, contact: Contact, given: Given | None) -> Outbound:
        message = put_in_words(work, texts, row, contact, given)
        adults = people.on_contact(work, contact.id) if contact.shared and contact.audience == "family" else []
        if row.act == "send" and contact.channel != SPOKEN and adults:
            told.append((row.template, message.text))
        return message

    monkeypatch.setattr(sender, "_message", noting)
    return told


@pytest.mark.clause("G7.5", "G5.2")
@pytest.mark.parametrize("script", ALL, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written_and_no_phone_shows_the_full_name_of_somebody_else(
    script: Path, playground: Stage, on_shared_phones: list[tuple[str, str]]
) -> None:
    written = script.read_text(encoding="utf-8")
    told = playground.talk.retell(written)
    if os.environ.get("RETELL"):
        script.write_text(told, encoding="utf-8")
    assert told == script.read_text(encoding="utf-8")
    assert "Sorry, something went wrong" not in told
    assert not [text for text, words in on_shared_phones if text not in UNNAMED and not words.startswith(NAMED)]
    assert bool(on_shared_phones) == (script.stem in WITH_SHARED_PHONE)
    assert [text for text in playground.talk.said_to(STAFF_CHANNEL) if not POINTERS_ONLY.fullmatch(text)] == []
    names = full_names(playground)
    for phone in names:
        said, wrote = "\n".join(playground.talk.said_to(phone)), playground.talk.written_on(phone)
        others = set().union(*(theirs for other, theirs in names.items() if other != phone))
        surnames = {name.split()[-1] for name in others - names[phone]}
        assert not [name for name in {*others, *surnames} - names[phone] if name in said and name not in wrote]


def full_names(on: Stage) -> dict[str, set[str]]:
    """Phone -> the full names of the adults who use it."""
    found: dict[str, set[str]] = {}
    with on.house.work("test") as work:
        handles = {row["address"]: row["handle"] for row in phones.all_of(work) if row["shares_with"] is None}
        query = select(people_rows, contact_rows.c.id.label("line"), contact_rows.c.address_sealed)
        query = query.join(contact_rows, contact_rows.c.id == people_rows.c.contact_id)
        query = query.where(contact_rows.c.channel != SPOKEN)
        for row in work.connection.execute(query).mappings():
            phone = handles.get(work.open("contacts.address", row["line"], row["address_sealed"]) or "")
            name = work.open("people.full_name", row["id"], row["full_name_sealed"])
            if not name:
                continue  # They were erased.
            assert phone is not None
            assert name is not None
            found.setdefault(phone, set()).add(name)
    return found


def received(script: str, chat: str) -> str:
    """All that one chat receives in a script."""
    said = re.findall(rf"^  bot (?:to|edits for) {chat}:(.*(?:\n(?:    .*)?)*)", text_of(script), re.MULTILINE)
    return "\n".join(said)


def text_of(script: str) -> str:
    return (SCRIPTS / script).read_text(encoding="utf-8")


def chats_with_a_password(script: str) -> set[str]:
    chats = set(re.findall(r"^  bot (?:to|edits for) ([a-z-]+):", text_of(script), re.MULTILINE))
    return {chat for chat in chats if "<password" in received(script, chat)}


def before(script: str, line: str) -> str:
    return text_of(script).partition(f"\n{line}\n")[0]


def after(script: str, line: str) -> str:
    return text_of(script).partition(f"\n{line}\n")[2]


def test_a_stranger_reads_the_privacy_notice_before_any_question_about_her() -> None:
    told = text_of("unknown_family.txt")
    assert told.index("/privacy-policy") < told.index("/privacy-notice") < told.index("What is your full name?")


def test_nobody_is_approved_before_a_call_identity_and_suitability_are_written_down() -> None:
    begun = before("unknown_family.txt", "# She rings at the safe time, and writes down what she checked.")
    assert "rule G3.2" in begun
    assert "Good news" not in begun


def test_the_invitation_holds_the_agreement_five_points_own_risk_and_both_links() -> None:
    told = after("unknown_family.txt", "# Now it can be decided; one more press says who did.")
    for part in (
        "do not share this invitation",
        "no screenshots",
        "do not record",
        "what your camera shows",
        "video off at any time",
        "Our Group Agreement",
        "/privacy-policy",
        "/privacy-notice",
        "at your own risk",
    ):
        assert part in told
    assert told.index("You are invited") < told.index("<password 1>")


def test_only_who_sets_it_up_and_who_may_have_it_see_the_password() -> None:
    assert chats_with_a_password("unknown_family.txt") == {"anna", "amira"}
    assert chats_with_a_password("leak.txt") == {"anna", "amira"}
    assert chats_with_a_password("breach.txt") == set()
    assert "<password" not in received("evening.txt", "amira")


def test_a_case_in_doubt_is_refused_to_everybody_and_the_family_sees_nothing() -> None:
    tried = after("no_short_cuts.txt", "# The leader tries by the card, then from her private line.")
    assert tried.count("rule G3.5") >= 2
    assert "Approved" not in tried
    assert "bot to amira" not in tried.partition("amira> STATUS")[0]


def test_what_is_answered_to_is_she_in_the_group_says_nothing() -> None:
    told = text_of("unknown_family.txt")
    assert "amira> is Sara in the group?\n  bot to amira: I cannot talk about who is or is not in a group.\n" in told


def test_after_a_leak_signal_takes_the_old_password_back_and_whatsapp_cannot() -> None:
    told = text_of("leak_traced.txt")
    assert told.index("bot takes back from sara") < told.index("<password 2>")
    assert "takes back" not in text_of("leak.txt")


def test_after_a_leak_one_new_password_is_made() -> None:
    told = text_of("leak.txt")
    assert "<password 2>" in told
    assert "<password 3>" not in told
    assert "<password" not in received("leak.txt", "cousin")


def test_a_complaint_is_told_to_its_handler_only() -> None:
    told = text_of("complaint.txt")
    assert "C-1" in received("complaint.txt", "maria")
    assert "C-1" not in received("complaint.txt", "anna") + received("complaint.txt", STAFF_CHANNEL)
    assert "is acknowledged" in told


def test_a_concern_reaches_the_lead_and_is_paged_until_a_person_has_it() -> None:
    paged, _, taken = text_of("concern.txt").partition("dee> I have it: stop paging")
    assert paged.count("Safeguarding concern K-1 waits") >= 4
    assert "Safeguarding concern K-1 waits" not in taken
    assert "K-1" not in received("concern.txt", "anna") + received("concern.txt", STAFF_CHANNEL)


def test_every_adult_on_a_shared_phone_agrees_for_themselves() -> None:
    told = before("shared_phone.txt", "# Now Omar answers for himself.")
    assert "For Amira. This is the password" in told
    assert "For Omar. This is the password" not in told


def test_who_is_barred_keeps_three_doors() -> None:
    told = after("breach.txt", "maria> Upheld: bar them")
    assert "only help you with three things" in told
    assert "C-1" in told
    assert "call 999" in told


@pytest.mark.clause("G2.2", "G6.4", "A2")
def test_one_adult_on_two_messengers_is_answered_where_she_writes_and_written_to_once() -> None:
    told = text_of("two_messengers.txt")
    waiting, _, confirmed = told.partition("anna> PHONE F-1")
    assert "<password" not in waiting
    changed = confirmed.partition("anna> READY M-1")[2].partition("# STOP on WhatsApp")[0]
    assert "bot to sara:" in changed
    assert "sara-whatsapp" not in changed
    stopped = confirmed.partition("anna> LATE M-1")[2].partition("sara-whatsapp> START")[0]
    assert "bot to sara: Your group starts 10 minutes late" in stopped
    assert "bot to sara-whatsapp" not in stopped
    assert "<password" not in received("two_messengers.txt", "sara").partition("before the next password")[2]


def test_a_family_without_a_phone_agrees_and_gets_its_password_through_whoever_speaks_for_it() -> None:
    told = text_of("no_phone.txt")
    assert chats_with_a_password("no_phone.txt") == {"anna", "ben"}
    assert "For Lena. This is the password" in told
    assert "For Jan. This is the password" not in told
    assert "Lena said yes to the agreement on the phone. anna heard it." in told
    assert "Jan said yes" not in told
