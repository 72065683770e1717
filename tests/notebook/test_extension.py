"""`%%mfc` in real notebooks, run by a real kernel."""

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from notebooks import client, notebook, told

EXAMPLES = Path(__file__).parents[2] / "examples"
SPEC = """\
tournament Trial
data mock.regression { n_samples = 100 }
folds kfold(2)
model ridge: Ridge { alpha in [0.1, 1] }
"""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Yield what the cells of the example show, by their text."""
    folder = tmp_path_factory.mktemp("notebook")
    for file in EXAMPLES.glob("*.mf"):
        shutil.copy(file, folder)
    made = nbformat.read(EXAMPLES / "notebook.ipynb", as_version=4)
    client(made, folder).execute()
    yield {cell.source.partition("\n")[0]: told(cell) for cell in made.cells if cell.cell_type == "code"}
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return what cells show that run nothing."""
    folder = tmp_path_factory.mktemp("cells")
    (folder / "trial_flow.py").write_text("mine\n")
    made = notebook(
        "%load_ext mfc",
        f"%%mfc\n{SPEC.replace('alpha', '<b>alhpa')}",
        f"%%mfc --write\n{SPEC}",
        f"%%mfc --write\n{SPEC.replace('Trial', 'Other')}",
        f"%%mfc --rows 3\n{SPEC}",
        f"%%mfc --nonsense\n{SPEC}",
        f"%%mfc --help\n{SPEC}",
        "import signal; signal.getsignal(signal.SIGINT).__name__",
        f"%%mfc --run --quik\n{SPEC}",
    )
    client(made, folder).execute()
    assert (folder / "trial_flow.py").read_text() == "mine\n"
    assert "class Other(FlowSpec)" in (folder / "other_flow.py").read_text()
    return [told(cell) for cell in made.cells]


def test_findings_are_shown_with_the_place_marked(played: dict[str, str]) -> None:
    assert "<mark>alhpa</mark>" in played["%%mfc"]
    assert "did you mean `alpha`?" in played["%%mfc"]


def test_the_plan_is_shown(played: dict[str, str]) -> None:
    assert "2 folds = 4 fits, in 2 tasks" in played["%%mfc trial"]


def test_a_run_shows_its_end_its_leaderboard_and_its_figures(played: dict[str, str]) -> None:
    told = played["%%mfc run --run --rows 100"]
    assert '<progress aria-label="fits" value="4" max="4">' in told
    assert "is finished" in told
    assert "ridge-001" in told
    assert told.count("data:image/png;base64,") == 4
    assert "held-out rows of 100 from make_regression" in told


def test_the_run_has_its_results(played: dict[str, str]) -> None:
    assert "<table" in played["run.leaderboard"]
    assert "held-out rows" in played["run.summary"]
    assert "mfContainerId" in played["run.card()"]
    assert played['rows = run.run.data.data.drop(columns="target").head(3)'].startswith("array([")


def test_a_file_is_loaded(played: dict[str, str]) -> None:
    assert '<span class="kd">tournament</span>' in played["import mfc"]
    assert "no findings" in played["spec.findings"]
    assert "lightgbm.LGBMRegressor" in played["spec.plan(rows=500)"]


def test_text_of_a_specification_is_text(shown: list[str]) -> None:
    assert "&lt;" in shown[1]
    assert "<b>" not in shown[1]


def test_files_of_others_are_kept(shown: list[str]) -> None:
    assert "will not replace `trial_flow.py`" in shown[2] or "was not written by mfc" in shown[2]
    assert "wrote other_flow.py" in shown[3]


def test_what_cannot_be_done_is_said_in_a_sentence(shown: list[str]) -> None:
    assert "the tournament has no parameter `rows`" in shown[4]
    assert "expected a value after `--nonsense`" in shown[5]
    assert "--run" in shown[6]
    assert "expected a value after `--quik`; did you mean `--quick` or" in shown[8]
    assert not any("Traceback" in text for text in shown)


async def test_interrupting_the_cell_ends_the_run(tmp_path: Path) -> None:
    made = notebook("%load_ext mfc", f"%%mfc --run\n{SPEC}", "import signal; signal.getsignal(signal.SIGINT).__name__")
    running = client(made, tmp_path)
    async with running.async_setup_kernel():
        await running.async_execute_cell(made.cells[0], 0)
        cell = asyncio.ensure_future(running.async_execute_cell(made.cells[1], 1))
        while not cell.done() and "has started" not in told(made.cells[1]):
            await asyncio.sleep(0.5)
        assert running.km is not None
        await running.km.interrupt_kernel()
        with pytest.raises(Exception, match="KeyboardInterrupt"):
            await cell
        assert "interrupted; finished tasks are kept" in told(made.cells[1])
        found = subprocess.run(["pgrep", "-f", str(tmp_path)], capture_output=True, text=True, check=False).stdout
        assert "trial_flow.py" not in found
        await running.async_execute_cell(made.cells[2], 2)
        assert "default_int_handler" in told(made.cells[2])
