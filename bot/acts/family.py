"""What families' flows ask for. The acts stand with their subject; passwords are in family_passwords.py."""

from collections.abc import Mapping

from bot.acts import (
    family_agreement,
    family_care,
    family_complaints,
    family_joining,
    family_one_to_one,
    family_phones,
    family_pictures,
    family_recording,
    family_self,
)
from bot.acts.once import Perform

ACTS: Mapping[type, Perform] = {
    **family_joining.ACTS,
    **family_agreement.ACTS,
    **family_self.ACTS,
    **family_phones.ACTS,
    **family_care.ACTS,
    **family_complaints.ACTS,
    **family_recording.ACTS,
    **family_pictures.ACTS,
    **family_one_to_one.ACTS,
}
