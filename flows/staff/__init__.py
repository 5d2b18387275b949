"""The conversations that staff have on their private line: one function for each, listed here by name."""

from collections.abc import Mapping

from flows.staff import (
    account,
    alerts,
    breaches,
    cases,
    complaints,
    concerns,
    data_rights,
    frozen,
    groups,
    meetings,
    one_to_ones,
    people,
    platform,
    publishing,
    rings,
    room,
    rooms,
)
from flows.staff.deciding import confirm_decision
from flows.staff.menu import StaffFlow, menu
from flows.staff.words import WORDS

FLOWS: Mapping[str, StaffFlow] = {
    "menu": menu,
    "now": meetings.now,
    "cases": cases.cases,
    "case": cases.case,
    "confirm_decision": confirm_decision,
    "group": groups.group,
    "invite": groups.invite,
    "referral_code": groups.referral_code,
    "meeting": meetings.meeting,
    "ready": platform.ready,
    "here": meetings.here,
    "rotate": platform.rotate,
    "held": platform.held,
    "host": rooms.host,
    "list": room.waiting_list,
    "start": room.start,
    "end": meetings.end,
    "cancel_meeting": meetings.cancel_meeting,
    "move": meetings.move,
    "late": meetings.late,
    "cover": people.cover,
    "flag": alerts.flag,
    "one_to_one": one_to_ones.one_to_one,
    "qualify": people.qualify,
    "offboard": people.offboard,
    "breach": breaches.breach,
    "breaches": breaches.breaches,
    "complaints": complaints.complaints,
    "data_requests": data_rights.data_requests,
    "concerns": concerns.concerns,
    "concern": concerns.concern,
    "rings": rings.rings,
    "confirm_phone": rings.confirm_phone,
    "unfreeze": frozen.unfreeze,
    "publish": publishing.publish,
    "why": account.why,
    "policies": account.policies,
    "language": account.language,
}

__all__ = ["FLOWS", "WORDS", "StaffFlow"]
