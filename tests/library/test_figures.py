from io import BytesIO

import numpy as np
import pandas as pd
from PIL import Image

from mfc.templates.library.figures import draw, new_figure, scores_figure, tame

PNG = b"\x89PNG"


def leaderboard(*candidates: str) -> pd.DataFrame:
    return pd.DataFrame({"candidate": candidates, "model": "ridge", "settings": "alpha=$1$, " * 20})


def test_a_figure_that_cannot_be_drawn_has_a_reason() -> None:
    images, missing = draw(
        {"good.png": lambda: new_figure("a title", "What it shows.", 2, 2)[0], "bad.png": lambda: 1 / 0}
    )
    assert list(images) == ["good.png"]
    assert images["good.png"].startswith(PNG)
    assert Image.open(BytesIO(images["good.png"])).info["Description"] == "What it shows."
    assert missing == [{"figure": "bad.png", "reason": "ZeroDivisionError: division by zero"}]


def test_each_candidate_has_its_scores_in_its_place() -> None:
    names = ["ridge-001", "ridge-000"]
    fits = pd.DataFrame({"candidate": np.repeat(names[::-1], 3), "fold": [0, 1, 2] * 2, "r2": [1, 2, 3, 4, 5, np.nan]})
    axes = scores_figure(leaderboard(*names), fits).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == names
    assert axes.get_xlabel() == "R² on each of 3 folds (higher is better)"
    points = [line for line in axes.lines if line.get_marker() == "."]
    shown = sorted(point for line in points for point in zip(line.get_ydata(), line.get_xdata(), strict=True))
    shown = [(place, score) for place, score in shown if not np.isnan(score)]
    assert shown == [(0, 4), (0, 5), (1, 1), (1, 2), (1, 3)]


def test_the_best_fifty_are_shown() -> None:
    names = [f"ridge-{number:03}" for number in range(60)]
    fits = pd.DataFrame({"candidate": names, "fold": 0, "r2": range(60)})
    axes = scores_figure(leaderboard(*names), fits).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == names[:50]
    assert axes.get_ylabel() == "the best 50 of 60 candidates"


def test_far_worse_scores_stand_at_the_edge() -> None:
    scores = pd.DataFrame({0: [0.9, 0.8, -1e9], 1: [0.85, 0.7, 0.6]})
    tamed = tame(scores)
    assert tamed[0][:2].tolist() == [0.9, 0.8]
    assert tamed.loc[2, 0] == 0.6 - 0.2 * (0.9 - 0.6)
    assert tame(scores.clip(lower=0.5)).equals(scores.clip(lower=0.5))
