"""`mfc compile`: write the flows of specifications."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..emit.write import WriteError, write
from .console import CLEAN, CommandError
from .parser import CommandParser
from .specs import examine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..pipeline import Compilation


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status; unless all flows can be written, none is."""
    parser = CommandParser(
        "compile", "Compile specifications into Metaflow flows, Python files that run by themselves."
    )
    parser.add_argument("specs", nargs="+", metavar="SPEC", help="a specification, a `.mf` file")
    parser.add_argument(
        "-o", "--output", metavar="PATH", help="the file or directory to write to (default: SPEC_flow.py beside SPEC)"
    )
    arguments = parser.parse(words)
    examined = examine(arguments.specs, sys.stderr)
    if examined.status == CLEAN:
        _write_flows(_by_target(examined.compilations, arguments.output))
    return examined.status


def _by_target(compilations: Iterable[Compilation], output: str | None) -> dict[Path, Compilation]:
    targets: dict[Path, Compilation] = {}
    for compilation in compilations:
        target = _target(compilation.source.name, output)
        if target in targets:
            message = f"`{targets[target].source.name}` and `{compilation.source.name}` would both become `{target}`"
            raise CommandError(message)
        targets[target] = compilation
    return targets


def _target(spec: str, output: str | None) -> Path:
    file_name = f"{Path(spec).stem}_flow.py"
    if output is None:
        return Path(spec).with_name(file_name)
    is_directory = output.endswith("/") or Path(output).is_dir()
    return Path(output, file_name) if is_directory else Path(output)


def _write_flows(targets: dict[Path, Compilation]) -> None:
    try:
        written = write({target: compilation.flow(target.name) for target, compilation in targets.items()})
    except WriteError as error:
        raise CommandError(str(error)) from error
    for target in targets:
        news = f"wrote {target}" if target in written else f"{target} is up to date"
        print(f"{news}; run it with: python {shlex.quote(str(target))} run")
