"""Things of the catalog where only they can stand: estimators, transformers, splitters, scorers and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.entry import Number
from ...catalog.sources import DATA_SOURCES
from ...catalog.thresholds import LABEL_SCORERS
from ..place.owners import CONSTRUCTS
from ..place.slot import is_keyword, naming, slot
from ..reading.wording import about_entry, about_scorer, signature
from ..reading.words import TASKS
from .item import CompletionItem, ItemKind
from .names import constants

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalog.entry import Argument, Entry, Kind
    from ..document import Document
    from ..place.cursor import Cursor
    from ..place.owners import Where


USUAL_SCORES = frozenset({"r2", "accuracy", "f1_samples"})


def things(document: Document, place: Cursor) -> list[CompletionItem] | None:
    """Offer what may be named at a cursor; None where a value may stand instead."""
    first = str(place.entry[0].value) if is_keyword(place.entry[0]) else ""
    if first == "score":
        return scorers(document, place)
    if first == "task" and len(place.entry) == 1:
        return [CompletionItem(name, ItemKind.VALUE, about) for name, about in TASKS.items()]
    construct = naming(place.entry)
    if construct is None:
        return None
    found = [item for where in CONSTRUCTS[construct].names for item in _named(document, place, where)]
    return [*found, *constants(document, place)] if CONSTRUCTS[construct].or_value else found


def _named(document: Document, place: Cursor, where: Where) -> list[CompletionItem]:
    """Offer what is looked up in one place of the catalog."""
    catalog = document.outline.catalog
    match where.kind:
        case "distribution":
            return distributions(document, place)
        case "estimator" | "transformer":
            return objects(document, place, where.kind)
        case "splitter":
            return _fitting(document, "splitter")
        case "test":
            return [*_fitting(document, "test"), CompletionItem("none", ItemKind.VALUE, "no test")]
        case "mock" | "source":
            entries = [entry for path in catalog.names(where.kind) if (entry := catalog.entry(where.kind, path))]
            return [_with_block(document, entry) for entry in entries]
    return _forms(document, where.prefix)


def objects(document: Document, place: Cursor, kind: Kind) -> list[CompletionItem]:
    """Offer estimators that can play the task, or transformers."""
    catalog, task = document.outline.catalog, document.whole.outline.task
    dotted = "." in document.text[place.word.start : place.word.end]
    entries = [entry for path in catalog.names(kind) if (entry := catalog.entry(kind, path))]
    return [
        CompletionItem(
            entry.name,
            ItemKind.CLASS,
            entry.path.rpartition(".")[0],
            about_entry(entry),
            entry.path if dotted else entry.name,
            match=entry.path if dotted else None,
        )
        for entry in entries
        if kind != "estimator" or task is None or task in entry.tasks
    ]


def distributions(document: Document, place: Cursor) -> list[CompletionItem]:
    """Offer the distributions: first those that draw what the argument takes, SciPy's last."""
    catalog, found = document.outline.catalog, slot(document, place)
    integers = bool(found and found.argument and _takes_integers_alone(found.argument))
    return [
        _called(entry, 7 if "." in entry.path else 3 if integers == ("int" in entry.path) else 4)
        for path in catalog.names("distribution")
        if (entry := catalog.entry("distribution", path))
    ]


def _takes_integers_alone(argument: Argument) -> bool:
    numbers = [kind for kind in argument.types if isinstance(kind, Number)]
    return bool(numbers) and all(kind.type == "integer" for kind in numbers)


def scorers(document: Document, place: Cursor) -> list[CompletionItem]:
    """Offer the scorers that fit the task and are not listed yet."""
    catalog, task = document.outline.catalog, document.whole.outline.task
    listed = {token.value for token in place.entry}
    known = [scorer for name in catalog.scorer_names if name not in listed and (scorer := catalog.scorer(name))]
    return [
        CompletionItem(
            scorer.name,
            ItemKind.FUNCTION,
            " and ".join(scorer.tasks),
            about_scorer(scorer),
            rank=3 if scorer.name in USUAL_SCORES else 5,
        )
        for scorer in known
        if scorer.tasks and (task is None or task in scorer.tasks)
    ]


def thresholds(document: Document) -> list[CompletionItem]:
    """Offer what a threshold can be picked by."""
    catalog = document.outline.catalog
    known = [scorer for name in LABEL_SCORERS if (scorer := catalog.scorer(name))]
    named = [CompletionItem(one.name, ItemKind.FUNCTION, "score", about_scorer(one), rank=5) for one in known]
    return [*_forms(document, "threshold."), *named]


def _with_block(document: Document, source: Entry) -> CompletionItem:
    if source.kind == "mock":
        body = f"{source.path} {{\n\t$1\n}}"
        return CompletionItem(source.path, ItemKind.FUNCTION, source.description, insert=body, snippet=True)
    block = document.outline.catalog.entry("block", f"data.{source.path}")
    target = "\n\ttarget = $2" if block and "target" in block.arguments and block.arguments["target"].required else "$2"
    quoted = '"$1"' if DATA_SOURCES[source.path].is_quoted else "$1"
    body = f" {{{target}\n}}" if target != "$2" else ""
    return CompletionItem(
        source.path,
        ItemKind.FUNCTION,
        source.description,
        insert=f"{source.path}({quoted}){body}",
        snippet=True,
        rank=3,
    )


def _fitting(document: Document, kind: Kind) -> list[CompletionItem]:
    """Offer the splitters, or tests, that suit the task."""
    catalog, task = document.outline.catalog, document.whole.outline.task
    entries = [entry for path in catalog.names(kind) if (entry := catalog.entry(kind, path))]
    return [_called(entry, 4) for entry in entries if task is None or task in entry.tasks]


def _forms(document: Document, prefix: str) -> list[CompletionItem]:
    """Offer the forms of the language's own that a keyword has."""
    catalog = document.outline.catalog
    entries = [
        entry for path in catalog.names("block") if path.startswith(prefix) and (entry := catalog.entry("block", path))
    ]
    if prefix == "ensemble.":
        return [CompletionItem(entry.name, ItemKind.FUNCTION, entry.description) for entry in entries]
    return [_called(entry._replace(path=entry.name), 4) for entry in entries]


def _called(entry: Entry, rank: int) -> CompletionItem:
    """Offer something with parentheses for what has to be given, or for the first thing that may be."""
    needed = [argument for argument in entry.arguments.values() if argument.required]
    first = needed or _first_number(entry.arguments.values())
    holes = ", ".join(f"${{{place}:{argument.default or argument.name}}}" for place, argument in enumerate(first, 1))
    insert = f"{entry.path}({holes})" if holes else entry.path
    return CompletionItem(
        entry.path, ItemKind.FUNCTION, signature(entry), about_entry(entry), insert, snippet=bool(holes), rank=rank
    )


def _first_number(arguments: Iterable[Argument]) -> list[Argument]:
    """Return the first argument if its default is a number: `5` of `kfold(5)`."""
    first = next(iter(arguments), None)
    return [first] if first and first.default and first.default.isdecimal() else []
