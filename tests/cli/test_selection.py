from argparse import Namespace
from pathlib import Path

import pytest

from mfc.cli.console import CommandError
from mfc.cli.selection import Selection
from mfc.settings import settings_for


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pyproject.toml").write_text('[tool.mfc]\nselect = ["MF6"]\nignore = ["MF602"]\nstrict = true\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def selection(**options: object) -> Selection:
    return Selection.of(Namespace(**{"select": None, "ignore": None, "strict": False} | options))


def test_options_go_before_settings(project: Path) -> None:
    found = selection(ignore=["MF603,MF604", "mf605"]).settings("x.mf")
    assert (found.select, found.ignore) == (("MF6",), ("MF603", "MF604", "MF605"))


def test_switches_are_on_if_either_says_so(project: Path) -> None:
    assert selection().settings("x.mf").strict
    (project / "pyproject.toml").write_text("[tool.mfc]\n")
    settings_for.cache_clear()
    assert selection(strict=True).settings("x.mf").strict
    assert not selection().settings("x.mf").strict


def test_the_standard_input_belongs_to_where_mfc_is_run(project: Path) -> None:
    assert selection().settings("<stdin>").ignore == ("MF602",)


def test_a_mistake_is_a_complaint(project: Path) -> None:
    with pytest.raises(CommandError, match="unknown code `MF9`"):
        selection(select=["MF9"])
    (project / "sub").mkdir()
    (project / "sub" / "pyproject.toml").write_text("[tool.mfc]\nx = 1\n")
    with pytest.raises(CommandError, match="unknown key `x`"):
        selection().settings("sub/x.mf")
