"""Neovim, headless, with the language server: a broken spec is opened, mended, completed, renamed and formatted."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from editing import EDITORS, needs, run

PLUGIN = EDITORS / "neovim"
SESSION = Path(__file__).with_name("session.lua")
SPEC = """\
# What a house is worth 🏠
tournament Houses "What a house is worth"
let trees = 50
data mock.regression { n_samples = 500, noise = 10 }
model forest: RandomForestRegressor {
  n_estimators = trees
  max_deph in 2..8
}
"""
INDENTED = """\
model m: lightgbm.LGBMRegressor { # a model
  seed in [1, 2]
  fit {
    search = "a # b {" }
  search random(
    3)
}
"""

pytestmark = needs("nvim", "neovim")


def neovim(script: Path, spec: Path) -> str:
    """Run a script in a Neovim that has opened a specification, with the mfc of these tests on its PATH."""
    home = {name: str(spec.parent / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    plain = ("--headless", "-n", "-u", "NONE", "-i", "NONE", "--cmd", f"set runtimepath^={PLUGIN}")
    on = ("--cmd", "filetype plugin indent on", "--cmd", "syntax on")
    return run(
        "nvim", *plain, *on, spec, "-c", f"luafile {script}", "-c", "quitall!", PATH=path, LANG="C.UTF-8", **home
    )


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a session in Neovim has seen, step by step."""
    directory = tmp_path_factory.mktemp("houses")
    spec = directory / "houses.mf"
    spec.write_text(SPEC)
    printed = neovim(SESSION, spec)
    assert (directory / "seen.json").exists(), printed
    return json.loads((directory / "seen.json").read_text())


def test_specs_have_a_type_of_their_own_and_colours(seen: dict[str, Any]) -> None:
    assert seen["filetype"] == "mfc"
    assert seen["colours"] == ["mfcDeclaration", "mfcTitle", "mfcString", "mfcType", "mfcName", "mfcIn", "mfcNumber"]


def test_a_broken_spec_shows_its_diagnostics(seen: dict[str, Any]) -> None:
    (finding,) = [one for one in seen["diagnostics"] if one["code"] == "MF203"]
    assert (finding["lnum"], finding["col"], finding["end_col"]) == (6, 2, 10)
    assert "max_deph" in finding["message"]


def test_it_is_mended_by_the_first_fix(seen: dict[str, Any]) -> None:
    assert "max_depth" in seen["fix"]
    assert seen["mended"] == SPEC.replace("max_deph", "max_depth")
    assert not [one for one in seen["left"] if one["code"] == "MF203"]


def test_completion(seen: dict[str, Any]) -> None:
    assert "min_samples_leaf" in seen["completions"]


def test_rename(seen: dict[str, Any]) -> None:
    assert seen["renamed"] == seen["mended"].replace("trees", "size")


def test_formatting(seen: dict[str, Any]) -> None:
    assert "\n  n_estimators =  size\n" not in seen["formatted"]
    assert seen["formatted"] == seen["formatted_twice"]
    assert "\n  n_estimators = size\n  max_depth    in 2..8\n" in seen["formatted"]


def test_findings_go_to_the_quickfix_list(seen: dict[str, Any]) -> None:
    (finding,) = [one for one in seen["quickfix"] if one["nr"] == 203]
    assert (finding["lnum"], finding["col"], finding["type"]) == (7, 3, "e")
    assert "max_deph" in finding["text"]


def test_indentation(tmp_path: Path) -> None:
    spec = tmp_path / "flat.mf"
    spec.write_text("".join(line.lstrip() for line in INDENTED.splitlines(keepends=True)))
    script = tmp_path / "indent.lua"
    script.write_text('vim.cmd("normal! gg=G") vim.cmd("write")')
    neovim(script, spec)
    assert spec.read_text() == INDENTED
