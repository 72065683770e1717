"""The settings of `run`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...catalog.blocks import BLOCKS
from ...diagnostics.codes import OUT_OF_RANGE
from ...diagnostics.diagnostic import Diagnostic
from ...meaning.arguments import bindings_in
from ...meaning.schedule import cron_of
from ...syntax.tree import ListOf, Path, RunDeclaration, TupleOf
from ..places import block
from ..signature import check

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...syntax.tree import Binding, Expression

FORMS = {
    "project": (re.compile(r"[a-z0-9_]{1,128}"), "a project", "lower-case letters, digits and underscores"),
    "tags": (re.compile(r"\S{1,500}"), "a tag", "a word without spaces"),
    "packages": (re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*==[\w.+!-]+"), "a package", 'its name and version: `"x==1.2"`'),
}
"""The forms that Metaflow requires of projects, tags and packages."""


def run(outline: Outline, report: Report) -> None:
    """Check that every setting of `run` exists and is known at compile time."""
    entry = BLOCKS["run"]
    for declared in outline.all(RunDeclaration):
        settings = [one for one in bindings_in(declared.entries) if not _is_cron(one)]
        place = block("run", declared.span, declared.entries)
        bound = check(entry, settings, place, outline.evaluator, report, entry.arguments)
        for name in FORMS.keys() & bound.keys():
            value = bound[name].value
            for text in value.items if isinstance(value, ListOf | TupleOf) else (value,):
                _check_form(name, text, outline, report)


def _is_cron(setting: Binding) -> bool:
    return setting.name.text == "schedule" and cron_of(setting.value) is not None


def _check_form(name: str, node: Expression, outline: Outline, report: Report) -> None:
    if isinstance(node, Path) and node.text not in outline.scope.names:
        return  # a word of the language
    text = outline.evaluator.value(node)
    form, noun, looks = FORMS[name]
    if isinstance(text, str) and not form.fullmatch(text):
        report(Diagnostic(OUT_OF_RANGE, node.span, f"this is not a valid name for {noun}", f"expected {looks}"))
