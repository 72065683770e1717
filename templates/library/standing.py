"""Report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .comparing import FEWEST_FOLDS, fold_scores, overlap
from .report import between, digits, with_error
from .selection_best import choose
from .spec import SCORES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd


def standing(candidates: Any, fits: Any, board: Any, of: str) -> dict[str, Any]:
    """Return a section on the winner over the folds, and on who cannot be told apart from it."""
    import pandas as pd

    scores, ratio = fold_scores(fits), overlap(fits)
    winners = choose(candidates, scores, ratio)
    others = {fold: scores.drop(columns=fold) for fold in scores if scores.shape[1] > 1}
    chosen = [(choose(candidates, part, ratio)[0], fold) for fold, part in others.items()]
    corrected = fits.set_index(["candidate", "fold"]).loc[chosen, list(SCORES)].mean(skipna=False)
    winner = board.set_index("candidate").loc[winners[0]]
    rows = []
    for score, title in SCORES.items():
        name, sign = score.removeprefix("neg_"), -1 if score.startswith("neg_") else 1
        mean, error, *ends = (winner[f"{name}{end}"] for end in ("", "_sem", "_low", "_high"))
        if_chosen = digits(sign * corrected[score]).replace("nan", "-")
        rows.append([title, with_error(mean, error), between(*ends), if_chosen])
    columns = ["score", "mean ± standard error", "95% interval", "corrected for the choice"]
    table = pd.DataFrame(rows, columns=columns), *remarks(winners, board, scores.shape[1])
    return {f"{winners[0]} over the folds of {of}": table}


def remarks(winners: list[str], board: pd.DataFrame, n_folds: int) -> Iterator[str]:
    """Describe the correction for the choice, ties, and candidates not told apart."""
    yield "Corrected for the choice: on each fold, what wins on the other folds is scored."
    if winners[1:]:
        yield f"There is a tie between {listed(winners)}: the first declared wins."
    compared = board.dropna(subset="p_holm")
    near = list(compared["candidate"][compared["p_holm"] >= 0.05])
    test = "at 5%, by corrected paired t tests over the folds"
    if n_folds < FEWEST_FOLDS:
        yield f"Candidates are not compared: {n_folds} folds, and {FEWEST_FOLDS} are needed."
    elif near:
        yield f"Cannot be told apart from {winners[0]} ({test}): {listed(near)}."
    elif len(compared):
        yield f"All other candidates that finished differ from {winners[0]} ({test})."


def listed(names: list[str]) -> str:
    """List names, the first ten of them."""
    more = f" and {len(names) - 10:,} more" if len(names) > 10 else ""
    return ", ".join(names[:10]) + more
