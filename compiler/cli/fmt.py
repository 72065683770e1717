"""`mfc fmt`: format specifications in the canonical style."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics.diagnostic import Finding
from ..syntax.format.format import UnformattableError, formatted
from .console import CLEAN, COULD_NOT_RUN, FINDINGS, STDIN, CommandError, complain
from .parser import CommandParser
from .selection import Selection
from .specs import read_text, show
from .walk import walk

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence

EXAMPLES = """\
examples:
  mfc fmt tournament.mf           format a specification
  mfc fmt specs/                  format all specifications in a directory
  mfc fmt --check .               in CI: exit with 1 if one is not formatted
  mfc fmt --diff tournament.mf    what would change?
  mfc fmt - < tournament.mf       print it formatted
"""


class _Text(NamedTuple):
    """A specification as it is, and as it should be."""

    name: str
    old: str
    new: str

    @property
    def changes(self) -> bool:
        """Whether it is not in the canonical style; line ends do not matter."""
        return self.old.replace("\r\n", "\n") != self.new


class _Outcome(NamedTuple):
    """The formatted texts, the findings in the others, and the exit status."""

    texts: list[_Text]
    findings: list[Finding]
    status: int


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status; files that do not parse are not changed."""
    arguments = _parse(words)
    excluded = Selection()
    texts, findings, status = _format(walk(arguments.specs, lambda name: excluded.settings(name).excludes(Path(name))))
    show(findings, sys.stderr)
    if arguments.diff or arguments.check:
        changed = [text for text in texts if text.changes]
        _report(changed, in_full=arguments.diff)
        return max(status, FINDINGS if changed else CLEAN)
    _put(texts)
    return status


def _parse(words: Sequence[str]) -> Namespace:
    description = "Format specifications in the canonical style; their meaning stays the same."
    parser = CommandParser("fmt", description, EXAMPLES)
    help_ = "a specification, a directory of them, or `-` for the standard input"
    parser.add_argument("specs", nargs="+", metavar="SPEC", help=help_)
    parser.add_argument("--check", action="store_true", help="list files that are not formatted without writing them")
    parser.add_argument("--diff", action="store_true", help="show what would change without writing it")
    return parser.parse(words)


def _format(names: Iterable[str]) -> _Outcome:
    texts: list[_Text] = []
    findings: list[Finding] = []
    status = CLEAN
    for name in names:
        try:
            source = read_text(name)
        except CommandError as error:
            complain(str(error))
            status = COULD_NOT_RUN
            continue
        try:
            texts.append(_Text(source.name, source.text, formatted(source)))
        except UnformattableError as error:
            findings += [Finding(source, diagnostic) for diagnostic in error.diagnostics]
            status = max(status, FINDINGS)
    return _Outcome(texts, findings, status)


def _report(changed: Iterable[_Text], in_full: bool) -> None:
    from .difference import print_difference

    for text in changed:
        if in_full:
            print_difference(text.old, text.new, (text.name, f"{text.name} formatted"), sys.stdout)
        else:
            print(f"{text.name} is not formatted")


def _put(texts: Iterable[_Text]) -> None:
    """Write the changed files, each whole or not at all; always print text from the standard input."""
    from ..files.write import WriteError, replace

    changed = [text for text in texts if text.changes and text.name != STDIN]
    try:
        replace({Path(text.name): text.new for text in changed})
    except WriteError as error:
        raise CommandError(str(error)) from error
    for text in texts:
        if text.name == STDIN:
            print(text.new, end="")
        else:
            print(f"{'formatted' if text in changed else 'unchanged'}: {text.name}")
