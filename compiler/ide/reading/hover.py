"""Hover: explain the thing under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...meaning.ensembles import pool
from ...meaning.evaluate import UNKNOWN
from ...meaning.read import values
from ...meaning.samples import sample
from ...meaning.scope import definition
from ...meaning.show import show
from ...meaning.space import distribution, points
from ...meaning.splits import fold_count
from ...syntax import tree
from ...syntax.keywords import DECLARATIONS, ENTRIES, keyword_of
from ..place.bindings import bound, thing
from ..place.nodes import trail
from .counts import candidates, counted
from .quantiles import quantiles, shown
from .wording import about_argument, about_entry, about_scorer, signature
from .words import OPERATORS, ROLES, TASKS

if TYPE_CHECKING:
    from ...catalog.entry import Entry
    from ...source import Span
    from ...syntax.tokens import Token
    from ..document import Document


class Hover(NamedTuple):
    """A text, as Markdown, about a stretch of the source."""

    span: Span
    text: str


def hover(document: Document, offset: int) -> Hover | None:
    """Return what is known of what stands at an offset."""
    token = _token_at(document, offset)
    if token is None:
        return None
    around = trail(document.program, offset)
    text = _keyword(document, token, around) or _node(document, around)
    return Hover(_whole(token, around), text) if text else None


def _token_at(document: Document, offset: int) -> Token | None:
    """Return the token at an offset, or else a word that ends there."""
    line = document.source.position(offset).line
    tokens = document.tokens_between(document.source.offset(line), document.source.offset(line + 1))
    touching = [one for one in tokens if one.start <= offset <= one.end and one.end > one.start]
    return touching[-1] if touching and touching[-1].kind != "_NEWLINE" else touching[0] if touching else None


def _whole(token: Token, around: list[Any]) -> Span:
    """Return the span of a whole dotted name, or of the token."""
    innermost = around[-1]
    return innermost.span if isinstance(innermost, tree.Path) else token.span


def _keyword(document: Document, token: Token, around: list[Any]) -> str | None:
    """Describe the word that a declaration or an entry begins with, or the sign that binds."""
    innermost = around[-1]
    if isinstance(innermost, tree.SearchDeclaration):
        return f"**search**\n\n{ENTRIES['search'].description}.{_counts(document, around)}"
    if isinstance(innermost, tree.Binding) and str(token.value) in OPERATORS:
        return f"`{token.value}`: {OPERATORS[str(token.value)]}."
    words = DECLARATIONS if len(around) == 2 else ENTRIES
    word = words.get(str(token.value))
    if word is None or innermost.span.start != token.start:
        return None
    said = f"**{token.value}**\n\n{word.description}."
    entry = document.outline.catalog.entry("block", str(token.value))
    return f"{said}\n\nTakes {_listed(entry)}." if entry and entry.arguments else said


def _listed(entry: Entry) -> str:
    return ", ".join(f"`{name}`" for name in entry.arguments)


def _node(document: Document, around: list[Any]) -> str | None:
    """Describe a name by what it stands in."""
    innermost, *outer = reversed(around)
    match innermost, outer[0] if outer else None:
        case tree.Identifier(), (tree.Binding() | tree.CallArgument()) as binding:
            return _about_bound(document, around, binding)
        case tree.Identifier(), tree.TaskDeclaration():
            return f"{TASKS[innermost.text]}." if innermost.text in TASKS else None
        case tree.Identifier(), (tree.LetDeclaration() | tree.ParamDeclaration()) as named:
            return _about_name(document, named)
        case tree.Identifier(), tree.ModelDeclaration() as model:
            return _about_model(document, model)
        case tree.Identifier(), tree.EnsembleDeclaration() as ensemble:
            return _about_ensemble(document, ensemble)
        case tree.Path(), parent:
            return _about_path(document, innermost, parent, around)
    return None


def _about_bound(document: Document, around: list[Any], binding: tree.Binding | tree.CallArgument) -> str | None:
    """Describe an argument, and what the specification sets it to."""
    found = bound(document, around)
    if found is None or found.argument is None:
        return None
    return f"{about_argument(found.argument, found.owner)}\n\n{_set_to(document, binding)}"


def _set_to(document: Document, binding: tree.Binding | tree.CallArgument) -> str:
    written = document.text[binding.value.span.start : binding.value.span.end]
    match binding:
        case tree.Binding(operator="~"):
            return f"Drawn here from `{written}`.{_quantiles_of(document, binding.value)}"
        case tree.Binding(operator="in"):
            value = document.in_context.evaluator.value(binding.value)
            count = f", {counted(len(value), 'value')}" if isinstance(value, list | tuple | range) else ""
            return f"Chosen here from `{written}`{count}."
    return f"Set here to `{written}`."


def _quantiles_of(document: Document, node: tree.Expression) -> str:
    entry = distribution(node, document.in_context.evaluator)
    if entry is None or not isinstance(node, tree.Call):
        return ""
    given = values(entry, node.arguments, document.in_context.evaluator)
    found = quantiles(entry.path, {name: sample(value) for name, value in given.items()})
    return f"\n\nQuantiles {shown(found)}" if found else ""


def _about_path(document: Document, path: tree.Path, parent: Any, around: list[Any]) -> str | None:
    """Describe what a name stands for: something of the catalog, or something declared."""
    entry = _entry(document, path, parent, around)
    if entry:
        called = f"```mf\n{signature(entry)}\n```\n\n" if entry.kind in {"distribution", "splitter", "test"} else ""
        drawn = _quantiles_of(document, parent) if isinstance(parent, tree.Call) else ""
        counts = _counts(document, around) if entry.path.startswith("search.") else ""
        return f"{called}{about_entry(entry)}{drawn}{counts}"
    if isinstance(parent, tree.ScoreDeclaration) or _is_threshold(parent):
        scorer = document.outline.catalog.scorer(path.text)
        return about_scorer(scorer) if scorer else None
    if isinstance(parent, tree.RouteDeclaration):
        return ROLES.get(path.text) and f"{ROLES[path.text]}."
    named = document.whole.outline.scope.names.get(path.text)
    match named:
        case tree.ModelDeclaration():
            return _about_model(document.whole, named)
        case tree.LetDeclaration() | tree.ParamDeclaration():
            return _about_name(document.whole, named)
    return None


def _is_threshold(parent: Any) -> bool:
    return isinstance(parent, tree.Binding) and parent.name.text == "threshold"


def _entry(document: Document, path: tree.Path, parent: Any, around: list[Any]) -> Entry | None:
    """Return what the catalog says of a path, unless it is a name of the specification's own."""
    calls = isinstance(parent, tree.Call) and parent.function is path
    if not calls and path.text in document.whole.outline.scope.names:
        return None
    return thing(document, path.text, around[-3] if calls else parent)


def _about_name(document: Document, named: tree.LetDeclaration | tree.ParamDeclaration) -> str:
    """Describe a constant or a parameter by its value."""
    value = document.in_context.evaluator.value(definition(named))
    worth = "" if value is UNKNOWN else f" = {show(sample(value))}"
    head = f"```mf\n{keyword_of(type(named))} {named.name.text}{worth}\n```"
    if isinstance(named, tree.ParamDeclaration):
        help_ = f"\n\n{named.help.value}" if named.help else ""
        return f"{head}{help_}\n\nA parameter of the flow: `--{named.name.text}` on its command line."
    return head


def _about_model(document: Document, model: tree.ModelDeclaration) -> str:
    """Describe a model by its estimator and how many candidates it has."""
    entrant = next((one for one in document.in_context.entrants if one.model is model), None)
    count = candidates(entrant, document.in_context) if entrant else None
    number = f"\n\n{counted(count, 'candidate')}" if count is not None else ""
    return f"```mf\nmodel {model.name.text}: {model.estimator.text}\n```{number}"


def _about_ensemble(document: Document, ensemble: tree.EnsembleDeclaration) -> str:
    """Describe an ensemble by its kind, and by the models whose candidates may be members."""
    models = [f"`{entrant.model.name.text}`" for entrant in pool(ensemble, document.in_context)]
    members = f"\n\nMembers are candidates of {', '.join(models)}." if models else ""
    return f"```mf\nensemble {ensemble.name.text}: {ensemble.kind.text}\n```{members}"


def _counts(document: Document, around: list[Any]) -> str:
    """Say how many candidates and fits a search makes."""
    outline = document.in_context
    entrant = next((one for one in outline.entrants if one.model in around), None)
    count = candidates(entrant, outline) if entrant else None
    if entrant is None or count is None:
        return ""
    each, there = fold_count(document.whole.outline, by_default=True), points(entrant, outline.evaluator)
    fits = f", {counted(count * each, 'fit')} over {counted(each, 'fold')}" if each else ""
    space = f" The space has {counted(there, 'point')}." if there is not None else ""
    return f"\n\n{counted(count, 'candidate')}{fits}.{space}"
