"""How the models are scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import UNKNOWN_SCORE, WRONG_SCORE
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.suggest import asked, did_you_mean, suggestions
from ...syntax.tree import Score
from ..classes import class_count
from ..findings import twice

if TYPE_CHECKING:
    from ...catalog.entry import Scorer
    from ...source import Span
    from ...syntax.tree import Path
    from ..findings import Report
    from ..outline import Outline

INSTEAD = {"regression": "r2", "classification": "accuracy", "multilabel": "f1_samples"}


def scores(outline: Outline, report: Report) -> None:
    """Check that every scorer exists, stands once, and fits the task."""
    for declared in outline.all(Score):
        first: dict[str, Span] = {}
        for path in declared.scorers:
            name = path.parts[-1]  # by which results and reports know it
            if first.setdefault(name, path.span) != path.span:
                report(twice(path.span, f"`{name}`", first[name]))
            else:
                _check_scorer(path, outline, report)


def _check_scorer(path: Path, outline: Outline, report: Report) -> None:
    scorer = outline.catalog.scorer(path.text)
    if len(path.parts) > 1:
        outline.evaluator.is_python(path)
    elif scorer is None:
        message = f"there is no scorer `{path.text}`"
        meant = _meant(path.text, outline)
        label, help_ = "an unknown scorer", _advice(path.text, meant)
        report(Diagnostic(UNKNOWN_SCORE, path.span, message, label, help_, suggestions=tuple(meant)))
    else:
        _check_fit(path, scorer, outline, report)


def _meant(word: str, outline: Outline) -> list[str]:
    names = outline.catalog.scorer_names
    return [f"neg_{word}"] if f"neg_{word}" in names else suggestions(word, names)


def _advice(word: str, meant: list[str]) -> str | None:
    if meant == [f"neg_{word}"]:
        return f"did you mean `neg_{word}`? A scorer is the better the greater, so that losses are negated"
    return asked(meant)


def _check_fit(path: Path, scorer: Scorer, outline: Outline, report: Report) -> None:
    if outline.task and outline.task not in scorer.tasks:
        label = f"scores {' and '.join(scorer.tasks) or 'clusterings'}"
        message = f"`{scorer.name}` does not score a {outline.task}"
        report(Diagnostic(WRONG_SCORE, path.span, message, label, f"`{INSTEAD[outline.task]}` would do, for example"))
        return
    count = class_count(outline)
    if scorer.classes == "binary" and count is not None and count > 2:
        message = f"`{scorer.name}` scores two classes, and here are {count}"
        weighted = [name for name in outline.catalog.scorer_names if name.startswith(f"{scorer.name}_")]
        help_ = did_you_mean(f"{scorer.name}_macro", weighted)
        report(Diagnostic(WRONG_SCORE, path.span, message, "for two classes only", help_))
