"""Advice: folds of a classification keep the classes in proportion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.splitters import SPLITTERS
from ...diagnostics.codes import UNSTRATIFIED
from ...diagnostics.diagnostic import Diagnostic, Fix
from ...meaning.splits import splitter_of
from ...syntax.tree import FoldsDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline


def unstratified(outline: Outline, report: Report) -> None:
    """Warn of folds of a classification that are not stratified."""
    declared = outline.one(FoldsDeclaration)
    if declared is None or outline.task != "classification":
        return
    name, _ = splitter_of(declared)
    splitter = SPLITTERS.get(name.text)
    if splitter and splitter.stratified and splitter.by == "row":
        stratified = splitter.stratified
        message = f"`{name.text}` does not keep the classes in proportion"
        help_ = f"`{stratified}` keeps them in proportion"
        mended = Fix("keep the classes in proportion", name.span, stratified)
        report(Diagnostic(UNSTRATIFIED, name.span, message, "not stratified", help_, mended))
