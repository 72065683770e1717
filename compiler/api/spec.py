"""A specification: its findings, its flow and its run."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..cli.console import CommandError
from ..cli.specs import read_included, read_text
from ..cli.targets import target
from ..pipeline import Compilation
from ..source import Source
from .errors import MfcError, SpecError
from .findings import Findings
from .html import cell, code
from .plan import Plan

if TYPE_CHECKING:
    from os import PathLike

    from .run import Run
    from .running import Watch

UNNAMED = "tournament"
NAMED = re.compile(r"^[ \t]*tournament[ \t]+([A-Za-z]\w*)", re.MULTILINE)
HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Flow(str):
    """The text of a flow, shown in colours."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return cell(code(str(self), "python"))


class Spec:
    """A specification. It does not change: after an edit, load it again."""

    def __init__(self, source: Source) -> None:
        self._compilation = Compilation(source, read_included)

    @property
    def name(self) -> str:
        """The name of its file, which need not exist."""
        return self._compilation.source.name

    @property
    def text(self) -> str:
        """The text of the specification."""
        return self._compilation.source.text

    @cached_property
    def findings(self) -> Findings:
        """Everything that is wrong with it, errors and warnings."""
        return Findings(self._compilation.findings)

    def flow(self) -> Flow:
        """Return the text of the flow; raise `SpecError` if the specification has errors."""
        return Flow(self._checked().flow(self.path.name))

    @property
    def path(self) -> Path:
        """The path of the flow: beside the specification."""
        return target(self.name)

    def write(self, path: str | PathLike[str] | None = None, *, force: bool = False) -> Path:
        """Write the flow and return its path."""
        from ..emit.write import write
        from ..files.write import WriteError

        file = Path(path) if path is not None else self.path
        try:
            write({file: self._checked().flow(file.name)}, force=force)
        except WriteError as error:
            raise MfcError(str(error)) from error
        return file

    def plan(self, **parameters: Any) -> Plan:
        """Return what a run with these parameters would do. scikit-learn draws the candidates."""
        from ..cli.plan import NEEDS_SKLEARN
        from ..runs.forecast import forecast

        fits_per_task = parameters.pop("fits_per_task", None)
        plan = self._checked().plan
        _refuse_unknown(parameters, [one.name for one in plan.parameters])
        try:
            return Plan(forecast(plan, parameters, fits_per_task))
        except ImportError as error:
            raise MfcError(NEEDS_SKLEARN) from error

    def run(self, *, force: bool = False, watch: Watch | None = None, quick: bool = False, **options: Any) -> Run:
        """Write the flow, run it here to its end, and return the run.

        Options are the flow's parameters and Metaflow's of `run`, such as `max_workers = 4` or `tags = ["trial"]`.
        Interrupting it ends the run; finished tasks are kept. `watch` is called with the progress.

        With `quick` it is a first look, of few rows, folds and candidates, by a flow of its own that replaces nothing.
        """
        from ..runs.first_look import Written, first_look
        from .running import ran

        checked = self._checked()
        if quick:
            with first_look(checked) as written:
                return ran(written, options, watch)
        return ran(Written(checked.plan, self.write(force=force)), options, watch)

    def typed(self, options: dict[str, str]) -> dict[str, Any]:
        """Return the options of a command line with their values."""
        from ..cli.plan import readers

        kinds = {one.name: one.type for one in self._checked().plan.parameters}
        known = readers()
        try:
            return {
                name: known[kinds[name]](value) if name in kinds else int(value) if value.isdecimal() else value
                for name, value in options.items()
            }
        except (ValueError, ArgumentTypeError) as error:
            raise MfcError(str(error)) from error

    def _checked(self) -> Compilation:
        if self._compilation.has_errors:
            raise SpecError(self.findings)
        return self._compilation

    def __repr__(self) -> str:
        return f"<Spec {self.name}>"

    def _repr_html_(self) -> str:
        return cell(code(self.text, "mfc"))


def load(path: str | PathLike[str]) -> Spec:
    """Read the specification in a file."""
    try:
        return Spec(read_text(str(path)))
    except CommandError as error:
        raise MfcError(str(error)) from error


def loads(text: str, name: str | None = None) -> Spec:
    """Read a specification. Its name, which the flow's file is called after, is by default the tournament's.

    >>> import mfc
    >>> spec = mfc.loads('tournament SmallTrial')
    >>> spec.name
    'small_trial.mf'
    >>> [finding.diagnostic.code.id for finding in spec.findings]
    ['MF204', 'MF204']
    """
    found = NAMED.search(text)
    named = HUMP.sub("_", found[1]).lower() if found else UNNAMED
    return Spec(Source(name or f"{named}.mf", text.replace("\r\n", "\n")))


def _refuse_unknown(given: dict[str, Any], known: list[str]) -> None:
    from ..diagnostics.suggest import did_you_mean

    for name in given:
        if name not in known:
            hint = did_you_mean(name, known) or (f"there is {', '.join(known)}" if known else "it has none")
            message = f"the tournament has no parameter `{name}`; {hint}"
            raise MfcError(message)
