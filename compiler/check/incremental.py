"""Check only what has changed: a model without findings is skipped until it, or the meaning of a name in it, changes.

The result is the same as that of a full check, because the rules for single models depend on nothing else.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from ..meaning.scope import Valued, paths
from .check import check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..meaning.outline import Entrant, Outline
    from ..source import Sources
    from ..syntax.tree import Program
    from .check import Checked

Meanings: TypeAlias = "Mapping[str, str | None]"
"""The meanings of names; None if a name is not declared."""

MOST_KEPT = 2_000


class Checker:
    """Checks successive versions of a text."""

    def __init__(self) -> None:
        self._sound: dict[str, Meanings] = {}

    def check(self, program: Program, target: str | None, sources: Sources) -> Checked:
        """Return the same as `check` for a program in these sources."""
        checked = check(program, target, partial(self._doubtful, sources))
        self._learn(checked, sources)
        return checked

    def _doubtful(self, sources: Sources, outline: Outline) -> list[Entrant]:
        """Return the models that must be checked."""
        meanings = _meanings(outline)
        return [entrant for entrant in outline.entrants if not self._is_sound(_text(entrant, sources), meanings)]

    def _is_sound(self, text: str, meanings: Meanings) -> bool:
        then = self._sound.get(text)
        return then is not None and all(meanings.get(name) == meaning for name, meaning in then.items())

    def _learn(self, checked: Checked, sources: Sources) -> None:
        """Remember the models without findings, unless undeclared names are ignored."""
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
        name: f"{type(named).__name__} {outline.evaluator.constant(named)!r}"
        if isinstance(named, Valued)
        else type(named).__name__
        for name, named in outline.scope.names.items()
    }
