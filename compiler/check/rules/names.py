"""The names of the tournament, its constants, parameters and models."""

from __future__ import annotations

import builtins
import keyword
import re
from typing import TYPE_CHECKING

from ...diagnostics.codes import BAD_TOURNAMENT_NAME, DECLARED_TWICE, RESERVED_NAME
from ...diagnostics.diagnostic import Diagnostic, Fix, Related
from ...syntax.tree import Model, Param, Tournament
from ..reserved import CLASSES, PARAMETERS, STEPS_OF_MODELS

if TYPE_CHECKING:
    from ...syntax.tree import Identifier
    from ..findings import Report
    from ..outline import Outline

CAP_WORDS = re.compile(r"[A-Z][A-Za-z0-9]*")


def names(outline: Outline, report: Report) -> None:
    """Every name is one that Python and the flow can take, and declared once."""
    tournament = outline.one(Tournament)
    if tournament:
        _check_tournament(tournament.name, report)
    reserved = PARAMETERS | {f"{step}_{model.name.text}" for step in STEPS_OF_MODELS for model in outline.all(Model)}
    for named in outline.scope.names.values():
        name = named.name
        if keyword.iskeyword(name.text):
            report(_reserved(name, f"`{name.text}` is a keyword of Python"))
        elif isinstance(named, Param) and (name.text in reserved or name.text.startswith("_")):
            report(_reserved(name, f"the flow needs the name `{name.text}` for itself"))
    for first, second in outline.scope.repeated:
        related = (Related(first.name.span, "it is declared here first"),)
        message = f"`{second.name.text}` is declared twice"
        report(Diagnostic(DECLARED_TWICE, second.name.span, message, "choose another name", related=related))
    _check_case(outline, report)


def _reserved(name: Identifier, message: str) -> Diagnostic:
    return Diagnostic(RESERVED_NAME, name.span, message, "choose another name")


def _check_tournament(name: Identifier, report: Report) -> None:
    if not CAP_WORDS.fullmatch(name.text):
        message = f"the name of a tournament is written in CapWords, and `{name.text}` is not"
        words = [word for word in name.text.split("_") if word]
        capitalised = "".join(word[0].upper() + word[1:] for word in words)
        mended = capitalised if CAP_WORDS.fullmatch(capitalised) else None
        fix = Fix(f"write `{mended}`", name.span, mended) if mended else None
        report(Diagnostic(BAD_TOURNAMENT_NAME, name.span, message, "expected a name like `MyTournament`", fix=fix))
    elif keyword.iskeyword(name.text) or name.text in CLASSES or hasattr(builtins, name.text):
        report(_reserved(name, f"the flow needs the name `{name.text}` for itself"))


def _check_case(outline: Outline, report: Report) -> None:
    """Metaflow tells options apart by their letters alone, not by their case."""
    first: dict[str, Param] = {}
    for param in outline.all(Param):
        other = first.setdefault(param.name.text.lower(), param)
        if other.name.text != param.name.text:
            both = f"`{other.name.text}` and `{param.name.text}`"
            message = f"{both} differ in case alone, which the flow's options ignore"
            related = (Related(other.name.span, "the other one is here"),)
            report(Diagnostic(DECLARED_TWICE, param.name.span, message, "choose another name", related=related))
