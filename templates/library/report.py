"""Report."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from .card import on_card
from .figures import draw
from .natural import natural
from .spec import SCORES

if TYPE_CHECKING:
    import pandas as pd


def report(flow: Any, card: Any, sections: Any, figures: Any, top: int) -> dict[str, bytes]:
    """Return the files of the report, and show it on a card; in tables no text is markup.

    A section is a table and the sentences that follow it.
    """
    import pandas as pd

    leaderboard, fits = flow.leaderboard, flow.fits
    images, missing = draw(figures)
    groups = fits.dropna(subset="error").groupby("error", sort=False)["candidate"]
    failed = groups.agg(fits="count", candidates=lambda ids: shorten(", ".join(ids.unique()), 60))
    best = f"The best of {len(leaderboard):,} candidates, mean ± standard error over "
    sections[f"{best}{fits['fold'].nunique()} folds"] = best_section(leaderboard, top)
    sections["Failed fits"] = [failed.rename_axis("reason").reset_index()]
    sections["Missing figures"] = [pd.DataFrame(missing)]
    sections = {title: parts for title, parts in sections.items() if len(parts[0])}
    text = ""
    for title, (table, *said) in sections.items():
        text += "\n".join([f"{title}:", table.to_string(index=False), *said, "", ""])
    try:
        card.extend(list(on_card(flow, sections, images)))
    except Exception as error:
        text += f"There is no card: {type(error).__name__}: {error}\n"
    board = leaderboard.to_csv(index=False)
    return {"summary.txt": text.encode(), "leaderboard.csv": board.encode(), **images}


def notes_table(notes: dict[str, Any]) -> pd.DataFrame:
    """Return the notes about the data as a table."""
    import pandas as pd

    return pd.DataFrame(list(notes.items()), columns=["what", "is"])


def held_out(winner: Any, baseline: Any, predicts: str) -> tuple[Any, ...]:
    """Compare the scores of the winner on the held-out rows with those of a baseline."""
    import pandas as pd

    table = pd.DataFrame({"winner": natural(winner), "baseline": natural(baseline)}).map(digits)
    low, high, undefined = winner["interval"] or [float("nan")] * 3
    table.insert(1, "95% interval", [between(low, high), *[""] * (len(SCORES) - 1)])
    table = table.set_axis(list(SCORES.values())).rename_axis("score")
    table = table.replace("nan", "-").reset_index()
    sentences = [f"The baseline predicts {predicts}. The interval is a bootstrap over these rows."]
    sentences += ["Both describe the model of the training rows, not the final model of all rows."]
    for whose, scores in {"winner": winner, "baseline": baseline}.items():
        sentences += [f"Of the {whose}, {scores['error']}"] * bool(scores["error"])
    left_out = [f"On {undefined:.0%} of the resamples, left out, the score is not defined."]
    return table, *sentences, *left_out * (undefined > 0.05)


def best_section(leaderboard: pd.DataFrame, top: int) -> tuple[Any, ...]:
    """Format the best of the leaderboard, marking those not told apart from the winner."""
    board = leaderboard.head(top)
    near = board["p_holm"] >= 0.05
    table = board[["candidate"]].copy()
    table.insert(0, "place", board["place"].astype(str) + near.map({True: " ≈", False: ""}))
    for score, title in SCORES.items():
        name = score.removeprefix("neg_")
        table[title] = list(map(with_error, board[name], board[f"{name}_sem"]))
    if "iterations" in board:
        table["iterations"] = board["iterations"].map("{:,.0f}".format).replace("nan", "-")
    if "folds" in board:
        table["folds"] = board["folds"]
    table["failed"], settings = board["failed"], board["settings"].str.slice(0, 60)
    table[f"{'settings':60}"] = settings.str.ljust(60)
    return table, *["≈ cannot be told apart from the winner."] * any(near)


def with_error(mean: float, error: float) -> str:
    """Format a mean and its standard error, if there are any."""
    return digits(mean).replace("nan", "-") + (f" ± {digits(error, 2)}" if error == error else "")


def between(low: float, high: float) -> str:
    """Format an interval."""
    return f"[{digits(low)}, {digits(high)}]" if low == low else "-"


def digits(number: float, significant: int = 4) -> str:
    """Format a number with this many significant digits, keeping its integer part."""
    whole = 10 ** (significant - 1) <= abs(number) < 1e7
    return f"{number:,.0f}" if whole else f"{number:#.{significant}g}".rstrip(".")


def describe(settings: dict[str, Any]) -> str:
    """Format settings: fractions with four significant digits."""
    items = sorted(settings.items())
    shown = [f"{k}={v:.4g}" if isinstance(v, float) and v % 1 else f"{k}={v}" for k, v in items]
    return " ".join(", ".join(shown).split())
