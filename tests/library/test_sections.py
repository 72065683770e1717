import pandas as pd
import pytest

from mfc.templates.library.sections import or_reason


@or_reason
def section(table: pd.DataFrame, column: str) -> tuple[pd.DataFrame, str]:
    """Return a section."""
    return table[[column]], "a sentence"


def test_a_section_is_as_it_is_made() -> None:
    table = pd.DataFrame({"a": [1]})
    assert section.__doc__ == "Return a section."
    made, said = section(table, column="a")
    assert made.equals(table)
    assert said == "a sentence"


def test_the_reason_is_given_instead_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    [table] = section(pd.DataFrame(), "b")
    [[reason]] = table.to_numpy()
    assert reason.startswith("KeyError: ")
    assert "'b'" in reason
    assert "section failed" in caplog.text
