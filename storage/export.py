"""Everything that is kept of somebody, in words (X4): for the person themselves, not for staff.

Left out: other adults, what a referrer or staff said about them, who reported what, and safeguarding records.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import RowMapping, Select, or_, select

from storage import complaint_steps
from storage.breaches import KINDS
from storage.subjects import Subject
from storage.tables import (
    acceptances,
    attendance,
    bars,
    breaches,
    callbacks,
    cases,
    complaints,
    contacts,
    families,
    groups,
    inbox,
    meetings,
    memberships,
    one_to_ones,
    people,
    releases,
)
from storage.work import Work


def gather(work: Work, subject: Subject) -> dict[str, Any]:
    """Open what is kept, by subject; every date in UTC. The caller has been allowed to, and records it."""
    told = {
        "people": list(_people(work, subject)),
        "phones": list(_phones(work, subject)),
        "reaching_you": list(_safe_times(work, subject)) if subject.whole else [],
        "requests_to_join": list(_cases(work, subject)),
        "groups": list(_groups(work, subject)),
        "agreements": list(_agreements(work, subject)),
        "passwords_given": list(_releases(work, subject)),
        "meetings_attended": list(_attendance(work, subject)),
        "meetings_alone": list(_one_to_ones(work, subject)),
        "reports": list(_reports(work, subject)),
        "shut_out": list(_bars(work, subject)),
        "messages": list(_messages(work, subject)),
        "calls": list(_calls(work, subject)),
        "complaints": list(_complaints(work, subject)),
        "complaint_steps": list(_complaint_steps(work, subject)),
    }
    return {name: rows for name, rows in told.items() if rows}


def _rows(work: Work, query: Select[Any]) -> Iterator[RowMapping]:
    yield from work.connection.execute(query).mappings()


def _people(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    for row in _rows(work, select(people).where(people.c.id.in_(subject.person_ids)).order_by(people.c.number)):
        yield {
            "full_name": work.open("people.full_name", row["id"], row["full_name_sealed"]),
            "name_on_screen": work.open("people.screen_name", row["id"], row["screen_name_sealed"]),
            "is_18_or_over": row["adult"],
            "identity_checked": _at(row["verified_at"]),
            "since": _at(row["created_at"]),
        }


def _phones(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    for row in _rows(work, select(contacts).where(contacts.c.id.in_(subject.contact_ids))):
        yield {
            "messenger": row["channel"],
            "address": work.open("contacts.address", row["id"], row["address_sealed"]),
            "language": row["language"],
            "number_to_ring": work.open("contacts.phone", row["id"], row["phone_sealed"]),
            "answers_go_to": work.open("contacts.reply_to", row["id"], row["reply_to_sealed"]),
            "others_use_it": row["shared"],
            "narrowed_since": _at(row["restricted_at"]),
            "last_message": _at(row["last_inbound_at"]),
        }


def _safe_times(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    for row in _rows(work, select(families).where(families.c.id == subject.family_id)):
        if safe := work.open("families.safe_times", row["id"], row["safe_times_sealed"]):
            yield {"safe_times": safe}


def _cases(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    """What they told us. Where another adult stays with the family, only what came from their own phone."""
    theirs = select(cases).where(cases.c.family_id == subject.family_id).order_by(cases.c.opened_at)
    if not subject.whole:
        theirs = theirs.where(cases.c.contact_id.in_(subject.contact_ids))
    for row in _rows(work, theirs):
        details = work.keys.open_json("cases.details", row["id"], row["details_sealed"])
        yield {
            "number": row["code"],
            "asked": _at(row["opened_at"]),
            "state": row["status"],
            "decided": _at(row["decided_at"]),
            "what_you_told_us": {name: said for name, said in details.items() if said},
        }


def _groups(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    joined = select(groups.c.name, memberships.c.status, memberships.c.since).join(
        groups, groups.c.id == memberships.c.group_id
    )
    for row in _rows(work, joined.where(memberships.c.person_id.in_(subject.person_ids))):
        yield {"group": row["name"], "state": row["status"], "since": _at(row["since"])}


def _agreements(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    given = select(acceptances).where(acceptances.c.person_id.in_(subject.person_ids)).order_by(acceptances.c.at)
    for row in _rows(work, given):
        yield {"what": row["what"], "version": row["version"], "language": row["language"], "when": _at(row["at"])}


def _releases(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    given = select(meetings.c.starts_at, releases.c.at).join(meetings, meetings.c.id == releases.c.meeting_id)
    for row in _rows(work, given.where(releases.c.person_id.in_(subject.person_ids)).order_by(releases.c.at)):
        yield {"meeting": _at(row["starts_at"]), "given": _at(row["at"])}


def _attendance(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    came = select(meetings.c.starts_at).join(attendance, attendance.c.meeting_id == meetings.c.id)
    for row in _rows(work, came.where(attendance.c.person_id.in_(subject.person_ids)).order_by(meetings.c.starts_at)):
        yield {"meeting": _at(row["starts_at"])}


def _one_to_ones(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    both = select(meetings.c.starts_at, one_to_ones).join(one_to_ones, one_to_ones.c.id == meetings.c.id)
    for row in _rows(work, both.where(meetings.c.person_id.in_(subject.person_ids)).order_by(meetings.c.starts_at)):
        yield {"meeting": _at(row["starts_at"]), "agreed": _at(row["accepted_at"]), "sensitive": row["sensitive"]}


def _reports(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    """That the agreement was said to be broken, and what was decided; never by whom it was said, nor in which words."""
    theirs = (breaches.c.person_id.in_(subject.person_ids), breaches.c.kind.in_(KINDS))
    for row in _rows(work, select(breaches).where(*theirs).order_by(breaches.c.at)):
        yield {
            "when": _at(row["at"]),
            "point": row["point"],
            "state": row["outcome"],
            "decided": _at(row["decided_at"]),
        }


def _bars(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    """That they, or their family, were shut out, and until when."""
    theirs = or_(
        bars.c.person_id.in_(subject.person_ids),
        bars.c.person_id.is_(None) & (bars.c.family_id == subject.family_id),
    )
    for row in _rows(work, select(bars).where(theirs).order_by(bars.c.since)):
        yield {"scope": row["scope"], "since": _at(row["since"]), "ended": _at(row["lifted_at"])}


def _messages(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    tokens = select(contacts.c.address_token).where(contacts.c.id.in_(subject.contact_ids))
    wrote = select(inbox).where(inbox.c.address_token.in_(tokens), inbox.c.frame_sealed.is_not(None))
    for row in _rows(work, wrote.order_by(inbox.c.n)):
        frame = work.keys.open_json("inbox.frame", row["id"], row["frame_sealed"])
        yield {"when": _at(row["sent_at"]), "kind": frame.get("kind"), "you_wrote": frame.get("text")}


def _calls(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    for row in _rows(work, select(callbacks).where(callbacks.c.contact_id.in_(subject.contact_ids))):
        safe = work.open("callbacks.safe_time", row["id"], row["safe_time_sealed"])
        yield {"asked": _at(row["opened_at"]), "safe_time": safe, "done": _at(row["done_at"])}


def _complaints(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    for row in _rows(work, select(complaints).where(complaints.c.contact_id.in_(subject.contact_ids))):
        yield {
            "number": row["code"],
            "kind": row["kind"],
            "when": _at(row["opened_at"]),
            "you_wrote": work.open("complaints.words", row["id"], row["words_sealed"]),
            "we_answered": work.open("complaints.answer", row["id"], row["answer_sealed"]),
        }


def _complaint_steps(work: Work, subject: Subject) -> Iterator[dict[str, Any]]:
    """What they were told, and what they wrote, at each stage; nothing that was only for staff."""
    for row in _rows(work, select(complaints).where(complaints.c.contact_id.in_(subject.contact_ids))):
        for step in complaint_steps.of(work, row["id"]):
            if step.kind in complaint_steps.TOLD:
                yield {"number": row["code"], "when": _at(step.at), "step": step.kind, "words": step.words}


def _at(moment: Any) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")
