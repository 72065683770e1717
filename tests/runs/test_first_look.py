import ast
from pathlib import Path

import pytest

from mfc.pipeline import Compilation
from mfc.plan.quick import quick
from mfc.runs.first_look import Written, first_look
from mfc.source import Source

SPEC = """\
tournament Small
data mock.regression { n_samples = 100_000 }
folds kfold(5)
model ridge: Ridge { alpha in [0.1, 1] }
"""


@pytest.fixture
def compilation(tmp_path: Path) -> Compilation:
    return Compilation(Source(str(tmp_path / "small.mf"), SPEC))


def test_the_flow_is_that_of_the_smaller_plan(compilation: Compilation, tmp_path: Path) -> None:
    with first_look(compilation) as written:
        smaller = quick(compilation.plan, str(tmp_path))
        assert written.plan == smaller._replace(report=written.plan.report)
        assert f"class {smaller.name}(FlowSpec)" in written.flow.read_text(encoding="utf-8")
        ast.parse(written.flow.read_text(encoding="utf-8"))


def test_nothing_of_it_is_beside_the_specification_and_nothing_is_left(
    compilation: Compilation, tmp_path: Path
) -> None:
    with first_look(compilation) as written:
        folder = written.flow.parent
        assert written.flow.name == "small_first_look_flow.py"
        assert Path(written.plan.report.directory).parent == folder
        assert not folder.is_relative_to(tmp_path)
        assert written.beside == tmp_path.resolve()
    assert not folder.exists()
    assert [*tmp_path.iterdir()] == []


def test_its_file_is_temporary_and_that_of_a_run_is_not(compilation: Compilation) -> None:
    with first_look(compilation) as written:
        assert written.is_temporary
    assert not Written(compilation.plan, Path("small_flow.py")).is_temporary


def test_it_is_removed_after_a_failure_too(compilation: Compilation) -> None:
    with pytest.raises(KeyboardInterrupt), first_look(compilation) as written:
        raise KeyboardInterrupt
    assert not written.flow.exists()
