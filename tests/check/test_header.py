import pytest
from checking import spec

from mfc.catalog.catalog import load
from mfc.catalog.sources import SENT_ALONG
from mfc.check.header import Header, judge, names_in, table_of
from mfc.meaning.outline import Outline
from mfc.source import Source
from mfc.syntax.parse import parse

CSV = "task regression", 'data csv("a.csv") { target = y, numeric = [x], drop = [id] }'


def outline(*declarations: str) -> Outline:
    return Outline(parse(Source("trial.mf", spec(*declarations))).program, load())


def found(header: Header | None, *declarations: str) -> list[tuple[str, str]]:
    return [(one.code.id, one.message) for one in judge(outline(*declarations), lambda _: header)]


@pytest.mark.parametrize(
    ("data", "path", "options"),
    [
        ('csv("a.csv", sep = ";") { target = y }', "a.csv", {"sep": ";"}),
        ('parquet("b.parquet") { target = y }', "b.parquet", {}),
        ("csv(where) { target = y }", "w.csv", {}),
    ],
)
def test_the_file_that_the_rows_are_in(data: str, path: str, options: dict[str, object]) -> None:
    table = table_of(outline('param where = "w.csv"', "task regression", f"data {data}"))
    assert table
    assert (table.path, table.options) == (path, options)


@pytest.mark.parametrize(
    "data",
    [
        'csv("https://x.org/a.csv") { target = y }',
        "csv(5) { target = y }",
        "mock.regression",
        'sql("select 1", url = "u")',
    ],
)
def test_what_is_no_local_file(data: str) -> None:
    assert table_of(outline("task regression", f"data {data}")) is None


def test_columns_that_are_there() -> None:
    assert found(Header(("x", "y", "id")), *CSV) == []
    assert found(None, *CSV) == []


def test_columns_that_are_not() -> None:
    assert found(Header(("x1", "target", "ID")), *CSV) == [
        ("MF201", "`a.csv` has no column `y`"),
        ("MF201", "`a.csv` has no column `x`"),
        ("MF201", "`a.csv` has no column `id`"),
    ]
    (first,) = judge(outline(CSV[0], CSV[1].replace("= y", "= prize")), lambda _: Header(("price", "x", "id")))
    assert first.help == "did you mean `price`?"


def test_columns_of_routes_and_of_predefined_folds() -> None:
    declared = ("preprocess { [a, x] -> StandardScaler() }", "folds predefined(fold)")
    assert found(Header(("x", "y", "id")), *CSV, *declared) == [
        ("MF201", "`a.csv` has no column `a`"),
        ("MF201", "`a.csv` has no column `fold`"),
    ]


def test_a_header_that_is_separated_otherwise() -> None:
    (first, *_) = judge(outline(*CSV), lambda _: Header(("x;y;id",)))
    assert first.help == (
        'the header has only one column, so the separator may be wrong: add `sep = ";"` after the path'
    )


def test_a_file_that_cannot_be_read_is_a_warning_alone() -> None:
    assert found(Header(failure="no such file"), *CSV) == [("MF616", "cannot read `a.csv`: no such file")]


def test_a_large_file_is_not_sent_to_a_target() -> None:
    header = Header(("x", "y", "id"), size=SENT_ALONG + 1)
    spec = outline(*CSV)
    assert list(judge(spec, lambda _: header)) == []
    assert list(judge(spec, lambda _: header._replace(size=SENT_ALONG), "batch")) == []
    (large,) = judge(spec, lambda _: header, "batch")
    assert (large.code.id, large.label) == ("MF653", "50 MB, and 50 MB are sent at most")


def test_names_that_are_there_twice() -> None:
    header = Header(("x", "y", "x", "", "x", "id"))
    assert header.columns == ("x", "y", "x.1", "Unnamed: 3", "x.2", "id")
    (repeated,) = judge(outline(*CSV), lambda _: header)
    assert (repeated.code.id, repeated.help) == ("MF617", "pandas renames the others to `x.1`, `x.2`")


@pytest.mark.parametrize(
    ("lines", "options", "names"),
    [
        (["a,b\n", "1,2\n"], {}, ("a", "b")),
        (['"a\n', 'b",c\n'], {}, ("a\nb", "c")),
        (["a;b,c\n"], {"sep": ";"}, ("a", "b,c")),
        (["a  b\n"], {"sep": r"\s+"}, ("a", "b")),
        (["'a,b',c\n"], {"quotechar": "'"}, ("a,b", "c")),
        (["notes\n", "\n", "# more\n", "a,b\n"], {"skiprows": 1, "comment": "#"}, ("a", "b")),
        ([], {}, ()),
        (["a,b\n"], {"quotechar": "''"}, ()),
        (["a::b\n"], {"sep": "::"}, ("a", "b")),
        (["a,b\n"], {"sep": "a("}, ()),
    ],
)
def test_names_in_a_header(lines: list[str], options: dict[str, object], names: tuple[str, ...]) -> None:
    assert names_in(lines, options) == names
