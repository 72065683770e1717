"""`mfc compile`: write the flows of specifications."""

from __future__ import annotations

import shlex
import sys
from functools import partial
from typing import TYPE_CHECKING

from ..emit.header import TEMPLATES, recognise
from ..emit.state import State, pristine
from ..emit.write import inspect, refusal, write
from ..files.write import WriteError
from .console import CLEAN, FINDINGS, CommandError, complain
from .difference import NOTHING, print_difference
from .parser import CommandParser
from .specs import examine
from .targets import by_target, flow_name, target

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ..emit.write import Found
    from ..pipeline import Compilation

RUN_IT = "run it with: python {} run"
EXAMPLES = """\
examples:
  mfc compile tournament.mf              write tournament_flow.py beside it
  mfc compile specs/*.mf -o flows/       write all flows into a directory
  mfc compile --check specs/*.mf         in CI: are the flows up to date?
  mfc compile --diff tournament.mf       what would change?
  mfc compile --watch tournament.mf      again whenever it is saved
  mfc compile --predict tournament.mf    write a flow that predicts for new rows
  mfc compile - --stdout < tournament.mf
"""


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status; unless all flows can be written, none is."""
    arguments = _parse(words)
    if arguments.watch:
        from .watch import watch

        compiled = partial(compile_file, output=arguments.output, force=arguments.force, predicts=arguments.predict)
        return watch(arguments.specs, compiled)
    examined = examine(arguments.specs, sys.stderr)
    if examined.status != CLEAN:
        return examined.status
    if arguments.stdout:
        compilation = examined.compilations[0]
        name = flow_name(compilation.source.name, predicts=arguments.predict)
        print(_flow(compilation, name, predicts=arguments.predict), end="")
        return CLEAN
    flows = flows_of(examined.compilations, arguments.output, predicts=arguments.predict)
    if arguments.check:
        return _check(flows)
    if arguments.diff:
        return _diff(flows)
    write_flows(flows, force=arguments.force)
    return CLEAN


def _parse(words: Sequence[str]) -> Namespace:
    parser = CommandParser("compile", "Compile specifications into Metaflow flows, standalone Python files.", EXAMPLES)
    parser.add_argument(
        "specs", nargs="+", metavar="SPEC", help="a specification, a `.mf` file; `-` is the standard input"
    )
    parser.add_argument(
        "-o", "--output", metavar="PATH", help="the file or directory to write to (default: SPEC_flow.py beside SPEC)"
    )
    parser.add_argument("--force", action="store_true", help="also replace flows that were edited by hand")
    parser.add_argument(
        "--predict", action="store_true", help="write the flow that predicts for new rows with the model of a run"
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--stdout", action="store_true", help="print the flow without writing a file")
    other.add_argument("--check", action="store_true", help="list flows that are not up to date without writing them")
    other.add_argument("--diff", action="store_true", help="show what would change without writing it")
    other.add_argument("--watch", action="store_true", help="compile again whenever a specification is saved")
    arguments = parser.parse(words)
    if arguments.stdout and len(arguments.specs) > 1:
        parser.error("--stdout prints one flow, of one specification")
    if "-" in arguments.specs and not (arguments.stdout or (arguments.output and not arguments.watch)):
        parser.error("compiling the standard input needs --stdout or -o FILE")
    if arguments.watch and len({target(spec, arguments.output) for spec in arguments.specs}) < len(arguments.specs):
        parser.error("two specifications would become one flow")
    return arguments


def compile_file(
    spec: str, *, output: str | None = None, force: bool = False, predicts: bool = False
) -> Compilation | None:
    """Write the flow of one specification unless it has errors, and return its compilation."""
    examined = examine([spec], sys.stderr)
    if examined.status == CLEAN:
        write_flows(flows_of(examined.compilations, output, predicts=predicts), force=force)
    return next(iter(examined.compilations), None)


def flows_of(compilations: Iterable[Compilation], output: str | None, *, predicts: bool = False) -> dict[Path, str]:
    """Return the flows, or the flows that predict, by their paths."""
    targets = by_target(compilations, output, predicts=predicts)
    return {path: _flow(compilation, path.name, predicts=predicts) for path, compilation in targets.items()}


def _flow(compilation: Compilation, name: str, *, predicts: bool) -> str:
    return compilation.predict_flow(name) if predicts else compilation.flow(name)


def write_flows(flows: dict[Path, str], *, force: bool = False, announce: bool = True, use: str = RUN_IT) -> None:
    """Write all flows, or none if one of their files must not be replaced, and say how each is used."""
    try:
        found = {path: inspect(path, flow) for path, flow in flows.items()}
        _refuse({path: (found[path], flow) for path, flow in flows.items()}, force=force)
        written = write(flows, force=force)
    except WriteError as error:
        raise CommandError(str(error)) from error
    for path in flows if announce else ():
        news = f"wrote {path}{_upgraded(found[path])}" if path in written else f"{path} is up to date"
        print(f"{news}; {use.format(shlex.quote(str(path)))}")


def _upgraded(found: Found) -> str:
    """Return a note for a flow that was upgraded from another version's templates."""
    stamp = recognise(found.text)
    return f", upgraded from templates {stamp.templates}" if stamp and stamp.templates < TEMPLATES else ""


def _refuse(files: dict[Path, tuple[Found, str]], *, force: bool) -> None:
    """Report all files that will not be replaced, and show the edits; the last error is raised."""
    refused = [
        (path, found, flow, message)
        for path, (found, flow) in files.items()
        if (message := refusal(path, found.state, force=force))
    ]
    for number, (path, found, flow, message) in enumerate(refused, start=1):
        if found.state is State.EDITED:
            _show_edits(path, found.text, flow)
        if number == len(refused):
            raise CommandError(message)
        complain(message)


def _show_edits(path: Path, edited: str, flow: str) -> None:
    if pristine(edited, flow):
        print_difference(flow, edited, (f"{path} as compiled", f"{path} as edited"), sys.stderr)
    else:
        complain(f"cannot tell which lines of `{path}` were edited: its specification or mfc has changed since")


def _check(flows: dict[Path, str]) -> int:
    states = {path: _inspect(path, flow).state for path, flow in flows.items()}
    behind = {path: state for path, state in states.items() if state is not State.CURRENT}
    for path, state in behind.items():
        print(f"{path} {state.value}")
    if behind:
        return FINDINGS
    print(f"{len(flows)} flows are up to date" if len(flows) > 1 else f"{next(iter(flows))} is up to date")
    return CLEAN


def _diff(flows: dict[Path, str]) -> int:
    """Print what compiling would change, edits included; return whether anything would, as `diff` does."""
    status = CLEAN
    for path, flow in flows.items():
        found = _inspect(path, flow)
        if found.state is not State.CURRENT:
            old = NOTHING if found.state is State.MISSING else str(path)
            print_difference(found.text, flow, (old, str(path)), sys.stdout)
            status = FINDINGS
    return status


def _inspect(path: Path, flow: str) -> Found:
    try:
        return inspect(path, flow)
    except WriteError as error:
        raise CommandError(str(error)) from error
