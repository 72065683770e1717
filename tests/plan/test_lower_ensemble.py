from checking import plan

from mfc.meaning.values import FlowConstant, Invocation, ParameterValue
from mfc.plan.ensemble import Ensemble

MODELS = "model ridge: Ridge { alpha in [1, 2, 3] }\nmodel near: KNeighborsRegressor { n_neighbors in [3, 5] }"


def lowered(ensemble: str, *others: str) -> Ensemble:
    [one] = plan(MODELS, *others, f"ensemble e: {ensemble}").ensembles
    return one


def test_an_average_is_of_all_models_unless_it_names_some() -> None:
    assert lowered("average") == Ensemble("e", "average", ("ridge", "near"))
    assert lowered("average { members = [near], top = 2 }") == Ensemble("e", "average", ("near",), top=2)


def test_rounds_have_a_default_and_may_be_a_parameter() -> None:
    assert lowered("greedy").rounds == 25
    assert lowered("greedy { rounds = n }", "param n = 7").rounds == ParameterValue("n", 7)


def test_a_final_estimator_has_the_tournaments_seed() -> None:
    seed = ("random_state", FlowConstant("SEED"))
    for final in ("Ridge", "Ridge()"):
        assert lowered(f"stack {{ final = {final} }}").final == Invocation("sklearn.linear_model.Ridge", (), (seed,))
    foreign = lowered("stack { final = my_project.Final(depth = 3) }")
    assert foreign.final == Invocation("my_project.Final", (), (("depth", 3),))
    assert foreign.is_foreign
