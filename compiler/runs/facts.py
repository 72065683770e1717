"""What the card of an exported model says of the model itself and of the rows that it has learned from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

ALWAYS = ("scikit-learn", "pandas", "numpy")
MOST_CLASSES = 20
"""Of more classes the card has only the number."""


def estimators(pipelines: Iterable[Any]) -> list[str]:
    """Return the class of each estimator at the end of a pipeline, by its path, each once."""
    return list(dict.fromkeys(_path(pipeline[-1]) for pipeline in pipelines))


def versions(pipelines: Iterable[Any]) -> list[tuple[str, str]]:
    """Return the versions of Python and of the installed packages that the parts of the pipelines come from."""
    from importlib.metadata import packages_distributions, version
    from platform import python_version

    roots = {type(part).__module__.partition(".")[0] for pipeline in pipelines for part in _parts(pipeline)}
    known = packages_distributions()
    packages = {*ALWAYS, *(name for root in roots for name in known.get(root, ())[:1])}
    return [("Python", python_version()), *((name, version(name)) for name in sorted(packages))]


def class_balance(data: pd.DataFrame, target: str | list[str], model: Any) -> list[tuple[str, str, str]]:
    """Return each class with its rows and their share, the most frequent first; nothing if there are no classes."""
    if not hasattr(model, "classes_") or isinstance(target, list):
        return []
    counts = data[target].value_counts()
    if len(counts) > MOST_CLASSES:
        return [(f"{len(counts):,} classes", f"{len(data):,}", "100.0%")]
    return [(str(label), f"{count:,}", f"{count / len(data):.1%}") for label, count in counts.items()]


def _parts(pipeline: Any) -> Iterator[Any]:
    """Yield the steps of a pipeline, and those within them."""
    within: Any = getattr(pipeline, "steps", None) or getattr(pipeline, "transformers_", ())
    for _, step, *_ in within:
        if not isinstance(step, str):
            yield step
            yield from _parts(step)
    yield from getattr(pipeline, "estimators_", ())


def _path(estimator: Any) -> str:
    """Return the path of a class, without the private modules that it may be in; of a vote of one, that one's."""
    is_vote = type(estimator).__name__ == "VotingClassifier" and len(estimator.estimators_) == 1
    kind = type(estimator.estimators_[0] if is_vote else estimator)
    module = ".".join(part for part in kind.__module__.split(".") if not part.startswith("_"))
    return f"{module}.{kind.__qualname__}"
