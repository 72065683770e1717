"""Check a file's header against the columns in the specification.

Nothing is read here: the header is passed in.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from ..catalog.sources import SENT_ALONG
from ..diagnostics.codes import FILE_OUT_OF_REACH, NO_FILE, REPEATED_COLUMN, UNKNOWN_NAME
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.findings import unknown
from ..meaning.columns import COLUMN, Mention, mentions, sliced
from ..meaning.evaluate import UNKNOWN
from ..meaning.outline import source_arguments, source_name
from ..meaning.read import read, values
from ..meaning.samples import sample
from ..syntax.tree import Call, DataDeclaration, FoldsDeclaration, ListOf, PreprocessDeclaration, RouteDeclaration
from .small import small
from .targets.files import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..meaning.outline import Outline
    from ..source import Span

SEPARATORS = {";": '";"', "\t": r'"\t"', "|": '"|"'}
"""The separators to suggest if a header seems to have one column, as the language writes them."""


class Table(NamedTuple):
    """A file of rows: its path as the specification has it, and how it is read."""

    path: str
    kind: Literal["csv", "parquet"]
    options: Mapping[str, object]
    span: Span


class Header(NamedTuple):
    """The names in the header of a file, how many bytes it has and how many rows, or why it cannot be read.

    Rows are counted in small files only.
    """

    names: tuple[str, ...] = ()
    failure: str | None = None
    help: str | None = None
    size: int = 0
    n_rows: int | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The names that pandas gives the columns."""
        seen: Counter[str] = Counter()
        found = []
        for number, name in enumerate(self.names):
            called = name or f"Unnamed: {number}"
            found.append(f"{called}.{seen[called]}" if seen[called] else called)
            seen[called] += 1
        return tuple(found)


Look: TypeAlias = "Callable[[Table], Header | None]"
"""Reads the header of a local file; returns None if its content cannot be determined."""


def table_of(outline: Outline) -> Table | None:
    """Return the local file that the data are in, if they are in one."""
    data, source = outline.one(DataDeclaration), outline.source
    if data is None or source is None or source.call is None or source.call.path not in ("csv", "parquet"):
        return None
    given = {
        name: sample(value)
        for name, value in values(source.call, source_arguments(data), outline.evaluator).items()
        if value is not UNKNOWN
    }
    path = given.pop("path", None)
    if not isinstance(path, str) or "://" in path or not path:
        return None
    kind: Literal["csv", "parquet"] = "csv" if source_name(data) == "csv" else "parquet"
    return Table(path, kind, given, source_arguments(data)[0].value.span)


def judge(outline: Outline, look: Look, target: str | None = None) -> Iterator[Diagnostic]:
    """Yield what is wrong with the file that the data are in, as far as its header and its size tell."""
    table = table_of(outline)
    header = look(table) if table else None
    if table is None or header is None:
        return
    if header.failure:
        message = f"cannot read `{table.path}`: {header.failure}"
        yield Diagnostic(NO_FILE, table.span, message, "cannot be read", header.help)
        return
    if target and header.size > SENT_ALONG:
        message = f"`{table.path}` is too large to be packaged with the flow's code"
        label = f"{header.size / 1e6:,.0f} MB, and {SENT_ALONG / 1e6:,.0f} MB are sent at most"
        yield Diagnostic(FILE_OUT_OF_REACH, table.span, message, label, f"put it {ADDRESS}")
    for name, count in Counter(header.names).items():
        if count > 1 and name:
            called = [one for one in header.columns if one.startswith(f"{name}.")][: count - 1]
            message = f"`{table.path}` has {count} columns called `{name}`"
            help_ = f"pandas renames the others to {', '.join(f'`{one}`' for one in called)}"
            yield Diagnostic(REPEATED_COLUMN, table.span, message, "this header repeats a name", help_)
    for mention in _mentioned(outline):
        if mention.column not in header.columns:
            message = f"`{table.path}` has no column `{mention.column}`"
            found = unknown(UNKNOWN_NAME, mention.span, message, mention.column, header.columns)
            yield found._replace(help=_separated(header) or found.help)
    if header.n_rows:
        yield from small(outline, header.n_rows)


def _separated(header: Header) -> str | None:
    """Suggest a separator if the header has only one column with the specification's separator."""
    if len(header.names) != 1:
        return None
    mark = next((written for sign, written in SEPARATORS.items() if sign in header.names[0]), None)
    return mark and f"the header has only one column, so the separator may be wrong: add `sep = {mark}` after the path"


def _mentioned(outline: Outline) -> Iterator[Mention]:
    """Yield the columns that the specification names: in roles, in routes, and in `predefined`."""
    data, folds = outline.one(DataDeclaration), outline.one(FoldsDeclaration)
    yield from mentions(data, outline) if data else ()
    yield from sliced(outline)
    blocks = (
        *outline.all(PreprocessDeclaration),
        *(one for each in outline.entrants for one in each.parts(PreprocessDeclaration)),
    )
    for block in blocks:
        for route in block.routes:
            if isinstance(route, RouteDeclaration) and isinstance(route.columns, ListOf):
                yield from _named("preprocess", route.columns.items, outline)
    if folds and isinstance(folds.splitter, Call) and folds.splitter.function.text == "predefined":
        yield from _named("folds", [one.value for one in folds.splitter.arguments[:1]], outline)


def _named(role: str, nodes: Iterable[object], outline: Outline) -> Iterator[Mention]:
    for node in nodes:
        column = read(COLUMN, node, outline.evaluator)  # type: ignore[arg-type]
        if isinstance(column, str):
            yield Mention(role, column, node.span)  # type: ignore[attr-defined]


def names_in(lines: Iterable[str], options: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names in the header of a file of separated values, read as pandas would read it."""
    sep, quote, comment = (
        options.get(name, usual) for name, usual in (("sep", ","), ("quotechar", '"'), ("comment", ""))
    )
    skipped = options.get("skiprows", 0)
    kept = list(lines)[skipped if isinstance(skipped, int) else 0 :]
    kept = [line for line in kept if line.strip() and not (comment and line.startswith(str(comment)))]
    if not isinstance(sep, str) or not isinstance(quote, str) or len(quote) != 1:
        return ()
    try:
        if len(sep) != 1:
            return tuple(re.split(sep, kept[0].strip())) if kept and sep else ()
        return tuple(next(csv.reader(kept, delimiter=sep, quotechar=quote), ()))
    except (csv.Error, re.error):  # which is reported where the options are checked
        return ()
