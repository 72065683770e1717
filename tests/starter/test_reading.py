import gzip
from pathlib import Path

import pytest

from mfc.starter.reading import TableError, reading_of

ROWS = [("Köln", "1,5", "a"), ("München", "2,25", "b"), ("Ulm", "3,0", "c")] * 20
HEADER = ("größe", "preis", "art")


def written(path: Path, sep: str = ",", encoding: str = "utf-8", end: str = "\n", before: str = "") -> Path:
    def quoted(value: str) -> str:
        return f'"{value}"' if sep in value else value

    lines = [sep.join(map(quoted, row)) for row in (HEADER, *ROWS)]
    path.write_bytes((before + end.join(lines) + end).encode(encoding))
    return path


@pytest.mark.parametrize("sep", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separators_encodings_and_line_ends(tmp_path: Path, sep: str, encoding: str, end: str) -> None:
    reading = reading_of(written(tmp_path / "a.csv", sep, encoding, end))
    assert (reading.header, reading.rows) == (HEADER, tuple(ROWS))
    expected: dict[str, object] = {} if sep == "," else {"sep": sep}
    if encoding in ("utf-16", "cp1252"):
        expected["encoding"] = encoding
    assert reading.options == expected


def test_lines_above_the_header_are_skipped(tmp_path: Path) -> None:
    reading = reading_of(written(tmp_path / "a.csv", ";", before="Prices of things\nmade in May\n\n"))
    assert reading.header == HEADER
    assert reading.options == {"sep": ";", "skiprows": 2}


def test_single_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,n\n" + "'Smith, John',1\n'Doe, Jane',2\n" * 10)
    reading = reading_of(path)
    assert (reading.header, reading.rows[0]) == (("name", "n"), ("Smith, John", "1"))
    assert reading.options == {"quotechar": "'"}


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ('A,"Adult, 1 egg",1', {}),
        ('"A","Adult, 1 egg","1"', {}),
        ("A,'Adult, 1 egg',1", {"quotechar": "'"}),
        ("'A';'Adult; 1 egg';'1'", {"sep": ";", "quotechar": "'"}),
        ("A\t\"Adult, 1 egg, 'Torgersen', 2007\"\t1", {"sep": "\t"}),
        ('A;"Adult, 1, egg, 2007";1', {"sep": ";"}),
    ],
)
def test_a_separator_within_the_quotes_of_every_row_separates_nothing(
    tmp_path: Path, line: str, options: dict[str, str]
) -> None:
    path, sep = tmp_path / "a.csv", options.get("sep", ",")
    path.write_text(sep.join(("name", "stage", "n")) + f"\n{line}" * 10 + "\n")
    reading = reading_of(path)
    assert (reading.options, reading.header) == (options, ("name", "stage", "n"))
    assert {(len(row), row[0], row[2]) for row in reading.rows} == {(3, "A", "1")}


def test_blanks_separate_where_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a   b  c\n" + " 1.5  2 3\n" * 9)
    assert reading_of(path).options == {"sep": r"\s+"}


def test_compressed_files(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"a;b\n1;2\n3;4\n"))
    assert reading_of(path).options == {"sep": ";"}


def test_one_column_is_one_column(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a title\nof night\nof rain\n")
    assert reading_of(path).options == {}
    assert reading_of(path).header == ("a title",)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"1,2\n3,4\n5,6\n", "has no header: its first row contains numbers"),
        (b"a,b\n1,2,3,4\n1,2\n1,2\n", "a row has 4 values and the header 2"),
        (b"PK\x03\x04\x00\x00\x00,\n", "is not a text file"),
    ],
)
def test_what_pandas_would_refuse_or_misread(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=complaint):
        reading_of(path)
