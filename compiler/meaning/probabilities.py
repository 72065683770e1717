"""Whether models give probabilities, as far as the specification tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalog.probabilities import CLASSES_ALONE, ON_REQUEST
from .samples import sample

if TYPE_CHECKING:
    from ..syntax.tree import Binding
    from .outline import Entrant, Outline


def gives_classes_alone(entrant: Entrant, outline: Outline) -> bool:
    """Return whether no candidate of a model gives probabilities."""
    if entrant.estimator is None or entrant.is_foreign:
        return False
    name = entrant.estimator.name
    if name in CLASSES_ALONE.split():
        return True
    argument, with_them = ON_REQUEST.get(name, ("", ()))
    bound = [one for space in entrant.spaces for one in space if one.name.text == argument]
    varied = any(one.operator != "=" for one in bound)
    return bool(argument) and not varied and not any(_worth(one, outline) in with_them for one in bound)


def _worth(one: Binding, outline: Outline) -> object:
    return sample(outline.evaluator.value(one.value))
