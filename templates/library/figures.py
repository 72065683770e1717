"""Figures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from .spec import SCORES, TITLE

if TYPE_CHECKING:
    import pandas as pd


def draw(figures: dict[str, Any]) -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """Return the figures as PNG images, which describe themselves; and why others are missing."""
    images, missing = {}, []
    for name, make in figures.items():
        image = BytesIO()
        try:
            figure = make()
            figure.savefig(image, dpi=150, metadata={"Description": figure.get_label()})
            images[name] = image.getvalue()
        except Exception as error:
            missing.append({"figure": name, "reason": f"{type(error).__name__}: {error}"})
    return images, missing


def new_figure(title: str, caption: str, width: float = 6, height: float = 6) -> tuple[Any, Any]:
    """Open a figure, size in inches, with colour-blind-safe colours and literal text."""
    from matplotlib import style
    from matplotlib.figure import Figure

    style.use(["petroff10", {"text.parse_math": False}])
    figure = Figure(figsize=(width, height), layout="constrained")
    figure.set_label(caption)
    figure.suptitle(title, wrap=True)
    return figure, figure.subplots()


def scores_figure(leaderboard: pd.DataFrame, fits: pd.DataFrame) -> Any:
    """Draw a box per candidate, the best on top: minimum, quartiles and maximum over the folds."""
    [(score, title), *_] = SCORES.items()
    sign, better = (-1, "lower") if score.startswith("neg_") else (1, "higher")
    shown = leaderboard.head(50)
    scores = tame(fits.pivot(index="candidate", columns="fold", values=score))
    scores = sign * scores.loc[shown["candidate"]].reset_index(drop=True)
    caption = "The scores of the best candidates on each fold."
    figure, axes = new_figure(TITLE, caption, 11, 1.7 + 0.27 * len(shown))
    style: dict[str, Any] = {"orientation": "horizontal", "whis": (0, 100), "widths": 0.65}
    style |= {"patch_artist": True, "medianprops": {"color": "black"}}
    for number, (model, rows) in enumerate(shown.groupby("model").groups.items()):
        style |= {"label": model, "boxprops": {"facecolor": (f"C{number}", 0.6)}}
        axes.boxplot([scores.loc[row].dropna() for row in rows], positions=list(rows), **style)
    axes.plot(scores, scores.index, "k.", markersize=5)
    axes.set_xlabel(f"{title} on each of {scores.shape[1]} folds ({better} is better)")
    axes.set_ylabel(f"the best {len(shown)} of {len(leaderboard):,} candidates")
    axes.set_yticks(scores.index, shown["candidate"])
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.ticklabel_format(axis="x", useOffset=False)
    axes.grid(axis="x", color="0.9")
    right = axes.secondary_yaxis("right")
    right.set_yticks(scores.index, shown["settings"].str.slice(0, 60))
    right.tick_params(length=0, labelsize=8, labelcolor="0.35")
    figure.legend(loc="outside lower center", ncols=6, frameon=False)
    return figure


def tame(scores: pd.DataFrame) -> pd.DataFrame:
    """Clip scores that would squash all the others to an edge just below those."""
    values = scores.stack()
    best, good = values.max(), values.quantile(0.75)
    worst = values[values >= best - max(20 * (best - good), abs(best))].min()
    return scores.clip(lower=worst - 0.2 * (best - worst)) if good < best else scores
