from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold
from small_rows import rows

from mfc.templates.library.fits import run_fits


def test_each_candidate_is_scored_on_its_fold() -> None:
    table = rows()
    features, target = table[["a", "b"]], table["target"]
    found = run_fits(
        [("ridge-001", 2), ("ridge-000", 0)], {"ridge-000": {"alpha": 1}, "ridge-001": {"alpha": 9}}, table
    )
    assert [(row["candidate"], row["fold"]) for row in found] == [("ridge-001", 2), ("ridge-000", 0)]
    for row, alpha in zip(found, (9, 1), strict=True):
        fitting, unseen = list(KFold(3).split(table))[row["fold"]]
        model = Ridge(alpha=alpha).fit(features.iloc[fitting], target.iloc[fitting])
        assert abs(row["r2"] - model.score(features.iloc[unseen], target.iloc[unseen])) < 1e-12
        assert row["predicted"].index.tolist() == unseen.tolist()
