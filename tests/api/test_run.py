"""A run by the interface: a real one, by Metaflow's `Runner`."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import mfc
from mfc.api.running import Seen

SPEC = """\
tournament SmallTrial "Two settings of ridge"
param rows = 200 "Rows to mock"
data mock.regression { n_samples = rows, n_features = 3, n_categories = 2 }
folds kfold(2)
model ridge: Ridge { alpha in [0.1, 1] }
"""


class Watched:
    """A run, and what was seen of it."""

    def __init__(self, run: mfc.Run, seen: list[Seen]) -> None:
        self.run = run
        self.seen = seen


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("run"))
        patch.setenv("USERNAME", "mfc")
        patch.setenv("METAFLOW_DATASTORE_SYSROOT_LOCAL", str(Path.cwd()))
        before = signal.getsignal(signal.SIGINT)
        seen: list[Seen] = []
        run = mfc.loads(SPEC).run(rows=100, max_workers=2, watch=seen.append)
        assert signal.getsignal(signal.SIGINT) is before
        yield Watched(run, seen)


def test_the_results_are_those_of_the_run(watched: Watched) -> None:
    run = watched.run
    assert list(run.leaderboard["candidate"]) == list(run.run.data.leaderboard["candidate"])
    assert set(run.leaderboard["candidate"]) == {"ridge-000", "ridge-001"}
    assert run.summary == run.run.data.files["summary.txt"].decode()
    assert set(run.figures) == {"all-scores.png", "predicted-vs-true.png", "residuals.png", "importance.png"}
    assert all(png.startswith(b"\x89PNG") for png in run.figures.values())


def test_parameters_reach_the_flow(watched: Watched) -> None:
    assert watched.run.run.data.rows == 100


def test_the_model_predicts_from_rows_as_they_are(watched: Watched) -> None:
    rows = watched.run.run.data.data
    predicted = watched.run.predict(rows.drop(columns="target"))
    assert len(predicted) == len(rows)
    assert pd.Series(predicted).corr(rows["target"].reset_index(drop=True)) > 0.9


def test_the_card_is_metaflows(watched: Watched) -> None:
    assert "<html" in watched.run.card().get()


def test_it_is_watched_to_the_last_fit(watched: Watched) -> None:
    last = watched.seen[-1]
    assert last.run_id == watched.run.id
    assert last.progress is not None
    assert (last.progress.done, last.progress.total) == (4, 4)


def test_a_cell_shows_summary_and_figures(watched: Watched) -> None:
    html = watched.run._repr_html_()
    assert html.count("data:image/png;base64,") == 4
    assert "held-out rows" in html
    assert "held-out rows" in watched.run.summary._repr_html_()
    assert watched.run.figures._repr_html_().count("<img") == 4


def test_the_latest_run_is_found(watched: Watched) -> None:
    assert mfc.run().id == mfc.run("SmallTrial").id == watched.run.id
    with pytest.raises(mfc.MfcError, match="there is no run"):
        mfc.run("SmallTrial/0")


def test_a_first_look_replaces_nothing(watched: Watched) -> None:
    before = sorted(Path.cwd().iterdir())
    look = mfc.loads(SPEC).run(quick=True, rows=3_000, max_workers=2)
    assert look.run.pathspec.startswith("SmallTrialFirstLook/")
    assert "a first look at most 2,000 rows, 2 folds" in " ".join(look.summary.split())
    assert len(look.run.data.data) == 2_000
    assert mfc.run("SmallTrial").id != look.id
    assert sorted(Path.cwd().iterdir()) == before
