"""The figures stay inside, and the dashboard asks for figures that there are."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from bot import metrics, web
from tests.stage import Stage

DEPLOY = Path(__file__).parents[1] / "deploy"
DASHBOARD: dict[str, Any] = json.loads((DEPLOY / "grafana" / "dashboards" / "doorstep.json").read_text("utf-8"))
QUERIES = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
LEGENDS = [target["legendFormat"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
LABELS = {
    "doorstep_turns": {"outcome"},
    "doorstep_queue_age_seconds": {"queue"},
    "doorstep_messages": {"channel", "outcome"},
    "doorstep_clocks_at_risk": {"clock"},
    "doorstep_signal_faults": {"fault"},
}


def blocks(text: str) -> dict[str, str]:
    """The `handle` blocks of the Caddyfile by their path; "" for everything else."""
    lines = [line for line in text.splitlines() if not line.strip().startswith("#")]
    found = re.findall(r"^\thandle ?(\S*) \{\n(.*?)^\t\}", "\n".join(lines), re.MULTILINE | re.DOTALL)
    return {path: inside.strip() for path, inside in found}


def test_caddy_lets_webhooks_in_but_signals_and_nothing_else() -> None:
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    handled = blocks(text)
    assert handled.keys() == {"/hooks/signal/*", "/hooks/*", ""}
    assert handled["/hooks/signal/*"] == handled[""] == "respond 404"
    # Caddy takes a handle before any respond beside it.
    assert not re.search(r"^\t(?:respond|reverse_proxy)\b", text, re.MULTILINE)
    assert text.count("reverse_proxy") == handled["/hooks/*"].count("reverse_proxy") == 1
    assert "metrics" not in text


def test_what_caddy_answers_itself_has_strict_headers_too() -> None:
    [inside] = re.findall(
        r"^\theader \{\n(.*?)^\t\}", (DEPLOY / "Caddyfile").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    lines = [line.strip() for line in inside.splitlines()]
    # A question mark leaves alone what web has said already.
    told = {line[1:].partition(" ")[0].lower() for line in lines if line.startswith("?")}
    assert told == web.HEADERS.keys() - {"cross-origin-resource-policy"}
    assert [line for line in lines if line.startswith("Strict-Transport-Security")]


def test_prometheus_asks_web_itself() -> None:
    [job] = yaml.safe_load((DEPLOY / "prometheus.yml").read_text("utf-8"))["scrape_configs"]
    assert (job["metrics_path"], job["static_configs"]) == ("/metrics", [{"targets": ["web:8080"]}])


@pytest.fixture
def told(playground: Stage) -> list[Metric]:
    """What a house with staff and a message or two tells."""
    playground.talk.retell("phone amira signal\namira> hello\n")
    return list(text_string_to_metric_families(metrics.exposition(playground.house).decode()))


def test_the_dashboard_shows_every_figure_and_none_that_there_is_not(told: list[Metric]) -> None:
    asked = [set(re.findall(r"doorstep_\w+", query)) for query in QUERIES]
    assert all(asked)
    assert {family.name for family in told} == set().union(*asked)


def test_the_dashboard_splits_a_figure_by_labels_that_it_has() -> None:
    for query, legend in zip(QUERIES, LEGENDS, strict=True):
        [name] = re.findall(r"doorstep_\w+", query)
        split = {label for by in re.findall(r"by \(([^)]*)\)", query) for label in by.split(", ")}
        assert split == set(re.findall(r"{{(\w+)}}", legend))
        assert split <= LABELS.get(name, set())


def test_a_label_is_one_of_ours_and_its_value_never_a_persons(told: list[Metric]) -> None:
    assert any(family.name == "doorstep_messages" and family.samples for family in told)
    for family in told:
        for sample in family.samples:
            assert set(sample.labels) == LABELS.get(family.name, set())
            assert all(re.fullmatch(r"[a-z_]+", value) for value in sample.labels.values())
