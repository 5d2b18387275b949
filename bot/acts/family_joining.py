"""The road in, from the family's side: the language, a code, the details, the case."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from bot import case_cards
from bot.acts.guessing import may_redeem, may_try
from bot.acts.once import Perform, deed_of, is_first_time, once
from bot.deadlines import after_working_days
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.joining import CodeMeaning, Details, LookUpCode, OpenCase, SubmitCase
from flows.family.acts.own import SetLanguage
from flows.policy import Refused, Role
from storage import cases, contacts, deeds, groups, guesses, invitations, likeness, outbox, people, staff
from storage.cases import Case
from storage.invitations import Invitation
from storage.people import NewPerson

WRONG = "wrong"
REFERRER = ("name", "role", "organisation")
GUARDS = (Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.DEPUTY)


def set_language(moment: Moment, command: SetLanguage) -> Done:
    """Use this language from now on."""
    contacts.change(moment.work, moment.contact.id, language=command.language)
    return Done()


def look_up_code(moment: Moment, command: LookUpCode) -> CodeMeaning | Refused:
    """G2.2: say what a code is for; a code that was good when it was given stays so in its conversation."""
    work = moment.work
    found = invitations.by_code(work, command.code)
    deed = deed_of(moment, command)
    if found is not None and deeds.is_done(work, deed):
        return _meaning(moment, found)
    if not deeds.is_done(work, deed_of(moment, (WRONG, command))):
        limit = may_try(work, moment.contact)
        if isinstance(limit, Refused):
            return limit
    verdict = may_redeem(moment, found)
    if isinstance(verdict, Refused) or found is None:
        return _refuse_code(moment, command, found, verdict)
    deeds.first_time(work, deed)
    invitations.change(work, found.id, opened_at=found.opened_at or work.now)
    work.record("open", found.purpose, found.id)
    return _meaning(moment, found)


def open_case(moment: Moment, command: OpenCase) -> str:
    """G3.6, G2.2: keep the details; a code is spent here."""
    work, details = moment.work, command.details
    case_id = moment.own_id("case")
    used = _usable(moment, command.code) if command.code and cases.by_id(work, case_id) is None else None
    group_id = used.group_id if used is not None else None
    kept = _kept(details)
    road = command.road if used is not None or not command.code else "asked"
    code, is_new = cases.open_case(
        work,
        case_id,
        family_id=moment.contact.lane_id,
        contact_id=moment.contact.id,
        group_id=group_id,
        road=road,
        details=kept,
    )
    if is_new:
        _keep_family(moment, case_id, details)
        work.record("open", "case", code)
    if used is not None:
        _spend(moment, used, case_id)
    return code


def submit_case(moment: Moment, _command: SubmitCase) -> Done:
    """G3.8: put the case before staff, with a deadline for the first contact."""
    work = moment.work
    case = cases.of_family(work, moment.contact.lane_id)
    if case is None or case.status != cases.DRAFT:
        return Done()
    days = moment.organisation.joining.first_contact_working_days
    due = after_working_days(moment.organisation, work.now, days)
    cases.change(work, case.id, status=cases.OPEN, contact_due=due)
    reminder = after_working_days(moment.organisation, work.now, max(1, days - 1))
    if reminder < due:
        work.set_timer("first_contact", case.id, reminder, step="soon")
    work.set_timer("first_contact", case.id, due, step="late")
    work.record("submit", "case", case.code)
    case_cards.post(work, case)
    if case.look_alike:
        _warn_of_likeness(moment, case)
    return Done()


def _refuse_code(moment: Moment, command: LookUpCode, found: Invitation | None, verdict: Any) -> Refused:
    refused = verdict if isinstance(verdict, Refused) else Refused("G2.2", "refused_code")
    if is_first_time(moment, (WRONG, command)):
        guesses.count(moment.work, moment.contact)
        moment.work.refuse(refused, "open", "invitation", "unknown" if found is None else found.id)
        if found is not None and found.spent_at is not None:
            _tell_inviter(moment, found)
    return refused


def _tell_inviter(moment: Moment, found: Invitation) -> None:
    group = None if found.group_id is None else groups.by_id(moment.work, found.group_id)
    line = contacts.of_staff(moment.work, found.invited_by)
    if line is not None and group is not None:
        outbox.tell(moment.work, line, "staff_invitation_reused", group=group.name)


def _meaning(moment: Moment, found: Invitation) -> CodeMeaning:
    group = None if found.group_id is None else groups.by_id(moment.work, found.group_id)
    return CodeMeaning(found.purpose, None if group is None else group.name)


def _usable(moment: Moment, code: str) -> Invitation | None:
    found = invitations.hold_code(moment.work, code)
    verdict = may_redeem(moment, found)
    if isinstance(verdict, Refused):
        moment.work.refuse(verdict, "spend", "invitation", "unknown" if found is None else found.id)
        if found is not None and found.spent_at is not None:
            _tell_inviter(moment, found)
        return None
    return found


def _spend(moment: Moment, used: Invitation, case_id: UUID) -> None:
    links = {"case_id": case_id, "family_id": moment.contact.lane_id, "contact_id": moment.contact.id}
    invitations.change(moment.work, used.id, spent_at=moment.work.now, **links)
    moment.work.record("spend", used.purpose, used.id)


def _keep_family(moment: Moment, case_id: UUID, details: Details) -> None:
    work, family_id = moment.work, moment.contact.lane_id
    new = [
        NewPerson(
            id=moment.own_id("adult", number),
            number=number,
            full_name=adult.full_name,
            screen_name=adult.screen_name,
            adult=adult.adult,
            uses_contact=moment.contact.home_id,
        )
        for number, adult in enumerate(details.adults, start=1)
    ]
    known_by = _known_by(moment, details.ring_number)
    is_alike = likeness.is_look_alike(work, family_id, new, known_by)
    is_flagged = likeness.is_like_flagged(work, family_id, new, known_by)
    people.keep(work, family_id, new)
    people.set_safe_times(work, family_id, details.safe_times)
    contacts.change(work, moment.contact.id, shared=details.shared)
    if is_alike or is_flagged:
        cases.change(work, case_id, look_alike=True)
    if is_flagged:
        cases.change(work, case_id, flagged=True)
    said_no = details.may_contact_referrer is False
    if said_no or any((details.referrer_name, details.referrer_organisation, details.referrer_contact)):
        _keep_referrer(moment, case_id, details)


def _keep_referrer(moment: Moment, case_id: UUID, details: Details) -> None:
    words = {name: getattr(details, f"referrer_{name}") for name in REFERRER}
    words["work_contact"] = details.referrer_contact
    cases.set_referral(moment.work, moment.own_id("referral"), case_id, words, details.may_contact_referrer)


def _known_by(moment: Moment, ring_number: str | None) -> list[str]:
    """By which numbers and addresses a family could be known from before."""
    numbers = {ring_number, moment.contact.phone(moment.work), moment.contact.address(moment.work)}
    return sorted(filter(None, numbers))


def _kept(details: Details) -> dict[str, Any]:
    names = ("safe_times", "ring_number", "shared", "known_from", "access_needs")
    return {name: value for name, value in asdict(details).items() if name in names}


def _warn_of_likeness(moment: Moment, case: Case) -> None:
    """G11.5: staff look; the applicant hears nothing of it."""
    work = moment.work
    guards = [one.id for one in staff.by_role(work, *(GUARDS if case.flagged else GUARDS[:1]))]
    leaders = [] if case.group_id is None else [each for each in cases.leaders(work, case) if each not in guards]
    for line in staff.lines(work, leaders):
        outbox.tell(work, line, "staff_look_alike", case=case.code)
    adults = people.of_family(work, case.family_id)
    known_by = _known_by(moment, cases.details(work, case.id)["ring_number"])
    codes = ", ".join(likeness.like_whom(work, case.family_id, adults, known_by)) or "none"
    for line in staff.lines(work, guards):
        outbox.tell(work, line, "staff_look_alike_of", case=case.code, codes=codes)
    work.record("flag", "case", case.code, clause="G11.5")


ACTS: Mapping[type, Perform] = {
    SetLanguage: once(set_language),
    LookUpCode: look_up_code,
    OpenCase: open_case,
    SubmitCase: once(submit_case),
}
