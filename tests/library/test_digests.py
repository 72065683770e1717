import pandas as pd

from mfc.templates.library.digests import digest_of


def test_the_digest_is_of_the_rows_and_their_targets() -> None:
    rows = pd.DataFrame({"target": ["a", "b"], "x": [1, 2]}, index=[4, 7])
    assert digest_of(rows) == digest_of(rows.assign(x=0))
    others = [rows.assign(target="a"), rows.set_axis([4, 8]), rows.iloc[::-1], rows.iloc[:1]]
    assert len({digest_of(one) for one in [rows, *others]}) == 5
