from mfc.catalog.blocks import BLOCKS, SOURCES
from mfc.catalog.entry import Object, Text
from mfc.catalog.sources import DATA_SOURCES, OF_AMOUNTS, parted


def test_all_sources_of_the_language_are_known() -> None:
    assert DATA_SOURCES.keys() == SOURCES.keys()
    assert all(f"data.{name}" in BLOCKS for name in DATA_SOURCES)


def test_the_first_argument_is_what_the_source_takes() -> None:
    for name, facts in DATA_SOURCES.items():
        first = next(iter(SOURCES[name].arguments.values()))
        assert isinstance(first.types[0], Object if facts.takes == "function" else Text)
        assert first.name == {"dataset": "name"}.get(facts.takes, facts.takes)


def test_only_files_have_endings_and_a_header() -> None:
    files = {name for name, facts in DATA_SOURCES.items() if facts.takes == "path"}
    assert {name for name, facts in DATA_SOURCES.items() if facts.endings} == files
    assert {name for name, facts in DATA_SOURCES.items() if facts.header} <= files


def test_the_target_is_needed_where_the_data_have_no_task() -> None:
    needed = {name: BLOCKS[f"data.{name}"].arguments["target"].required for name in DATA_SOURCES}
    assert needed == {name: not facts.implies_task for name, facts in DATA_SOURCES.items()}


def test_what_is_in_quotes() -> None:
    assert [name for name, facts in DATA_SOURCES.items() if facts.is_quoted] == ["csv", "parquet", "sklearn"]


def test_pandas_is_told_nothing_of_money_and_thousands() -> None:
    options = {"sep": ";", "decimal": ",", "thousands": ".", "currency": "€"}
    amounts = {name: options[name] for name in OF_AMOUNTS}
    assert parted(options) == ({"sep": ";", "decimal": ","}, amounts)
    for mark in ".", "'", "\u00a0":
        assert parted({"thousands": mark}) == ({}, {"thousands": mark})
    assert parted({"currency": "€"}) == ({}, {"currency": "€"})
    assert parted({"sep": ";", "decimal": ","}) == ({"sep": ";", "decimal": ","}, {"decimal": ","})
    assert SOURCES["csv"].arguments.keys() >= set(OF_AMOUNTS)


def test_pandas_reads_in_python_what_its_reader_in_c_refuses_or_mistakes() -> None:
    for plain in {"sep": "\t"}, {"sep": r"\s+"}, {"encoding": "utf-16", "na_values": ["--", 9]}:
        assert parted(plain) == (plain, {})
    marks = {"comment": "§", "decimal": "\u066b", "quotechar": "«", "sep": "§"}
    for odd in [{"sep": "::"}, *({name: mark} for name, mark in marks.items())]:
        assert parted(odd)[0] == {**odd, "engine": "python"}
        assert parted(parted(odd)[0]) == parted(odd)
