"""Syntax of other tools that people write by habit, with its equivalent here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Diagnostic, Fix
from ..diagnostics.codes import UNEXPECTED
from ..source import Span

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from .tokens import Token

CALLED = {
    "cv": "folds",
    "dataset": "data",
    "estimator": "model",
    "metric": "score",
    "metrics": "score",
    "random_state": "seed",
    "scorer": "score",
    "scoring": "score",
    "test_size": "test",
    "validation": "folds",
}
"""Words of other tools for what a declaration of the language begins with."""

INSTEAD = {
    "data": 'data csv("rows.csv") { target = price }',
    "folds": "folds kfold(5)",
    "model": "model ridge: Ridge",
    "score": "score r2",
    "seed": "seed 42",
    "test": "test 20%",
}


class Habit(NamedTuple):
    """What is said of a habit, and the keyword that was meant, if it was one."""

    diagnostic: Diagnostic
    keyword: str | None = None


def habit(tokens: Sequence[Token], number: int, takes: Container[str], keywords: Mapping[str, str]) -> Habit | None:
    """Return what is said of a token that the parser does not take, if it is a habit from elsewhere."""
    return _word(tokens, number, takes, keywords) or _colon(tokens, number, takes) or _hyphen(tokens, number)


def _word(tokens: Sequence[Token], number: int, takes: Container[str], keywords: Mapping[str, str]) -> Habit | None:
    """Explain `metric accuracy`, where a declaration may begin."""
    word = tokens[number]
    meant = CALLED.get(str(word.value)) if word.kind == "NAME" else None
    if meant is None or keywords[meant] not in takes:
        return None
    message, label = f"`{word.value}` is called `{meant}` here", f"expected `{meant}`"
    plain = tokens[number + 1].kind == "NAME" and meant == "score"
    fix = Fix(f"write `{meant}`", word.span, meant) if plain else None
    help_ = None if fix else f"write `{INSTEAD[meant]}`, for example"
    return Habit(Diagnostic(UNEXPECTED, word.span, message, label, help_, fix), meant)


def _colon(tokens: Sequence[Token], number: int, takes: Container[str]) -> Habit | None:
    """Explain `max_depth: 3` and `max_depth: [3, 5]`, in a block."""
    sign = tokens[number]
    if sign.kind != "COLON" or "EQUAL" not in takes or tokens[number - 1].kind != "NAME":
        return None
    following = [token.kind for token in tokens[number + 1 : number + 3]]
    several = "IN" in takes and (following[:1] == ["LSQB"] or following[1:] == ["RANGE"])
    right, what = ("in", "to try each of several values") if several else ("=", "to fix a value")
    fix = Fix(f"write `{right}` {what}", Span(tokens[number - 1].end, sign.end), f" {right}")
    message = "values are given with `=`, not with `:`"
    return Habit(Diagnostic(UNEXPECTED, sign.span, message, f"expected `{right}`", fix=fix))


def _hyphen(tokens: Sequence[Token], number: int) -> Habit | None:
    """Explain `roc-auc`, where no expression stands."""
    before, sign, after = tokens[number - 1], tokens[number], tokens[min(number + 1, len(tokens) - 1)]
    if (before.kind, sign.kind, after.kind) != ("NAME", "MINUS", "NAME"):
        return None
    if (before.end, sign.end) != (sign.start, after.start):
        return None
    name = f"{before.value}_{after.value}"
    fix = Fix(f"write `{name}`", sign.span, "_")
    return Habit(Diagnostic(UNEXPECTED, sign.span, "names cannot contain `-`", "expected `_`", fix=fix))
