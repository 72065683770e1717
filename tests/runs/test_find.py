from types import SimpleNamespace

import metaflow
import pytest

from mfc.runs.find import RunError, artifact, find, is_tournament, user_of
from mfc.runs.launch import user_name


@pytest.mark.parametrize("name", [None, "Houses", "Houses/{id}"])
def test_a_run_has_several_names(run: metaflow.Run, name: str | None) -> None:
    assert find(name and name.format(id=run.id)).pathspec == run.pathspec


@pytest.mark.parametrize("name", ["Gardens", "Houses/12", "Gardens/12", "Houses/1/start"])
def test_what_does_not_exist(run: metaflow.Run, name: str) -> None:
    with pytest.raises(RunError, match=f"there is no run `{name}` in `local@"):
        find(name)


def test_whose_run_it_is(run: metaflow.Run) -> None:
    assert user_of(run) == user_name()


def test_other_flows_are_no_tournaments() -> None:
    assert not is_tournament({})
    assert not is_tournament({"start": SimpleNamespace(task=["data"])})


def test_artifacts(run: metaflow.Run) -> None:
    assert artifact(run, "start", "target") == "target"
    assert artifact(run, "start", "nothing") is None
    assert artifact(run, "nowhere", "target") is None
