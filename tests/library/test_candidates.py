from sklearn.ensemble import BaggingRegressor
from sklearn.linear_model import Ridge
from small_rows import classes
from xgboost import XGBClassifier

from mfc.templates.library.candidates import encoded, model_of, name_candidates, seeded, settings_of


def test_candidates_are_named_by_their_models_and_numbers() -> None:
    named = name_candidates({"a_b": [{"x": 1}, {"x": 2}], "c": iter([{}])})
    assert named == {"a_b-000": {"x": 1}, "a_b-001": {"x": 2}, "c-000": {}}
    assert [model_of(candidate) for candidate in named] == ["a_b", "a_b", "c"]


def test_settings_belong_to_a_step_to_fit_or_to_the_estimator() -> None:
    settings = {"alpha": 1, "pca__n_components": 2, "fit__verbose": True, "pca__whiten": False}
    assert settings_of("", settings) == {"alpha": 1}
    assert settings_of("pca", settings) == {"n_components": 2, "whiten": False}
    assert settings_of("fit", settings) == {"verbose": True}


def test_what_has_no_seed_gets_one() -> None:
    bagging = seeded(BaggingRegressor(Ridge(random_state=3)), 7)
    assert (bagging.random_state, bagging.estimator.random_state) == (7, 3)
    assert seeded("passthrough", 7) == "passthrough"


def test_an_encoded_classifier_gives_the_labels_and_its_own_probabilities() -> None:
    table = classes("low", "middle", "high")
    features, target = table[["a", "b"]], table["target"]
    plain = XGBClassifier(n_estimators=3)
    model = encoded(plain).fit(features, target)
    codes = target.map({"high": 0, "low": 1, "middle": 2})
    expected = plain.fit(features, codes).predict_proba(features)
    assert model.classes_.tolist() == ["high", "low", "middle"]
    assert (model.predict_proba(features) == expected).all()
    assert (model.predict(features) == model.classes_[expected.argmax(axis=1)]).all()
