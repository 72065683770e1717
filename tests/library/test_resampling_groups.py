import pandas as pd

from mfc.templates.library.resampling_groups import resamples


def test_whole_groups_are_drawn() -> None:
    rows = pd.DataFrame({"group": ["a", "b", "a", None, "c", "b", "a"]})
    members = {frozenset((0, 2, 6)), frozenset((1, 5)), frozenset((3,)), frozenset((4,))}
    drawn = list(resamples(rows, 100, 0))
    assert len(drawn) == 100
    for one in drawn:
        counts = {row: list(one).count(row) for row in one}
        assert sum(next(counts[row] for row in group) for group in members if group <= counts.keys()) == 4
        assert all(len({counts[row] for row in group}) == 1 for group in members if group & counts.keys())
