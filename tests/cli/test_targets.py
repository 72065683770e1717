from pathlib import Path

import pytest

from mfc.cli.console import CommandError
from mfc.cli.targets import by_target, flow_name, target
from mfc.pipeline import Compilation
from mfc.source import Source


@pytest.mark.parametrize(
    ("spec", "output", "path"),
    [
        ("a.mf", None, "a_flow.py"),
        ("sub/a.mf", None, "sub/a_flow.py"),
        ("sub/a.mf", "flows/", "flows/a_flow.py"),
        ("sub/a.mf", ".", "a_flow.py"),
        ("sub/a.mf", "b.py", "b.py"),
        ("<stdin>", "b.py", "b.py"),
        ("<stdin>", "flows/", "flows/tournament_flow.py"),
    ],
)
def test_every_flow_has_its_place(spec: str, output: str | None, path: str) -> None:
    assert target(spec, output) == Path(path)


def test_the_flow_of_the_standard_input_has_a_name() -> None:
    assert flow_name("<stdin>") == "tournament_flow.py"


def test_two_flows_in_one_file_are_refused() -> None:
    compilations = [Compilation(Source(name, "")) for name in ("a/x.mf", "b/x.mf")]
    assert list(by_target(compilations, None)) == [Path("a/x_flow.py"), Path("b/x_flow.py")]
    with pytest.raises(CommandError, match=r"`a/x\.mf` and `b/x\.mf` would both become `flows/x_flow\.py`"):
        by_target(compilations, "flows/")
