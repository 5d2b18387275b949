"""G4.1-G4.4: an invitation goes only if its words are whole in every language that families can choose."""

from bot.moment import Moment
from flows.chat import Say
from flows.facts import FamilyFacts
from flows.family.invitation import invitation_text
from flows.policy import Refused, Verdict
from flows.policy.agreement import invitation_text_complete
from flows.policy.verdict import Allowed
from flows.texts import TextError
from storage import meetings, passwords
from storage.groups import Group


def invitation_complete(moment: Moment, group: Group) -> Verdict:
    """G4.1, G4.2, G4.3, G4.4, G2.4: the first thing that is missing in any language refuses it."""
    secrets = _secrets(moment, group)
    verdicts = (_in_language(moment, language, secrets) for language in moment.organisation.languages)
    return next((verdict for verdict in verdicts if isinstance(verdict, Refused)), Allowed())


def _in_language(moment: Moment, language: str, secrets: list[str]) -> Verdict:
    texts = moment.texts
    facts = FamilyFacts(
        now=moment.work.now,
        today=moment.work.now.astimezone(moment.organisation.zone).date(),
        language=language,
        channel=moment.contact.channel,
        shared=False,
        organisation=moment.organisation.facts(language),
    )

    def told(line: Say) -> str:
        known = line.text in texts.ids(language)
        try:
            return texts.say(language, line.text, **line.params) if known else ""
        except TextError:
            return ""

    return invitation_text_complete(
        invitation_text(facts, told, website_host=moment.organisation.website_host, secrets=secrets)
    )


def _secrets(moment: Moment, group: Group) -> list[str]:
    work = moment.work
    coming = meetings.of_group(work, group.id)
    opened = (secret for each in coming for secret in (meetings.link(work, each), passwords.in_clear(work, each)))
    return [secret for secret in opened if secret]
