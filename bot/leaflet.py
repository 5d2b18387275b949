"""A leaflet to print: the code, and a picture for each messenger that opens a chat with the bot."""

from collections.abc import Mapping
from html import escape

import segno

from bot.channels.channel import name_of
from bot.organisation import Organisation
from flows.texts import Texts

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_PAGE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="{policy}">
<title>{title}</title>
<style>
body {{ font: 18px/1.5 sans-serif; max-width: 17cm; margin: 2cm auto; color: #111; }}
.code {{ font: bold 32px monospace; letter-spacing: .08em; }}
ul {{ display: flex; gap: 2cm; list-style: none; padding: 0; }}
li {{ text-align: center; }} svg {{ display: block; width: 5.5cm; height: 5.5cm; }}
</style>
<h1>{title}</h1>
{words}
<ul>{pictures}</ul>
</html>
"""


def leaflet(texts: Texts, language: str, organisation: Organisation, code: str, links: Mapping[str, str]) -> str:
    """Write the page in one language; without a code it says how to ask for a place."""
    said = [texts.say(language, "leaflet_write")]
    if code:
        said += [texts.say(language, "leaflet_code"), code, texts.say(language, "leaflet_only_you")]
    said.append(texts.say(language, "leaflet_emergency", emergency=organisation.safeguarding.emergency))
    words = "\n".join(
        f'<p class="code">{escape(line)}</p>' if line == code else f"<p>{escape(line)}</p>" for line in said
    )
    pictures = "".join(f"<li>{picture(link)}{name_of(name)}</li>" for name, link in links.items())
    title = escape(organisation.name)
    return _PAGE.format(language=language, policy=_POLICY, title=title, words=words, pictures=pictures)


def picture(link: str) -> str:
    """A QR code as SVG."""
    return segno.make_qr(link, error="m").svg_inline(border=4, omitsize=True)
