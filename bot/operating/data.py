"""export, erase and data-map: what is kept of people, for those who ask and for the regulator (X4)."""

import argparse
import os
from pathlib import Path

from bot import app
from bot.acts.actor import actor_of
from bot.data_requests import begin_erasure
from bot.export_page import Export, as_file, as_page
from bot.operating.shared import Commands, MistakeError, add_command, opened
from bot.settings import Settings
from flows.policy import Refused, Verdict
from flows.policy.data_rights import DataFacts, may_erase_data, may_show_data
from storage import contacts, data_map, data_requests, erasure, export, staff, subjects
from storage.contacts import Contact
from storage.data_requests import DataRequest
from storage.readings import STAFF
from storage.subjects import Subject
from storage.work import Work

REASONS = {
    "refused_reverify_first": "first the data lead checks, live, who asks: DATA with the code, in the chat.",
    "refused_already_done": "this request is closed.",
    "refused_held_back": "an open complaint, concern or breach, a request to see it, or a hold, holds deletion back.",
    "refused_only_data_lead": "--by must name a data lead.",
}


def add(commands: Commands) -> None:
    """Add the commands."""
    shown = add_command(commands, "export", "write what is kept of whoever asked, as a page and a file", _export)
    erased = add_command(commands, "erase", "erase what may be erased of whoever made a request", _erase)
    for parser in (shown, erased):
        parser.add_argument("request", metavar="CODE", help="the code of the request, like C-7Q2X")
        parser.add_argument("--by", metavar="HANDLE", required=True, help="the data lead who answers for it")
    shown.add_argument("--to", metavar="FOLDER", type=Path, default=Path(), help="where the two files go")
    add_command(commands, "data-map", "print what every table holds of people, why and for how long", _data_map)


def _export(loaded: Settings, parsed: argparse.Namespace) -> int:
    with opened(loaded) as service:
        house = service.house
        with house.work(_actor(parsed)) as work:
            found, contact, subject = _asked(work, parsed.request)
            verdict = _judged(work, may_show_data(_facts(service, work, parsed.by, found)), "export", found)
            gathered = export.gather(work, subject) if verdict else {}
            stays = erasure.stays_of(work, subject)
        _demand(verdict)
        kept = Export(found.code, contact.language, house.organisation.name, work.now, gathered, stays)
        pages = {"html": as_page(house.texts, kept), "json": as_file(kept)}
    for ending, text in pages.items():
        _write(parsed.to / f"{found.code}.{ending}", text)
    print("Hand them over in person, or by another safe way: never just to the phone that asked. Then delete them.")
    return 0


def _erase(loaded: Settings, parsed: argparse.Namespace) -> int:
    with opened(loaded) as service:
        with service.house.work(_actor(parsed)) as work:
            found, contact, subject = _asked(work, parsed.request)
            facts = _facts(service, work, parsed.by, found, subjects.held_back(work, subject, found.id))
            verdict = _judged(work, may_erase_data(facts), "erase", found)
            stays = begin_erasure(work, found, contact, subject) if verdict else ()
        _demand(verdict)
    print(f"{found.code}: they are told now, and in ten minutes it is erased. What stays: {', '.join(stays)}.")
    return 0


def _data_map(_: Settings, __: argparse.Namespace) -> int:
    print(data_map.as_markdown(), end="")
    return 0


def _actor(parsed: argparse.Namespace) -> str:
    """X1, H2.2: on record, and in READS, stands the data lead who answers for it."""
    return f"{STAFF}{parsed.by}"


def _asked(work: Work, code: str) -> tuple[DataRequest, Contact, Subject]:
    found = data_requests.by_code(work, code)
    contact = None if found is None else contacts.by_id(work, found.contact_id)
    if found is None or contact is None:
        raise MistakeError(f"there is no request {code}. The data lead sees the open ones with DATA.")
    return found, contact, subjects.of_contact(work, contact)


def _facts(service: app.Service, work: Work, handle: str, found: DataRequest, held: tuple[str, ...] = ()) -> DataFacts:
    member = staff.by_handle(work, handle)
    if member is None:
        raise MistakeError(f"there is no member of staff '{handle}'.")
    acting = actor_of(work, service.house.organisation, member.id)
    return DataFacts(acting, True, found.checked is not None, found.closed_at is not None, held)


def _judged(work: Work, verdict: Verdict, act: str, found: DataRequest) -> Verdict:
    """X2: what was decided is recorded, a refusal too."""
    if isinstance(verdict, Refused):
        return work.refuse(verdict, act, "data", found.code)
    work.record(act, "data", found.code, clause="X4")
    return verdict


def _demand(verdict: Verdict) -> None:
    if isinstance(verdict, Refused):
        raise MistakeError(REASONS.get(verdict.reason, "their account does not work now: they write POLICIES first."))


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise MistakeError(f"{path} cannot be written: {error.strerror}.") from None
    print(f"Wrote {path}.")
