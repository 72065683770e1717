"""The names of the tournament, its constants, parameters and models."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from ...diagnostics.codes import BAD_TOURNAMENT_NAME, DECLARED_TWICE, RESERVED_NAME
from ...diagnostics.diagnostic import Diagnostic, Fix, Related
from ...meaning.naming import CAP_WORDS
from ...meaning.reserved import CLASSES, PARAMETERS, STEPS_OF_MODELS, is_taken
from ...syntax.tree import ModelDeclaration, ParamDeclaration, ResourcesDeclaration, TournamentDeclaration

if TYPE_CHECKING:
    from ...diagnostics.findings import Report
    from ...meaning.outline import Outline
    from ...syntax.tree import Identifier


def names(outline: Outline, report: Report) -> None:
    """Check that every name is allowed in Python and in the flow, and declared once."""
    tournament = outline.one(TournamentDeclaration)
    if tournament:
        _check_tournament(tournament.name, report)
    steps = {f"{step}_{model.name.text}" for step in STEPS_OF_MODELS for model in outline.all(ModelDeclaration)}
    for named in outline.scope.names.values():
        name = named.name
        if keyword.iskeyword(name.text):
            report(_reserved(name, f"`{name.text}` is a Python keyword"))
        elif isinstance(named, ParamDeclaration) and (name.text in steps or is_taken(name.text, PARAMETERS)):
            report(_reserved(name, f"the name `{name.text}` is reserved by the flow"))
    _check_steps(outline, report)
    for first, second in outline.scope.repeated:
        related = (Related(first.name.span, "first declared here"),)
        message = f"`{second.name.text}` is declared twice"
        report(Diagnostic(DECLARED_TWICE, second.name.span, message, "choose another name", related=related))
    _check_case(outline, report)


def _check_steps(outline: Outline, report: Report) -> None:
    """Check that models with resources of their own have names that steps can have."""
    models = outline.all(ModelDeclaration)
    if not any(isinstance(entry, ResourcesDeclaration) for model in models for entry in model.entries):
        return
    for model in models:
        name = model.name.text
        if name != name.lower():
            message = f"`{name}` becomes part of a step's name, which Metaflow requires in lower case"
            report(Diagnostic(RESERVED_NAME, model.name.span, message, f"expected a name like `{name.lower()}`"))


def _reserved(name: Identifier, message: str) -> Diagnostic:
    return Diagnostic(RESERVED_NAME, name.span, message, "choose another name")


def _check_tournament(name: Identifier, report: Report) -> None:
    if not CAP_WORDS.fullmatch(name.text):
        message = f"the tournament name `{name.text}` is not in CapWords"
        words = [word for word in name.text.split("_") if word]
        capitalised = "".join(word[0].upper() + word[1:] for word in words)
        mended = capitalised if CAP_WORDS.fullmatch(capitalised) else None
        fix = Fix(f"write `{mended}`", name.span, mended) if mended else None
        report(Diagnostic(BAD_TOURNAMENT_NAME, name.span, message, "expected a name like `MyTournament`", fix=fix))
    elif keyword.iskeyword(name.text) or is_taken(name.text, CLASSES):
        report(_reserved(name, f"the name `{name.text}` is reserved by the flow"))


def _check_case(outline: Outline, report: Report) -> None:
    """Check that parameters differ in more than case, because Metaflow's options are not case-sensitive."""
    first: dict[str, ParamDeclaration] = {}
    for param in outline.all(ParamDeclaration):
        other = first.setdefault(param.name.text.lower(), param)
        if other.name.text != param.name.text:
            both = f"`{other.name.text}` and `{param.name.text}`"
            message = f"{both} differ only in case, which the flow's options ignore"
            related = (Related(other.name.span, "the other one is here"),)
            report(Diagnostic(DECLARED_TWICE, param.name.span, message, "choose another name", related=related))
