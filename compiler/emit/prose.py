"""Wording for the readers of a flow and its reports."""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    "auc": "AUC",
    "corrcoef": "correlation",
    "d2": "D²",
    "f1": "F1",
    "jaccard": "Jaccard",
    "matthews": "Matthews",
    "ovo": "one-vs-one",
    "ovr": "one-vs-rest",
    "r2": "R²",
    "roc": "ROC",
}
"""Words in scikit-learn's names that are written differently in text."""


def prose(text: str) -> str:
    """Return a user's text on one line, safe in a docstring or a comment of the flow."""
    line = " ".join(text.split())
    shown = "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in line)
    return shown.replace("\\", "\\\\").replace('"', '\\"')


def comment(text: str) -> str:
    """Return a user's text as a comment at the end of a line; nothing where there is no text."""
    return f"  # {prose(text)}." if text else ""


def counted(number: int, noun: str) -> str:
    """Return "1 fold", "5 folds"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def natural_score(scorer: str) -> str:
    """Return the name of a score with its natural sign: `neg_log_loss` gives `log_loss`."""
    return scorer.removeprefix("neg_")


def score_label(scorer: str) -> str:
    """Return what a figure calls a scorer: "root mean squared error" for `neg_root_mean_squared_error`."""
    words = natural_score(scorer).removesuffix("_score").split("_")
    return " ".join(WORDS.get(word, word) for word in words)
