from mfc.diagnostics.render.place import path, region
from mfc.source import Source, Span


def test_lines_and_columns_count_from_one_in_characters() -> None:
    source = Source("x.mf", "é😀x\n\ny")
    assert region(source, Span(2, 6)) == (1, 3, 3, 2)


def test_paths_are_as_they_were_named() -> None:
    assert path(Source("a/./b.mf", "")) == "a/b.mf"
    assert path(Source("<stdin>", "")) == "<stdin>"
