"""CASES and CASE: the families under review, the details of one, and what to do next with it."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Exact
from flows.staff import deciding, glass, review
from flows.staff.acts.cases import CaseDetails, CaseLine, ListCases, ReadCase
from flows.staff.case_lines import case_lines
from flows.staff.kinds import OneOf
from flows.staff.lists import numbered, refuse, subject_of

DECIDED = frozenset({"approved", "declined", "excluded", "withdrawn", "closed"})


async def cases(chat: Chat, facts: StaffFacts) -> None:
    """List the open cases of this member of staff, and open one."""
    waiting = await chat.act("list_cases", ListCases())
    if not waiting:
        await chat.say("staff_cases_none")
        return
    items = ({"case": each.code, "days": each.waiting_days, "by": _with_whom(each)} for each in waiting)
    lines = numbered(facts, "staff_line_case", items)
    code = await chat.ask("staff_cases", OneOf(tuple(each.code for each in waiting)), lines=lines)
    await _open(chat, facts, code)


def _with_whom(line: CaseLine) -> str:
    return "draft" if line.status == "draft" else line.claimed_by or "none"


async def case(chat: Chat, facts: StaffFacts) -> None:
    """G5.1, H2.2: show one case, and take it one step further."""
    code = subject_of(facts)
    if code is None:
        await cases(chat, facts)
    else:
        await _open(chat, facts, code)


async def _open(chat: Chat, facts: StaffFacts, code: str) -> None:
    details = await chat.act("read_case", ReadCase(code))
    if isinstance(details, Refused):
        await refuse(chat, details)
        await glass.offer(chat, facts, details, code)
        return
    await chat.say("staff_case", case=details.code, lines="\n".join(case_lines(facts, details)))
    step = await chat.ask("staff_case_next", Exact(*_steps(facts, details)), case=details.code)
    if step == "leave":
        await chat.say("staff_case_left", case=details.code)
    elif step in deciding.STEPS:
        await deciding.STEPS[step](chat, facts, details)
    else:
        await review.STEPS[step](chat, facts, details)


def _steps(facts: StaffFacts, details: CaseDetails) -> tuple[str, ...]:
    """Offer what can come next. Whether it may be done is policy's to say."""
    unfinished = details.status == "draft"
    open_case = details.status not in DECIDED and not unfinished
    offered = (
        ("take_up", unfinished),
        ("claim", open_case and details.claimed_by is None),
        ("known", open_case and details.claimed_by is not None),
        ("call", open_case and details.claimed_by is not None),
        ("identity", open_case and details.claimed_by is not None),
        ("suitability", open_case and details.claimed_by is not None and details.known is not True),
        ("referrer", open_case and details.claimed_by is not None and details.referrer is not None),
        ("approve", open_case),
        ("decline", open_case),
        ("hold", open_case),
        ("exclude", facts.has_role("manager") and details.status != "excluded"),
        ("leave", True),
    )
    return tuple(step for step, is_offered in offered if is_offered)
