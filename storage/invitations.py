"""One-use codes: invitations, codes for referrers to hand on, codes for an adult's own phone."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, insert, or_, select, update

from flows.policy.joining import RedeemFacts
from storage import codes, people
from storage.contacts import Contact
from storage.fixed import fixed
from storage.tables import invitations
from storage.tables import people as person_rows
from storage.work import Work

INVITATION = "invitation"
REFERRAL = "referral"
SECOND_PHONE = "second_phone"
WAITS = fixed(
    select(invitations.c.id)
    .where(
        invitations.c.purpose == SECOND_PHONE,
        invitations.c.contact_id == bindparam("contact"),
        invitations.c.confirmed_at.is_(None),
        invitations.c.revoked_at.is_(None),
    )
    .limit(1)
)
_TOKEN_BYTES = 32


@dataclass(frozen=True)
class Invitation:
    """One code and what became of it; the code itself stays sealed."""

    id: UUID
    purpose: str
    group_id: UUID | None
    case_id: UUID | None
    family_id: UUID | None
    person_id: UUID | None
    contact_id: UUID | None
    invited_by: UUID | None
    made_at: datetime
    expires_at: datetime
    opened_at: datetime | None
    spent_at: datetime | None
    confirmed_at: datetime | None
    revoked_at: datetime | None
    code_sealed: bytes

    def code(self, work: Work) -> str:
        """Open the code, to show it once more to whom it was made for."""
        return work.keys.open("invitations.code", self.id, self.code_sealed)


_FIELDS = [invitations.c[name] for name in Invitation.__dataclass_fields__]
_NEWEST = fixed(select(*_FIELDS).order_by(invitations.c.made_at.desc()).limit(1))
_BY_ID = _NEWEST.where(invitations.c.id == bindparam("invitation"))
_BY_CODE = _NEWEST.where(invitations.c.code_token == bindparam("token"))
_OF_CASE = _NEWEST.where(invitations.c.case_id == bindparam("case"), invitations.c.purpose == bindparam("made_for"))


def make(work: Work, invitation_id: UUID, purpose: str, expires_at: datetime, **links: Any) -> Invitation:
    """G2.2: make a code, tied to what `links` names (group_id, case_id, contact_id, invited_by ...)."""
    old = by_id(work, invitation_id)
    if old is not None:
        return old
    code = codes.secret_code()
    row = {
        "id": invitation_id,
        "purpose": purpose,
        "code_token": codes.token(work, code),
        "code_sealed": work.keys.seal("invitations.code", invitation_id, code),
        "made_at": work.now,
        "expires_at": expires_at,
    }
    work.connection.execute(insert(invitations).values(row | links))
    work.record("make_code", purpose, invitation_id)
    return _expected(by_id(work, invitation_id))


def by_id(work: Work, invitation_id: UUID) -> Invitation | None:
    """Read one invitation."""
    return _one(work, _BY_ID, invitation=invitation_id)


def by_code(work: Work, code: str) -> Invitation | None:
    """Find a code, however it was typed."""
    return _one(work, _BY_CODE, token=codes.token(work, code))


def hold_code(work: Work, code: str) -> Invitation | None:
    """Find a code and keep it: of two who use it at once, the second finds it spent."""
    row = select(invitations.c.id).where(invitations.c.code_token == codes.token(work, code))
    work.connection.execute(row.with_for_update(key_share=True))
    return by_code(work, code)


def hold(work: Work, invitation_id: UUID) -> Invitation | None:
    """Read one and keep it: whoever would spend it meanwhile waits."""
    row = select(invitations.c.id).where(invitations.c.id == invitation_id)
    work.connection.execute(row.with_for_update(key_share=True))
    return by_id(work, invitation_id)


def given_out(work: Work) -> list[Invitation]:
    """G2.2: what staff gave out and nobody has used, the newest first; not what an approval sent to its own family."""
    still_works = (invitations.c.revoked_at.is_(None), invitations.c.expires_at > work.now)
    unused = (invitations.c.spent_at.is_(None), invitations.c.case_id.is_(None))
    by_staff = invitations.c.purpose.in_([INVITATION, REFERRAL])
    newest = select(*_FIELDS).where(by_staff, *unused, *still_works).order_by(invitations.c.made_at.desc())
    return [Invitation(**row) for row in work.connection.execute(newest).mappings()]


def forget_codes(work: Work, ids: Sequence[UUID]) -> None:
    """2.4: empty these codes, so that nobody can read or use them; who invited whom, and when, stays."""
    for invitation_id in ids:
        mine = invitations.c.id == invitation_id
        blank = {
            "code_sealed": work.keys.seal("invitations.code", invitation_id, ""),
            "code_token": secrets.token_bytes(_TOKEN_BYTES),
        }
        work.connection.execute(update(invitations).where(mine).values(blank))


def of_case(work: Work, case_id: UUID) -> Invitation | None:
    """Find the invitation that was issued with a case's approval."""
    return _one(work, _OF_CASE, case=case_id, made_for=INVITATION)


def referral_of(work: Work, case_id: UUID) -> Invitation | None:
    """Journey C: the code of a referrer by which a case came; it is spent, and was shown to staff before."""
    return _one(work, _OF_CASE, case=case_id, made_for=REFERRAL)


def waits_on(work: Work, contact_id: UUID) -> bool:
    """Tell whether a code for a second phone was used from this contact, and staff have not confirmed it yet."""
    return work.connection.execute(WAITS, {"contact": contact_id}).first() is not None


def open_phones(work: Work, family_id: UUID) -> list[Invitation]:
    """List the codes for phones of this family that wait for a member of staff, or that may still be used."""
    found = select(*_FIELDS).where(
        invitations.c.purpose == SECOND_PHONE,
        invitations.c.family_id == family_id,
        invitations.c.confirmed_at.is_(None),
        invitations.c.revoked_at.is_(None),
        or_(invitations.c.spent_at.is_not(None), invitations.c.expires_at > work.now),
    )
    return [Invitation(**row) for row in work.connection.execute(found.order_by(invitations.c.made_at)).mappings()]


def confirm_phone(work: Work, found: Invitation) -> None:
    """G2.2: it counts; whatever else was made or used in that adult's name was perhaps not theirs, and is over."""
    change(work, found.id, confirmed_at=work.now)
    others = (invitations.c.purpose == SECOND_PHONE, invitations.c.person_id == found.person_id)
    still_open = (invitations.c.confirmed_at.is_(None), invitations.c.revoked_at.is_(None))
    work.connection.execute(update(invitations).where(*others, *still_open).values(revoked_at=work.now))


def revoke_unused_phones(work: Work, contact_id: UUID) -> None:
    """G2.2, G6.4: an adult lost a phone, on which a code for one more may have been made that nobody has used yet."""
    adults = select(person_rows.c.id).where(person_rows.c.contact_id == contact_id)
    theirs = (invitations.c.purpose == SECOND_PHONE, invitations.c.person_id.in_(adults))
    unused = (invitations.c.spent_at.is_(None), invitations.c.revoked_at.is_(None))
    work.connection.execute(update(invitations).where(*theirs, *unused).values(revoked_at=work.now))


def change(work: Work, invitation_id: UUID, **values: Any) -> None:
    """Set columns: opened_at, spent_at, confirmed_at, contact_id ..."""
    work.connection.execute(update(invitations).where(invitations.c.id == invitation_id).values(values))


def revoke_for_family(work: Work, family_id: UUID, contact_ids: list[UUID]) -> None:
    """G3.13: nothing that is still out may be used by this family."""
    theirs = or_(invitations.c.family_id == family_id, invitations.c.contact_id.in_(contact_ids))
    unspent = (theirs, invitations.c.revoked_at.is_(None), invitations.c.confirmed_at.is_(None))
    work.connection.execute(update(invitations).where(*unspent).values(revoked_at=work.now))


def redeem_facts(work: Work, found: Invitation | None, contact: Contact) -> RedeemFacts:
    """G2.2: what decides whether this contact may use a code."""
    if found is None:
        return RedeemFacts(False, False, False, work.now, work.now, None, str(contact.id), False)
    return RedeemFacts(
        exists=True,
        revoked=found.revoked_at is not None,
        spent=found.spent_at is not None,
        expires_at=found.expires_at,
        now=work.now,
        bound_to=None if found.contact_id is None else str(found.contact_id),
        contact=str(contact.id),
        shut_out=people.is_excluded(work, contact.lane_id),
    )


def _one(work: Work, query: Select[Any], **asked: Any) -> Invitation | None:
    row = work.connection.execute(query, asked).mappings().one_or_none()
    return None if row is None else Invitation(**row)


def _expected(found: Invitation | None) -> Invitation:
    if found is None:
        raise LookupError("the code just made is gone")
    return found
