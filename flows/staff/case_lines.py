"""What a case shows to whoever may read it, line by line."""

from collections.abc import Iterator

from flows.facts import StaffFacts
from flows.staff.acts.cases import CaseDetails
from flows.texts import inert


def case_lines(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    """Tell its adults, how to ring them, how they came, and what was checked."""
    told = facts.told
    yield told("staff_case_status", status=details.status, road=details.road, by=details.claimed_by or "none")
    if details.held:
        until, by, why = details.held
        yield told("staff_case_held", until=until, by=by, details=inert(why) or "-")
    signs = {
        "staff_case_alert": details.alert,
        "staff_case_flagged": details.flagged,
        "staff_case_look_alike": details.look_alike,
    }
    yield from (told(sign) for sign, stands in signs.items() if stands)
    if details.group:
        yield told("staff_case_group", group=details.group)
    yield from _adults(facts, details)
    if details.spoken_for:
        yield told("staff_case_spoken_for", code=details.spoken_for)
    for name, method, by in details.heard_live:
        yield told("staff_case_heard_live", screen_name=inert(name), method=method, by=by)
    yield from _reaching_them(facts, details)
    yield told("staff_case_known_from", words=inert(details.known_from))
    if details.access_needs:
        yield told("staff_case_access", words=inert(details.access_needs))
    yield from _how_they_came(facts, details)
    yield from _checks(facts, details)
    yield told("staff_case_step", step=details.next_step)


def _reaching_them(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    told = facts.told
    for each in details.contacts:
        yield told("staff_case_contact", name=inert(each.name), channel=each.channel, status=each.state)
    if details.lost:
        yield told("staff_case_lost", n=details.lost)
    number = details.ring_number or "none"
    yield told(
        "staff_case_ring",
        phone=number,
        safe_time=inert(details.safe_times),
        shared="no_phone" if details.spoken_for else details.shared,
    )


def _how_they_came(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    if details.referral:
        code, by, made_at = details.referral
        yield facts.told("staff_case_by_referral", code=code, by=by, when=made_at)
    if details.referrer is not None:
        yield facts.told(
            "staff_case_referrer", words=inert(details.referrer) or "none", asked=_said(details.may_contact_referrer)
        )


def _adults(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    for n, (full_name, screen_name, is_adult) in enumerate(details.adults, 1):
        identity = details.identity[n - 1] if n <= len(details.identity) else ""
        yield facts.told(
            "staff_case_adult",
            n=n,
            full_name=inert(full_name),
            screen_name=inert(screen_name),
            adult=is_adult,
            result=identity or "none",
        )


def _checks(facts: StaffFacts, details: CaseDetails) -> Iterator[str]:
    yield facts.told(
        "staff_case_checks",
        known=_said(details.known),
        call=details.call or "none",
        suitability=details.suitability or "none",
    )
    if details.referrer:
        yield facts.told("staff_case_referrer_outcome", result=details.referrer_outcome or "none")


def _said(answer: bool | None) -> str:
    return "none" if answer is None else "yes" if answer else "no"
