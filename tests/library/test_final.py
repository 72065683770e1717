"""Which run a model is taken from."""

from __future__ import annotations

from types import SimpleNamespace

import metaflow
import pandas as pd
import pytest
from metaflow.exception import MetaflowNotFound

from mfc.templates.library.final import final_of, find_run, schema_in


class Data(dict):
    """The artifacts of a run."""

    __getattr__ = dict.get


def one_run(number, *, successful=True, **artifacts):
    return SimpleNamespace(pathspec=f"Houses/{number}", successful=successful, data=Data(artifacts))


@pytest.fixture
def runs(monkeypatch):
    found = {"Houses/3": one_run(3, successful=False), "Houses/2": one_run(2), "Houses/1": one_run(1)}
    tagged = {"best": ["Houses/1"], "never": []}

    def flow(name):
        if name != "Houses":
            raise MetaflowNotFound
        return SimpleNamespace(runs=lambda *tags: [found[one] for one in (tagged[tags[0]] if tags else found)])

    def run(pathspec):
        if pathspec not in found:
            raise MetaflowNotFound
        return found[pathspec]

    monkeypatch.setattr(metaflow, "namespace", lambda _: None)
    monkeypatch.setattr(metaflow, "Flow", flow)
    monkeypatch.setattr(metaflow, "Run", run)
    return found


def test_the_latest_that_succeeded_or_the_one_that_is_asked_for(runs):
    assert find_run("Houses", "", "") is runs["Houses/2"]
    assert find_run("Houses", "", "best") is runs["Houses/1"]
    assert find_run("Houses", "3", "") is find_run("Houses", "Houses/3", "") is runs["Houses/3"]


@pytest.mark.parametrize(
    ("flow", "name", "tag", "message"),
    [
        ("Houses", "7", "", "there is no run '7' of Houses"),
        ("Houses", "Other/7", "", "there is no run 'Other/7' of Houses"),
        ("Houses", "", "never", "there is no successful run of Houses with the tag 'never'"),
        ("Barns", "", "", "there is no successful run of Barns"),
    ],
)
def test_a_run_that_is_not_there_is_told(runs, flow, name, tag, message):
    with pytest.raises(LookupError, match=f"^{message}$"):
        find_run(flow, name, tag)


def test_what_a_run_ended_with(runs):
    runs["Houses/1"].data.update(model="model", fits=[])
    assert final_of("Houses/1").model == "model"
    with pytest.raises(LookupError, match="Houses/2 has no final model"):
        final_of("Houses/2")
    runs["Houses/2"].data.update(model="model")
    with pytest.raises(LookupError, match="Houses/2 is of a flow by an earlier mfc"):
        final_of("Houses/2")


def test_the_kinds_of_the_columns_are_kept_or_those_of_the_rows(runs, monkeypatch):
    final = Data(schema={"x": "level"})
    assert schema_in(final, "Houses/1") == {"x": "level"}
    task = SimpleNamespace(task={"data": SimpleNamespace(data=pd.DataFrame({"x": [1], "cat": ["a"]}))})
    monkeypatch.setattr(metaflow, "Run", lambda _: {"start": task})
    assert schema_in(Data(), "Houses/1") == {"x": "number", "cat": "text"}
