"""Tables that ship inside packages: from the file to a first look by `init`, `check` and `run`, or a sentence why not.

Nothing of them is kept here: `make soak` installs the packages (the extra `soak`).
"""

import csv
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile

import pandas as pd
import pytest
from rehearsal import Rehearsal

from mfc.starter.spec import Place, write_spec
from mfc.starter.table import look

TABLES = {
    "palmerpenguins/data/penguins.csv": "species",
    "palmerpenguins/data/penguins-raw.csv": "Species",
    "lifelines/datasets/kidney_transplant.csv": "death",
    "lifelines/datasets/gbsg2.csv": "cens",
    "lifelines/datasets/rossi.csv": "arrest",
    "lifelines/datasets/lung.csv": "status",
    "lifelines/datasets/canadian_senators.csv": "Political Affiliation at Appointment",
    "lifelines/datasets/dd.csv": "regime",
    "vega_datasets/_data/airports.csv": "latitude",
    "vega_datasets/_data/seattle-weather.csv": "weather",
    "vega_datasets/_data/stocks.csv": "price",
    "vega_datasets/_data/la-riots.csv": "type",
    "statsmodels/datasets/anes96/anes96.csv": "vote",
    "statsmodels/datasets/fair/fair.csv": "affairs",
    "statsmodels/datasets/modechoice/modechoice.csv": "choice",
    "statsmodels/datasets/star98/star98.csv": "MATHTOT",
    "statsmodels/datasets/grunfeld/grunfeld.csv": "invest",
    "statsmodels/datasets/heart/heart.csv": "survival",
    "statsmodels/datasets/cpunish/cpunish.csv": "EXECUTIONS",
    "statsmodels/datasets/co2/co2.csv": "co2",
    "vega_datasets/_data/iowa-electricity.csv": "net_generation",
}
"""A target for each table."""

TOO_FEW_ROWS = {
    "lifelines/datasets/canadian_senators.csv": (
        "the smallest class of `Political Affiliation at Appointment` has 1 row, too few to split: "
        "merge it with another, leave its rows out, or choose another --target"
    ),
    "statsmodels/datasets/cpunish/cpunish.csv": (
        "too few rows with a `EXECUTIONS` for a test and folds: 17, and 20 are needed"
    ),
}
"""Tables that are refused, and the reason."""

ODDLY_WRITTEN = [
    "palmerpenguins/data/penguins.csv",
    "palmerpenguins/data/penguins-raw.csv",
    "lifelines/datasets/gbsg2.csv",
    "lifelines/datasets/lung.csv",
]
WRITINGS: dict[str, Callable[[pd.DataFrame, Path], None]] = {
    "separator and decimal": lambda rows, path: rows.to_csv(path, sep=";", decimal=",", index=False),
    "tabs and UTF-16": lambda rows, path: rows.to_csv(path, sep="\t", encoding="utf-16", index=False),
    "BOM": lambda rows, path: rows.to_csv(path, encoding="utf-8-sig", index=False),
    "CRLF": lambda rows, path: rows.to_csv(path, lineterminator="\r\n", index=False),
    "quotes": lambda rows, path: rows.to_csv(path, quoting=csv.QUOTE_ALL, index=False),
    "gaps": lambda rows, path: rows.to_csv(path, na_rep="?", index=False),
    "Latin-1": lambda rows, path: rows.assign(note="é").to_csv(path, encoding="latin-1", index=False),
    "a column of the index": lambda rows, path: rows.to_csv(path),
    "a header that is there twice": lambda rows, path: rows.join(rows[rows.columns[:1]], rsuffix="_").to_csv(
        path, header=[*rows.columns, rows.columns[0]], index=False
    ),
    "a column without a header": lambda rows, path: rows.assign(**{"": None}).to_csv(path, index=False),
}
pytestmark = pytest.mark.soak


def table(name: str, folder: Path) -> Path:
    """Copy a table of a package into a folder, without importing the package."""
    package, _, file = name.partition("/")
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        pytest.skip(f"{package} is not installed: make soak")
    return Path(copyfile(Path(spec.origin).parent / file, folder / Path(file).name))


def mfc(folder: Path, *words: str) -> tuple[int, str]:
    """Run a command in a folder; return its exit status and what it prints."""
    command = [Path(sys.executable).with_name("mfc"), *words]
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    return ran.returncode, ran.stdout + ran.stderr


@pytest.mark.parametrize("name", [name for name in TABLES if name not in TOO_FEW_ROWS])
def test_a_table_is_looked_at_without_an_edit(tmp_path: Path, name: str) -> None:
    file = table(name, tmp_path)
    init = ["init", "table.mf", "--data", file.name, "--target", TABLES[name]]
    for words in (init, ["check", "table.mf"], ["run", "--quick", "table.mf"]):
        status, said = mfc(tmp_path, *words)
        assert status == 0, said
    _, _, board = said.partition("The best of ")
    assert "baseline-000" in board.partition("\n\n")[0]


@pytest.mark.parametrize("name", TOO_FEW_ROWS)
def test_a_table_is_refused_with_a_sentence_that_says_why(tmp_path: Path, name: str) -> None:
    file = table(name, tmp_path)
    refused = mfc(tmp_path, "init", "table.mf", "--data", file.name, "--target", TABLES[name])
    assert refused == (2, f"mfc: {TOO_FEW_ROWS[name]}\n")


@pytest.fixture(scope="module")
def leaderboards() -> dict[str, pd.DataFrame]:
    """The leaderboards of tables as they are, by their names."""
    return {}


def leaderboard(file: Path, target: str) -> pd.DataFrame:
    """Take a first look at a table in this process."""
    spec = write_spec(look(file, target, None), Place("table.mf", file.name))
    board: pd.DataFrame = Rehearsal(file.parent, spec, first_look=True).play("rank").leaderboard
    return board


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("name", ODDLY_WRITTEN)
def test_however_a_table_is_written_the_leaderboard_is_the_same(
    tmp_path: Path, name: str, writing: str, leaderboards: dict[str, pd.DataFrame]
) -> None:
    file = table(name, tmp_path)
    if name not in leaderboards:
        leaderboards[name] = leaderboard(file, TABLES[name])
    WRITINGS[writing](pd.read_csv(file), file)
    pd.testing.assert_frame_equal(leaderboard(file, TABLES[name]), leaderboards[name], check_exact=True)
