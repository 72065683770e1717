from checking import checked

from mfc.meaning.ensembles import final_of, kind_of, listed, most_members, pool, settings_of
from mfc.meaning.outline import Outline
from mfc.meaning.values import Invocation, Reference
from mfc.syntax.tree import EnsembleDeclaration

MODELS = "model ridge: Ridge { alpha in [1, 2, 3] }\nmodel near: KNeighborsRegressor { n_neighbors in [3, 5] }"


def declared(ensemble: str) -> tuple[EnsembleDeclaration, Outline]:
    outline = checked(MODELS, f"ensemble e: {ensemble}").outline
    [one] = outline.all(EnsembleDeclaration)
    return one, outline


def test_the_kind_of_an_ensemble_says_which_settings_it_has() -> None:
    kind = kind_of(*declared("greedy"))
    assert kind
    assert kind.path == "ensemble.greedy"
    assert kind_of(*declared("gredy")) is None
    assert [*settings_of(*declared("greedy { rounds = 3, final = 2 }"))] == ["rounds"]
    assert settings_of(*declared("gredy { rounds = 3 }")) == {}


def test_the_pool_is_of_all_models_or_those_that_are_named() -> None:
    assert [one.model.name.text for one in pool(*declared("average"))] == ["ridge", "near"]
    assert [one.model.name.text for one in pool(*declared("average { members = [near, far] }"))] == ["near"]
    assert [one.model.name.text for one in pool(*declared("average { members = 3 }"))] == []


def test_there_are_as_many_members_as_candidates() -> None:
    assert most_members(*declared("average")) == 5
    assert most_members(*declared("average { members = [ridge] }")) == 3


def test_a_list_has_items_and_nothing_else_does() -> None:
    one, _ = declared("average { members = [ridge, near], top = 2 }")
    members, top = (entry.value for entry in one.entries if hasattr(entry, "value"))
    assert len(listed(members) or ()) == 2
    assert listed(top) is None


def test_the_name_of_a_final_estimator_is_a_call_without_arguments() -> None:
    call = Invocation("sklearn.linear_model.Ridge", (), (("alpha", 1.0),))
    assert final_of(call) is call
    assert final_of(Reference("my.Final")) == Invocation("my.Final", (), ())
    assert final_of(3) is None
