"""What the page about the commands shows is what they print."""

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from mfc.cli import main
from mfc.emit.header import STAMP
from mfc.runs.forecast import Contender, Forecast
from mfc.runs.graph import Step

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
PLAN, BLAME = re.findall(r"^```\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def printed(*words: str) -> str:
    with redirect_stdout(StringIO()) as out:
        assert main.main(words) == 0
    return out.getvalue()


def test_the_plan_is_that_of_the_quickstart() -> None:
    assert printed("plan", "examples/quickstart.mf") == PLAN


def test_the_line_is_one_of_the_quickstarts() -> None:
    flow = (ROOT / "examples" / "quickstart_flow.py").read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(flow, 1) if '"learning_rate": loguniform' in line)
    command, _, answer = BLAME.partition("\n")
    *words, place = command.split()[2:]
    assert printed(*words, f"{place.partition(':')[0]}:{number}") == answer


def test_the_stamp_looks_like_that() -> None:
    shown = next(line for line in PAGE.splitlines() if line.startswith("    # mfc: spec"))
    assert STAMP.fullmatch(shown.strip() + "\n")


def test_every_key_of_the_json_is_there() -> None:
    keys = {*Forecast._fields, *Contender._fields, *Step._fields, "n_candidates", "n_fits"}
    assert keys <= set(re.findall(r"`(\w+)`", PAGE))


def test_every_option_of_compile_is_there() -> None:
    with redirect_stdout(StringIO()) as out:
        main.main(["compile", "--help"])
    assert set(re.findall(r"--[a-z]+", out.getvalue())) - {"--help", "--output"} <= set(re.findall(r"--[a-z]+", PAGE))
