"""How the models are scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import RESERVED_NAME, UNKNOWN_SCORE, WRONG_SCORE
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.findings import twice
from ...diagnostics.suggest import asked, did_you_mean, suggestions
from ...meaning.classes import class_count
from ...meaning.reserved import LEADERBOARD, LEADERBOARD_SUFFIXES
from ...syntax.tree import ScoreDeclaration

if TYPE_CHECKING:
    from ...catalog.entry import Scorer
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...source import Span
    from ...syntax.tree import Path

ALIASES = {
    "auc": ("roc_auc",),
    "auroc": ("roc_auc",),
    "acc": ("accuracy",),
    "aucpr": ("average_precision",),
    "auprc": ("average_precision",),
    "ap": ("average_precision",),
    "bacc": ("balanced_accuracy",),
    "brier": ("neg_brier_score",),
    "cross_entropy": ("neg_log_loss",),
    "logloss": ("neg_log_loss",),
    "mae": ("neg_mean_absolute_error",),
    "mape": ("neg_mean_absolute_percentage_error",),
    "mcc": ("matthews_corrcoef",),
    "medae": ("neg_median_absolute_error",),
    "mse": ("neg_mean_squared_error",),
    "msle": ("neg_mean_squared_log_error",),
    "nll": ("neg_log_loss",),
    "pr_auc": ("average_precision",),
    "r_squared": ("r2",),
    "rmse": ("neg_root_mean_squared_error",),
    "rmsle": ("neg_root_mean_squared_log_error",),
    "roc": ("roc_auc",),
    "rsquared": ("r2",),
    "sensitivity": ("recall",),
    "tpr": ("recall",),
}
"""Other names of scorers, in lower case and with `_`."""

INSTEAD = {"regression": "r2", "classification": "accuracy", "multilabel": "f1_samples"}


def scores(outline: Outline, report: Report) -> None:
    """Check that every scorer exists, is listed once, and fits the task."""
    for declared in outline.all(ScoreDeclaration):
        first: dict[str, Span] = {}
        for path in declared.scorers:
            name = path.parts[-1].removeprefix("neg_")  # the name in results and reports
            if first.setdefault(name, path.span) != path.span:
                report(twice(path.span, f"`{name}`", first[name]))
            else:
                _check_scorer(path, outline, report)


def _check_scorer(path: Path, outline: Outline, report: Report) -> None:
    scorer = outline.catalog.scorer(path.text)
    if len(path.parts) > 1:
        if outline.evaluator.is_python(path):
            _check_own(path, report)
    elif scorer is None:
        message = f"there is no scorer `{path.text}`"
        meant = meant_scorers(path.text, outline)
        label, help_ = "unknown scorer", scorer_advice(path.text, meant)
        report(Diagnostic(UNKNOWN_SCORE, path.span, message, label, help_, suggestions=tuple(meant)))
    else:
        _check_fit(path, scorer, outline, report)


def _check_own(path: Path, report: Report) -> None:
    """Check that the name of a user's scorer can be used, and is not already a column of the leaderboard."""
    name = path.parts[-1]
    if name == "self":
        message = "scikit-learn does not support a scorer called `self`"
        report(Diagnostic(RESERVED_NAME, path.span, message, "give the scorer another name"))
    if name.removeprefix("neg_") in LEADERBOARD or name.endswith(LEADERBOARD_SUFFIXES):
        message = f"the scorer `{name}` has the name of a column of the leaderboard"
        report(Diagnostic(RESERVED_NAME, path.span, message, "give the scorer another name"))


def meant_scorers(word: str, outline: Outline) -> list[str]:
    """Return the scorers that were probably meant by an unknown name."""
    names, plain = outline.catalog.scorer_names, word.lower()
    if known := ALIASES.get(plain):
        return [name for name in known if _fits(name, outline)] or [*known]
    if f"neg_{plain}" in names:
        return [f"neg_{plain}"]
    return [plain] if plain in names else suggestions(word, names)


def _fits(name: str, outline: Outline) -> bool:
    scorer = outline.catalog.scorer(name)
    return scorer is not None and (outline.task is None or outline.task in scorer.tasks)


def scorer_advice(word: str, meant: list[str]) -> str | None:
    """Return the question whether these scorers were meant."""
    if meant and meant[0].startswith("neg_") and not word.startswith("neg_"):
        return f"did you mean `{meant[0]}`? For scorers, greater is better, so losses are negated"
    return asked(meant)


def _check_fit(path: Path, scorer: Scorer, outline: Outline, report: Report) -> None:
    if outline.task and outline.task not in scorer.tasks:
        label = f"scores {' and '.join(scorer.tasks) or 'clusterings'}"
        message = f"`{scorer.name}` cannot score a {outline.task}"
        report(Diagnostic(WRONG_SCORE, path.span, message, label, f"`{INSTEAD[outline.task]}` is one that does"))
        return
    count = class_count(outline)
    if scorer.classes == "binary" and count is not None and count > 2:
        message = f"`{scorer.name}` scores two classes, but there are {count}"
        weighted = [name for name in outline.catalog.scorer_names if name.startswith(f"{scorer.name}_")]
        help_ = did_you_mean(f"{scorer.name}_macro", weighted)
        report(Diagnostic(WRONG_SCORE, path.span, message, "for two classes only", help_))
