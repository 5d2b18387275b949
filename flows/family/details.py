"""What is asked of a family, and nothing else (G3.6). Each answer can be changed in the read-back."""

from dataclasses import dataclass

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.acts.joining import AdultDetails, Details
from flows.family.kinds import Corrections
from flows.family.referrer import Referrer, ask_referrer, read_back_referrer
from flows.family.screen_names import Chosen, choose_screen_name
from flows.policy.confidentiality import SPOKEN
from flows.questions import Name, Number, Phone, Skippable, Text, YesNo

MOST_ADULTS = 6


@dataclass(frozen=True)
class _Household:
    """The answers that are about the whole family."""

    ring_number: str | None
    safe_times: str
    shared: bool
    known_from: str
    access_needs: str | None


async def ask_details(chat: Chat, facts: FamilyFacts) -> Details:
    """Ask, read back, and return what was confirmed."""
    await chat.say("no_documents")
    count = await chat.ask("adults_count", Number(1, MOST_ADULTS))
    adults: list[tuple[AdultDetails, Chosen]] = []
    for n in range(1, count + 1):
        adults.append(await _ask_adult(chat, n, count, tuple(chosen.name for _, chosen in adults)))
    household = await _ask_household(chat, facts)
    referrer = await ask_referrer(chat)
    for n, (adult, chosen) in enumerate(adults, 1):
        await _read_back_adult(chat, n, count, adult, chosen)
    await _read_back_household(chat, facts, count, household, referrer)
    if referrer is not None:
        await read_back_referrer(chat, referrer)
    return _details(tuple(adult for adult, _ in adults), household, referrer)


async def _ask_adult(chat: Chat, n: int, count: int, taken: tuple[str, ...]) -> tuple[AdultDetails, Chosen]:
    full_name = await chat.ask(f"full_name_{n}", Name(), "full_name", n=n, count=count)
    chosen = await choose_screen_name(chat, n, count, full_name, taken)
    is_adult = await chat.ask(f"is_adult_{n}", YesNo(), "is_adult", screen_name=chosen.name)
    if not is_adult:
        await chat.say("under_eighteen")
    return AdultDetails(full_name, chosen.name, is_adult), chosen


async def _ask_household(chat: Chat, facts: FamilyFacts) -> _Household:
    organisation = facts.organisation
    number_text = "ring_number_no_phone" if _has_no_phone(facts) else "ring_number"
    return _Household(
        ring_number=await chat.ask("ring_number", Skippable(Phone(organisation.region)), number_text),
        safe_times=await chat.ask("safe_times", Text(longest=200)),
        shared=_has_no_phone(facts) or await chat.ask("phone_shared", YesNo()),
        known_from=await chat.ask("known_from", Text(longest=300), organisation=organisation.name),
        access_needs=await chat.ask("access_needs", Skippable(Text(longest=500))),
    )


def _has_no_phone(facts: FamilyFacts) -> bool:
    """X5: staff write for them; then each adult is known by four digits of their own, as on a shared phone."""
    return facts.channel == SPOKEN


async def _read_back_adult(chat: Chat, n: int, count: int, adult: AdultDetails, chosen: Chosen) -> None:
    questions = {"full_name": f"full_name_{n}", "screen_name": chosen.question, "is_adult": f"is_adult_{n}"}
    await chat.ask(
        f"read_back_adult_{n}",
        Corrections(**questions),
        "read_back_adult",
        n=n,
        count=count,
        full_name=adult.full_name,
        screen_name=adult.screen_name,
        adult=adult.adult,
    )


async def _read_back_household(
    chat: Chat, facts: FamilyFacts, count: int, household: _Household, referrer: Referrer | None
) -> None:
    phone = () if _has_no_phone(facts) else ("phone_shared",)
    subjects = ("ring_number", "safe_times", *phone, "known_from", "access_needs", "referred")
    await chat.ask(
        "read_back",
        Corrections(adults_count="adults_count", **{subject: subject for subject in subjects}),
        count=count,
        number=household.ring_number or "none",
        safe_times=household.safe_times,
        shared="no_phone" if _has_no_phone(facts) else household.shared,
        known_from=household.known_from,
        access_needs=household.access_needs or "none",
        referrer=referrer is not None,
    )


def _details(adults: tuple[AdultDetails, ...], household: _Household, referrer: Referrer | None) -> Details:
    by = referrer or Referrer()
    return Details(
        adults=adults,
        safe_times=household.safe_times,
        ring_number=household.ring_number,
        shared=household.shared,
        known_from=household.known_from,
        access_needs=household.access_needs,
        referrer_name=by.name,
        referrer_role=by.role,
        referrer_organisation=by.organisation,
        referrer_contact=by.contact,
        may_contact_referrer=by.may_contact,
    )
