import pytest
from checking import finding, findings

QUERY = '"select * from a order by id"'


def found(source: str) -> list[tuple[str, str]]:
    return findings("task regression", f"data {source} {{ target = a }}")


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://me:secret@db/houses",
        "postgresql+psycopg://me:p%40ss@db:5432/houses",
        "postgresql://db/houses?user=me&password=secret",
        "mysql://db/houses?passwd=secret",
    ],
)
def test_passwords(address: str) -> None:
    assert found(f'sql({QUERY}, url = "{address}")') == [("MF411", f'"{address}"')]


@pytest.mark.parametrize(
    "address", ["sqlite:///houses.db", "postgresql://me@db:5432/houses", "postgresql://db/houses?sslmode=require"]
)
def test_addresses_without_one(address: str) -> None:
    assert found(f'sql({QUERY}, url = "{address}")') == []


def test_an_environment_variable_may_hold_anything() -> None:
    assert found(f'sql({QUERY}, url = env("DATABASE_URL"))') == []


def test_files_have_none_either() -> None:
    address = "https://me:secret@example.org/a.csv"
    assert found(f'csv("{address}")') == [("MF411", f'"{address}"')]
    assert found('csv("https://example.org/a.csv")') == found('parquet("s3://rows/a:b@c.parquet")') == []


def test_what_to_do_instead() -> None:
    diagnostic = finding("task regression", f'data sql({QUERY}, url = "x://a:b@c/d") {{ target = a }}')
    assert diagnostic.help == 'put the address into an environment variable: `url = env("DATABASE_URL")`'


def test_a_default_is_written_into_the_flow_too() -> None:
    address = 'param address = "postgresql://me:secret@db/houses"'
    assert findings(address, "task regression", f"data sql({QUERY}, url = address) {{ target = a }}") == [
        ("MF411", "address")
    ]
