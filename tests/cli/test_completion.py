import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mfc.cli.check import FORMATS
from mfc.cli.completion import SCRIPTS
from mfc.cli.main import COMMANDS

Run = Callable[..., Any]


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_script_is_printed(run: Run, shell: str) -> None:
    assert run("completion", shell) == (0, SCRIPTS[shell].lstrip(), "")


def test_an_unknown_shell_is_a_complaint(run: Run) -> None:
    ran = run("completion", "tcsh")
    assert (ran.status, ran.out) == (2, "")
    assert "'tcsh'" in ran.err


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_shell_can_read_its_script(tmp_path: Path, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"needs {shell}")
    (tmp_path / "script").write_text(SCRIPTS[shell])
    ran = subprocess.run([shell, "-n", tmp_path / "script"], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_scripts_know_the_formats(script: str) -> None:
    joined = script.replace("\\n", " ")
    assert " ".join(FORMATS) in joined


def complete(directory: Path, *words: str) -> set[str]:
    """Return what bash offers for the last of the words."""
    path = f'{Path(sys.executable).parent}:"$PATH"'
    listed = " ".join(f"'{word}'" for word in words)
    script = f"PATH={path}\n{SCRIPTS['bash']}\nCOMP_WORDS=({listed})\nCOMP_CWORD={len(words) - 1}\n_mfc\n"
    script += "printf '%s\\n' \"${COMPREPLY[@]}\""
    ran = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=directory, check=True)
    return set(ran.stdout.split())


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes(specs: Path) -> None:
    (specs / "sub").mkdir()
    (specs / "notes.txt").touch()
    assert complete(specs, "mfc", "") >= set(COMMANDS)
    assert complete(specs, "mfc", "expl") == {"explain"}
    assert complete(specs, "mfc", "check", "--f") == {"--fix", "--format"}
    assert complete(specs, "mfc", "check", "--format", "g") == {"github"}
    assert complete(specs, "mfc", "explain", "MF60") == {f"MF60{number}" for number in range(1, 9)}
    assert complete(specs, "mfc", "check", "") == {"good.mf", "wrong.mf", "warned.mf", "sub"}
