"""The flow of a first look, in a folder of its own that is gone afterwards."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from ..plan.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..pipeline import Compilation
    from ..plan.plan import Plan


class Written(NamedTuple):
    """A flow in its file, with its plan; one that is temporary finds modules to import beside its specification."""

    plan: Plan
    flow: Path
    beside: Path | None = None

    @property
    def is_temporary(self) -> bool:
        """Return whether the file is gone after the run."""
        return self.beside is not None


@contextmanager
def first_look(compilation: Compilation) -> Iterator[Written]:
    """Write the smaller flow of a specification; nothing is written beside the specification."""
    spec = Path(compilation.source.name)
    beside = spec.parent.resolve()
    with TemporaryDirectory(prefix="mfc-") as folder:
        plan = quick(compilation.plan, str(beside))
        plan = plan._replace(report=plan.report._replace(directory=str(Path(folder, "results"))))
        flow = Path(folder, f"{spec.stem}_first_look_flow.py")
        flow.write_text(compilation.flow(flow.name, plan), encoding="utf-8")
        yield Written(plan, flow, beside)
