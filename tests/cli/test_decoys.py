"""No command imports what lies in the directory it is run in, or beside a specification; `--imports` alone does."""

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from flows import clean_environment

MFC = str(Path(sys.executable).with_name("mfc"))
SPEC = """\
tournament Demo
task regression
data csv("rows.csv") { target = y }
folds kfold(2)
preprocess { numeric -> own.features.Clip() }
model ridge: Ridge { alpha in [0.1, 1.0] }
model mine: own.models.Mine { depth in [1, 2] }
"""
PYPROJECT = '[tool.mfc]\nselect = ["MF6"]\n[tool.black]\nline-length = 20\n'
OUTSIDE = [name for name in packages_distributions() if name.isidentifier() and name != "mfc"]
STANDARD = [name for name in sys.stdlib_module_names if not name.startswith("_")]
COMMANDS: Sequence[list[str]] = [
    ["check", "spec.mf"],
    ["check", "--fix", "--target", "argo", "--format", "sarif", "."],
    ["fmt", "spec.mf"],
    ["compile", "spec.mf"],
    ["compile", "--predict", "spec.mf"],
    ["compile", "--check", "spec.mf"],
    ["image", "spec.mf"],
    ["blame", "spec_flow.py"],
    ["plan", "spec.mf"],
    ["init"],
    ["init", "--data", "rows.csv", "--target", "y", "new.mf"],
    ["explain", "MF203"],
    ["completion", "bash"],
    ["results"],
    ["export", "Demo", "out"],
    ["lsp"],
]


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checked-out repository that leaves a mark wherever a module of it is imported."""
    folder = tmp_path_factory.mktemp("trap")
    mark = f"open({str(folder / 'sprung')!r}, 'a').write(__name__ + chr(10))\n"
    for name in {*OUTSIDE, *STANDARD, "own", "sitecustomize", "usercustomize", "conftest", "metaflow_extensions"}:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(mark)
    (folder / "own" / "models.py").write_text(f"{mark}class Mine: ...\n")
    (folder / "own" / "features.py").write_text(f"{mark}class Clip: ...\n")
    (folder / "spec.mf").write_text(SPEC)
    (folder / "rows.csv").write_text("x,y\n" + "".join(f"{i},{i % 7}\n" for i in range(50)))
    (folder / "pyproject.toml").write_text(PYPROJECT)
    return folder


def sprung(trap: Path, command: list[str], said: bytes = b"") -> tuple[list[str], bytes]:
    mark = trap / "sprung"
    mark.unlink(missing_ok=True)
    ran = subprocess.run(command, cwd=trap, env=clean_environment(trap), input=said, capture_output=True, timeout=240)
    assert b"Traceback" not in ran.stderr, ran.stderr
    assert b"bug in mfc" not in ran.stderr, ran.stderr
    return (mark.read_text().split() if mark.exists() else []), ran.stdout + ran.stderr


def session(trap: Path) -> bytes:
    """Return what an editor says that opens the specification."""
    uri = (trap / "spec.mf").as_uri()
    messages = [
        {"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}},
        {"method": "initialized", "params": {}},
        {
            "method": "textDocument/didOpen",
            "params": {"textDocument": {"uri": uri, "languageId": "mfc", "version": 1, "text": SPEC}},
        },
        {
            "id": 2,
            "method": "textDocument/hover",
            "params": {"textDocument": {"uri": uri}, "position": {"line": 6, "character": 20}},
        },
        {"id": 3, "method": "shutdown", "params": None},
        {"method": "exit", "params": None},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_imports_nothing_of_a_repository(trap: Path, words: list[str]) -> None:
    said = session(trap) if words == ["lsp"] else b""
    found, output = sprung(trap, [MFC, *words], said)
    assert found == []
    assert output
    (trap / "tournament.mf").unlink(missing_ok=True)
    (trap / "new.mf").unlink(missing_ok=True)


def test_imports_have_to_be_asked_for(trap: Path) -> None:
    found, _ = sprung(trap, [MFC, "check", "--imports", "spec.mf"])
    assert {"own", "own.models", "own.features"} <= set(found)


def test_a_setting_of_a_repository_cannot_ask_for_them(trap: Path) -> None:
    (trap / "pyproject.toml").write_text("[tool.mfc]\nimports = true\n")
    found, output = sprung(trap, [MFC, "check", "."])
    (trap / "pyproject.toml").write_text(PYPROJECT)
    assert found == []
    assert b"`imports` is not a setting" in output


def test_python_dash_m_imports_nothing_of_a_repository(trap: Path, tmp_path: Path) -> None:
    for name in OUTSIDE:
        (trap / name).rename(tmp_path / name)
    mark = trap / "sprung"
    mark.unlink(missing_ok=True)
    command = [sys.executable, "-m", "mfc", "compile", "--stdout", str(trap / "spec.mf")]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True)
    assert ran.stdout
    assert not mark.exists()
