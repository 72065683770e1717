import pickle
import traceback

import pytest

import mfc
from mfc.api.errors import MfcError, SpecError


@pytest.fixture
def error() -> SpecError:
    with pytest.raises(MfcError) as raised:
        mfc.loads("tournament Houses\ndata mock.regression\nmodel a: Ridge { alhpa = 1 }\n").flow()
    assert isinstance(raised.value, SpecError)
    return raised.value


def test_the_message_shows_the_findings(error: SpecError) -> None:
    assert str(error) == f"the specification has errors\n\n{error.findings}"
    assert "did you mean `alpha`?" in str(error)
    assert "MF203" in "".join(traceback.format_exception(error))


def test_it_comes_back_whole_from_another_process(error: SpecError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert isinstance(back, SpecError)
    assert str(back) == str(error)
    assert [one.diagnostic.span for one in back.findings] == [one.diagnostic.span for one in error.findings]
