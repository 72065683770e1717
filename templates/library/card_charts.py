"""Card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .spec import SCORES

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARTS = 8
MOST_POINTS = 100


def charts(flow: Any) -> Iterator[Any]:
    """Return a chart of the candidates' scores by each number that was tuned, of each model."""
    from metaflow.cards import Markdown, VegaChart

    found = points_of(flow)
    if not found:
        return
    yield Markdown("## Scores by setting")
    yield Markdown("A point is a candidate, the winner in orange: point at it to see its settings.")
    for (model, setting), points in [*found.items()][:MOST_CHARTS]:
        yield VegaChart(chart(f"{setting} of {model}", setting, points[:MOST_POINTS]))


def points_of(flow: Any) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Return the points of each model and setting that has several numbers, best first."""
    from math import isfinite
    from numbers import Real

    name = next(iter(SCORES)).removeprefix("neg_")
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    board = flow.leaderboard[["candidate", "model", "settings", name]]
    board = board[board[name].map(isfinite)]
    for candidate, model, settings, score in board.itertuples(index=False):
        point = {"candidate": candidate, "settings": settings[:100], "score": score}
        point |= {"winner": candidate == flow.winner}
        for setting, value in flow.candidates.get(candidate, {}).items():
            if isinstance(value, Real) and not isinstance(value, bool) and isfinite(value):
                found.setdefault((model, setting), []).append(point | {"value": float(value)})
    return {key: part for key, part in found.items() if len({one["value"] for one in part}) > 1}


def chart(title: str, setting: str, points: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a chart as Vega-Lite describes it, as wide as there is room for."""
    width = {"name": "width", "expr": "clamp(windowSize()[0] - 110, 250, 800)"}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": title,
        "width": 300,
        "height": 200,
        "params": [width],
        "data": {"values": points},
        "mark": {"type": "circle", "size": 80, "opacity": 0.8},
        "encoding": encoding(setting, [one["value"] for one in points]),
    }


def encoding(setting: str, values: list[float]) -> dict[str, Any]:
    """Return where points are, which of them is orange, and what is said of each."""
    [score, *_] = SCORES.values()
    plain = {"zero": False, "nice": False, "padding": 10}
    scale = {"type": "log", "nice": False, "padding": 10} if is_log(values) else plain
    whole = sorted({value for value in values if value.is_integer() and abs(value) < 1e6})
    axis = {"values": whole, "format": "d"} if {*whole} == {*values} and len(whole) < 10 else {}
    number, colour = {"type": "quantitative"}, {"test": "datum.winner", "value": "#f28e2b"}
    hover = [{"field": "candidate"}, {"field": "score", "format": ".5g"}, {"field": "settings"}]
    return {
        "x": {"field": "value", "title": setting, "scale": scale, "axis": axis, **number},
        "y": {"field": "score", "title": score, "scale": plain, **number},
        "color": {"condition": colour, "value": "#4c78a8"},
        "tooltip": [{**one, "type": "nominal"} for one in hover],
    }


def is_log(values: list[float]) -> bool:
    """Return whether numbers span decades, or their median is in the middle of their logarithms."""
    from math import log
    from statistics import median

    low, middle, high = min(values), median(values), max(values)
    if low <= 0 or low == high:
        return False
    by_ratio, by_step = log(middle / low) / log(high / low), (middle - low) / (high - low)
    return high / low > 100 or abs(by_ratio - 0.5) < abs(by_step - 0.5)
