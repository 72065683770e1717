"""Compiling a hostile specification writes its flow and nothing else, and no secret of the environment into it."""

import os
import pickle
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from programs import programs
from rehearsal import rehearse

from mfc.cli.main import main

HOSTILE = [
    'report {{ directory = "../../outside" }}',
    'report {{ directory = "/tmp/outside" }}',
    'run {{ tags = ["$(touch{outside})", "`id`", "--datastore=s3"] }}',
    'run {{ project = "a", packages = ["x==1.2"], schedule = cron("0 6 * * 1") }}',
    'param home = "{outside}" "{outside}"',
]
SPEC = """
tournament Hostile
data mock.regression
model ridge: Ridge { alpha in [1, 2] }
"""

SECRET = "hunter2-in-the-address"
SQL = """
tournament Secretive
task regression
data sql("select * from houses", url = env("HOUSES_URL")) { target = y }
folds kfold(3)
model ridge: Ridge { alpha in [0.1, 1] }
"""


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@given(programs())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_compiled_nothing_is_written_but_its_flow(tmp_path: Path, program: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir(exist_ok=True)
    (inner / "spec_flow.py").unlink(missing_ok=True)
    (inner / "spec.mf").write_text(program, encoding="utf-8")
    assert main(["compile", str(inner / "spec.mf")]) in (0, 1, 2)
    assert files_below(tmp_path) <= {"inner/spec.mf", "inner/spec_flow.py"}


@pytest.mark.parametrize("declaration", HOSTILE)
def test_paths_and_commands_in_a_specification_do_nothing(tmp_path: Path, declaration: str) -> None:
    outside = tmp_path / "outside"
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "spec.mf").write_text(SPEC + declaration.format(outside=outside), encoding="utf-8")
    main(["compile", str(inner / "spec.mf")])
    assert files_below(tmp_path) <= {"inner/spec.mf", "inner/spec_flow.py"}


def test_the_environment_stays_out_of_the_flow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-secret-of-mine")
    (tmp_path / "spec.mf").write_text(SPEC + "run { packages = pypi }\n", encoding="utf-8")
    assert main(["compile", str(tmp_path / "spec.mf")]) == 0
    flow = (tmp_path / "spec_flow.py").read_text(encoding="utf-8")
    assert "a-secret-of-mine" not in flow
    for name in ("HOME", "USER", "HOSTNAME"):
        value = os.environ.get(name, "")
        assert len(value) < 6 or value not in flow, name


def test_a_secret_address_is_in_no_artifact_no_report_and_no_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / f"{SECRET}.db"
    with sqlite3.connect(database) as connection:
        connection.execute("create table houses (x real, y real)")
        connection.executemany("insert into houses values (?, ?)", [(i, 3 * i + i % 5) for i in range(40)])
    monkeypatch.setenv("HOUSES_URL", f"sqlite:///{database}")
    stage = rehearse(tmp_path, SQL, last="end")
    artifacts = pickle.dumps(vars(stage))
    assert b"ridge-001" in artifacts
    assert SECRET.encode() not in artifacts
    assert SECRET not in "".join(capfd.readouterr())
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path != database]
    assert written
    assert not any(SECRET.encode() in content for content in written)
