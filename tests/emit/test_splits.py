import pytest
from plans import GBM, PLAN, STOPPING, VARIANTS, XGB, K

from mfc.emit.splits import hold_back, hold_out, is_ordered, split_folds
from mfc.plan.plan import Folds, Plan, Test


def test_the_test_rows_are_drawn() -> None:
    assert hold_out(PLAN).lines == ("return train_test_split(np.arange(len(data)), test_size=0.2, random_state=SEED)",)
    assert (
        hold_out(PLAN._replace(test=Test("stratified", 30, 8)))
        .lines[-1]
        .endswith("test_size=30, random_state=8, stratify=data[TARGET])")
    )


def test_the_last_rows_are_not_drawn() -> None:
    assert hold_out(VARIANTS["multilabel"]).lines[-1].endswith("test_size=0.2, shuffle=False)")


def test_groups_are_held_out_whole() -> None:
    assert hold_out(VARIANTS["grouped"]).lines[0] == (
        "[(train_rows, test_rows)] = GroupShuffleSplit(1, test_size=0.2, random_state=SEED)"
        ".split(data, groups=data[GROUP])"
    )


def test_rows_in_an_order_are_brought_back_into_it() -> None:
    assert is_ordered(VARIANTS["timed"])
    assert hold_out(VARIANTS["timed"]).lines[-1].startswith("return np.sort(train_rows), test_rows")
    assert not is_ordered(PLAN)


@pytest.mark.parametrize(
    ("folds", "expected"),
    [
        (PLAN.folds, "KFold(n_splits=N_FOLDS).split(rows)"),
        (
            Folds("StratifiedKFold", (("n_splits", 3),), 3),
            "StratifiedKFold(n_splits=N_FOLDS).split(rows, rows[TARGET])",
        ),
        (Folds("LeaveOneGroupOut", (), None), "LeaveOneGroupOut().split(rows, rows[TARGET], rows[GROUP])"),
        (Folds("PredefinedSplit", (), None, "fold"), "PredefinedSplit(rows[FOLD]).split()"),
        (Folds("ShuffleSplit", (("random_state", 7),), 10), "ShuffleSplit(random_state=SEED).split(rows)"),
    ],
    ids=["numbers", "classes", "groups", "predefined", "drawn"],
)
def test_a_splitter_is_given_what_it_looks_at(folds: Folds, expected: str) -> None:
    assert split_folds(PLAN._replace(folds=folds)).lines == (f"return list({expected})",)


def back(plan: Plan) -> tuple[str, ...]:
    return hold_back(plan).lines


def test_only_the_first_folds_may_count() -> None:
    grouped = VARIANTS["grouped"]
    assert split_folds(grouped._replace(folds=grouped.folds._replace(most=2))).lines[-1].endswith("rows[GROUP]))[:2]")
    predefined = PLAN._replace(folds=Folds("PredefinedSplit", (), None, "fold", most=2))
    assert split_folds(predefined).lines == ("return list(PredefinedSplit(rows[FOLD]).split())[:2]",)


def test_rows_are_held_back_as_the_rows_ask_for() -> None:
    assert back(PLAN) == ("return train_test_split(rows, test_size=0.2, random_state=SEED)",)
    assert back(VARIANTS["timed"])[-1] == "return train_test_split(rows, test_size=0.2, shuffle=False)"
    assert back(VARIANTS["grouped"])[0].endswith(".split(rows, groups=rows[GROUP])")
    classes = VARIANTS["classification"]._replace(models=(GBM,))
    comment, copied, codes, split = back(classes)
    assert comment.startswith("# The classes as 0, 1, …")
    assert copied == "rows = rows.copy(deep=False)"
    assert codes == 'rows[TARGET] = rows[TARGET].astype("category").cat.codes'
    assert split.endswith("stratify=rows[TARGET])")


def test_models_may_differ_in_what_they_hold_back() -> None:
    other = XGB._replace(early_stopping=STOPPING._replace(validation=0.3, seed=9))
    assert back(PLAN._replace(models=(GBM, other))) == (
        "return train_test_split(rows, test_size={'gbm': 0.2, 'xgb': 0.3}[model], "
        "random_state={'gbm': SEED, 'xgb': 9}[model])",
    )


def test_a_seed_that_a_parameter_decides_is_no_constant() -> None:
    plan = PLAN._replace(seed=K, test=Test("random", 0.2, K))
    assert "random_state=parameters.k" in hold_out(plan).lines[0]
