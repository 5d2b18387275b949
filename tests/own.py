"""The sample organisation's file as one of somebody's own: nothing in it stands between sample and live."""

import re
from datetime import UTC, datetime

from tests.stage import ROOT

HOST = "families.org.uk"
TEMPLATE = """
[whatsapp_templates.message_waiting]
en = "HX1"
pl = "HX2"
"""


def own_file() -> str:
    """The words of doorstep.toml, with an empty list of samples, a host that somebody can own, and days of today."""
    text = (ROOT / "doorstep.toml").read_text("utf-8").replace("acorn-families.example", HOST)
    text = re.sub(r"(?s)^sample = \[.*?\]", "sample = []", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"last_checked = [\d-]+", f"last_checked = {datetime.now(UTC):%Y-%m-%d}", text)
    return text.replace("# risk_advice_checked", "risk_advice_checked") + TEMPLATE
