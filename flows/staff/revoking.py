"""REVOKE: a code that was given out and that nobody has used is taken back (G2.2)."""

from collections.abc import Iterator, Sequence

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.staff.acts.groups import CodeOut, ListCodesOut, RevokeCode
from flows.staff.kinds import OneOf
from flows.staff.lists import finish, is_sure, numbered, refuse, subject_of


async def revoke(chat: Chat, facts: StaffFacts) -> None:
    """G2.2: the code behind the word, or one of those that are out; they are told apart by when they were made."""
    code = subject_of(facts) or await _pick(chat, facts)
    if code and await is_sure(chat, "staff_revoke_sure", "staff_revoke_sure"):
        await finish(chat, await chat.act("revoke", RevokeCode(code)), "staff_revoke_done")


async def _pick(chat: Chat, facts: StaffFacts) -> str | None:
    out = await chat.act("list_codes_out", ListCodesOut())
    if isinstance(out, Refused):
        await refuse(chat, out)
        return None
    if not out:
        await chat.say("staff_revoke_none")
        return None
    lines = numbered(facts, "staff_line_code_out", _items(out))
    chosen: str = await chat.ask("staff_revoke_which", OneOf(tuple(each.id for each in out)), lines=lines)
    return chosen


def _items(out: Sequence[CodeOut]) -> Iterator[dict[str, object]]:
    for each in out:
        kind = "group" if each.group else "referrer"
        yield {"kind": kind, "group": each.group, "since": each.made_at, "until": each.expires_at}
