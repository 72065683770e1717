"""Advice: folds of a classification keep the classes in proportion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics.codes import UNSTRATIFIED
from ...diagnostics.diagnostic import Diagnostic, Fix
from ...syntax.tree import Folds
from .folds import splitter_of

if TYPE_CHECKING:
    from ..findings import Report
    from ..outline import Outline


STRATIFIED = {
    "kfold": "stratified_kfold",
    "repeated_kfold": "repeated_stratified_kfold",
    "shuffle_split": "stratified_shuffle_split",
}


def unstratified(outline: Outline, report: Report) -> None:
    """Warn of folds that leave the classes to chance."""
    declared = outline.one(Folds)
    if declared is None or outline.task != "classification":
        return
    name, _ = splitter_of(declared)
    if name.text in STRATIFIED:
        stratified = STRATIFIED[name.text]
        message = f"`{name.text}` leaves to chance which classes a fold has"
        help_ = f"`{stratified}` keeps them in proportion"
        mended = Fix("keep the classes in proportion", name.span, stratified)
        report(Diagnostic(UNSTRATIFIED, name.span, message, "without strata", help_, mended))
