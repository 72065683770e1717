"""Import the objects that a specification names, in another process, and check them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..catalog.catalog import load
from ..check.imported import Answer, judge, uses_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..diagnostics import Diagnostic
    from ..pipeline import Compilation

PROBE = Path(__file__).with_name("probe.py")
PATIENCE = 300
"""The timeout in seconds for all imports of a specification."""


def check_imports(compilation: Compilation) -> tuple[Diagnostic, ...]:
    """Return the findings in the Python objects that are named, except those that already have a finding.

    Their positions are those of the whole program, whose files are concatenated.
    """
    reported = {(one.source, one.diagnostic.span) for one in compilation.findings}
    named = uses_in(compilation.included.program, load())
    uses = [use for use in named if compilation.sources.find(use.path.span) not in reported]
    paths = list(dict.fromkeys(use.path.text for use in uses))
    answers: dict[str, Answer] = {}
    directory = Path(compilation.source.name).resolve().parent
    while len(answers) < len(paths):
        rest = paths[len(answers) :]
        answers |= dict(zip(rest, _ask(rest, directory), strict=False))
    return tuple(judge(uses, answers))


def _ask(paths: Sequence[str], directory: Path) -> list[Answer]:
    """Return the answers for the first paths, at least one: an import may end the process."""
    command = [sys.executable, str(PROBE), str(directory)]
    asked = "".join(f"{path}\n" for path in paths).encode()
    try:
        ran = subprocess.run(command, input=asked, cwd=directory, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
        answered, end = ran.stdout, f"it ended Python with status {ran.returncode}"
    except subprocess.TimeoutExpired as error:
        answered, end = error.stdout or b"", f"it took more than {PATIENCE} seconds"
    answers = [Answer(*json.loads(line)) for line in answered.splitlines()]
    return answers if len(answers) == len(paths) else [*answers, Answer(end)]
