"""`%%mfc` in a real JupyterLab, in a real Chromium."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import nbformat
import pytest
from chromium import PATIENCE, ROOT, browser, missing, served
from notebooks import notebook

AXE = ROOT / "build" / "playground-tools" / "node_modules" / "axe-core" / "axe.min.js"
SPEC = """\
tournament Trial "Two settings of ridge regression"
data mock.regression { n_samples = 100 }
folds kfold(2)
model ridge: Ridge { alpha in [0.1, 1] }
"""
CELLS = (
    "%load_ext mfc",
    f"%%mfc\n{SPEC.replace('alpha', 'alhpa')}",
    f"%%mfc trial\n{SPEC}",
    "trial",
    f"%%mfc --run\n{SPEC}",
)
SLOW = 5000 * PATIENCE

NO_LAB = None if find_spec("jupyterlab") else "JupyterLab is not installed: pip install -e '.[browser]'"

if reason := missing() or NO_LAB:
    pytest.skip(reason, allow_module_level=True)


@pytest.fixture(scope="module", params=["Light", "Dark"])
def lab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Yield a window with the notebook, all of whose cells but the last have been run."""
    folder = tmp_path_factory.mktemp("lab")
    nbformat.write(notebook(*CELLS), folder / "trial.ipynb")
    settings = folder / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    theme = {"theme": f"JupyterLab {request.param}"}
    (settings / "themes.jupyterlab-settings").write_text(json.dumps(theme))
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTERLAB_SETTINGS_DIR", str(folder / "settings"))
        patch.setenv("JUPYTER_CONFIG_DIR", str(folder / "config"))
        patch.setenv("USERNAME", "mfc")
        command = ["-m", "jupyterlab", "--no-browser", "--allow-root", "--port={port}", "--IdentityProvider.token="]
        with served(command, "http://127.0.0.1:{port}/lab", folder) as url, browser() as chromium:
            page = chromium.new_page(viewport={"width": 1000, "height": 1200})
            page.set_default_timeout(SLOW)
            page.goto(f"{url}/tree/trial.ipynb")
            page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
            page.locator(".jp-StatusBar-Widget", has_text="| Idle").wait_for()
            for number in range(len(CELLS) - 1):
                cell(page, number).locator(".jp-InputPrompt").click()
                page.keyboard.press("Shift+Enter")
                cell(page, number).locator(".jp-InputPrompt", has_text=f"[{number + 1}]").wait_for()
            yield page


def cell(page: Any, number: int) -> Any:
    """Return a cell of the notebook."""
    return page.locator(f".jp-Cell[data-windowed-list-index='{number}']")


def picture(page: Any, name: str) -> None:
    """Keep what the window shows."""
    pictures = ROOT / "build" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    theme = page.evaluate("document.body.dataset.jpThemeLight") == "true"
    page.screenshot(path=pictures / f"jupyterlab-{name}-{'light' if theme else 'dark'}.png")


def test_cells_show_findings_and_plan(lab: Any) -> None:
    assert cell(lab, 1).locator(".mfc mark").text_content() == "alhpa"
    assert "2 folds = 4 fits" in cell(lab, 2).locator(".mfc").text_content()
    assert cell(lab, 3).locator(".mfc .kd").first.text_content() == "tournament"
    picture(lab, "cells")


def test_colours_follow_the_theme(lab: Any) -> None:
    light = lab.evaluate("document.body.dataset.jpThemeLight") == "true"
    found = lab.evaluate("getComputedStyle(document.querySelector('.mfc')).colorScheme")
    assert found == ("light" if light else "dark")


def test_all_text_can_be_read(lab: Any) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make playground")
    lab.evaluate(AXE.read_text(encoding="utf-8"))
    rules = "{runOnly: ['color-contrast', 'image-alt', 'aria-progressbar-name']}"
    found = lab.evaluate(
        f"axe.run('.mfc', {rules}).then((result) => result.violations.map((one) => one.nodes[0].html))"
    )
    assert found == []


def test_a_run_shows_how_far_it_is_and_can_be_interrupted(lab: Any) -> None:
    last = len(CELLS) - 1
    cell(lab, last).click()
    lab.keyboard.press("Shift+Enter")
    cell(lab, last).locator(".mfc progress").wait_for()
    cell(lab, last).get_by_text("has started").or_(cell(lab, last).get_by_text("of 4 fits")).wait_for()
    picture(lab, "run")
    lab.keyboard.press("Escape")
    lab.keyboard.press("i")
    lab.keyboard.press("i")
    cell(lab, last).get_by_text("interrupted; finished tasks are kept").wait_for()
