import numpy as np
import pandas as pd
import pytest
from sklearn.ensemble import StackingRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import KFold
from sklearn.neighbors import KNeighborsRegressor
from small_rows import rows

from mfc.templates.library import combining_classes, ensembles_stack
from mfc.templates.library.ensembles_stack import fit_final

TABLE = rows(60)
FEATURES = TABLE[["a", "b"]]
MEMBERS = {"ridge-000": Ridge(alpha=5), "near-000": KNeighborsRegressor(4)}


def votes(folds: list[tuple[np.ndarray, np.ndarray]]) -> dict[int, pd.DataFrame]:
    """Return what the members predict on each fold, trained on its other rows."""
    found: dict[int, pd.DataFrame] = {}
    for fold, (fitting, unseen) in enumerate(folds):
        parts = {}
        for name, model in MEMBERS.items():
            model.fit(FEATURES.iloc[fitting], TABLE["target"].iloc[fitting])
            parts[name] = pd.DataFrame(model.predict(FEATURES.iloc[unseen]), TABLE.index[unseen])
        found[fold] = pd.concat(parts)
    return found


def column(tables: dict[int, pd.DataFrame], name: str) -> pd.Series:
    """Return what a member predicts on all folds, one after another."""
    return pd.concat([table.loc[name][0] for table in tables.values()])


def test_the_final_estimator_is_that_of_scikit_learns_stack_over_the_folds() -> None:
    splitter = KFold(4, shuffle=True, random_state=0)
    final = fit_final([*MEMBERS], votes(list(splitter.split(TABLE))), TABLE, Ridge(alpha=0.5))["final"]
    stack = StackingRegressor([*MEMBERS.items()], Ridge(alpha=0.5), cv=splitter).fit(FEATURES, TABLE["target"])
    np.testing.assert_allclose(final.coef_, stack.final_estimator_.coef_, rtol=0, atol=1e-12)
    assert abs(final.intercept_ - stack.final_estimator_.intercept_) < 1e-12


def test_the_rows_come_in_the_order_of_the_table() -> None:
    """For an estimator that draws rows at random, another order is another estimator."""

    class Sees(LinearRegression):
        def fit(self, X: np.ndarray, y: np.ndarray) -> "Sees":
            self.seen_ = X, y
            fitted: Sees = super().fit(X, y)
            return fitted

    folds = list(KFold(3, shuffle=True, random_state=1).split(TABLE))
    made = fit_final([*MEMBERS], votes(folds), TABLE, Sees())
    columns, target = made["final"].seen_
    np.testing.assert_array_equal(target, TABLE["target"])
    expected = column(votes(folds), "near-000").loc[TABLE.index]
    np.testing.assert_array_equal(columns[:, made["members"].index("near-000")], expected)


def test_a_row_that_is_in_several_folds_is_there_as_often() -> None:
    twice = [part for seed in (0, 1) for part in KFold(2, shuffle=True, random_state=seed).split(TABLE)]
    found = votes(twice)
    final = fit_final([*MEMBERS], found, TABLE, LinearRegression())["final"]
    parts = {name: column(found, name) for name in MEMBERS}
    target = TABLE["target"].loc[parts["near-000"].index]
    plain = LinearRegression().fit(np.column_stack([*parts.values()]), target)
    np.testing.assert_allclose(final.coef_, plain.coef_, rtol=0, atol=1e-12)


def test_the_declared_estimator_stays_as_it_is() -> None:
    declared = Ridge()
    made = fit_final([*MEMBERS], votes(list(KFold(3).split(TABLE))), TABLE, declared)
    assert made["final"] is not declared
    assert not hasattr(declared, "coef_")


def test_a_class_that_members_of_a_fold_do_not_know_has_no_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ensembles_stack, "combine", combining_classes.combine)
    table = TABLE.assign(target=np.resize(["a", "b", "c"], 60))
    of_first = pd.DataFrame(np.full((30, 2), 0.5), table.index[:30], ["a", "c"])
    of_second = pd.DataFrame(np.tile([0.2, 0.3, 0.5], (30, 1)), table.index[30:], ["a", "b", "c"])
    found = {0: pd.concat({"m-000": of_first}), 1: pd.concat({"m-000": of_second})}
    made = fit_final(["m-000"], found, table, LogisticRegression())
    assert made["outputs"] == ["a", "b", "c"]
    columns = np.vstack([np.tile([0, 0.5], (30, 1)), np.tile([0.3, 0.5], (30, 1))])
    plain = LogisticRegression().fit(columns, table["target"])
    np.testing.assert_allclose(made["final"].coef_, plain.coef_, rtol=0, atol=1e-12)
