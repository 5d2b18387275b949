"""The conversations that families have: one function for each, listed here by name."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeAlias

from flows.chat import Chat
from flows.facts import FamilyFacts
from flows.family.agreement import agreement, not_me
from flows.family.calls import ring_me
from flows.family.changing import change
from flows.family.codes import use_phone_code
from flows.family.complaints import complain, complaint_status, unhappy
from flows.family.joining import invited, joining
from flows.family.leaving import leave
from flows.family.one_to_one import one_to_one
from flows.family.passwords import leaked, password
from flows.family.phones import second_phone
from flows.family.pictures import picture
from flows.family.privacy import my_data, privacy
from flows.family.safety import ask_for_help, disclosure, unease
from flows.family.status import status
from flows.family.talking import talk_instead
from flows.family.welcome import language

FamilyFlow: TypeAlias = Callable[[Chat, FamilyFacts], Coroutine[Any, Any, None]]

FLOWS: Mapping[str, FamilyFlow] = {
    "joining": joining,
    "invited": invited,
    "agreement": agreement,
    "not_me": not_me,
    "password": password,
    "leaked": leaked,
    "one_to_one": one_to_one,
    "help": ask_for_help,
    "disclosure": disclosure,
    "unease": unease,
    "picture": picture,
    "ring_me": ring_me,
    "complain": complain,
    "complaint_status": complaint_status,
    "unhappy": unhappy,
    "leave": leave,
    "my_data": my_data,
    "privacy": privacy,
    "change": change,
    "status": status,
    "talk_instead": talk_instead,
    "second_phone": second_phone,
    "use_phone_code": use_phone_code,
    "language": language,
}
"""What a word, a case or the clock can start; the name is what `bot` asks for."""
