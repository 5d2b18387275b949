"""FLAG: an alert on a family's file. Two people then decide, and its phones show nothing by themselves."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.policy import Refused
from flows.questions import Code
from flows.staff.acts.alerts import ReadAlert, SetAlert
from flows.staff.lists import finish, is_sure, refuse, subject_of


async def flag(chat: Chat, facts: StaffFacts) -> None:
    """Put an alert on the file of a case, or take it off. Why is never written here."""
    code = subject_of(facts) or await chat.ask("staff_flag_case", Code())
    stands = await chat.act("read_alert", ReadAlert(code))
    if isinstance(stands, Refused):
        return await refuse(chat, stands)
    question = "staff_flag_off_sure" if stands else "staff_flag_on_sure"
    if not await is_sure(chat, question, question, case=code):
        return None
    done = await chat.act("set_alert", SetAlert(code, not stands))
    return await finish(chat, done, "staff_flag_off" if stands else "staff_flag_on", case=code)
