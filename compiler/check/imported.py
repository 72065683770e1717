"""Find the Python objects in a specification that the catalog does not know, and check them.

Nothing is imported here: the results of importing them are passed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.codes import NO_IMPORT, NO_SUCH_PARAMETER
from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.findings import there_is
from ..diagnostics.suggest import did_you_mean
from ..meaning.outline import BUILT
from ..syntax.tree import Binding, Call, ModelDeclaration, Path, SpaceDeclaration, StepDeclaration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..catalog.catalog import Catalog
    from ..catalog.entry import Kind
    from ..syntax.tree import Identifier, Program

_KINDS: tuple[Kind, ...] = ("estimator", "transformer", "splitter", "test", "distribution", "source", "mock")


class Use(NamedTuple):
    """A path in a specification, and the arguments that the object there is given by name."""

    path: Path
    arguments: tuple[Identifier, ...] = ()


class Answer(NamedTuple):
    """The result of importing a path: why it failed, or the names of the parameters (None if any name is accepted)."""

    failure: str | None = None
    parameters: Sequence[str] | None = None


def uses_in(program: Program, catalog: Catalog) -> list[Use]:
    """Return the uses of Python objects that the catalog does not know, in the order of the text."""
    uses = [use for use in _uses(program) if len(use.path.parts) > 1 and not _is_known(use.path.text, catalog)]
    built = [use for one in program.declarations if isinstance(one, ModelDeclaration) for use in _built(one, catalog)]
    return sorted(uses + built, key=lambda use: use.path.span)


def judge(uses: Sequence[Use], answers: Mapping[str, Answer]) -> Iterator[Diagnostic]:
    """Yield the findings in the uses of imported objects."""
    failed = set()
    for use in uses:
        answer = answers[use.path.text]
        if answer.failure and use.path.span not in failed:
            failed.add(use.path.span)
            message = f"cannot import `{use.path.text}`: {answer.failure}"
            help_ = "it is imported with the Python that runs mfc, relative to the specification's directory"
            yield Diagnostic(NO_IMPORT, use.path.span, message, "cannot be imported", help_)
        known = answer.parameters
        for name in use.arguments if known is not None else ():
            if known is not None and name.text not in known:
                message = f"`{use.path.text}` takes no argument `{name.text}`"
                meant = did_you_mean(name.text, known) or there_is(known)
                yield Diagnostic(NO_SUCH_PARAMETER, name.span, message, "unknown argument", meant)


def _is_known(written: str, catalog: Catalog) -> bool:
    return written.startswith("mock.") or any(catalog.entry(kind, written) for kind in _KINDS)


def _built(model: ModelDeclaration, catalog: Catalog) -> Iterator[Use]:
    """Yield the use of a function that builds a network: it gets the model's arguments except those for training."""
    entry = catalog.entry("estimator", BUILT)
    if model.estimator.text != BUILT or entry is None:
        return
    given = tuple(name for name in _bound(model.entries) if name.text not in entry.arguments)
    for binding in model.entries:
        if isinstance(binding, Binding) and binding.name.text == "build" and isinstance(binding.value, Path):
            yield Use(binding.value, given)


def _uses(node: object) -> Iterator[Use]:
    match node:
        case Path():
            yield Use(node)
        case Call(_, function, arguments):
            yield Use(function, tuple(one.name for one in arguments if one.name))
            yield from _uses_of([one.value for one in arguments])
        case ModelDeclaration(_, _, called, entries) | StepDeclaration(_, _, called, entries):
            yield Use(called, tuple(_bound(entries)))
            yield from _uses_of(entries)
        case tuple():
            yield from _uses_of(node)


def _uses_of(nodes: Sequence[object]) -> Iterator[Use]:
    for node in nodes:
        yield from _uses(node)


def _bound(entries: Sequence[object]) -> Iterator[Identifier]:
    """Yield what is bound in a block and its alternative spaces."""
    for entry in entries:
        if isinstance(entry, Binding):
            yield entry.name
        elif isinstance(entry, SpaceDeclaration):
            yield from _bound(entry.entries)
