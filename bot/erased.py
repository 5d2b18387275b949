"""What was erased, kept beside the database too: after a restore it is erased again."""

import json
import os
from pathlib import Path
from uuid import UUID

from bot.house import House
from bot.withdrawing import end_what_waits
from storage import erasure, meetings, passwords, rotations, subjects
from storage.work import Work

FILE = "erased.jsonl"


def keep(house: House) -> None:
    """Add to the file every erasure that it lacks: ids and nothing else."""
    if house.erased is None:
        return
    known = _read(house.erased)
    with house.work("operator") as work:
        missing = [line for line in erasure.all_of(work) if line["id"] not in known]
    if not missing:
        return
    with os.fdopen(os.open(house.erased, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w") as file:
        file.writelines(json.dumps(line) + "\n" for line in missing)


def erase_again(house: House) -> int:
    """X4: after a restore, erase what was erased since that backup; answers how many erasures."""
    if house.erased is None:
        return 0
    again = 0
    for erasure_id, line in sorted(_read(house.erased).items()):
        with house.work("operator") as work:
            again += _erase(work, UUID(erasure_id), line)
    return again


def renew_passwords(work: Work) -> int:
    """G6.7: a backup holds no key of a password: meetings to come get a new one, and the leader is asked to set it."""
    renewed = 0
    for meeting in meetings.with_password(work):
        locked = meetings.lock(work, meeting.id)
        passwords.kill(work, locked.id)
        passwords.make_password(work, locked.id, "restored")
        rotations.page(work, locked)
        work.record("rotate", "meeting", locked.code, outcome="restored", clause="G6.7")
        renewed += 1
    return renewed


def _erase(work: Work, erasure_id: UUID, line: dict[str, object]) -> bool:
    family_id, people = UUID(str(line["family_id"])), [UUID(str(each)) for each in _list(line["people"])]
    if erasure.is_known(work, erasure_id):
        return False
    subject = subjects.of_people(work, family_id, people)
    if subject is None:
        return False
    end_what_waits(work, subject)
    erasure.erase(work, subject, erasure.RESTORED, erasure_id, forget_bars=line["why"] == "retention_excluded")
    return True


def _read(path: Path) -> dict[str, dict[str, object]]:
    if not path.exists():
        return {}
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {str(line["id"]): line for line in lines}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
