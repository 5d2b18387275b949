"""docs/threats.md: every threat has its tests, and every test that it names exists."""

import re

import pytest

from tests.stage import ROOT

PAGE = (ROOT / "docs" / "threats.md").read_text("utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and "`test_" in line]
WRITTEN = {
    name
    for file in (ROOT / "tests").glob("**/test_*.py")
    for name in re.findall(r"def (test_\w+)\(", file.read_text("utf-8"))
}


def test_there_is_a_row_for_each_threat_and_each_row_has_its_tests() -> None:
    table = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| Somebody")]
    assert len(ROWS) == len(table) == 14


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_the_tests_that_show_it_exist(row: str) -> None:
    assert [name for name in re.findall(r"`(test_\w+)`", row) if name not in WRITTEN] == []


def test_every_test_that_the_page_names_exists() -> None:
    assert [name for name in re.findall(r"`(test_\w+)`", PAGE) if name not in WRITTEN] == []


def test_the_readme_leads_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "docs/threats.md" in readme
    assert "docs/dpia.md" in readme
