"""`mfc check`: check specifications for errors, and apply safe fixes."""

from __future__ import annotations

import sys
from importlib import import_module
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

from ..check.targets import TARGETS
from ..diagnostics.codes import Severity
from ..pipeline import Compilation
from .console import CLEAN, COULD_NOT_RUN, FINDINGS, CommandError, complain, reject
from .header import header_reader
from .parser import CommandParser
from .selection import Selection
from .specs import read, read_included, show, wanted
from .walk import walk

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from ..diagnostics import Finding
    from ..source import Source

FORMATS = ("text", "concise", "json", "sarif", "github")
EXAMPLES = """\
examples:
  mfc check tournament.mf             what is wrong with it?
  mfc check specs/                    check all specifications in a directory
  mfc check --fix tournament.mf       apply fixes, show the rest
  mfc check --ignore MF602,MF603 .    without these warnings
  mfc check --format github .         in GitHub Actions: annotate pull requests
  mfc check --imports tournament.mf   import the Python objects it names

exit status: 0 no errors (with --strict: no warnings either), 1 there are some,
2 mfc could not run
"""


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    arguments = _parse(words)
    selection = Selection.of(arguments)
    sources, unread = _read_all(walk(arguments.specs, lambda name: selection.settings(name).excludes(Path(name))))
    if arguments.fix:
        _mend(sources, selection, sys.stdout if arguments.format in {"text", "concise"} else sys.stderr)
        sources = [read(source.name) for source in sources]
    for source in sources:
        selection.settings(source.name)  # wrong settings are an error even if there are no findings
    compilations = _of_their_own([_compilation(source, arguments.target) for source in sources])
    findings = wanted(compilations, selection)
    for compilation in compilations if arguments.imports else ():
        findings += _findings_in_imports(compilation)
    _print(findings, arguments.format, is_clean=bool(sources) and not unread)
    failing = [one for one in findings if _fails(one, selection)]
    return COULD_NOT_RUN if unread else FINDINGS if failing else CLEAN


def _compilation(source: Source, target: str | None) -> Compilation:
    return Compilation(source, read_included, target, look=header_reader(source.name))


def _parse(words: Sequence[str]) -> Namespace:
    parser = CommandParser("check", "Check specifications for errors.", EXAMPLES)
    help_ = "a specification, a directory of them, or `-` for the standard input"
    parser.add_argument("specs", nargs="+", metavar="SPEC", help=help_)
    parser.add_argument("--format", choices=FORMATS, default="text", help="how findings are shown (default: text)")
    parser.add_argument("--fix", action="store_true", help="apply the fixes of findings")
    parser.add_argument("--imports", action="store_true", help="import the Python objects that the specifications name")
    parser.add_argument("--strict", action="store_true", help="exit with 1 on warnings, too")
    help_ = f"also check what would fail on a target: {', '.join(TARGETS)}"
    parser.add_argument("--target", metavar="TARGET", help=help_)
    codes = "codes or prefixes of codes, separated by commas"
    parser.add_argument("--select", action="append", metavar="CODES", help=f"report only these warnings: {codes}")
    parser.add_argument("--ignore", action="append", metavar="CODES", help=f"do not report these warnings: {codes}")
    arguments = parser.parse(words)
    if arguments.target is not None and arguments.target not in TARGETS:
        reject("target", arguments.target, TARGETS, parser.prog)
    if arguments.fix and "-" in arguments.specs:
        parser.error("--fix cannot change the standard input")
    return arguments


def _read_all(names: Iterable[str]) -> tuple[list[Source], bool]:
    """Return the specifications, and whether some files could not be read, which is reported."""
    sources, unread = [], False
    for name in names:
        try:
            sources.append(read(name))
        except CommandError as error:
            complain(str(error))
            unread = True
    return sources, unread


def _of_their_own(compilations: Sequence[Compilation]) -> list[Compilation]:
    """Leave out files that others include: they are checked with those, and need not be whole specifications.

    Of circular include, the first is kept.
    """
    included = {name for compilation in compilations for name in _names(compilation)[1:]}
    kept = [one for one in compilations if _names(one)[0] not in included]
    checked = {name for one in kept for name in _names(one)}
    for compilation in compilations:
        if _names(compilation)[0] not in checked:
            kept.append(compilation)
            checked.update(_names(compilation))
    return kept


def _names(compilation: Compilation) -> list[str]:
    return [normpath(source.name) for source in compilation.sources.all]


def _findings_in_imports(compilation: Compilation) -> list[Finding]:
    from .imports import check_imports

    return [compilation.locate(one) for one in check_imports(compilation)]


def _fails(finding: Finding, selection: Selection) -> bool:
    is_error = finding.diagnostic.code.severity is Severity.ERROR
    return is_error or selection.settings(finding.source.name).strict


def _print(findings: Sequence[Finding], form: str, *, is_clean: bool) -> None:
    if form == "text":
        show(findings, sys.stdout)
        if is_clean and not findings:
            print("no findings")
        return
    shown = import_module(f"..diagnostics.render.{form}", __package__).render(findings)
    print(shown, end="\n" if shown else "")


def _mend(sources: Iterable[Source], selection: Selection, stream: TextIO) -> None:
    """Write the fixed specifications, all or none, and print what was fixed."""
    from ..diagnostics.render.concise import mended
    from ..files.write import WriteError, replace
    from ..mend import mend

    result = mend(sources, read_included, lambda one: selection.settings(one.source.name).gives(one.diagnostic.code.id))
    try:
        replace({Path(name): source.text for name, source in result.sources.items()})
    except WriteError as error:
        raise CommandError(str(error)) from error
    for finding in result.fixed:
        print(f"fixed {mended(finding)}", file=stream)
