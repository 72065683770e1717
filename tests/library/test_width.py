"""Columns have the values below their own names."""

from __future__ import annotations

from io import StringIO

import pandas as pd
import pytest

from mfc.templates.library.width import check_width


@pytest.mark.parametrize(
    "text",
    [
        "y,x\n1,2\n1,4\n",
        "y,x\n1,\n1,\n",
        "y,x\n",
        "y,x\na,1,2\nb,3,4\n",
        "y,x\n1,1,2\n2,3,\n",
        "y,x,\n1,2,\n1,4,\n",
    ],
)
def test_a_row_is_as_long_as_the_header_or_has_a_name(text: str) -> None:
    check_width(pd.read_csv(StringIO(text)), "x.csv")


@pytest.mark.parametrize(
    "text",
    [
        "y,x\n1,2,\n3,4,\n",
        "y,x\n1,2,\n1,4,5\n",
        "y,x\na,1,2\na,3,4\n",
        "y,x\na,b,1,2\nc,d,3,4\n",
    ],
)
def test_no_column_has_the_values_of_the_next_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"^x\.csv: rows have more values than the header has names$"):
        check_width(pd.read_csv(StringIO(text)), "x.csv")
