"""How records are written in the data file: a JSON list a line, which begins with the record's kind and name.

A type is a list of its class name and fields. Fields at the end that have their default values are left off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .entry import (
    Anything,
    Argument,
    Boolean,
    Column,
    Dataset,
    Entry,
    Number,
    Object,
    Options,
    Scorer,
    Sequence,
    Text,
    Word,
)

if TYPE_CHECKING:
    from .entry import Type

TYPES: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Anything, Boolean, Column, Number, Object, Options, Sequence, Text, Word)
}


def pack_entry(entry: Entry) -> list[Any]:
    """Return an entry as nested lists."""
    packed = _fields(entry._replace(arguments=tuple(entry.arguments.values())))  # type: ignore[arg-type]
    packed[:2] = entry.kind, entry.path
    return packed


def unpack_entry(packed: list[Any]) -> Entry:
    """Return the entry that was packed."""
    kind, path, tasks, description, arguments, *rest = packed
    return Entry(path, kind, tuple(tasks), description, {row[0]: _unpack_argument(row) for row in arguments}, *rest)


def pack_named(record: Scorer | Dataset) -> list[Any]:
    """Return a scorer or a data set as nested lists."""
    return [type(record).__name__.lower(), *_fields(record)]


def unpack_scorer(packed: list[Any]) -> Scorer:
    """Return the scorer that was packed."""
    return Scorer(*_tuples(packed[1:]))


def unpack_dataset(packed: list[Any]) -> Dataset:
    """Return the data set that was packed."""
    return Dataset(*_tuples(packed[1:]))


def _pack(value: Any) -> Any:
    if type(value).__name__ in TYPES:
        return [type(value).__name__, *_fields(value)]
    if isinstance(value, Argument):
        return _fields(value)
    return [_pack(item) for item in value] if isinstance(value, tuple) else value


def _fields(record: Any) -> list[Any]:
    """Return the packed fields of a named tuple, up to the last one without its default value."""
    fields = list(record)
    for name, default in reversed(record._field_defaults.items()):
        if fields[-1] != default or record._fields[len(fields) - 1] != name:
            break
        del fields[-1]
    return [_pack(field) for field in fields]


def _unpack_argument(packed: list[Any]) -> Argument:
    name, types, *rest = packed
    return Argument(name, _unpack_types(types), *rest)


def _unpack_types(packed: list[list[Any]]) -> tuple[Type, ...]:
    return tuple(_unpack_type(*row) for row in packed)


def _unpack_type(name: str, *fields: Any) -> Type:
    if name == Sequence.__name__:
        items, *form = fields
        return Sequence(_unpack_types(items), *form)
    unpacked: Type = TYPES[name](*_tuples(fields))
    return unpacked


def _tuples(fields: Any) -> list[Any]:
    return [tuple(field) if isinstance(field, list) else field for field in fields]
