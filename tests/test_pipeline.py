import subprocess
import sys
from functools import cached_property

import pytest

from mfc.emit.header import recognise, spec_digest
from mfc.pipeline import Compilation
from mfc.source import Source

SPEC = """\
tournament Demo
data mock.regression { n_samples = 100, n_features = 4 }
model ridge: Ridge { alpha in [0.1, 1.0] }
"""
PHASES = [name for name, member in vars(Compilation).items() if isinstance(member, cached_property)]


def compilation(text: str = SPEC, name: str = "demo.mf") -> Compilation:
    return Compilation(Source(name, text))


def test_a_specification_becomes_a_flow() -> None:
    whole = compilation()
    assert whole.diagnostics == ()
    assert not whole.has_errors
    assert whole.plan.name == "Demo"
    assert "class Demo(FlowSpec):" in whole.flow("demo_flow.py")


def test_the_flow_says_where_it_is_from() -> None:
    stamp = recognise(compilation(name="some/where/demo.mf").flow("demo_flow.py"))
    assert stamp is not None
    assert (stamp.spec, stamp.spec_digest, stamp.edited) == ("demo.mf", spec_digest(SPEC), False)


@pytest.mark.parametrize("phase", PHASES)
def test_a_phase_is_computed_once(phase: str) -> None:
    whole = compilation()
    assert getattr(whole, phase) is getattr(whole, phase)


def test_an_included_file_is_part_of_the_specification() -> None:
    files = {"specs/models.mf": "model lasso: Lasso { alhpa in [1] }\nmodel ridge: Ridge\n"}
    text = SPEC + 'include "models.mf"\n'
    whole = Compilation(Source("specs/demo.mf", text), lambda name: Source(name, files[name]))
    typo, twice = whole.findings
    assert (typo.diagnostic.code.id, typo.source.name, typo.diagnostic.span.start) == ("MF203", "specs/models.mf", 21)
    assert (twice.diagnostic.code.id, twice.source.name) == ("MF202", "specs/models.mf")
    (first,) = twice.diagnostic.related
    assert first.source is whole.source
    assert text[first.span.start : first.span.end] == "ridge"


def test_the_digest_is_of_all_files() -> None:
    def digest(included: str) -> str:
        whole = Compilation(Source("demo.mf", SPEC + 'include "m.mf"\n'), lambda name: Source(name, included))
        stamp = recognise(whole.flow("demo_flow.py"))
        assert stamp is not None
        return stamp.spec_digest

    assert digest("model lasso: Lasso { alpha in [1, 2] }") != digest("model lasso: Lasso { alpha in [1, 3] }")


def test_a_phase_computes_only_what_it_needs() -> None:
    whole = compilation()
    assert not vars(whole).keys() & set(PHASES)
    assert whole.parsed.program.declarations
    assert vars(whole).keys() & set(PHASES) == {"parsed"}
    assert whole.diagnostics == ()
    assert vars(whole).keys() & set(PHASES) == {"parsed", "included", "checked", "findings"}


def test_findings_of_all_phases_come_in_order_of_place() -> None:
    text = SPEC.replace("alpha", "alhpa").replace("tournament", "seed ]\ntournament") + "fold kfold(5)\n"
    found = compilation(text).diagnostics
    assert compilation(text).has_errors
    assert [diagnostic.span for diagnostic in found] == sorted(diagnostic.span for diagnostic in found)
    assert {diagnostic.code.id for diagnostic in found} >= {"MF101", "MF203"}


def test_warnings_are_no_errors() -> None:
    whole = compilation(SPEC.replace("[0.1, 1.0]", "[0.1]"))
    assert [diagnostic.code.id for diagnostic in whole.diagnostics] == ["MF602"]
    assert not whole.has_errors


def test_checking_loads_no_emitter_and_no_machine_learning() -> None:
    program = (
        "import sys\n"
        "from mfc.pipeline import Compilation\n"
        "from mfc.source import Source\n"
        "assert not Compilation(Source('demo.mf', sys.argv[1])).diagnostics\n"
        "print(*sys.modules)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program, SPEC], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in ran.stdout.split()}
    assert "mfc" in loaded
    assert not loaded & {"jinja2", "black", "metaflow", "numpy", "scipy", "pandas", "sklearn", "lightgbm", "keras"}
    assert "mfc.emit" not in ran.stdout.split()
