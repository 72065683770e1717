"""Ensembles, as they are written: their kinds, members and final estimators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.tree import ListOf, Path, TupleOf
from .arguments import bindings_in, match
from .counts import candidates
from .values import Invocation, Reference

if TYPE_CHECKING:
    from ..catalog.entry import Entry
    from ..syntax.tree import Binding, EnsembleDeclaration, Expression
    from .outline import Entrant, Outline


def kind_of(declared: EnsembleDeclaration, outline: Outline) -> Entry | None:
    """Return what the catalog says of the kind of an ensemble."""
    return outline.catalog.entry("block", f"ensemble.{declared.kind.text}")


def settings_of(declared: EnsembleDeclaration, outline: Outline) -> dict[str, Binding]:
    """Return the settings that an ensemble of its kind has, by name."""
    entry = kind_of(declared, outline)
    return match(entry, bindings_in(declared.entries)) if entry else {}


def listed(node: Expression) -> tuple[Expression, ...] | None:
    """Return the items of a list."""
    return tuple(node.items) if isinstance(node, ListOf | TupleOf) else None


def pool(declared: EnsembleDeclaration, outline: Outline) -> tuple[Entrant, ...]:
    """Return the models whose candidates may be members of an ensemble: those that are named, or all."""
    given = settings_of(declared, outline).get("members")
    if given is None:
        return outline.entrants
    named = {item.text for item in listed(given.value) or () if isinstance(item, Path)}
    return tuple(entrant for entrant in outline.entrants if entrant.model.name.text in named)


def most_members(declared: EnsembleDeclaration, outline: Outline) -> int | None:
    """Return how many candidates an ensemble can have as members, or None if that is not known."""
    counts = [candidates(entrant, outline.evaluator) for entrant in pool(declared, outline)]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def final_of(value: object) -> Invocation | None:
    """Return the call of a final estimator, if a value is one: a name alone means a call without arguments."""
    if isinstance(value, Reference):
        return Invocation(value.path, (), ())
    return value if isinstance(value, Invocation) else None
