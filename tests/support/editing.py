"""Where the editors' set-ups are, and which of the editors there are on this machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EDITORS = ROOT / "editors"
BUILT = ROOT / "build" / "editors"


def needs(program: str, package: str) -> pytest.MarkDecorator:
    """Skip where a program is missing, and say which of Debian's packages has it."""
    reason = f"needs {program}: apt-get install {package}"
    return pytest.mark.skipif(shutil.which(program) is None, reason=reason)


def needs_npm_packages() -> pytest.MarkDecorator:
    """Skip where the extension's packages are not installed, as in a fresh clone."""
    installed = (BUILT / "vscode" / "node_modules" / ".installed").exists()
    return pytest.mark.skipif(not installed, reason="needs the extension's npm packages: make vsix")


def run(*words: str | Path, **environment: str) -> str:
    """Return what a program prints; one that fails fails the test with all it printed."""
    ran = subprocess.run(words, cwd=ROOT, env=environment or None, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr
