"""Importance."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any

from .features import features_of
from .figures import new_figure
from .predicting_values import is_near_perfect
from .report import with_error
from .scores import first_score
from .sections import or_reason
from .spec import SCORES, TARGET

if TYPE_CHECKING:
    import pandas as pd

SECONDS = 60  # after which no column is shuffled any more
MOST_SHUFFLED = 20_000  # rows, drawn at random where there are more


def importances(model: Any, rows: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Return by how much the first score falls where a column is shuffled, ten times each.

    It is the permutation importance of scikit-learn, but ends in time: every column is shuffled
    once, then again. What is not scored is NaN. The most important column comes first.
    """
    import numpy as np
    import pandas as pd

    if len(rows) > MOST_SHUFFLED:
        rows = rows.sample(MOST_SHUFFLED, random_state=seed)
    end, random = perf_counter() + SECONDS, np.random.default_rng(seed)
    falls = pd.DataFrame(np.nan, features_of(rows).columns, range(10))
    score = first_score(model, rows)
    for repeat in falls if score == score else ():
        order = random.permutation(len(rows))
        for name in falls.index:
            if perf_counter() > end:
                break
            shuffled = rows.copy(deep=False)
            shuffled[name] = rows[name].iloc[order].array
            falls.loc[name, repeat] = score - first_score(model, shuffled)
    best_first = falls.mean(axis=1).sort_values(ascending=False, kind="stable").index
    return falls.loc[best_first]


def importance_of(tested: dict[str, Any], rows: pd.DataFrame, seed: int) -> tuple[Any, Any]:
    """Return the importances, and a section on them."""
    falls = importances(tested["model"], rows, seed)
    return falls, importance_section(falls, rows[TARGET], tested["predicted"])


@or_reason
def importance_section(falls: pd.DataFrame, truth: Any, predicted: Any) -> tuple[Any, ...]:
    """List the ten most important columns; warn if one of them is all it takes."""
    top, means = falls.head(10).dropna(how="all"), falls.mean(axis=1).clip(lower=0)
    table = top.index.to_frame(index=False, name="column")
    table[change()] = list(map(with_error, top.mean(axis=1), top.std(axis=1)))
    said = [early_end(falls)] if early_end(falls) else []
    all_on_one = means.notna().all() and means.iloc[0] > 0.9 * means.sum()
    if all_on_one and is_near_perfect(truth, predicted):
        name = means.index[0].replace("`", "'")
        said += [f"`{name}` alone predicts almost perfectly: it may not be known when predicting."]
    return table, *said


def change() -> str:
    """Say what becomes of the first score where a column is shuffled."""
    [(score, title), *_] = SCORES.items()
    return f"{'rise' if score.startswith('neg_') else 'fall'} of {title}"


def early_end(falls: pd.DataFrame) -> str:
    """Say how many columns were shuffled, and how often, if not all of them ten times."""
    times = falls.notna().sum(axis=1)
    if times.min() == 10:
        return ""
    some = f"{(times > 0).sum():,} of {len(times):,} columns were shuffled and scored"
    return f"Stopped after {SECONDS} seconds: {some}, at most {times.max()} of ten times."


def shortened(name: str) -> str:
    """Return a name of at most 40 characters."""
    return name if len(name) <= 40 else f"{name[:39]}…"


def importance_figure(falls: pd.DataFrame, title: str) -> Any:
    """Draw what shuffling does to the first score, each time and on average, by column."""
    top = falls.head(20).dropna(how="all")
    if top.empty:
        message = "the first score is not defined on the held-out rows"
        raise ValueError(message)
    caption = f"The fall of the score where a column of up to {MOST_SHUFFLED:,} rows is shuffled."
    figure, axes = new_figure(title, caption, 9, 2.5 + 0.27 * len(top))
    places = range(len(top))
    axes.barh(places, top.mean(axis=1), color=("C0", 0.6))
    axes.plot(top, places, "k.", markersize=4)
    axes.set_yticks(places, [*map(shortened, top.index)])
    if len(top) < len(falls):
        axes.set_ylabel(f"the most important {len(top)} of {len(falls):,} columns")
    axes.set(xlabel=f"{change()} where a column is shuffled", ylim=(len(top) - 0.4, -0.6))
    figure.supxlabel(early_end(falls), size="small")
    return figure
