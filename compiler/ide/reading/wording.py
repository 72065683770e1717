"""The catalog in words, as completion, hover and signature help show it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ...catalog.entry import Word
from ...catalog.types import describe_types
from ...meaning.show import show

if TYPE_CHECKING:
    from ...catalog.entry import Argument, Entry, Scorer


def default(argument: Argument) -> str | None:
    """Return the default of an argument as the language writes it, if it has one."""
    if argument.default is None or argument.default in _words(argument):
        return argument.default
    try:
        return show(ast.literal_eval(argument.default))
    except (ValueError, SyntaxError):  # `nan`, or a piece of Python
        return None


def _words(argument: Argument) -> set[str]:
    return {word for kind in argument.types if isinstance(kind, Word) for word in kind.values}


def brief(argument: Argument) -> str:
    """Say in one line what an argument takes: `an integer of at least 1 = 100`."""
    taken = describe_types(argument.types).replace("`", "")
    value = default(argument)
    return f"{taken}, required" if argument.required else f"{taken} = {value}" if value is not None else taken


def about_argument(argument: Argument, owner: Entry) -> str:
    """Describe an argument at length, as Markdown."""
    value = default(argument)
    lines = [
        f"**{argument.name}** of `{owner_name(owner)}`",
        _sentence(argument.description),
        f"Takes {describe_types(argument.types)}.",
    ]
    if argument.required:
        lines.append("It must be given.")
    elif value is not None:
        lines.append(f"Default: `{value}`.")
    if argument.deprecated:
        lines.append("It is deprecated.")
    return "\n\n".join(line for line in lines if line)


def owner_name(entry: Entry) -> str:
    """Return the name by which the language calls something: `LGBMRegressor`, `mock.regression`, `data csv`."""
    return entry.path.replace(".", " ") if entry.kind == "block" else entry.path if entry.kind == "mock" else entry.name


def about_entry(entry: Entry) -> str:
    """Describe something that takes arguments, as Markdown."""
    title = owner_name(entry) if entry.kind == "block" else entry.path
    lines = [f"**{title}**", _sentence(entry.description)]
    if entry.kind == "estimator":
        supported = f"Supports {' and '.join(entry.tasks)}" if entry.tasks else "Supports no task"
        lines.append(f"{supported}; {'supports' if entry.early_stopping else 'does not support'} early stopping.")
    return "\n\n".join(lines)


def about_scorer(scorer: Scorer) -> str:
    """Describe a scorer, as Markdown."""
    tasks = " and ".join(scorer.tasks) or "clusterings"
    lines = [f"**{scorer.name}**", f"Scores {tasks}{' of two classes' if scorer.classes == 'binary' else ''}."]
    if scorer.name.startswith("neg_"):
        lines.append("A negated loss: greater is better. Reports show it with its natural sign.")
    if scorer.probabilities:
        lines.append("It needs predicted probabilities.")
    return "\n\n".join(lines)


def signature(entry: Entry) -> str:
    """Return how something is called: `loguniform(low, high)`."""
    arguments = ", ".join(parameter(argument) for argument in entry.arguments.values())
    return f"{entry.path}({arguments})" if arguments else entry.path


def parameter(argument: Argument) -> str:
    """Return an argument as a signature shows it."""
    value = default(argument)
    return argument.name if argument.required else f"{argument.name} = {value or '…'}"


def _sentence(text: str) -> str:
    stripped = text.rstrip(".:")
    return f"{stripped}." if stripped else ""
