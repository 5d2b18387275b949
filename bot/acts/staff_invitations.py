"""Invitations, codes for referrers, and an adult's own phone (G2.2, G2.3)."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from bot.acts.actor import actor
from bot.acts.guessing import springs_trap
from bot.acts.invitation_words import invitation_complete
from bot.acts.once import Perform, once
from bot.acts.staff_decisions import invite_facts
from bot.moment import Moment
from flows.family.acts import Done
from flows.policy import Refused, Verdict
from flows.policy.joining import RevokeFacts, may_invite, may_revoke_code
from flows.policy.members import ContactFacts, may_confirm_phone
from flows.policy.staff import staff_account_works
from flows.staff.acts.care import ConfirmPhone
from flows.staff.acts.groups import CodeOut, InvitationMade, Invite, ListCodesOut, MakeReferralCode, RevokeCode
from storage import alerts, cases, contacts, groups, invitations, lanes, outbox, people, several, several_changes
from storage.contacts import Contact
from storage.invitations import Invitation
from storage.work import Work

UNKNOWN = Refused("G2.2", "refused_code")

LONGEST_LIST = 20


def invite(moment: Moment, command: Invite) -> InvitationMade | Refused:
    """G2.2, G2.3, G1.3: one personal, single-use invitation into a group."""
    work = moment.work
    group = groups.by_code(work, command.group)
    if group is None:
        return work.refuse(Refused("G2.3", "refused_only_leader_invites"), "invite", "group", "unknown")
    verdict = may_invite(invite_facts(actor(moment, group.id), group)) and invitation_complete(moment, group)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "invite", "group", group.code)
    made = invitations.make(
        work,
        moment.own_id("invitation"),
        invitations.INVITATION,
        work.now + timedelta(days=moment.organisation.joining.invitation_days),
        group_id=group.id,
        invited_by=moment.staff_id,
        text_version=moment.organisation.agreement.version,
    )
    return _made(moment, made, group.name)


def make_referral_code(moment: Moment, _command: MakeReferralCode) -> InvitationMade | Refused:
    """Journey C: a one-use code for a referrer to hand on; it opens the way to ask, and nothing else."""
    work = moment.work
    verdict = staff_account_works(actor(moment))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "make_code", invitations.REFERRAL, "unknown")
    made = invitations.make(
        work,
        moment.own_id("referral"),
        invitations.REFERRAL,
        work.now + timedelta(days=moment.organisation.joining.invitation_days),
        invited_by=moment.staff_id,
    )
    return _made(moment, made, "")


def _made(moment: Moment, made: Invitation, group: str) -> InvitationMade:
    """The code with the links that lead to the bot: to open one, or to see its preview, spends nothing."""
    code = made.code(moment.work)
    return InvitationMade(code, made.expires_at, group, tuple(moment.ways_in.links(code).values()))


def list_codes_out(moment: Moment, _command: ListCodesOut) -> tuple[CodeOut, ...] | Refused:
    """G2.2: what this member of staff may take back."""
    works = staff_account_works(actor(moment))
    if isinstance(works, Refused):
        return moment.work.refuse(works, "list", "invitation", "all")
    names = {group.id: group.name for group in groups.of_staff(moment.work, None)}
    theirs = [each for each in invitations.given_out(moment.work) if _may_revoke(moment, each)]
    return tuple(
        CodeOut(str(each.id), names[each.group_id] if each.group_id else "", each.made_at, each.expires_at)
        for each in theirs[:LONGEST_LIST]
    )


def revoke_code(moment: Moment, command: RevokeCode) -> Done | Refused:
    """G2.2: from now on the code answers like one that never was."""
    work = moment.work
    listed = _listed(command.code)
    found = invitations.hold_code(work, command.code) if listed is None else invitations.hold(work, listed)
    if springs_trap(moment, found):
        found = None
    verdict = _may_revoke(moment, found)
    if isinstance(verdict, Refused) or found is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("G2.3", "refused_no_code_out")
        return work.refuse(refused, "revoke", "invitation", "unknown" if found is None else found.id)
    invitations.change(work, found.id, revoked_at=work.now)
    work.record("revoke", found.purpose, found.id, clause="G2.2")
    return Done()


def _may_revoke(moment: Moment, found: Invitation | None) -> Verdict:
    """A second phone's code belongs to its family's group; an approved family's own invitation is not given out."""
    if found is None:
        return may_revoke_code(RevokeFacts(actor(moment), False, False, False, used=False, over=False))
    case = None if found.family_id is None else cases.of_family(moment.work, found.family_id)
    group_id = found.group_id if case is None else case.group_id
    facts = RevokeFacts(
        actor(moment, group_id),
        exists=found.case_id is None or found.spent_at is not None,
        own=found.invited_by == moment.staff_id,
        has_group=group_id is not None,
        used=found.spent_at is not None,
        over=found.revoked_at is not None or found.expires_at <= moment.work.now,
    )
    return may_revoke_code(facts)


def _listed(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def confirm_phone(moment: Moment, command: ConfirmPhone) -> Done | Refused:
    """G2.2: the phone becomes that adult's own. `code` points to the family's case, or is the phone's code."""
    work = moment.work
    found = _waiting(moment, command.code)
    if isinstance(found, Refused):
        return work.refuse(found, "confirm_phone", "phone", "unknown")
    contact = None if found.contact_id is None else contacts.by_id(work, found.contact_id)
    if contact is None or found.family_id is None or found.person_id is None:
        return work.refuse(UNKNOWN, "confirm_phone", "phone", found.id)
    for lane_id in sorted({contact.lane_id, found.family_id}):
        lanes.lock(work, lane_id)
    if _is_somebodys(work, contact):
        return work.refuse(UNKNOWN, "confirm_phone", "phone", found.id)
    case = cases.of_family(work, found.family_id)
    # To confirm is to say that they spoke to the adult: the question says so.
    flagged = alerts.standing(work, found.family_id) is not None
    facts = ContactFacts(actor(moment, None if case is None else case.group_id), live_check=True, flagged=flagged)
    verdict = may_confirm_phone(facts)
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "confirm_phone", "phone", found.id)
    invitations.confirm_phone(work, found)
    work.record("confirm_phone", "phone", found.id)
    if people.is_alone_there(work, found.person_id):
        _join(moment, found.person_id, contact)
    else:
        several_changes.move(work, contact.id, found.family_id)
        people.set_contact(work, found.person_id, contact.id)
        moved = contacts.by_id(work, contact.id) or contact
        if not moved.silent:
            outbox.tell(work, moved, "phone_confirmed")
        work.set_timer("phone_confirmed", contact.id, work.now)
    return Done()


def _join(moment: Moment, person_id: UUID, added: Contact) -> None:
    """G6.4: one more contact of an adult who has their own; the earlier ones hear of it, in case it was not them."""
    work, earlier = moment.work, contacts.of_person(moment.work, person_id)
    if earlier is None or earlier.id == added.id:
        return
    known = several.with_it(work, earlier)
    several_changes.join(work, earlier.id, added)
    joined = contacts.by_id(work, added.id) or added
    first = several.written_to(work, joined) or joined
    work.record("join", "contact", added.id, clause="G6.4")
    if not joined.silent:
        outbox.tell(work, joined, "contact_confirmed", here=True, channel=first.channel)
    for line in known:
        if not line.silent and line.frozen_at is None:
            outbox.tell(work, line, "contact_added", here=True, phone=moment.organisation.phones[0].number)


def _waiting(moment: Moment, code: str) -> Invitation | Refused:
    """The code that was used and waits; where a family has several open, only the code itself says which is meant."""
    work, case, named = moment.work, cases.by_code(moment.work, code), invitations.by_code(moment.work, code)
    springs_trap(moment, named)
    family_id = case.family_id if case is not None else None if named is None else named.family_id
    waiting = [] if family_id is None else invitations.open_phones(work, family_id)
    if case is not None and len(waiting) > 1 and any(each.spent_at is not None for each in waiting):
        return Refused("G2.2", "refused_several_phones")
    meant = (each for each in waiting if each.spent_at is not None and (case is not None or each == named))
    return next(meant, UNKNOWN)


def _is_somebodys(work: Work, contact: Contact) -> bool:
    """Since the code was used there, it may have become a member of staff's, or another adult's."""
    return contact.audience != "family" or bool(people.on_contact(work, contact.id))


ACTS: Mapping[type, Perform] = {
    Invite: invite,
    MakeReferralCode: make_referral_code,
    ListCodesOut: list_codes_out,
    RevokeCode: once(revoke_code),
    ConfirmPhone: once(confirm_phone),
}
