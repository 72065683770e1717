"""The checker knows the names of the library as it is."""

import ast
import subprocess
import sys

import pytest

from mfc.emit.library import library_names, packaged
from mfc.emit.reserved import FILE, attributes, reserved_names
from mfc.meaning.reserved import CLASSES, LIBRARY, PARAMETERS, STORED
from mfc.pipeline import Compilation
from mfc.source import Source


def test_the_file_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == reserved_names(), "run `python -m mfc.emit.reserved`"


def test_what_flows_store_is_found_in_templates_and_in_what_is_rendered() -> None:
    found = attributes()
    assert {"leaderboard", "model", "threshold"} <= found  # in templates
    assert {"schema", "data_path", "fits_per_task", "lost"} <= found  # in texts
    assert found == STORED
    assert library_names() == LIBRARY


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_no_parameter_can_be_called_like_any_of_them(name: str) -> None:
    model = "model r: Ridge { alpha in [1, 2] }"
    spec = f"tournament T\nparam {name} = 60\ndata mock.regression {{ n_samples = {name} }}\n{model}\n"
    assert "MF211" in {one.code.id for one in Compilation(Source("t.mf", spec)).diagnostics}


def test_writing_it_again_changes_nothing() -> None:
    before = FILE.read_bytes()
    subprocess.run([sys.executable, "-m", "mfc.emit.reserved"], check=True)
    assert FILE.read_bytes() == before


def test_no_tournament_may_be_called_as_a_class_or_function_of_the_library() -> None:
    defined = {
        node.name
        for path in packaged().folder.glob("*.py")
        if path.stem != "spec"
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    assert defined <= CLASSES
