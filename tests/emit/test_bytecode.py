import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from mfc.emit.bytecode import Bytecode


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "somewhere").mkdir()
    (tmp_path / "somewhere" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.delitem(sys.modules, "somewhere", raising=False)
    return "somewhere"


def rendered(package: str, template: str) -> str:
    environment = Environment(loader=DictLoader({"t": template}), bytecode_cache=Bytecode(package), autoescape=False)
    return environment.get_template("t").render()


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.jinja.cache"))


def test_a_template_is_kept_beside_the_modules_of_its_package(package: str, tmp_path: Path) -> None:
    assert rendered(package, "{{ 1 + 1 }}") == "2"
    assert [path.parent for path in kept(tmp_path)] == [tmp_path / "somewhere" / "__pycache__"]
    assert rendered(package, "{{ 1 + 1 }}") == "2"


def test_a_changed_template_is_compiled_again(package: str) -> None:
    assert rendered(package, "{{ 1 + 1 }}") == "2"
    assert rendered(package, "{{ 1 + 2 }}") == "3"


def test_nothing_is_kept_where_python_keeps_nothing(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(package, "{{ 1 + 1 }}") == "2"
    assert kept(tmp_path) == []


def test_a_folder_that_cannot_be_written_does_no_harm(package: str, tmp_path: Path) -> None:
    (tmp_path / package / "__pycache__").touch()  # a file where the folder would be
    assert rendered(package, "{{ 1 + 1 }}") == "2"


@pytest.mark.parametrize("cut", [0, 20, 40, 200])
def test_a_damaged_file_is_made_anew(package: str, tmp_path: Path, cut: int) -> None:
    assert rendered(package, "{{ 1 + 1 }}") == "2"
    [path] = kept(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:cut])
    assert rendered(package, "{{ 1 + 1 }}") == "2"
    assert path.read_bytes() == whole
