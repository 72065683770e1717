"""What a run would do, as an object that a cell can display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..cli.plan import SHOWN, amount, described, extent, lines
from .html import Markup, cell, element, table

if TYPE_CHECKING:
    from ..runs.forecast import Contender, Forecast


class Plan:
    """Candidates, folds, fits and tasks; `forecast` contains them as data."""

    def __init__(self, forecast: Forecast) -> None:
        self.forecast = forecast

    def __str__(self) -> str:
        return "\n".join(lines(self.forecast))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        seen = self.forecast
        title = f"{seen.tournament}: {seen.title}" if seen.title else seen.tournament
        facts = [("test", seen.test), ("folds", seen.folds), ("score", ", ".join(seen.scores))]
        facts += [(f"--{name}", str(value)) for name, value in seen.parameters.items()]
        return cell(
            element("p", element("strong", title)),
            element("p", amount(seen)),
            *(part for model in seen.models for part in _model(model)),
            table((), facts),
        )


def _model(model: Contender) -> list[Markup]:
    candidates = list(model.candidates.items())
    rest = len(candidates) - SHOWN
    return [
        element("p", element("strong", model.name), f": {model.estimator}, {extent(model)}"),
        table(("candidate", "settings"), [(name, described(settings)) for name, settings in candidates[:SHOWN]]),
        *([element("p", f"and {rest:,} more", kind="quiet")] if rest > 0 else []),
    ]
