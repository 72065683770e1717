import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

Run = Callable[..., Any]


@pytest.fixture
def houses(specs: Path) -> Path:
    """Write the data of a few houses."""
    (specs / "data").mkdir()
    path = specs / "data" / "houses.csv"
    sizes = [50 + i * 7 % 43 for i in range(60)]
    pd.DataFrame({"size": sizes, "town": ["a", "b", "c"] * 20, "price": [i * 2.5 for i in sizes]}).to_csv(
        path, index=False
    )
    return path


def test_a_specification_to_start_from_is_written(specs: Path, run: Run) -> None:
    said = "wrote tournament.mf; next: mfc check tournament.mf, mfc plan tournament.mf, mfc run tournament.mf\n"
    assert run("init") == (0, said, "")
    assert run("check", "tournament.mf") == (0, "no findings\n", "")
    assert run("init", "mine.mf").status == 0
    assert "mfc run mine.mf" in Path("mine.mf").read_text()


def test_one_for_data_is_written(houses: Path, run: Run) -> None:
    ran = run("init", "--data", "data/houses.csv", "--target", "price")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("wrote houses.mf; next: ")
    assert 'data csv("data/houses.csv") {' in Path("houses.mf").read_text()
    assert run("check", "houses.mf") == (0, "no findings\n", "")
    assert run("compile", "houses.mf").status == 0


def test_parquet_is_read_as_well(houses: Path, run: Run) -> None:
    pytest.importorskip("pyarrow")
    pd.read_csv(houses).assign(sold=pd.Timestamp("2020-01-01")).to_parquet("homes.parquet")
    assert run("init", "--data", "homes.parquet", "--target", "price").status == 0
    assert 'data parquet("homes.parquet") {' in Path("homes.mf").read_text()
    assert run("check", "homes.mf") == (0, "no findings\n", "")


def test_the_data_are_found_from_the_specification(houses: Path, run: Run) -> None:
    Path("specs").mkdir()
    run("init", "specs/mine.mf", "--data", "data/houses.csv", "--target", "town", "--task", "classification")
    text = Path("specs/mine.mf").read_text()
    assert 'data csv("../data/houses.csv") {' in text
    assert "task classification" in text


def test_how_the_file_is_written_reaches_the_flow(specs: Path, run: Run) -> None:
    rows = "".join(f"{i % 13};{i % 5},25;{'?' if i % 9 == 0 else i * 7 % 11};{2 * i % 17},5\n" for i in range(80))
    Path("trips.csv").write_bytes(b"\xef\xbb\xbfperson;kosten;zahl;preis\n" + rows.encode())
    assert run("init", "--data", "trips.csv", "--target", "preis").status == 0
    text = Path("trips.mf").read_text()
    assert 'data csv("trips.csv", sep = ";", decimal = ",", na_values = ["?"]) {' in text
    assert "group   = person" in text
    assert run("check", "trips.mf") == (0, "no findings\n", "")
    assert run("compile", "trips.mf").status == 0
    flow = Path("trips_flow.py").read_text()
    assert 'READING = {"sep": ";", "decimal": ",", "na_values": ["?"]}' in flow
    assert "low_memory=False, **READING)" in flow
    assert run("compile", "--predict", "trips.mf").status == 0
    assert '"decimal": ","' in Path("trips_predict_flow.py").read_text()


def test_amounts_of_money_reach_the_flow_as_numbers(specs: Path, run: Run) -> None:
    rows = "".join(f'{"?" if i % 9 == 0 else i % 13},"${1000 + 97 * i:,}",{i % 2}\n' for i in range(80))
    Path("cars.csv").write_text("wt,money,y\n" + rows)
    assert run("init", "--data", "cars.csv", "--target", "y").status == 0
    text = Path("cars.mf").read_text()
    assert '# "$" is left out of amounts of money, which are read as numbers.\n' in text
    assert 'data csv("cars.csv", thousands = ",", currency = "$", na_values = ["?"]) {' in text
    assert "numeric = [wt, money]" in text
    assert run("check", "cars.mf") == (0, "no findings\n", "")
    assert run("compile", "cars.mf").status == 0
    assert "self.reading = READING | AMOUNTS" in Path("cars_flow.py").read_text()


@pytest.mark.parametrize(
    ("option", "numbers"),
    [
        ('thousands = ","', [f"{1000 + 97 * i:,}" for i in range(80)]),
        ('decimal = ","', [f"{i % 7},5" for i in range(80)]),
    ],
)
def test_quoted_numbers_may_have_the_separator_in_them(specs: Path, run: Run, option: str, numbers: list[str]) -> None:
    rows = "".join(f'"{number}",{i % 2}\n' for i, number in enumerate(numbers))
    Path("quoted.csv").write_text("x,y\n" + rows)
    assert run("init", "--data", "quoted.csv", "--target", "y").status == 0
    assert f'data csv("quoted.csv", {option}) {{' in Path("quoted.mf").read_text()
    assert run("check", "quoted.mf") == (0, "no findings\n", "")


def test_nothing_is_written_over(houses: Path, run: Run) -> None:
    before = Path("good.mf").read_text()
    assert run("init", "good.mf") == (2, "", "mfc: `good.mf` exists; name another file, or move it away\n")
    assert run("init", "good.mf", "--data", "data/houses.csv", "--target", "price").status == 2
    assert Path("good.mf").read_text() == before
    Path("link.mf").symlink_to("nowhere.mf")
    assert run("init", "link.mf").status == 2


def test_rows_without_a_target_are_told_of(houses: Path, run: Run) -> None:
    houses.write_text(houses.read_text() + "51,a,\n")
    ran = run("init", "--data", "data/houses.csv", "--target", "price")
    assert ran.status == 0
    assert ran.err == ""
    text = Path("houses.mf").read_text()
    assert "# 1 row has no price; it is left out.\n" in text
    assert "missing_target = drop\n" in text


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--target", "price"], "--target and --task need --data; see `mfc init --help`"),
        (["mine.txt"], "the name of a specification must end in .mf; see `mfc init --help`"),
        (["missing/mine.mf"], "cannot write `missing/mine.mf`: there is no directory `missing`"),
        (["--data", "missing.csv", "--target", "x"], "cannot read `missing.csv`: no such file"),
        (["--data", "data", "--target", "x"], "cannot read `data`: it is a directory"),
        (["--data", "data/houses.csv", "--target", "prize"], "has no column `prize`; did you mean `price`"),
        (
            ["--data", "data/houses.csv", "--target", "price", "--task", "guess"],
            "argument --task: invalid choice: 'guess'",
        ),
    ],
)
def test_what_cannot_be_is_a_complaint(houses: Path, run: Run, words: list[str], complaint: str) -> None:
    ran = run("init", *words)
    assert (ran.status, ran.out) == (2, "")
    assert complaint in ran.err


def test_without_pandas_it_says_so(houses: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    importing = builtins.__import__

    def without(name: str, *arguments: Any) -> Any:
        if name == "pandas":
            message = "No module named 'pandas'"
            raise ModuleNotFoundError(message, name="pandas")
        return importing(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", without)
    ran = run("init", "--data", "data/houses.csv", "--target", "price")
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'metaflow-mfc[flows]' pyarrow" in ran.err
