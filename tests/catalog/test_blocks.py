from ast import literal_eval

import pytest

from mfc.catalog.blocks import BLOCKS, SOURCES
from mfc.catalog.entry import Word
from mfc.catalog.types import Verdict, admits, verdict

ALL = [*BLOCKS.values(), *SOURCES.values()]


def types(block, argument):
    return BLOCKS[block].arguments[argument].types


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: f"{entry.kind} {entry.path}")
def test_every_default_is_admitted(entry):
    for argument in entry.arguments.values():
        if argument.default is None:
            continue
        is_word = any(isinstance(kind, Word) and argument.default in kind.values for kind in argument.types)
        assert is_word or admits(argument.types, literal_eval(argument.default)), argument


def test_early_stopping_needs_its_patience_and_its_limit():
    arguments = BLOCKS["early_stopping"].arguments
    assert [name for name, argument in arguments.items() if argument.required] == ["patience", "max_iterations"]
    assert {name: argument.default for name, argument in arguments.items() if argument.default is not None} == {
        "min_delta": "0",
        "validation": "0.2",
        "refit": "True",
        "final_iterations": "mean",
    }
    assert verdict(types("early_stopping", "patience"), "ten") is Verdict.WRONG_TYPE
    assert verdict(types("early_stopping", "patience"), 0) is Verdict.OUT_OF_RANGE
    assert verdict(types("early_stopping", "validation"), 1.0) is Verdict.OUT_OF_RANGE


@pytest.mark.parametrize("source", ["csv", "parquet", "sql", "python", "sklearn"])
def test_every_source_has_roles_and_only_bundled_data_know_their_target(source):
    roles = BLOCKS[f"data.{source}"].arguments
    assert list(roles)[:9] == ["target", "numeric", "categorical", "dates", "text", "drop", "group", "time", "weight"]
    assert list(roles)[9:] == ["positive", "missing_target", "date_format"]
    assert roles["target"].required == (source != "sklearn")
    assert admits(roles["drop"].types, ["id"])
    assert not admits(roles["drop"].types, "id")
    assert source in SOURCES


def test_the_searches():
    assert not BLOCKS["search.grid"].arguments
    assert list(BLOCKS["search.random"].arguments) == ["n", "seed"]
    assert verdict(types("search.random", "n"), 0) is Verdict.OUT_OF_RANGE


def test_a_failed_fit_is_skipped_or_stops():
    assert BLOCKS["run"].arguments["on_error"].default == "skip"
    assert admits(types("run", "on_error"), "stop")
    assert not admits(types("run", "on_error"), "ignore")


def test_metaflow_retries_four_times_at_most():
    assert admits(types("run", "retries"), 4)
    assert verdict(types("run", "retries"), 5) is Verdict.OUT_OF_RANGE


def test_figures_are_all_or_a_list():
    assert admits(types("report", "figures"), "all")
    assert admits(types("report", "figures"), ["roc_curve", "all_scores"])
    assert verdict(types("report", "figures"), ["pie_chart"]) is Verdict.OUT_OF_RANGE


def test_the_ensembles():
    assert [path for path in BLOCKS if path.startswith("ensemble.")] == [
        "ensemble.average",
        "ensemble.greedy",
        "ensemble.stack",
    ]
    assert [name for name, argument in BLOCKS["ensemble.stack"].arguments.items() if argument.required] == ["final"]
