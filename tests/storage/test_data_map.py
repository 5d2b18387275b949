"""The data map speaks of every column there is, and of none that there is not."""

from pathlib import Path

import pytest

from storage import data_map
from storage.data_map import HELD, as_markdown, missing
from storage.tables import metadata

DOCS = Path(__file__).parents[2] / "docs" / "data-map.md"


@pytest.mark.clause("G5.6", "X4")
def test_every_column_of_every_table_has_an_entry() -> None:
    assert sorted(missing()) == []


def test_a_column_that_nobody_spoke_of_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_map, "HELD", {name: held for name, held in HELD.items() if name != "people"})
    assert list(missing()) == ["people"]


def test_what_is_sealed_or_hashed_is_never_called_plain() -> None:
    for table in metadata.sorted_tables:
        hidden = {column.name for column in table.columns if column.name.endswith(("_sealed", "_token"))}
        assert hidden <= HELD[table.name].personal.keys() | set(HELD[table.name].plain.split()), table.name


def test_the_page_in_docs_is_the_map() -> None:
    assert DOCS.read_text(encoding="utf-8") == as_markdown()
