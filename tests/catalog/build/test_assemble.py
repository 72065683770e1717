from mfc.catalog.build.assemble import assemble, render
from mfc.catalog.catalog import FILE


def test_the_committed_catalog_is_that_of_the_installed_libraries():
    fresh = render(assemble())
    assert fresh == FILE.read_text(encoding="utf-8"), "make it anew: python -m mfc.catalog.build"


def test_records_are_sorted_one_a_line():
    assert render([["b", "x", None], ["a", "ä", [1.0]], ["a", "b", True]]) == (
        '["a","b",true]\n["a","ä",[1.0]]\n["b","x",null]\n'
    )
