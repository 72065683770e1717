"""What ruff and mypy say of flows, by their own processes."""

import sys
from collections.abc import Iterable
from pathlib import Path
from subprocess import run

CACHE = Path(__file__).parents[2] / "build" / "mypy"
"""What mypy found out of the libraries: half a minute, once for all tests."""

RUFF = (
    sys.executable,
    "-m",
    "ruff",
    "check",
    "--isolated",
    "--line-length=100",
    "--target-version=py311",
    "--no-cache",
)


def faults(text: str, rules: str) -> str:
    """Return what ruff finds wrong in a text."""
    found = run(
        [*RUFF, f"--select={rules}", "--output-format=concise", "--quiet", "-"],
        input=text,
        capture_output=True,
        text=True,
    )
    return found.stdout + found.stderr


def mended(text: str, rules: str) -> str:
    """Return the text as ruff mends it."""
    return run([*RUFF, f"--select={rules}", "--fix", "--quiet", "-"], input=text, capture_output=True, text=True).stdout


def mistyped(flows: Iterable[Path], folder: Path) -> str:
    """Return what mypy, with its defaults, finds wrong in flows."""
    command = [sys.executable, "-m", "mypy", "--config-file=", "--cache-dir", CACHE, "--scripts-are-modules"]
    found = run([*command, "--follow-imports=silent", *flows], cwd=folder, capture_output=True, encoding="utf-8")
    return found.stdout + found.stderr if found.returncode else ""
