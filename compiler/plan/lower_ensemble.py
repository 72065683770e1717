"""The plan of an ensemble: whose candidates are its members, and what combines them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from ..meaning.ensembles import final_of, pool, settings_of
from .ensemble import Ensemble
from .seeds import has_foreign, seeded

if TYPE_CHECKING:
    from ..meaning.outline import Outline
    from ..meaning.values import Value
    from ..syntax.tree import EnsembleDeclaration

DEFAULT_ROUNDS = 25


def lower_ensemble(declared: EnsembleDeclaration, outline: Outline, seed: Value) -> Ensemble:
    """Return the plan of an ensemble."""
    kind = cast("Literal['average', 'greedy', 'stack']", declared.kind.text)
    given = settings_of(declared, outline)
    values = {name: outline.evaluator.value(one.value) for name, one in given.items() if name != "members"}
    final = cast("Value", final_of(values.get("final")))
    return Ensemble(
        name=declared.name.text,
        kind=kind,
        members=tuple(entrant.model.name.text for entrant in pool(declared, outline)),
        top=cast("Value", values.get("top")),
        rounds=cast("Value", values.get("rounds", DEFAULT_ROUNDS if kind == "greedy" else None)),
        final=seeded(final, seed, outline.catalog),
        is_foreign=has_foreign(final, outline.catalog),
    )
