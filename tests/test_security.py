"""Compiling a hostile specification writes its flow and nothing else, and no secret of the environment into it."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from programs import programs

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
