import pandas as pd

from mfc.templates.library.resampling_rows import resamples


def test_as_many_rows_as_there_are_are_drawn_so_many_times() -> None:
    drawn = list(resamples(pd.DataFrame({"x": range(7)}), 50, 3))
    assert len(drawn) == 50
    assert {len(one) for one in drawn} == {7}
    assert {row for one in drawn for row in one} == set(range(7))
    assert [list(one) for one in resamples(pd.DataFrame({"x": range(7)}), 50, 3)] == [list(one) for one in drawn]
