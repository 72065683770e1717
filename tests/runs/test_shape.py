from types import SimpleNamespace
from typing import Any

import joblib
import metaflow
import numpy as np
import pytest

from mfc.runs.export import export
from mfc.runs.find import RunError
from mfc.runs.shape import CURRENT, PREVIOUS, Asked, Fitted, asked, final_model, fits_of, shape_of


def task(**artifacts: Any) -> dict[str, Any]:
    return {name: SimpleNamespace(data=value) for name, value in artifacts.items()}


def test_the_flows_of_both_versions_are_told_apart(run: metaflow.Run, previous_run: metaflow.Run) -> None:
    assert shape_of(previous_run) is PREVIOUS
    assert shape_of(run) is CURRENT


def test_what_a_task_is_asked_for() -> None:
    assert asked([("gbm-000", 0), ("gbm-000", 1), ("gbm-001", 0)]) == Asked("gbm", 3)
    assert asked("gbm/0-4") == Asked("gbm", 5)


def test_the_fits_of_a_task() -> None:
    new = {"candidate": "a-0", "fold": 1, "r2": 0.5, "error": None, "fit_time": 2.0, "score_time": 1.0, "predicted": []}
    old = {"candidate": "a-0", "fold": 1, "scores": {"r2": 0.5}, "error": None, "fit_seconds": 2.0}
    fit = Fitted("a-0", 1, {"r2": 0.5}, 2.0, None)
    assert fits_of(task(fits=[new], lost=None)) == [fit]
    assert fits_of(task(fit_rows=[old], task_error=None)) == [fit]
    failed = Fitted("a-0", 1, {}, None, "no luck")
    assert fits_of(task(fits=[{"candidate": "a-0", "fold": 1, "error": "no luck"}])) == [failed]
    assert fits_of(task(fit_rows=[old | {"error": "no luck", "scores": {"r2": float("nan")}}])) == [failed]
    assert fits_of(task(lost="killed")) == fits_of(task(task_error="killed")) == []
    assert fits_of(task()) is None


def test_what_the_previous_version_kept_in_parts_is_one_model(previous_run: metaflow.Run, elsewhere: Any) -> None:
    data = previous_run.data
    features = data.data.drop(columns="target")
    prepared = data.preprocessor.transform(features)
    export(previous_run, elsewhere)
    model = joblib.load(elsewhere / "model.joblib")
    expected = [data.classes[code] for code in data.model.predict(prepared)]
    assert model.predict(features).tolist() == expected
    np.testing.assert_array_equal(model.predict_proba(features), data.model.predict_proba(prepared))
    assert model.classes_.tolist() == data.classes


class Network:
    def get_weights(self) -> None: ...


def test_networks_of_the_previous_version_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"tasks": ["net/0-4"], "model": Network()}
    monkeypatch.setattr("mfc.runs.shape.artifact", lambda run, step, name: kept[name])
    with pytest.raises(RunError, match=r"the previous version of mfc compiled \(templates 1\)"):
        final_model(SimpleNamespace(pathspec="Houses/1"))
