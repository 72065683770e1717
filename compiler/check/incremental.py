"""Check again what has changed: a model without a finding has none until it, or what a name in it means, is another.

The result is the same as that of checking the whole: the rules of a model go by its text and its names alone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from ..syntax.tree import Model
from .check import check
from .scope import paths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..source import Sources
    from ..syntax.tree import Program
    from .check import Checked
    from .outline import Entrant, Outline

Meanings: TypeAlias = "Mapping[str, str | None]"
"""What names stand for; None where nothing declares them."""

MOST_KEPT = 2_000


class Checker:
    """Checks texts of which most has been checked before."""

    def __init__(self) -> None:
        self._sound: dict[str, Meanings] = {}

    def check(self, program: Program, target: str | None, sources: Sources) -> Checked:
        """Return what `check` returns of a program that stands in these sources."""
        checked = check(program, target, partial(self._doubtful, sources))
        self._learn(checked, sources)
        return checked

    def _doubtful(self, sources: Sources, outline: Outline) -> list[Entrant]:
        """Return the models that have to be looked at."""
        meanings = _meanings(outline)
        return [entrant for entrant in outline.entrants if not self._is_sound(_text(entrant, sources), meanings)]

    def _is_sound(self, text: str, meanings: Meanings) -> bool:
        then = self._sound.get(text)
        return then is not None and all(meanings.get(name) == meaning for name, meaning in then.items())

    def _learn(self, checked: Checked, sources: Sources) -> None:
        """Keep the models without a finding, save where names that nothing declares are let pass."""
        outline = checked.outline
        if outline.may_lack_names:
            return
        meanings = _meanings(outline)
        starts = [one.span.start for one in checked.diagnostics]
        if len(self._sound) > MOST_KEPT:
            self._sound.clear()
        for entrant in outline.entrants:
            text, span = _text(entrant, sources), entrant.model.span
            if self._is_sound(text, meanings) or any(span.start <= start < span.end for start in starts):
                continue
            if entrant.is_complete:
                self._sound[text] = {path.text: meanings.get(path.text) for path in paths(entrant.model)}


def _text(entrant: Entrant, sources: Sources) -> str:
    source, span = sources.find(entrant.model.span)
    return source.text[span.start : span.end]


def _meanings(outline: Outline) -> Meanings:
    return {
        name: "model" if isinstance(named, Model) else f"{type(named).__name__} {outline.evaluator.constant(named)!r}"
        for name, named in outline.scope.names.items()
    }
