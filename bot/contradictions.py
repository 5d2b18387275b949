"""Where doorstep.toml contradicts itself or the guidelines, though each value alone is sound."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import holidays
import phonenumbers

from bot.meetings import PROVIDERS
from bot.organisation_parts import Organisation
from bot.toml_lines import Place
from flows.policy.openings import OPENINGS, may_open
from flows.policy.platform import APPS
from flows.policy.staff import Role


def contradictions(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    """Say where each contradiction stands, and what would mend it."""
    yield from _wrong_links(organisation)
    yield from _wrong_country(organisation)
    yield from _missing_languages(organisation)
    yield from _wrong_clocks(organisation)
    yield from _wrong_staff(organisation)
    yield from _wrong_groups(organisation)
    yield from _wrong_providers(organisation)
    yield from _wrong_hosts(organisation)
    yield from _wrong_templates(organisation)
    yield from _unread_audio(organisation)
    yield from _unknown_samples(organisation)


def _wrong_links(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    pages: dict[Place, str] = {
        ("agreement", "audio", code): page for code, page in organisation.agreement.audio.items()
    }
    pages |= {(key,): getattr(organisation, key) for key in ("privacy_policy", "privacy_notice")}
    for place, page in pages.items():
        link = urlsplit(page)
        if (link.scheme, link.hostname) != ("https", organisation.website_host.lower()):
            yield place, f"must be an https page on {organisation.website_host}, the website_host (G4.3)."


def _wrong_country(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    try:
        # Of one country: the list of them all reads the holidays of each.
        regions = holidays.country_holidays(organisation.country).subdivisions
    except NotImplementedError:
        regions = None
    if regions is None or organisation.country not in phonenumbers.SUPPORTED_REGIONS:
        yield ("country",), "must be a two-letter country code like GB."
    elif organisation.subdivision and organisation.subdivision not in regions:
        yield ("subdivision",), f"must be one of {', '.join(regions) or 'none'}."


def _missing_languages(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    told: list[tuple[Place, Mapping[str, Any]]] = [
        (("agreement", "points"), organisation.agreement.points),
        (("agreement", "text"), organisation.agreement.text),
        (("complaints", "procedure"), organisation.complaints.procedure),
    ]
    for number, body in enumerate(organisation.complaints.outside):
        told.append((("complaints", "outside", number, "said"), body.said))
    for number, helpline in enumerate(organisation.safeguarding.helplines):
        told.append((("safeguarding", "helplines", number, "purpose"), helpline.purpose))
    for place, words in told:
        lacking = sorted(set(organisation.languages) - {code for code, said in words.items() if said})
        if lacking:
            yield place, f"lacks the language {lacking[0]}: add it."
    if len({len(points) for points in organisation.agreement.points.values()}) > 1:
        yield ("agreement", "points"), "must hold as many points in each language."


def _wrong_clocks(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    first, second, third = organisation.safeguarding.paging_minutes
    if not first < second < third:
        yield ("safeguarding", "paging_minutes"), "must grow, like [10, 20, 30]."
    night = organisation.watching
    if night.night_from == night.night_until:
        yield ("watching", "night_until"), "must differ from night_from: a night has a length."


def _wrong_staff(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    for number, member in enumerate(organisation.staff):
        if organisation.member(member.handle) is not member:
            yield ("staff", number, "handle"), "stands there twice: give each member of staff their own."
    duty = {"lead": Role.SAFEGUARDING_LEAD, "deputy": Role.DEPUTY}
    for key, role in duty.items():
        member_on_duty = organisation.member(getattr(organisation.safeguarding, key))
        if member_on_duty is None or role not in member_on_duty.roles:
            yield ("safeguarding", key), f"must be the handle of a member of staff with the role {role}."


def _wrong_groups(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    for number, group in enumerate(organisation.groups):
        leader, second = organisation.member(group.leader), organisation.member(group.second)
        if leader is None or Role.PRACTITIONER not in leader.roles:
            yield ("groups", number, "leader"), "must be the handle of a practitioner (G1.1)."
        if second is None or second is leader or not {Role.PRACTITIONER, Role.ASSISTANT} & {*second.roles}:
            yield ("groups", number, "second"), "must be another practitioner or an assistant (G1.2)."


def _wrong_providers(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    for platform, provider in organisation.meetings.providers.items():
        if platform not in organisation.meetings.platforms:
            yield ("meetings", "providers", platform), "is not one of the platforms above: add it there."
        elif provider not in PROVIDERS:
            yield ("meetings", "providers", platform), f"must be one of {', '.join(sorted(PROVIDERS))}."


def _wrong_hosts(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    hosts = organisation.meetings.hosts
    for platform in sorted(set(organisation.meetings.platforms) - set(APPS)):
        if not hosts.get(platform):
            yield ("meetings", "hosts"), f'lacks {platform}: add where its links lead, like {platform} = ["zoom.us"].'
    for platform in sorted(set(hosts) & set(APPS)):
        yield ("meetings", "hosts", platform), "always leads to its own app: take it out."
    for platform in sorted(set(hosts) - set(organisation.meetings.platforms)):
        yield ("meetings", "hosts", platform), "is not one of the platforms above: add it there."


def _wrong_templates(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    for text_id, by_language in organisation.whatsapp_templates.items():
        if not may_open(text_id):
            yield ("whatsapp_templates", text_id), f"must be one of {', '.join(OPENINGS)}."
        for language in sorted(set(by_language) - set(organisation.languages)):
            yield ("whatsapp_templates", text_id), f"names the language {language}, which is not under languages."


def _unread_audio(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    for language in sorted(set(organisation.agreement.audio) - set(organisation.languages)):
        yield ("agreement", "audio", language), "is no language under languages: nobody would hear of this page."


def _unknown_samples(organisation: Organisation) -> Iterator[tuple[Place, str]]:
    for key in organisation.sample:
        value: object = organisation
        for part in key.split("."):
            value = getattr(value, part, None)
        if value is None:
            yield ("sample",), f"names '{key}', which is no key of this file: take it out."
