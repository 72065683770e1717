"""Where the flows of specifications go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .console import STDIN, CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..pipeline import Compilation


def by_target(
    compilations: Iterable[Compilation], output: str | None, *, predicts: bool = False
) -> dict[Path, Compilation]:
    """Return the file of each flow, or of its companion that predicts; two flows cannot share one."""
    targets: dict[Path, Compilation] = {}
    for compilation in compilations:
        path = target(compilation.source.name, output, predicts=predicts)
        if path in targets:
            message = f"`{targets[path].source.name}` and `{compilation.source.name}` would both become `{path}`"
            raise CommandError(message)
        targets[path] = compilation
    return targets


def target(spec: str, output: str | None = None, *, predicts: bool = False) -> Path:
    """Return the file of a flow: beside its specification, in a directory, or as the output says."""
    file_name = flow_name(spec, predicts=predicts)
    if output is None:
        return Path(spec).with_name(file_name)
    is_directory = output.endswith("/") or Path(output).is_dir()
    return Path(output, file_name) if is_directory else Path(output)


def flow_name(spec: str, *, predicts: bool = False) -> str:
    """Return the name of the file of a flow, or of its companion that predicts."""
    return f"{'tournament' if spec == STDIN else Path(spec).stem}_{'predict_' if predicts else ''}flow.py"
