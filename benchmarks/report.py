"""The figures as a table and a plot: docs/benchmarks.md, between its two marks, and docs/benchmarks.svg."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import median

import pygal
from pygal.style import LightColorizedStyle

from benchmarks.place import ROOT, Place
from benchmarks.rounds import Figure

PAGE, PLOT = ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "benchmarks.svg"
BEGIN, END = "<!-- figures: make bench -->", "<!-- end of figures -->"


def circumstances(place: Place, before: tuple[float, float, float]) -> str:
    """Say where and when it was measured, and how busy the machine was besides."""
    after = os.getloadavg()
    loads = ", ".join(f"{each:.1f}" for each in (*before, *after))
    return (
        f"Measured on {datetime.now(UTC):%-d %B %Y}, {os.cpu_count()} cores, {platform.system()}, Python"
        f" {platform.python_version()}, embedded PostgreSQL {place.shown('server_version')} with fsync"
        f" {place.shown('fsync')} and synchronous_commit {place.shown('synchronous_commit')}. Load of the machine over"
        f" 1, 5 and 15 minutes, before and after: {loads}."
    )


def table(figures: Sequence[Figure]) -> str:
    """One row a figure: medians, the ratio and its range over the rounds, the goal."""
    rows = ["| What | Doorstep | Bare | Ratio (lowest to highest) | Goal |", "|---|---|---|---|---|"]
    return "\n".join([*rows, *map(_row, figures)])


def write(figures: Sequence[Figure], where: str) -> None:
    """Put the table into the page, and draw the plot."""
    page = PAGE.read_text("utf-8")
    head, rest = page.split(BEGIN)
    tail = rest.split(END)[1]
    PAGE.write_text(f"{head}{BEGIN}\n\n{where}\n\n{table(figures)}\n\n{END}{tail}", "utf-8")
    PLOT.write_bytes(_plot(figures))


def _row(figure: Figure) -> str:
    ours, bare = _number(median(figure.ours)), _number(median(figure.bare)) if figure.bare else ""
    ratios = [one / other for one, other in zip(figure.ours, figure.bare, strict=False)]
    ratio = f"{figure.ratio:.2f} ({min(ratios):.2f} to {max(ratios):.2f})" if figure.ratio is not None else ""
    sign = "at most" if figure.less_is_better else "at least"
    goal = "" if figure.goal is None else f"{sign} {figure.goal}: {'reached' if figure.reached else '**not reached**'}"
    name = f"{figure.part}: {figure.name}" + (f" ({figure.note})" if figure.note else "")
    return f"| {name}, {len(figure.ours)} rounds | {ours} {figure.unit} | {bare} | {ratio} | {goal} |"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3f}"


def _plot(figures: Sequence[Figure]) -> bytes:
    shown = [each for each in figures if each.ratio is not None and each.goal is not None]
    chart = pygal.HorizontalBar(
        style=LightColorizedStyle,
        js=[],
        title="Doorstep against the bare loop",
        legend_at_bottom=True,
        height=520,
        truncate_label=-1,
    )
    chart.x_labels = [f"{each.part}: {each.name}" for each in reversed(shown)]
    chart.add("Ratio", [round(each.ratio or 0, 3) for each in reversed(shown)])
    chart.add("Goal", [each.goal for each in reversed(shown)])
    drawn: bytes = chart.render()
    return drawn
