from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from sklearn.ensemble import VotingRegressor
from sklearn.linear_model import LinearRegression, Ridge
from small_rows import rows

from mfc.templates.library import ensembles_final
from mfc.templates.library.ensembles_final import members_table, train_winner

TABLE = rows(60)
CANDIDATES: dict[str, dict[str, Any]] = {
    "gbm-000": {"max_depth": 2},
    "ridge-000": {"alpha": 1.0},
    "ridge-001": {"alpha": -1},
}
ITERATIONS = {"gbm-000": 7.0, "ridge-000": float("nan"), "ridge-001": float("nan")}


def flow(made: dict[str, Any], winner: str = "blend") -> Any:
    given = {"candidates": CANDIDATES, "ensembles": {"blend": made}, "lost_members": {}}
    return SimpleNamespace(winner=winner, **given)


def weighted(**weights: int) -> dict[str, Any]:
    named = {name.replace("_", "-"): weight for name, weight in weights.items()}
    return {"members": [*named], "weights": named}


def test_a_winner_that_is_no_ensemble_is_trained_as_ever() -> None:
    model = train_winner(flow(weighted(gbm_000=1), "ridge-000"), TABLE, ITERATIONS)
    expected = Ridge(alpha=1.0).fit(TABLE[["a", "b"]], TABLE["target"]).predict(TABLE[["a", "b"]])
    np.testing.assert_allclose(model.predict(TABLE[["a", "b"]]), expected, rtol=0, atol=1e-12)


def test_members_are_trained_for_their_own_iterations_and_finished() -> None:
    finished: list[Any] = []

    def finish(model: Any) -> Any:
        finished.append(model)
        return model

    model = train_winner(flow(weighted(gbm_000=1, ridge_000=3)), TABLE, ITERATIONS, finish=finish)
    assert isinstance(model, VotingRegressor)
    gbm, ridge = model.estimators_
    assert gbm[-1].n_estimators == 7
    assert [gbm.estimator, ridge.estimator] == finished
    expected = (gbm.predict(TABLE[["a", "b"]]) + 3 * ridge.predict(TABLE[["a", "b"]])) / 4
    np.testing.assert_allclose(model.predict(TABLE[["a", "b"]]), expected, rtol=0, atol=1e-12)


def test_a_mean_goes_on_without_a_member_that_fails_and_says_so() -> None:
    stage = flow(weighted(gbm_000=1, ridge_001=2, ridge_000=3))
    model = train_winner(stage, TABLE, ITERATIONS)
    assert [name for name, _ in model.estimators] == ["gbm-000", "ridge-000"]
    assert model.weights == [1, 3]
    [(name, reason)] = stage.lost_members.items()
    assert name == "ridge-001"
    assert reason.startswith("InvalidParameterError: ")
    table = members_table(stage)
    assert list(table["weight"]) == ["25.0%", "-", "75.0%"]
    assert list(table["failed, and left out"]) == ["-", reason, "-"]


def test_a_member_that_failed_before_is_not_tried_again() -> None:
    stage = flow(weighted(gbm_000=1, ridge_000=3))
    stage.lost_members["ridge-000"] = "it failed on the training rows"
    assert [name for name, _ in train_winner(stage, TABLE, ITERATIONS).estimators] == ["gbm-000"]
    assert stage.lost_members == {"ridge-000": "it failed on the training rows"}


@pytest.mark.parametrize(
    "made",
    [{"members": ["ridge-000", "ridge-001"], "final": LinearRegression()}, weighted(ridge_001=1)],
    ids=["a stack", "the last member"],
)
def test_what_cannot_do_without_a_member_stops(made: dict[str, Any]) -> None:
    with pytest.raises(RuntimeError, match=r"blend cannot be trained: \{'ridge-001': "):
        train_winner(flow(made), TABLE, ITERATIONS)


def test_the_members_of_a_stack_have_no_weights_and_a_candidate_no_members() -> None:
    stack = flow({"members": ["ridge-000", "gbm-000"], "final": LinearRegression()})
    assert members_table(stack).to_dict("list") == {"member": ["ridge-000", "gbm-000"]}
    assert len(members_table(flow(weighted(gbm_000=1), "ridge-000"))) == 0


def test_where_failures_stop_the_run_a_member_that_failed_on_the_training_rows_stops_it_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ensembles_final, "SKIPPED", ())
    stage = flow(weighted(ridge_000=1, ridge_001=1))
    with pytest.raises(RuntimeError, match="blend cannot be trained"):
        train_winner(stage, TABLE, ITERATIONS)
    stage.candidates = {**CANDIDATES, "ridge-001": {"alpha": 1.0}}
    with pytest.raises(RuntimeError, match="blend cannot be trained"):
        train_winner(stage, TABLE, ITERATIONS)
