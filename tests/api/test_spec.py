import doctest
from pathlib import Path

import pytest

import mfc
from mfc.api import spec as module
from mfc.api.errors import SpecError

SPEC = """\
tournament SmallTrial "Two settings of ridge"
param rows = 200 "Rows to mock"
data mock.regression { n_samples = rows }
folds kfold(2)
model ridge: Ridge { alpha in [0.1, 1] }
"""


def test_the_examples_of_the_documentation_are_right() -> None:
    assert doctest.testmod(module).failed == 0


def test_a_file_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "houses.mf"
    file.write_text(SPEC)
    spec = mfc.load(file)
    assert (spec.text, spec.name, spec.path) == (SPEC, str(file), tmp_path / "houses_flow.py")
    assert spec.findings == ()


@pytest.mark.parametrize(("content", "message"), [(None, "no such file"), (b"\xff", "not UTF-8")])
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, message: str) -> None:
    file = tmp_path / "houses.mf"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(mfc.MfcError, match=message):
        mfc.load(file)


def test_what_is_included_is_read(tmp_path: Path) -> None:
    (tmp_path / "models.mf").write_text("model ridge: Ridge { alpha in [0.1, 1] }\n")
    (tmp_path / "houses.mf").write_text(f'include "models.mf"\n{SPEC[: SPEC.index("model")]}')
    assert "Ridge" in mfc.load(tmp_path / "houses.mf").flow()


@pytest.mark.parametrize(("text", "name"), [(SPEC, "small_trial.mf"), ("seed 1", "tournament.mf")])
def test_a_text_is_called_after_its_tournament(text: str, name: str) -> None:
    assert mfc.loads(text).name == name
    assert mfc.loads(text, "other.mf").name == "other.mf"


def test_a_specification_with_errors_has_no_flow() -> None:
    spec = mfc.loads(SPEC.replace("alpha", "alhpa"))
    for use in (spec.flow, spec.write, spec.plan, spec.run):
        with pytest.raises(SpecError, match="did you mean `alpha`") as raised:
            use()
        assert raised.value.findings == spec.findings


def test_the_flow_is_written_beside_the_specification(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    spec = mfc.loads(SPEC)
    assert spec.write() == Path("small_trial_flow.py")
    assert Path("small_trial_flow.py").read_text() == spec.flow()
    assert spec.write(tmp_path / "other.py") == tmp_path / "other.py"


def test_edits_are_kept_unless_by_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    spec = mfc.loads(SPEC)
    file = spec.write()
    file.write_text(file.read_text().replace("import", "import  ", 1))
    with pytest.raises(mfc.MfcError, match="was edited since mfc wrote it"):
        spec.write()
    spec.write(force=True)
    assert file.read_text() == spec.flow()


def test_the_plan_takes_parameters() -> None:
    plan = mfc.loads(SPEC).plan(rows=100)
    assert plan.forecast.parameters == {"rows": 100}
    assert "2 folds = 4 fits, in 2 tasks" in str(plan)
    with pytest.raises(mfc.MfcError, match="has no parameter `row`; did you mean `rows`"):
        mfc.loads(SPEC).plan(row=100)


def test_options_of_a_command_line_get_their_values() -> None:
    spec = mfc.loads(SPEC)
    assert spec.typed({"rows": "100", "max_workers": "4", "namespace": "user:a"}) == {
        "rows": 100,
        "max_workers": 4,
        "namespace": "user:a",
    }
    with pytest.raises(mfc.MfcError):
        spec.typed({"rows": "many"})


def test_cells_show_code_in_colours() -> None:
    spec = mfc.loads(SPEC)
    assert '<span class="kd">tournament</span>' in spec._repr_html_()
    assert '<span class="kn">import</span>' in spec.flow()._repr_html_()
