"""What is known of the thing under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..check.draws import distribution
from ..check.evaluate import UNKNOWN, sample
from ..check.findings import show
from ..check.scope import definition
from ..check.signature import values
from ..check.space import points
from ..syntax import tree
from .bindings import owner_of, thing
from .counts import candidates, counted, folds
from .nodes import trail
from .quantiles import quantiles, shown
from .wording import about_argument, about_entry, about_scorer, signature
from .words import DECLARATIONS, ENTRIES, OPERATORS, ROLES, TASKS

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..source import Span
    from ..syntax.tokens import Token
    from .document import Document


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
    if isinstance(innermost, tree.Search):
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
        case tree.Identifier(), (tree.Binding() | tree.Argument()) as bound:
            return _about_bound(document, around, bound)
        case tree.Identifier(), tree.Task():
            return f"{TASKS[innermost.text]}." if innermost.text in TASKS else None
        case tree.Identifier(), (tree.Let() | tree.Param()) as named:
            return _about_name(document, named)
        case tree.Identifier(), tree.Model() as model:
            return _about_model(document, model)
        case tree.Path(), parent:
            return _about_path(document, innermost, parent, around)
    return None


def _about_bound(document: Document, around: list[Any], bound: tree.Binding | tree.Argument) -> str | None:
    """Describe an argument, and what the specification sets it to."""
    owner, name = owner_of(document, around), bound.name.text if bound.name else ""
    argument = owner.arguments.get(name) if owner else None
    if owner is None or argument is None:
        return None
    return f"{about_argument(argument, owner)}\n\n{_set_to(document, bound)}"


def _set_to(document: Document, bound: tree.Binding | tree.Argument) -> str:
    written = document.text[bound.value.span.start : bound.value.span.end]
    match bound:
        case tree.Binding(operator="~"):
            return f"Drawn here from `{written}`.{_quantiles_of(document, bound.value)}"
        case tree.Binding(operator="in"):
            value = document.in_context.evaluator.value(bound.value)
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
    if isinstance(parent, tree.Score):
        scorer = document.outline.catalog.scorer(path.text)
        return about_scorer(scorer) if scorer else None
    if isinstance(parent, tree.Route):
        return ROLES.get(path.text) and f"{ROLES[path.text]}."
    named = document.whole.outline.scope.names.get(path.text)
    match named:
        case tree.Model():
            return _about_model(document.whole, named)
        case tree.Let() | tree.Param():
            return _about_name(document.whole, named)
    return None


def _entry(document: Document, path: tree.Path, parent: Any, around: list[Any]) -> Entry | None:
    """Return what the catalog says of a path, unless it is a name of the specification's own."""
    calls = isinstance(parent, tree.Call) and parent.function is path
    if not calls and path.text in document.whole.outline.scope.names:
        return None
    return thing(document, path.text, around[-3] if calls else parent)


def _about_name(document: Document, named: tree.Let | tree.Param) -> str:
    """Describe a constant or a parameter by its value."""
    value = document.in_context.evaluator.value(definition(named))
    worth = "" if value is UNKNOWN else f" = {show(sample(value))}"
    head = f"```mf\n{type(named).__name__.lower()} {named.name.text}{worth}\n```"
    if isinstance(named, tree.Param):
        help_ = f"\n\n{named.help.value}" if named.help else ""
        return f"{head}{help_}\n\nA parameter of the flow: `--{named.name.text}` on its command line."
    return head


def _about_model(document: Document, model: tree.Model) -> str:
    """Describe a model by its estimator and how many candidates it has."""
    entrant = next((one for one in document.in_context.entrants if one.model is model), None)
    count = candidates(entrant, document.in_context) if entrant else None
    number = f"\n\n{counted(count, 'candidate')}" if count is not None else ""
    return f"```mf\nmodel {model.name.text}: {model.estimator.text}\n```{number}"


def _counts(document: Document, around: list[Any]) -> str:
    """Say how many candidates and fits a search makes."""
    outline = document.in_context
    entrant = next((one for one in outline.entrants if one.model in around), None)
    count = candidates(entrant, outline) if entrant else None
    if entrant is None or count is None:
        return ""
    each, there = folds(document.whole.outline), points(entrant, outline.evaluator)
    fits = f", {counted(count * each, 'fit')} over {counted(each, 'fold')}" if each else ""
    space = f" The space has {counted(there, 'point')}." if there is not None else ""
    return f"\n\n{counted(count, 'candidate')}{fits}.{space}"
