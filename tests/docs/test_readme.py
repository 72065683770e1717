"""What the README shows is what there is."""

import re
from pathlib import Path

import pytest

from mfc.cli.main import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
MISTAKEN = """\
tournament Mistaken "With two mistakes"

data mock.regression { noise = 10 }

model ridge: Ridge { alpha in [0.1, 1] }
model gbm: lightgbm.LGBMRegressor {
  num_leaves = 31
  max_deph in 1..8
  learning_rate ~ loguniform(0, 0.3)
  search random(3)
}
"""


def test_the_specification_is_that_of_the_quickstart() -> None:
    assert ("mf", (ROOT / "examples/quickstart.mf").read_text(encoding="utf-8")) in BLOCKS


def test_the_first_screen_of_the_flow_is_the_quickstarts() -> None:
    shown = next(text for language, text in BLOCKS if language == "python")
    assert shown in (ROOT / "examples/quickstart_flow.py").read_text(encoding="utf-8")


def test_a_mistake_gets_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.mf").write_text(MISTAKEN, encoding="utf-8")
    assert main(["check", "bad.mf"]) == 1
    assert ("", capsys.readouterr().out) in BLOCKS


def test_the_pictures_are_of_the_specification_shown() -> None:
    drawn = (ROOT / "docs/images/quickstart.txt").read_text(encoding="utf-8")
    assert drawn in (ROOT / "examples/quickstart_flow.py").read_text(encoding="utf-8"), "run `make pictures`"


def test_the_files_that_are_linked_exist() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
