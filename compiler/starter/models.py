"""The models of a specification for a table, with sizes that fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .sizes import Size
    from .table import Table

IMBALANCE = 3
"""The ratio of the largest to the smallest class above which accuracy is misleading."""

MANY_ROWS = 1_000
"""The number of training rows above which LightGBM's default of 20 rows per leaf does not matter."""

SHARES = (0.02, 0.05, 0.1)
FEWEST_IN_A_LEAF, USUAL_IN_A_LEAF = 2, 20
VALIDATED = 0.8
"""The share of a fold's rows that boosting is trained on while it looks for the number of its rounds."""

BALANCED = ('class_weight in [none, "balanced"]',)


def is_imbalanced(table: Table) -> bool:
    """Return whether one class is several times as large as another."""
    return table.largest_class > IMBALANCE * table.smallest_class


def models(table: Table, size: Size) -> str:
    """Return the declarations of four models, from a baseline to boosting."""
    regresses = table.task == "regression"
    kind, weighing = ("Regressor", ()) if regresses else ("Classifier", BALANCED if is_imbalanced(table) else ())
    baseline = '["mean", "median"]' if regresses else '["prior", "stratified"]'
    linear = ["alpha ~ loguniform(1e-3, 1e3)"] if regresses else ["C ~ loguniform(1e-3, 1e3)", "max_iter = 2_000"]
    return "\n".join(
        [
            "# The baseline to beat.",
            _model("baseline", f"Dummy{kind}", [f"strategy in {baseline}"]),
            _model(
                "linear",
                "Ridge" if regresses else "LogisticRegression",
                [*linear, *weighing, f"search random({size.n_linear})"],
            ),
            _model("forest", f"RandomForest{kind}", [*_forest(table, size, bool(weighing)), *weighing]),
            _model("boosting", f"lightgbm.LGBM{kind}", _boosting(table, size, weighing)),
        ]
    )


def _boosting(table: Table, size: Size, weighing: Iterable[str]) -> list[str]:
    low, high = size.learning_rates
    return [
        f"learning_rate ~ loguniform({low}, {high})",
        "num_leaves in [7, 15, 31]",
        *_leaf_rows(table, size),
        *weighing,
        f"early_stopping {{ patience = 20, max_iterations = {size.max_iterations:_} }}",
        f"search random({size.n_boosted})",
    ]


def _model(name: str, estimator: str, entries: Iterable[str]) -> str:
    body = "".join(f"  {entry}\n" for entry in entries)
    return f"model {name}: {estimator} {{\n{body}}}\n"


def _forest(table: Table, size: Size, is_weighed: bool) -> Iterable[str]:
    features = size.max_features[:1] if is_weighed else size.max_features
    yield f"n_estimators = {size.n_trees}"
    yield _bound("min_samples_leaf", size.leaves)
    yield _bound("max_features", features)
    n_train = n_training(table, size)
    if size.max_rows and n_train > size.max_rows:
        yield f"max_samples = {size.max_rows / n_train:.2g}"


def _bound(name: str, values: tuple[float, ...]) -> str:
    return f"{name} in [{', '.join(map(str, values))}]" if len(values) > 1 else f"{name} = {values[0]}"


def n_training(table: Table, size: Size) -> float:
    """Return how many rows a fold trains on."""
    return 0.8 * (table.n_rows - table.n_without_target) * (size.n_splits - 1) / size.n_splits


def _leaf_rows(table: Table, size: Size) -> Iterable[str]:
    """Allow small leaves if there are few rows: with LightGBM's default, trees with few rows never split."""
    n_boosted = VALIDATED * n_training(table, size)
    if n_boosted < MANY_ROWS:
        rows = {min(max(round(share * n_boosted), FEWEST_IN_A_LEAF), USUAL_IN_A_LEAF) for share in SHARES}
        yield _bound("min_child_samples", tuple(sorted(rows)))
