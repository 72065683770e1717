from checking import plan
from plans import PLAN

from mfc.emit.ensembles import declared_ensembles

MODELS = "model ridge: Ridge { alpha in [1, 2] }\nmodel near: KNeighborsRegressor\nmodel far: SVR"


def declared(*ensembles: str) -> str:
    body = declared_ensembles(plan(MODELS, *ensembles))
    assert body
    return body.text


def test_without_ensembles_there_is_no_function() -> None:
    assert declared_ensembles(PLAN) is None


def test_each_has_its_members_their_number_and_what_weighs_them() -> None:
    text = declared("ensemble a: average { top = 3 }", "ensemble g: greedy { members = [near, far] }")
    assert "'a': {'top': 3, 'weigh': equal_weights}," in text
    assert "'g': {'members': ['near', 'far'], 'weigh': partial(greedy_weights, rounds=25)}," in text


def test_a_final_estimator_is_imported_and_seeded() -> None:
    text = declared("ensemble s: stack { final = Lasso(alpha = 0.1) }")
    assert text.startswith("from sklearn.linear_model import Lasso\n\n")
    assert "partial(fit_final, final=Lasso(alpha=0.1, random_state=SEED))" in text
    foreign = declared("ensemble s: stack { final = my_project.Final(3) }")
    assert "final=seeded(Final(3), SEED)" in foreign


def test_labels_are_encoded_for_what_takes_numbers_alone() -> None:
    classes = "data mock.classification\nmodel one: LogisticRegression\nmodel two: RandomForestClassifier"
    body = declared_ensembles(plan(classes, "ensemble s: stack { final = XGBClassifier() }"))
    assert body
    assert "final=encoded(XGBClassifier(" in body.text
