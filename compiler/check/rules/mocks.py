"""Mocks that scikit-learn could not make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT
from ...diagnostics.diagnostic import Diagnostic
from ...syntax.tree import Data
from ..evaluate import sample
from ..signature import bindings_in, match

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ...source import Span
    from ..findings import Report
    from ..outline import Outline


class Numbers:
    """The integers that a mock is given, by default or by the specification, and where."""

    def __init__(self, data: Data, entry: Entry, outline: Outline) -> None:
        self._entry = entry
        self._source = data.source.span
        self._bound = match(entry, bindings_in(data.entries))
        self._values = {name: sample(outline.evaluator.value(one.value)) for name, one in self._bound.items()}

    def __getitem__(self, name: str) -> int:
        value = self._values.get(name)
        return value if isinstance(value, int) else int(self._entry.arguments[name].default or 0)

    def are_known(self, *names: str) -> bool:
        """Tell whether all of these are integers, as they have to be."""
        return all(isinstance(self._values.get(name, 0), int) for name in names)

    def span(self, *names: str) -> Span:
        """Return the place of the first of these that is given."""
        return next((self._bound[name].span for name in names if name in self._bound), self._source)


def mocks(outline: Outline, report: Report) -> None:
    """Check that the numbers of a mock agree with each other."""
    data, source = outline.one(Data), outline.source
    if data is None or source is None or source.block.kind != "mock":
        return
    numbers = Numbers(data, source.block, outline)
    if numbers.are_known("n_samples", "n_categories") and numbers["n_categories"] > numbers["n_samples"]:
        message = f"{numbers['n_categories']} categories cannot share {numbers['n_samples']} rows"
        report(Diagnostic(CONFLICT, numbers.span("n_categories"), message, "expected a row for each at least"))
    if source.block.path == "mock.classification":
        _check_features(numbers, report)
        _check_clusters(numbers, report)


def _check_features(numbers: Numbers, report: Report) -> None:
    kinds = ("n_informative", "n_redundant", "n_repeated")
    if not numbers.are_known(*kinds, "n_features"):
        return
    needed, there = sum(numbers[kind] for kind in kinds), numbers["n_features"]
    if needed > there:
        listed = ", ".join(f"{numbers[kind]} {kind.removeprefix('n_')}" for kind in kinds)
        message = f"{listed} features are {needed}, and there are only {there}"
        help_ = f"set `n_features` to {needed} or more, or the others to less"
        report(Diagnostic(CONFLICT, numbers.span(*kinds, "n_features"), message, "too many features", help_))


def _check_clusters(numbers: Numbers, report: Report) -> None:
    if not numbers.are_known("n_classes", "n_clusters_per_class", "n_informative"):
        return
    clusters = numbers["n_classes"] * numbers["n_clusters_per_class"]
    # 2 ** n_informative without computing it
    if (clusters - 1).bit_length() > numbers["n_informative"]:
        message = f"{clusters} clusters need more than {numbers['n_informative']} informative features"
        help_ = f"set `n_informative` to {(clusters - 1).bit_length()} or more"
        span = numbers.span("n_classes", "n_clusters_per_class", "n_informative")
        report(Diagnostic(CONFLICT, span, message, "too many clusters", help_))
