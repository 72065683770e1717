import pytest
from checking import findings


@pytest.mark.parametrize("query", ["select * from a", "select place from a", "select disorder bypass"])
def test_queries_without_an_order(query: str) -> None:
    data = f'data sql("{query}", url = env("URL")) {{ target = a }}'
    assert findings("task regression", data) == [("MF614", f'"{query}"')]


@pytest.mark.parametrize("query", ["select * from a order by id", "SELECT * FROM a ORDER  BY 1"])
def test_queries_with_an_order(query: str) -> None:
    assert findings("task regression", f'data sql("{query}", url = env("URL")) {{ target = a }}') == []


def test_sources_without_a_query() -> None:
    assert findings("task regression", 'data csv("select.csv") { target = a }') == []
