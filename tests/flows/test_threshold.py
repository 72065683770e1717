"""The threshold of a report: picked on out-of-fold rows, and kept with the model wherever it goes."""

import re
import subprocess
import sys
from base64 import b64decode
from io import StringIO
from pathlib import Path

import metaflow
import numpy as np
import pandas as pd
import pytest
from flows import Run, Runner, compile_flow, compile_predict_flow
from metaflow.cards import get_cards
from rehearsal import rehearse
from sklearn.metrics import confusion_matrix, f1_score, precision_score

from mfc.runs.export import export
from mfc.runs.show import show

SPEC = """
tournament Picked "Few of them are positive"
seed 5
data mock.classification { n_samples = 400, n_features = 6, weights = [0.85, 0.15], class_sep = 0.7, flip_y = 0.1 }
preprocess { numeric -> StandardScaler() }
folds repeated_stratified_kfold(3, 2)
model logistic: LogisticRegression { C in [0.1, 1] }
model knn: KNeighborsClassifier { n_neighbors in [5, 9] }
"""
BLEND = "ensemble blend: average { top = 4 }\n"
ALONE = "import joblib, pandas; print(joblib.load('model.joblib').predict(pandas.read_csv('rows.csv')).tolist())"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return Runner(tmp_path_factory.mktemp("picked")).play(SPEC + "report { threshold = f1 }\n")


def by_hand(run: Run) -> pd.Series:
    """Return the winner's mean chance of each row, in the order of the rows."""
    chances = pd.concat([votes for (name, _), votes in run.out_of_fold.items() if name == run.winner])
    return chances[1].groupby(level=0).mean()


def test_no_other_threshold_is_better_out_of_fold(run: Run) -> None:
    chances, picked = by_hand(run), run.threshold
    truth = run.data["target"][chances.index]
    assert len(chances) == 320
    best = max(f1_score(truth, chances >= share) for share in chances)
    assert f1_score(truth, chances >= picked["at_least"]) == pytest.approx(best, abs=1e-12)
    assert best > f1_score(truth, chances >= 0.5) + 0.02


def test_the_report_counts_the_held_out_rows(run: Run) -> None:
    truth = run.data["target"][run.test_predicted.index]
    counts = confusion_matrix(truth, run.test_predicted[1] >= run.threshold["at_least"]).ravel()
    summary = (run.results / "summary.txt").read_text(encoding="utf-8")
    _, _, section = summary.partition(f"The threshold of {run.winner}:\n")
    rows = [line.split() for line in section.splitlines()[1:5]]
    assert [int(row[3]) for row in rows] == counts.tolist()
    assert f"A row is 1 if its probability is at least {run.threshold['at_least']:.4f}." in section
    assert "On out-of-fold rows, that has the best f1." in section
    metaflow.namespace(None)
    assert section.strip() in show(metaflow.Run(f"Picked/{run.id}"))


def test_the_card_has_it_beside_a_chart_of_each_setting(run: Run) -> None:
    metaflow.namespace(None)
    html = get_cards(metaflow.Run(f"Picked/{run.id}")["finish"].task)[0].get()
    [shown] = re.findall(r'"([A-Za-z0-9+/=]{1000,})"', html)
    text = b64decode(shown).decode()
    assert f"## The threshold of {run.winner}" in text
    assert text.count('"type": "vegaChart"') == 2
    assert text.count('"type": "image"') == 6
    assert len(html.encode()) < 2_000_000


def test_the_model_that_is_kept_predicts_by_it(run: Run, tmp_path: Path) -> None:
    features = run.data.drop(columns="target")
    expected = (run.model.predict_proba(features)[:, 1] >= run.threshold["at_least"]).astype(int).tolist()
    assert run.model.predict(features).tolist() == expected
    assert expected != (run.model.predict_proba(features)[:, 1] >= 0.5).astype(int).tolist()
    export(metaflow.Run(f"Picked/{run.id}"), tmp_path / "out")
    features.to_csv(tmp_path / "out" / "rows.csv", index=False)
    for command, read in (["-c", ALONE], eval), (["predict.py", "rows.csv"], _predicted):
        ran = subprocess.run([sys.executable, *command], cwd=tmp_path / "out", capture_output=True, text=True)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert read(ran.stdout) == expected
    card = (tmp_path / "out" / "model-card.md").read_text(encoding="utf-8")
    assert f"It predicts 1 where the probability of that is at least {run.threshold['at_least']}" in card
    assert "| estimator | `sklearn.linear_model.LogisticRegression` |" in card


def _predicted(printed: str) -> list[int]:
    found: list[int] = pd.read_csv(StringIO(printed))["predicted"].tolist()
    return found


def test_the_flow_that_predicts_does_so_by_it(run: Run) -> None:
    features = run.data.drop(columns="target")
    features.to_csv(run.folder / "rows.csv", index=False)
    scored = Runner(run.folder).run(compile_predict_flow(run.folder, SPEC), "--data", "rows.csv")
    assert scored.predictions["predicted"].tolist() == run.model.predict(features).tolist()


def test_an_ensemble_can_have_one_and_a_test_is_not_needed(tmp_path: Path) -> None:
    text = f"{SPEC}{BLEND}test none\nreport {{ threshold = recall_at(precision = 95%) }}\n"
    played = rehearse(tmp_path, text, last="rank")
    features, played.winner = played.data.drop(columns="target"), "blend"
    played.finish()
    at_least = played.threshold["at_least"]
    expected = played.model.predict_proba(features)[:, 1] >= at_least
    assert played.model.predict(features).tolist() == expected.astype(int).tolist()
    summary = played.files["summary.txt"].decode()
    assert "the best recall where the precision is at least 0.95" in summary
    assert "held out" not in summary.partition("The threshold of blend:")[2]


def test_a_precision_that_cannot_be_reached_is_said(tmp_path: Path) -> None:
    text = SPEC.replace("flip_y = 0.1", "flip_y = 0.9").replace("0.15]", "0.15], n_informative = 2")
    played = rehearse(tmp_path, text + "report { threshold = recall_at(precision = 99%) }")
    assert "No threshold reaches that: this one is nearest to it." in played.files["summary.txt"].decode()
    chances = by_hand(played)
    truth = played.data["target"][chances.index]
    best = max(precision_score(truth, chances >= share) for share in chances)
    found = precision_score(truth, chances >= played.threshold["at_least"])
    assert found == pytest.approx(best)
    assert found < 0.99


def test_more_classes_than_were_thought_of_lose_nothing(tmp_path: Path) -> None:
    text = 'tournament Iris\ndata sklearn("iris")\nmodel knn: KNeighborsClassifier { n_neighbors in [3, 5] }\n'
    played = rehearse(tmp_path, text + "report { threshold = accuracy }\n")
    assert played.threshold is None
    assert "has no out-of-fold probabilities of two classes" in played.files["summary.txt"].decode()
    assert set(played.model.predict(played.data.drop(columns="target"))) == set(played.data["target"])


def test_nothing_else_changes(tmp_path: Path) -> None:
    (tmp_path / "with").mkdir()
    (tmp_path / "without").mkdir()
    one = rehearse(tmp_path / "with", SPEC + "report { threshold = f1 }\n")
    other = rehearse(tmp_path / "without", SPEC)
    pd.testing.assert_frame_equal(one.leaderboard, other.leaderboard)
    assert one.test_scores == other.test_scores
    features = one.data.drop(columns="target")
    np.testing.assert_array_equal(one.model.predict_proba(features), other.model.predict_proba(features))
    assert "pick_threshold" not in compile_flow(tmp_path, SPEC).read_text(encoding="utf-8")
