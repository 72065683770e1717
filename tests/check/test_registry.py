import compileall
import inspect
from pathlib import Path

import pytest

from mfc.check.registry import rules_in, takes
from mfc.check.rules import MODEL_RULES, RULES
from mfc.check.targets import TARGET_RULES

CHECK = Path(__file__).parents[2] / "compiler" / "check"


@pytest.mark.parametrize(("folder", "rules"), [("rules", (*RULES, *MODEL_RULES)), ("targets", TARGET_RULES)])
def test_every_file_is_a_rule(folder: str, rules: tuple[object, ...]) -> None:
    files = {path.stem for path in (CHECK / folder).glob("*.py")} - {"__init__"}
    assert sorted(rule.__name__ for rule in rules) == sorted(files)


def test_rules_take_what_they_are_given() -> None:
    assert {next(iter(inspect.signature(rule).parameters)) for rule in RULES} == {"outline"}
    assert {next(iter(inspect.signature(rule).parameters)) for rule in MODEL_RULES} == {"entrant"}
    assert {len(inspect.signature(rule).parameters) for rule in TARGET_RULES} == {3}


def test_a_new_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "some_rules"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "second.py").write_text("def second(outline, report): ...\n")
    (package / "first.py").write_text("def first(entrant, outline, report): ...\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    first, second = rules_in("some_rules", str(package / "__init__.py"))
    assert (first.__name__, second.__name__) == ("first", "second")
    assert takes(first, 3)
    assert takes(second, 2)


def test_compiled_modules_without_their_source_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "compiled_rules"
    package.mkdir()
    for name in "__init__", "only":
        (package / f"{name}.py").write_text("def only(outline, report): ...\n")
    compileall.compile_dir(package, quiet=1, legacy=True)
    (package / "only.py").unlink()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert [rule.__name__ for rule in rules_in("compiled_rules", str(package / "__init__.pyc"))] == ["only"]
