"""WhatsApp's templates: what must be submitted, and what Twilio says of what was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.channels.twilio_account import FAILURES, Account, fault
from flows.policy.openings import OPENINGS
from flows.texts import Texts

CATEGORY = "UTILITY"
APPROVED = "approved"
MOST = 1000


@dataclass(frozen=True)
class Template:
    """One text that may open a conversation, as it is submitted. It has no variables: it says nothing of anybody."""

    name: str
    language: str
    body: str


@dataclass(frozen=True)
class Submitted:
    """One content at Twilio: its language, its words and how far Meta's approval got."""

    language: str
    body: str
    status: str
    reason: str


def wanted(texts: Texts, languages: tuple[str, ...]) -> Iterator[Template]:
    """Every template in every language that families can choose."""
    for name in OPENINGS:
        for language in languages:
            yield Template(name, language, texts.say(language, name))


def submitted(account: Account) -> Mapping[str, Submitted]:
    """What the account has, by ContentSid. Raises SendError."""
    try:
        listed = account.client().content.v1.content_and_approvals.list(limit=MOST, page_size=MOST)
    except FAILURES as cause:
        raise fault(cause) from None
    return {str(each.sid): _read(each.language, each.types, each.approval_requests) for each in listed}


def what_is_wrong(template: Template, sid: str | None, found: Mapping[str, Submitted]) -> str | None:
    """Say in one line what keeps a template from being sent, and how to mend it; None where nothing does."""
    name = f"{template.name} ({template.language})"
    if sid is None:
        return f"{name} has no ContentSid: submit it, then put its HX... under [whatsapp_templates.{template.name}]."
    known = found.get(sid)
    if known is None:
        return f"{name} names {sid}, which this account does not have: copy the ContentSid again."
    if known.language != template.language:
        return f"{name} names {sid}, which is in the language '{known.language}': copy the other ContentSid."
    if known.body != template.body:
        return f"{name} has other words at Twilio than here: submit the words that 'doorstep templates' prints."
    if known.status != APPROVED:
        why = f" ({known.reason})" if known.reason else ""
        return f"{name} is {known.status or 'not submitted'}{why}: it can be sent once WhatsApp has approved it."
    return None


def check(texts: Texts, languages: tuple[str, ...], account: Account) -> list[str]:
    """Everything that is wrong with the account's templates, a line each. Raises SendError."""
    found = submitted(account)
    given = account.templates
    problems = (
        what_is_wrong(each, given.get(each.name, {}).get(each.language), found) for each in wanted(texts, languages)
    )
    return [problem for problem in problems if problem is not None]


def _read(language: str | None, types: object, approval: object) -> Submitted:
    bodies = [each.get("body") for each in types.values() if isinstance(each, dict)] if isinstance(types, dict) else []
    said = approval if isinstance(approval, dict) else {}
    status, reason = str(said.get("status") or ""), str(said.get("rejection_reason") or "")
    return Submitted(language or "", next((str(each) for each in bodies if each), ""), status, reason)
