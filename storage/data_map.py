"""What every table holds of people: why, how confidential it is, for how long. A column without an entry fails a test.

`doorstep data-map` writes it out for the regulator (docs/data-map.md).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Table

from flows.policy import Label
from storage.tables import metadata

_PLAIN_ENDINGS = ("_id", "_at", "_by", "_until", "_due", "_version")
_PLAIN = frozenset(
    [
        "id",
        "n",
        "at",
        "code",
        "status",
        "version",
        "kind",
        "act",
        "outcome",
        "position",
        "hash",
        "tx",
        "step",
        "since",
        "language",
        "clause",
        "actor",
        "object_kind",
        "policy_version",
        "attempts",
        "fault",
        "channel",
        "key",
        "name",
        "value",
        "depth",
        "flow",
        "roles",
    ]
)


@dataclass(frozen=True)
class Held:
    """One table. `kept`: a period of [retention] in doorstep.toml; `personal`: column -> what it says of somebody.

    `plain`: further columns that say nothing of anybody by themselves.
    """

    purpose: str
    kept: str
    label: Label = Label.PUBLIC
    personal: Mapping[str, str] = field(default_factory=dict)
    plain: str = ""


_PERSONAL, _SECRET, _SEALED = Label.PERSONAL, Label.SECRET, Label.SEALED

HELD: Mapping[str, Held] = {
    "lanes": Held("One place in the queue for each family and member of staff", "left", plain="lease"),
    "families": Held(
        "When a family may be reached, and whether staff must take care",
        "left",
        _PERSONAL,
        {
            "safe_times_sealed": "when it is safe to reach them",
            "silent": "that messages must say nothing on a locked screen",
            "flagged": "that two people must decide (no reason is kept)",
            "excluded_at": "that a manager excluded them",
        },
    ),
    "people": Held(
        "Who takes part, as the leader's team must know (G7.1)",
        "left",
        _PERSONAL,
        {
            "full_name_sealed": "full name",
            "name_token": "full name, as a keyed hash",
            "screen_name_sealed": "name on screen",
            "screen_token": "name on screen, as a keyed hash",
            "own_code_sealed": "the four digits that tell adults of one phone apart",
            "adult": "whether they are 18 or over",
            "verified_at": "when a member of staff checked who they are",
        },
        "number",
    ),
    "contacts": Held(
        "Where a family writes from, and what may be sent there",
        "left",
        _PERSONAL,
        {
            "address_sealed": "address on a messenger",
            "address_token": "address, as a keyed hash",
            "reply_to_sealed": "where answers go, if that is another address",
            "reply_token": "where answers go, as a keyed hash",
            "phone_sealed": "a number to ring, where the messenger shows one",
            "phone_token": "that number, as a keyed hash",
            "shared": "that others use the phone",
            "restricted_at": "since when they may write in a few ways only",
            "silent": "that messages must say nothing on a locked screen",
            "language": "the language they chose",
        },
        "audience",
    ),
    "spoken_lines": Held("Which of the staff speaks for a family without a phone (X5)", "left", plain="method"),
    "staff": Held(
        "Who works here and what they may do (G1.1, H2.1)",
        "for good: it shows who decided",
        _PERSONAL,
        {"name_sealed": "name", "handle": "short name", "qualified_until": "until when they are qualified"},
    ),
    "qualifications": Held(
        "Managers' marks on who may lead a group (G1.1)",
        "for good: it shows who decided",
        _PERSONAL,
        {"words_sealed": "what a colleague is qualified in"},
    ),
    "staff_codes": Held("The one-time code that binds a member of staff's own chat", "left", plain="code_token"),
    "groups": Held(
        "The groups and their seats", "for good: no family is named", plain="platform online sensitive rules_version"
    ),
    "cases": Held(
        "A family that asked to join, and who decided (G3)",
        "declined",
        _PERSONAL,
        {
            "details_sealed": "what they told when they asked to join",
            "known_ground_sealed": "where staff know them from",
            "look_alike": "that a name resembles one that is barred",
            "flagged": "that two people must decide",
            "known": "whether staff knew them",
        },
        "road half",
    ),
    "alerts": Held("That two people decide about a family; the reason is nowhere here", "left"),
    "tries": Held("Tries of an adult's own four digits, to limit guessing", "messages", plain="correct"),
    "guesses": Held("Wrong codes of the last day, to limit guessing; not the codes", "messages"),
    "deeds": Held("What was done once and is not done again", "messages"),
    "checks": Held(
        "What staff checked before a decision or on a phone: method and result, no document (G3.3, G6.4)",
        "checks",
        _SEALED,
        {"reason_sealed": "the reason for a suitability answer", "method": "how it was checked"},
    ),
    "referrals": Held(
        "Who sent a family to us (G3.9)",
        "declined",
        _PERSONAL,
        {
            "name_sealed": "the referrer's name",
            "role_sealed": "their role",
            "organisation_sealed": "their organisation",
            "work_contact_sealed": "their work telephone or e-mail",
            "may_contact": "whether the family agrees that we speak to them",
        },
    ),
    "invitations": Held(
        "Invitations and codes: single use, bound to one person (G2.2)",
        "withdrawn",
        _SECRET,
        {"code_sealed": "the code", "code_token": "the code, as a keyed hash"},
        "purpose",
    ),
    "acceptances": Held(
        "Proof of who agreed to what, when (G4.5), and who heard it said (X5)", "checks", plain="what text_hash method"
    ),
    "agreement_versions": Held(
        "The Group Agreement's versions, word for word (H5.1)", "for good: nobody is named", plain="points texts"
    ),
    "memberships": Held(
        "Who is in which group, suspended or barred (G11)", "left", _PERSONAL, {"status": "where they stand"}
    ),
    "meetings": Held(
        "Meetings, their staff and the leader's ticks (G9.2)",
        "checks",
        _SECRET,
        {
            "link_sealed": "the meeting's link",
            "override_reason_sealed": "why a manager allowed a platform that is not private (I2.2)",
        },
        "platform checklist end_to_end",
    ),
    "one_to_ones": Held(
        "A meeting with one adult: platform, their yes, when it began and ended; never what was said (I1, I2)",
        "checks",
        _PERSONAL,
        {
            "sensitive": "whether sensitive things might come up",
            "override_reason_sealed": "why a manager allowed a platform that is not private",
        },
        "end_to_end rules rules_version",
    ),
    "meeting_keys": Held(
        "The key of a meeting's passwords; destroyed a day after", "password_hours", _SECRET, {"key_sealed": "the key"}
    ),
    "passwords": Held(
        "Passwords, unreadable once their key is destroyed (G6.7); the hash, so that none comes twice (G6.2)",
        "for good: no family is named",
        _SECRET,
        {"secret_sealed": "the password", "secret_token": "the password, as a keyed hash"},
        "reason",
    ),
    "releases": Held("Who was given which password, when (G6.6)", "checks", plain="reference identified"),
    "attendance": Held("Who came to a meeting", "checks"),
    "rooms": Held(
        "Meetings that we make at a platform's provider",
        "checks",
        _SECRET,
        {"number_sealed": "the provider's number of the meeting", "number_token": "that number, as a keyed hash"},
        "provider trouble told to_tick host_for",
    ),
    "room_events": Held(
        "Who waited, came and left, as the provider saw it; unreadable once the meeting's key is destroyed",
        "password_hours",
        _PERSONAL,
        {"name_sealed": "the name that somebody gave themselves on the screen"},
    ),
    "breaches": Held(
        "Reports that the Group Agreement was broken, and what was decided (G11)",
        "excluded",
        _SEALED,
        {
            "words_sealed": "what was reported",
            "point": "which point of the agreement",
            "kept_from": "short names of the staff it is about",
        },
    ),
    "bars": Held(
        "Who is shut out, by whom, and when a human lifted it (G11, G3.13)",
        "excluded",
        _SEALED,
        {
            "scope": "whether a group, all groups or the family is shut",
            "before": "whether they were a member",
            "reason_sealed": "why, for few eyes",
            "lift_reason_sealed": "why it was lifted",
        },
    ),
    "glass": Held(
        "Who opened a case outside their own team in an emergency (G5.1)",
        "checks",
        _PERSONAL,
        {"reason_sealed": "why they had to", "kept_from": "short names of the staff it is kept from"},
    ),
    "incidents": Held(
        "What happened to personal data (H3.4)",
        "checks",
        _SEALED,
        {
            "words_sealed": "what was reported",
            "kept_from": "short names of the staff it is about",
            "risk": "whether people can come to harm",
        },
    ),
    "incident_notes": Held(
        "What was found and decided about it", "checks", _SEALED, {"words_sealed": "the note"}, "by"
    ),
    "complaints": Held(
        "Complaints and requests about data, for their one handler (G12)",
        "complaints",
        _SEALED,
        {
            "words_sealed": "the complaint in their own words",
            "answer_sealed": "the answer",
            "about": "short names of the staff it names",
            "hide_name": "that their name is kept from the leader",
        },
        "stage acknowledge_by answer_by checked",
    ),
    "complaint_steps": Held(
        "What was done about a complaint, stage by stage (G12.5)",
        "complaints",
        _SEALED,
        {"words_sealed": "what was written to or by them"},
        "stage by",
    ),
    "concerns": Held(
        "Safeguarding concerns, until they are in the organisation's own record",
        "concerns",
        _SEALED,
        {
            "words_sealed": "the exact words",
            "danger": "whether somebody is in danger now",
            "safe_to_write": "whether it is safe to write to them",
            "about_staff": "that it is about staff",
            "not_to": "short names of the staff it is kept from",
            "paged": "short names of the staff who were paged",
        },
        "source pages raised_by",
    ),
    "holds": Held("Somebody's word that nothing of a family is deleted for now", "complaints", plain="reason"),
    "erasures": Held(
        "What was erased: ids, so that it is erased again after a restore", "audit", plain="people why stays"
    ),
    "leftovers": Held(
        "What went here and is still to be deleted at a messenger's provider (X4)",
        "until it is gone there",
        _SEALED,
        {"reference": "the messenger's number of the message"},
    ),
    "callbacks": Held(
        "A promise to ring somebody", "messages", _PERSONAL, {"safe_time_sealed": "when it is safe to ring"}
    ),
    "conversations": Held(
        "Where somebody is in a conversation; emptied when it ends",
        "unfinished",
        _SEALED,
        {"state_sealed": "their answers so far"},
    ),
    "inbox": Held(
        "Messages that reached us, until their turn is done and their period over",
        "messages",
        _SEALED,
        {"frame_sealed": "address and words", "address_token": "address, as a keyed hash"},
    ),
    "outbox": Held(
        "Messages that we send: a text's name and what is put into it, never a password",
        "messages",
        _SEALED,
        {"params_sealed": "what is put into the text", "provider_ref": "the messenger's number of the message"},
        "template buttons label answer reason",
    ),
    "timers": Held("What falls due, by id", "messages"),
    "cards": Held("Cards in the staff channel: codes only", "messages"),
    "buttons": Held("Their buttons", "messages"),
    "audit": Held("Who did what, when and under which clause: ids and codes only", "audit"),
    "marks": Held("Small facts about this database", "for good: nobody is named"),
    "phones": Held("The playground's simulated phones", "playground only", plain="handle shares_with address"),
    "phone_messages": Held(
        "What the playground's phones show",
        "playground only",
        _SEALED,
        {"body_sealed": "made-up messages"},
        "rev chat sender template buttons edited deleted",
    ),
}


def missing() -> Iterator[str]:
    """Name every table and column that nobody said anything about, and every entry that stands for nothing."""
    for table in metadata.sorted_tables:
        held = HELD.get(table.name)
        if held is None:
            yield table.name
            continue
        known = held.personal.keys() | set(held.plain.split())
        names = {column.name for column in table.columns}
        yield from (f"{table.name}.{name}" for name in names if name not in known and not _is_plain(name))
        yield from (f"{table.name}.{name}: no such column" for name in known - names)
    yield from (f"{name}: no such table" for name in HELD.keys() - metadata.tables.keys())


def as_markdown() -> str:
    """Write the map: every personal column with its label, purpose, period and encryption."""
    lines = [
        "# What is kept of people",
        "",
        "Written by `doorstep data-map` from `storage/data_map.py`. The periods are in `[retention]` of doorstep.toml.",
        "Columns that are not listed hold ids, times, codes and states, and say nothing of anybody by themselves.",
        "",
        "| Table | Column | What it says | Label | Why | Kept | How |",
        "|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*lines, *_rows()]) + "\n"


def _rows() -> Iterator[str]:
    for table in metadata.sorted_tables:
        held = HELD[table.name]
        for name, what in held.personal.items():
            cells = (table.name, f"`{name}`", what, held.label.name.lower(), held.purpose, held.kept, _how(table, name))
            yield f"| {' | '.join(cells)} |"


def _how(table: Table, name: str) -> str:
    if name.endswith("_sealed"):
        of_a_meeting = table.name in {"passwords", "room_events"}
        return "AES-256-GCM under the meeting's key" if of_a_meeting else "AES-256-GCM, bound to the row"
    return "keyed hash (HMAC-SHA256)" if name.endswith("_token") else "in clear"


def _is_plain(name: str) -> bool:
    return name in _PLAIN or name.endswith(_PLAIN_ENDINGS)
