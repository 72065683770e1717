from mfc.catalog.catalog import load
from mfc.meaning.values import FlowConstant, Invocation, ParameterValue
from mfc.plan.plan import Draw
from mfc.plan.seeds import by_name, has_foreign, seeded

TREE = Invocation("sklearn.tree.DecisionTreeRegressor", (), (("max_depth", 3),))
K = ParameterValue("k", 3)


def test_the_seed_is_written_by_its_name_unless_a_parameter_decides_it() -> None:
    assert by_name(7) == FlowConstant("SEED")
    assert by_name(K) == K


def test_the_seed_reaches_estimators_inside_others() -> None:
    bagging = Invocation("sklearn.ensemble.BaggingRegressor", (TREE,), (("random_state", 3),))
    grown = Invocation(TREE.path, (), (("max_depth", 3), ("random_state", FlowConstant("SEED"))))
    assert seeded(bagging, 7, load()) == bagging._replace(positional=(grown,))
    assert seeded([("a", TREE), 3], 7, load()) == [("a", grown), 3]


def test_what_would_take_all_cores_inside_another_is_told_not_to() -> None:
    booster = Invocation("lightgbm.LGBMRegressor", (), (("random_state", 3),))
    bagging = Invocation("sklearn.ensemble.BaggingRegressor", (booster,), (("random_state", 3),))
    told = booster._replace(named=(*booster.named, ("n_jobs", 1)))
    assert seeded(bagging, 7, load()) == bagging._replace(positional=(told,))
    cat = Invocation("catboost.CatBoostRegressor", (), (("random_state", 3), ("thread_count", 2)))
    assert seeded(cat, 7, load()) == cat
    assert ("thread_count", 1) in seeded(cat._replace(named=()), 7, load()).named


def test_what_takes_no_seed_gets_none() -> None:
    scaler, foreign = Invocation("sklearn.preprocessing.StandardScaler", (), ()), Invocation("my.Net", (), ())
    assert seeded([scaler, foreign], 7, load()) == [scaler, foreign]


def test_foreign_objects_are_found_wherever_they_are() -> None:
    foreign = Invocation("my.Net", (), ())
    assert has_foreign(Draw("choice", (("values", [foreign]),)), load())
    assert has_foreign(Invocation(TREE.path, (), (("a", (foreign,)),)), load())
    assert not has_foreign([TREE, range(3)], load())


def test_splitters_that_shuffle_are_seeded() -> None:
    splitter = Invocation("sklearn.model_selection.KFold", (5,), (("shuffle", True),))
    draws = Invocation("sklearn.model_selection.ShuffleSplit", (5,), ())
    seed = ("random_state", FlowConstant("SEED"))
    assert seeded([splitter, draws], 7, load()) == [
        splitter._replace(named=(*splitter.named, seed)),
        draws._replace(named=(seed,)),
    ]
    in_order = splitter._replace(named=())
    assert seeded(in_order, 7, load()) == in_order
