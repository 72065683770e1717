"""Advice that needs the number of rows: boosted trees that have too few of them to split once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics.codes import TOO_FEW_TO_SPLIT
from ..diagnostics.diagnostic import Diagnostic
from ..meaning.arguments import bindings_in
from ..meaning.samples import sample
from ..meaning.splits import fold_count, is_none, split_of, splits
from ..syntax.tree import EarlyStoppingDeclaration, TestDeclaration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..meaning.evaluate import Evaluator
    from ..meaning.outline import Entrant, Outline

LIGHTGBM = "lightgbm."
LEAST = "min_child_samples"
USUAL = 20
"""LightGBM's own least number of rows in a leaf."""

HELD_OUT = VALIDATED = 0.2
"""The defaults of `test` and of `validation`."""


def small(outline: Outline, n_rows: int) -> Iterator[Diagnostic]:
    """Yield the LightGBM models none of whose trees can split: both sides need the least rows of a leaf."""
    n_training = _training_rows(outline, n_rows)
    for entrant in outline.entrants:
        if entrant.estimator is None or not entrant.estimator.path.startswith(LIGHTGBM):
            continue
        least, seen = _least(entrant, outline.evaluator), n_training * _share(entrant, outline.evaluator)
        if least is not None and seen < 2 * least:
            name = entrant.model.name.text
            message = f"no tree of `{name}` can split: leaves need {least} rows, and a tree gets about {seen:.0f}"
            help_ = f"allow smaller leaves, for example `{LEAST} in [2, 5]`"
            span = entrant.model.estimator.span
            yield Diagnostic(TOO_FEW_TO_SPLIT, span, message, "predicts what the baseline does", help_)


def _training_rows(outline: Outline, n_rows: int) -> float:
    """Return about how many rows a fold trains on; more where that is not known."""
    declared, (folds, _), held_out = outline.one(TestDeclaration), splits(outline), HELD_OUT
    if declared:
        _, arguments = split_of(declared, outline)
        written = arguments[0].value if arguments else declared.split
        size = None if is_none(written) else sample(outline.evaluator.value(written))
        held_out = size if isinstance(size, float) else 0.0
    n_folds = fold_count(outline, by_default=True)
    share = 1 - 1 / n_folds if n_folds and n_folds > 1 and folds.name.endswith("kfold") else 1.0
    return n_rows * (1 - held_out) * share


def _share(entrant: Entrant, evaluator: Evaluator) -> float:
    """Return which share of these rows trees are trained on while the number of rounds is found."""
    stopping = entrant.part(EarlyStoppingDeclaration)
    if stopping is None:
        return 1.0
    given = {one.name.text: sample(evaluator.value(one.value)) for one in bindings_in(stopping.entries)}
    validated = given.get("validation", VALIDATED)
    return 1 - validated if isinstance(validated, float) else 1.0


def _least(entrant: Entrant, evaluator: Evaluator) -> int | None:
    """Return the least rows that a leaf may have in any candidate; None if that is drawn."""
    least: list[int] = []
    for space in entrant.spaces:
        bound = next((one for one in space if one.name.text == LEAST), None)
        value = sample(evaluator.value(bound.value)) if bound else USUAL
        values = list(value) if isinstance(value, list | tuple | range) else [value]
        numbers = [one for one in values if isinstance(one, int)]
        if (bound and bound.operator == "~") or len(numbers) < len(values):
            return None
        least += numbers
    return min(least, default=None)
