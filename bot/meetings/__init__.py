"""Who makes a platform's meetings. A new provider is one file here and one line in PROVIDERS."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.meetings import jitsi, manual, zoom
from bot.meetings.provider import Provider
from bot.settings import Settings


@dataclass(frozen=True)
class Kind:
    """How a provider is built, and which of the settings that it needs are missing."""

    build: Callable[[Settings], Provider | None]
    lacks: Callable[[Settings], tuple[str, ...]]


PROVIDERS: Mapping[str, Kind] = {each.NAME: Kind(each.build, each.lacks) for each in (manual, zoom, jitsi)}


def providers_of(chosen: Mapping[str, str], settings: Settings) -> dict[str, Provider]:
    """Build the providers that doorstep.toml chose, by platform; in the playground no real meeting is made."""
    if not settings.is_live:
        return {}
    built = {platform: PROVIDERS[name].build(settings) for platform, name in chosen.items()}
    return {platform: provider for platform, provider in built.items() if provider is not None}


def blockers(chosen: Mapping[str, str], settings: Settings) -> tuple[str, ...]:
    """Say, a line each, what a chosen provider still needs, and what is set for one that nobody chose."""
    lines = []
    for platform, name in sorted(chosen.items()):
        if missing := PROVIDERS[name].lacks(settings):
            lines.append(f"{platform} is made by {name}, so set {', '.join(missing)} too.")
    if "zoom" not in chosen.values() and zoom.is_begun(settings) and (missing := zoom.lacks(settings)):
        lines.append(f"ZOOM_* is half set: set {', '.join(missing)} too, or none of them.")
    return tuple(lines)
