"""The invented messages: those that judge others, by part, and those kept apart to be counted once."""

from pathlib import Path

from flows.unease import read_messages

ROOT = Path(__file__).resolve().parents[2]
LOCALES = sorted(path.parent for path in (ROOT / "flows" / "locales").glob("*/worrying.txt"))
LANGUAGES = [folder.name for folder in LOCALES]
APART = Path(__file__).parent / "messages"
KINDS = {"disclosures": "worrying.txt", "ordinary": "ordinary.txt"}


def messages(part: str, language: str, kind: str) -> list[str]:
    """The messages of one part; of all parts that judge others, if it is called `every`."""
    apart = APART / part / language / f"{kind}.txt"
    if apart.exists():
        return list(read_messages(apart.read_text("utf-8").splitlines()))
    text = (ROOT / "flows" / "locales" / language / KINDS[kind]).read_text("utf-8")
    if part != "every":
        text = text.partition(f"[{part}]\n")[2].partition("\n[")[0]
    return list(read_messages(text.splitlines()))
