import pytest
from checking import findings

FILE = 'task regression\ndata csv("houses.csv") { target = price, drop = [id] }'


@pytest.mark.parametrize("columns", ["[region]", '["number of rooms", town]', "[]"])
def test_columns_of_a_file_may_be_slices(columns: str) -> None:
    assert findings(*FILE.splitlines(), f"report {{ slices = {columns} }}") == []


@pytest.mark.parametrize(
    ("data", "columns", "code", "marked"),
    [
        (FILE, "[price]", "MF407", "price"),
        (FILE, "[region, id]", "MF407", "id"),
        (FILE, "[region, region]", "MF202", "region"),
        (FILE + "\ntest none", "[region]", "MF407", "region"),
        (FILE, "[3]", "MF301", "3"),
        (FILE, "region", "MF301", "region"),
        ('data sklearn("diabetes")', "[agee]", "MF201", "agee"),
        ("data mock.regression", "[region]", "MF201", "region"),
        ("data mock.regression", "[target]", "MF407", "target"),
    ],
)
def test_columns_that_cannot_be(data: str, columns: str, code: str, marked: str) -> None:
    assert findings(*data.splitlines(), f"report {{ slices = {columns} }}") == [(code, marked)]


@pytest.mark.parametrize(("data", "column"), [('data sklearn("diabetes")', "age"), ("data mock.regression", "num_3")])
def test_columns_that_are_known_to_exist(data: str, column: str) -> None:
    assert findings(data, f"report {{ slices = [{column}] }}") == []
