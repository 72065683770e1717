"""The committed flows are what their specifications compile to, anywhere, and code that plain mypy accepts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from linting import mistyped

from mfc.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
SPECS = sorted(EXAMPLES.glob("*.mf"))
FLOWS = sorted(EXAMPLES.glob("*_flow.py"))
NAMES = ["breast_cancer", "diabetes", "grid", "noisy_regression", "noisy_two_categories", "quickstart"]


def test_every_example_is_there_with_its_flow() -> None:
    assert set(NAMES) <= {spec.stem for spec in SPECS}
    assert [flow.stem for flow in FLOWS] == [f"{spec.stem}_flow" for spec in SPECS]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_an_example_has_no_findings(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(spec)]) == 0
    assert capsys.readouterr().out == "no findings\n"


@pytest.mark.parametrize(
    "settings",
    [{"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.ISO-8859-9"}],
    ids=["C", "Turkish"],
)
def test_the_committed_flows_are_made_anywhere(settings: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    copies = [shutil.copy(spec, folder) for spec in SPECS]
    subprocess.run(
        [sys.executable, "-m", "mfc", "compile", *copies], env=os.environ | settings, cwd=tmp_path, check=True
    )
    for flow in FLOWS:
        assert (folder / flow.name).read_bytes() == flow.read_bytes(), flow.name


def test_the_committed_flows_are_typed() -> None:
    assert mistyped(FLOWS, EXAMPLES) == ""
