from lightgbm import LGBMRegressor, early_stopping
from sklearn.model_selection import train_test_split
from small_rows import rows

from mfc.templates.library.stopping import find_iterations


def test_rows_held_back_tell_when_to_stop() -> None:
    table = rows(200)
    iterations, all_rows = find_iterations("gbm", {"num_leaves": 3, "learning_rate": 0.5}, table)
    inner, held_back = train_test_split(table, test_size=0.2, random_state=3)
    model = LGBMRegressor(n_estimators=50, num_leaves=3, learning_rate=0.5, verbose=-1, random_state=0)
    unseen = {"eval_X": held_back[["a", "b"]], "eval_y": held_back["target"]}
    model.fit(inner[["a", "b"]], inner["target"], callbacks=[early_stopping(3, verbose=False)], **unseen)
    assert 1 < iterations == model.best_iteration_ < 50
    assert all_rows is table
