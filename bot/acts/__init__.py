"""Acts: the storage commands that flows ask for, by the command's type, performed in the turn's transaction."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.acts import (
    family,
    family_heard,
    family_passwords,
    staff_bars,
    staff_breaches,
    staff_care,
    staff_cases,
    staff_data,
    staff_glass,
    staff_groups,
    staff_hearing,
    staff_incidents,
    staff_lockdown,
    staff_meetings,
    staff_names,
    staff_overview,
    staff_people,
    staff_publishing,
    staff_readings,
    staff_speaking,
)
from bot.moment import Moment

ACTS: Mapping[type, Callable[[Moment, Any], Any]] = {
    **family.ACTS,
    **family_heard.ACTS,
    **family_passwords.ACTS,
    **staff_cases.ACTS,
    **staff_care.ACTS,
    **staff_groups.ACTS,
    **staff_meetings.ACTS,
    **staff_names.ACTS,
    **staff_overview.ACTS,
    **staff_breaches.ACTS,
    **staff_bars.ACTS,
    **staff_glass.ACTS,
    **staff_readings.ACTS,
    **staff_incidents.ACTS,
    **staff_publishing.ACTS,
    **staff_people.ACTS,
    **staff_lockdown.ACTS,
    **staff_data.ACTS,
    **staff_speaking.ACTS,
    **staff_hearing.ACTS,
}
