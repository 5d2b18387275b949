"""How confidential each text and each of its parameters is. One that is not listed cannot be sent."""

from collections.abc import Iterable, Mapping
from enum import IntEnum


class Label(IntEnum):
    """How confidential words are; the more so, the higher."""

    PUBLIC = 0
    PERSONAL = 1
    SECRET = 2
    SEALED = 3


class UnlabelledError(Exception):
    """A text has a parameter of which nobody said how confidential it is."""


_BY_LABEL: Mapping[Label, str] = {
    Label.PUBLIC: """
        case code codes meeting complaint concern breach reference_number version clause
        day date when time at from_time until since weekday now due by hour
        n count number_of minutes hours days weeks months years age waiting waiting_days expected limit step
        total position example
        group organisation staff leader second moderator manager handler decided_by claimed_by seat role_name
        status stage outcome kind point platform channel language languages option options command word_list
        agreement agreement_version audio privacy_link privacy_policy privacy_notice policies phone_of_organisation
        organisation_phone emergency helpline helpline_name safeguarding_phone first_contact_days
        families screens large
        acknowledge_by answer_by starts_at ends_at expires_at blocks why
        method qualification scope risk regulator told current
        readings decision group_code road result word low high longest shortest length latest earliest
    """,
    Label.PERSONAL: """
        name full_name first_name screen_name names adult adults person who member family
        number phone ring_number address contact email safe_time safe_times shared answer answers
        referrer referrer_name referrer_role referrer_organisation referrer_contact referrer_outcome
        known known_from ground access_needs identity call field value old new details language_of_person
        call_word lines acknowledged agreed asked verified safe here suitability
    """,
    Label.SECRET: """
        password password_spoken link reference digits own_code phone_code invitation_code referral_code
        staff_code secret password_words letter
    """,
    Label.SEALED: """
        words complaint_words breach_words concern_words disclosure_words suitability_reason
        exclusion_reason danger safe_to_write complaint_answer
    """,
}

PARAMETER_LABELS: Mapping[str, Label] = {name: label for label, names in _BY_LABEL.items() for name in names.split()}

TEXT_LABELS: Mapping[str, Label] = {
    "meeting_today": Label.PERSONAL,
    "meeting_moved": Label.PERSONAL,
    "one_to_one_waits": Label.PERSONAL,
    "one_to_one_none": Label.PERSONAL,
    "meeting_cancelled": Label.PERSONAL,
    "talk_today": Label.PERSONAL,
    "talk_cancelled": Label.PERSONAL,
    "talk_late": Label.PERSONAL,
    "password_changed": Label.PERSONAL,
    "link_changed": Label.PERSONAL,
}
"""Texts that say something even without parameters: here, that the reader belongs to a group."""


def label_of(text_id: str, parameter_names: Iterable[str]) -> Label:
    """H2.3: the highest label of the text and of its parameters. UnlabelledError for an unknown one."""
    names = tuple(parameter_names)
    unknown = [name for name in names if name not in PARAMETER_LABELS]
    if unknown:
        raise UnlabelledError(f"{text_id}: no label in flows/policy/labels.py for {', '.join(unknown)}")
    labels = (PARAMETER_LABELS[name] for name in names)
    return max(TEXT_LABELS.get(text_id, Label.PUBLIC), *labels, Label.PUBLIC)
