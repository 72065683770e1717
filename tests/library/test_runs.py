from types import SimpleNamespace

import pytest

from mfc.templates.library.runs import begin
from mfc.templates.library.spec import SPEC_DIGEST


def test_a_run_that_began_with_another_spec_is_refused() -> None:
    begin(SimpleNamespace(spec_digest=SPEC_DIGEST))
    with pytest.raises(RuntimeError, match="the run began with another spec, abc: start a new run"):
        begin(SimpleNamespace(spec_digest="abc"))
