"""Things of the catalog where only they can stand: estimators, transformers, splitters, scorers and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalog.entry import Number
from ..slot import slot
from ..wording import about_entry, about_scorer, signature
from ..words import TASKS
from .item import Item, Kind
from .names import constants

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalog.entry import Argument, Entry
    from ...catalog.entry import Kind as CatalogKind
    from ..cursor import Cursor
    from ..document import Document


USUAL_SCORES = frozenset({"r2", "accuracy", "f1_samples"})


def things(document: Document, place: Cursor) -> list[Item] | None:
    """Offer what may be named at a cursor; None where a value may stand instead."""
    first, last = place.entry[0].kind, place.entry[-1].kind
    if last == "TILDE":
        return distributions(document, place)
    if last == "ARROW" or (first == "STEP" and last == "COLON"):
        return objects(document, place, "transformer")
    if first == "MODEL" and last == "COLON":
        return objects(document, place, "estimator")
    if first == "ENSEMBLE" and last == "COLON":
        return _forms(document, "ensemble.")
    if first == "SCORE":
        return scorers(document, place)
    return _alone(document, place, first) if len(place.entry) == 1 else None


def _alone(document: Document, place: Cursor, keyword: str) -> list[Item] | None:
    """Offer what may stand right behind a keyword."""
    match keyword:
        case "TASK":
            return [Item(name, Kind.VALUE, about) for name, about in TASKS.items()]
        case "DATA":
            return _sources(document)
        case "FOLDS":
            return _fitting(document, "splitter")
        case "TEST":
            return [*_fitting(document, "test"), Item("none", Kind.VALUE, "no test"), *constants(document, place)]
        case "SEARCH" | "SELECT":
            return _forms(document, f"{keyword.lower()}.")
    return None


def objects(document: Document, place: Cursor, kind: CatalogKind) -> list[Item]:
    """Offer estimators that can play the task, or transformers."""
    catalog, task = document.outline.catalog, document.whole.outline.task
    dotted = "." in document.text[place.word.start : place.word.end]
    entries = [entry for path in catalog.names(kind) if (entry := catalog.entry(kind, path))]
    return [
        Item(
            entry.name,
            Kind.CLASS,
            entry.path.rpartition(".")[0],
            about_entry(entry),
            entry.path if dotted else entry.name,
            match=entry.path if dotted else None,
        )
        for entry in entries
        if kind != "estimator" or task is None or task in entry.tasks
    ]


def distributions(document: Document, place: Cursor) -> list[Item]:
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


def scorers(document: Document, place: Cursor) -> list[Item]:
    """Offer the scorers that fit the task and are not listed yet."""
    catalog, task = document.outline.catalog, document.whole.outline.task
    listed = {token.value for token in place.entry}
    known = [scorer for name in catalog.scorer_names if name not in listed and (scorer := catalog.scorer(name))]
    return [
        Item(
            scorer.name,
            Kind.FUNCTION,
            " and ".join(scorer.tasks),
            about_scorer(scorer),
            rank=3 if scorer.name in USUAL_SCORES else 5,
        )
        for scorer in known
        if scorer.tasks and (task is None or task in scorer.tasks)
    ]


def _sources(document: Document) -> list[Item]:
    catalog = document.outline.catalog
    mocks = [entry for path in catalog.names("mock") if (entry := catalog.entry("mock", path))]
    sources = [entry for path in catalog.names("source") if (entry := catalog.entry("source", path))]
    return [
        *(
            Item(entry.path, Kind.FUNCTION, entry.description, insert=f"{entry.path} {{\n\t$1\n}}", snippet=True)
            for entry in mocks
        ),
        *(_with_block(document, entry) for entry in sources),
    ]


def _with_block(document: Document, source: Entry) -> Item:
    block = document.outline.catalog.entry("block", f"data.{source.path}")
    target = "\n\ttarget = $2" if block and "target" in block.arguments and block.arguments["target"].required else "$2"
    quoted = '"$1"' if source.path in {"csv", "parquet", "sklearn"} else "$1"
    body = f" {{{target}\n}}" if target != "$2" else ""
    return Item(
        source.path, Kind.FUNCTION, source.description, insert=f"{source.path}({quoted}){body}", snippet=True, rank=3
    )


def _fitting(document: Document, kind: CatalogKind) -> list[Item]:
    """Offer the splitters, or tests, that suit the task."""
    catalog, task = document.outline.catalog, document.whole.outline.task
    entries = [entry for path in catalog.names(kind) if (entry := catalog.entry(kind, path))]
    return [_called(entry, 4) for entry in entries if task is None or task in entry.tasks]


def _forms(document: Document, prefix: str) -> list[Item]:
    """Offer the forms of the language's own that a keyword has."""
    catalog = document.outline.catalog
    entries = [
        entry for path in catalog.names("block") if path.startswith(prefix) and (entry := catalog.entry("block", path))
    ]
    if prefix == "ensemble.":
        return [Item(entry.name, Kind.FUNCTION, entry.description) for entry in entries]
    return [_called(entry._replace(path=entry.name), 4) for entry in entries]


def _called(entry: Entry, rank: int) -> Item:
    """Offer something with parentheses for what has to be given, or for the first thing that may be."""
    needed = [argument for argument in entry.arguments.values() if argument.required]
    first = needed or _first_number(entry.arguments.values())
    holes = ", ".join(f"${{{place}:{argument.default or argument.name}}}" for place, argument in enumerate(first, 1))
    insert = f"{entry.path}({holes})" if holes else entry.path
    return Item(entry.path, Kind.FUNCTION, signature(entry), about_entry(entry), insert, snippet=bool(holes), rank=rank)


def _first_number(arguments: Iterable[Argument]) -> list[Argument]:
    """Return the first argument if its default is a number: `5` of `kfold(5)`."""
    first = next(iter(arguments), None)
    return [first] if first and first.default and first.default.isdecimal() else []
