"""The companion of a finished tournament's flow predicts what its model does."""

from types import ModuleType

import metaflow
import numpy as np
import pandas as pd
import pytest
from flows import Run, Runner, compile_predict_flow, load_flow

SPEC = "tournament Houses\ndata mock.classification\nmodel knn: KNeighborsClassifier { n_neighbors in [3, 5] }\n"


@pytest.fixture(scope="module")
def companion(finished: Run) -> ModuleType:
    return load_flow(compile_predict_flow(finished.folder, SPEC))


def test_it_predicts_what_the_model_does(finished: Run, run: metaflow.Run, companion: ModuleType) -> None:
    features = run.data.data.drop(columns="target")
    shuffled = features[features.columns[::-1]].assign(more="no matter")
    shuffled.to_csv(finished.folder / "rows.csv", index=False)
    flow = finished.folder / "tournament_predict_flow.py"
    scored = Runner(finished.folder).run(flow, "--data", "rows.csv", "--keep", "more", "--output", "out/scored.csv")
    written = pd.read_csv(finished.folder / "out" / "scored.csv")
    assert written["predicted"].tolist() == run.data.model.predict(features).tolist()
    probabilities = written[[f"probability_{label}" for label in run.data.model.classes_]]
    np.testing.assert_allclose(probabilities, run.data.model.predict_proba(features))
    assert written["more"].tolist() == ["no matter"] * len(features)
    assert scored.predicted_by == run.pathspec


def test_the_model_is_of_the_run_that_is_asked_for(run: metaflow.Run, companion: ModuleType) -> None:
    for name in ("", run.id, run.pathspec):
        assert companion.find_run("Houses", name, "").pathspec == run.pathspec
    tag = next(iter(run.system_tags))
    assert companion.find_run("Houses", "", tag).pathspec == run.pathspec
    with pytest.raises(LookupError, match="there is no run '7' of Houses"):
        companion.find_run("Houses", "7", "")
