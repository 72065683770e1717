"""`mfc check`: say what is wrong with specifications, and mend what can be mended safely."""

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
  mfc check --fix tournament.mf       mend what can be, show the rest
  mfc check --ignore MF602,MF603 .    without these warnings
  mfc check --format github .         in GitHub Actions: annotate pull requests
  mfc check --imports tournament.mf   import the Python objects it names

exit status: 0 no errors (with --strict: no warnings either), 1 there are some,
2 mfc could not do its work
"""


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    arguments = _parse(words)
    selection = Selection.of(arguments)
    sources, unread = _read_all(walk(arguments.specs, lambda name: selection.settings(name).excludes(Path(name))))
    if arguments.fix:
        _mend(sources, selection, sys.stdout if arguments.format in {"text", "concise"} else sys.stderr)
        sources = [read(source.name) for source in sources]
    compilations = _of_their_own([Compilation(source, read_included, arguments.target) for source in sources])
    findings = wanted(compilations, selection)
    for compilation in compilations:
        if selection.settings(compilation.source.name).imports:
            findings += _findings_in_imports(compilation)
    _print(findings, arguments.format, is_clean=bool(sources) and not unread)
    failing = [one for one in findings if _fails(one, selection)]
    return COULD_NOT_RUN if unread else FINDINGS if failing else CLEAN


def _parse(words: Sequence[str]) -> Namespace:
    parser = CommandParser("check", "Say what is wrong with specifications.", EXAMPLES)
    help_ = "a specification, a directory of them, or `-` for the standard input"
    parser.add_argument("specs", nargs="+", metavar="SPEC", help=help_)
    parser.add_argument("--format", choices=FORMATS, default="text", help="how findings are shown (default: text)")
    parser.add_argument("--fix", action="store_true", help="carry out the fixes that findings have")
    parser.add_argument("--imports", action="store_true", help="import the Python objects that are named")
    parser.add_argument("--strict", action="store_true", help="let warnings fail, too")
    help_ = f"also say what is wrong with running them there: {', '.join(TARGETS)}"
    parser.add_argument("--target", metavar="TARGET", help=help_)
    codes = "codes, or their beginnings, with commas between"
    parser.add_argument("--select", action="append", metavar="CODES", help=f"the warnings to give: {codes}")
    parser.add_argument("--ignore", action="append", metavar="CODES", help=f"the warnings not to give: {codes}")
    arguments = parser.parse(words)
    if arguments.target is not None and arguments.target not in TARGETS:
        reject("target", arguments.target, TARGETS, parser.prog)
    if arguments.fix and "-" in arguments.specs:
        parser.error("--fix cannot write into the standard input")
    return arguments


def _read_all(names: Iterable[str]) -> tuple[list[Source], bool]:
    """Return the specifications, and whether there are files that could not be read, which is complained of."""
    sources, unread = [], False
    for name in names:
        try:
            sources.append(read(name))
        except CommandError as error:
            complain(str(error))
            unread = True
    return sources, unread


def _of_their_own(compilations: Sequence[Compilation]) -> list[Compilation]:
    """Leave out what others include: it is checked with them, and need not be a whole specification.

    Of files that include each other, the first is kept.
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
    """Write mended specifications, all or none, and tell what was mended."""
    from ..diagnostics.render.concise import mended as told
    from ..emit.write import WriteError, replace
    from ..mend import mend

    mended = mend(sources, read_included, lambda one: selection.settings(one.source.name).gives(one.diagnostic.code.id))
    try:
        replace({Path(name): source.text for name, source in mended.sources.items()})
    except WriteError as error:
        raise CommandError(str(error)) from error
    for finding in mended.fixed:
        print(f"fixed {told(finding)}", file=stream)
