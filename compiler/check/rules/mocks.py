"""Mocks that scikit-learn would reject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import CONFLICT
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.arguments import bindings_in, match
from ...meaning.samples import sample
from ...syntax.tree import DataDeclaration

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...source import Span


class Numbers:
    """The integer arguments of a mock, given or default, and their places."""

    def __init__(self, data: DataDeclaration, entry: Entry, outline: Outline) -> None:
        self._entry = entry
        self._source = data.source.span
        self._bound = match(entry, bindings_in(data.entries))
        self._values = {name: sample(outline.evaluator.value(one.value)) for name, one in self._bound.items()}

    def __getitem__(self, name: str) -> int:
        value = self._values.get(name)
        return value if isinstance(value, int) else int(self._entry.arguments[name].default or 0)

    def are_known(self, *names: str) -> bool:
        """Return whether all of these are integers."""
        return all(isinstance(self._values.get(name, 0), int) for name in names)

    def span(self, *names: str) -> Span:
        """Return the place of the first of these arguments that is given."""
        return next((self._bound[name].span for name in names if name in self._bound), self._source)


def mocks(outline: Outline, report: Report) -> None:
    """Check that the numbers of a mock agree with each other."""
    data, source = outline.one(DataDeclaration), outline.source
    if data is None or source is None or source.block.kind != "mock":
        return
    numbers = Numbers(data, source.block, outline)
    if numbers.are_known("n_samples", "n_categories") and numbers["n_categories"] > numbers["n_samples"]:
        message = f"{numbers['n_categories']} categories cannot share {numbers['n_samples']} rows"
        report(Diagnostic(CONFLICT, numbers.span("n_categories"), message, "expected at least one row for each"))
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
        message = f"{listed} features add up to {needed}, but there are only {there}"
        help_ = f"set `n_features` to at least {needed}, or reduce the others"
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
