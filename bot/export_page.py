"""What is kept of somebody, as a page that they can read and a file that they can take elsewhere (X4)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from typing import Any

from flows.texts import Texts

PAGE = "export.html"


@dataclass(frozen=True)
class Export:
    """What `storage.export` gathered, whose it is, and in which language it is told."""

    code: str
    language: str
    organisation: str
    when: datetime
    kept: Mapping[str, Sequence[Mapping[str, Any]]]
    stays: Sequence[str]


def as_page(texts: Texts, export: Export) -> str:
    """Write the page. Everything that anybody wrote is escaped, and the page may load nothing."""
    from jinja2 import Environment  # noqa: PLC0415 - Slow to import, and rarely wanted.

    labels = texts.labels(export.language, "export", organisation=export.organisation, when=export.when)
    stays = [texts.say(export.language, f"data_stays_{each}") for each in export.stays]
    template = Environment(autoescape=True).from_string(
        (resources.files("bot") / "pages" / PAGE).read_text(encoding="utf-8")
    )
    return template.render(
        language=export.language,
        kept=export.kept,
        stays=stays,
        said=lambda name: labels.get(name, name),
    )


def as_file(export: Export) -> str:
    """Write the same as JSON."""
    whole = {"request": export.code, "made": export.when.isoformat(timespec="minutes"), "kept": export.kept}
    return json.dumps(whole | {"stays_after_erasure": list(export.stays)}, ensure_ascii=False, indent=2) + "\n"
