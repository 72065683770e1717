from types import SimpleNamespace

import pytest

from mfc.templates.library import runs_with_parameters
from mfc.templates.library.spec import SPEC_DIGEST


def test_a_step_begins_with_the_values_of_the_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs_with_parameters, "current", {"parameter_names": ["rows", "k"]})
    monkeypatch.setattr(runs_with_parameters, "parameters", SimpleNamespace())
    runs_with_parameters.begin(SimpleNamespace(spec_digest=SPEC_DIGEST, rows=5, k="x", other=1))
    assert vars(runs_with_parameters.parameters) == {"rows": 5, "k": "x"}
    with pytest.raises(RuntimeError, match="the run began with another spec, abc: start a new run"):
        runs_with_parameters.begin(SimpleNamespace(spec_digest="abc"))
