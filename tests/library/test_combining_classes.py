import pickle

import numpy as np
import pytest
from sklearn.ensemble import VotingClassifier
from sklearn.frozen import FrozenEstimator
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from small_rows import classes, rows

from mfc.templates.library.combining_classes import combine

UNSEEN = rows(30, seed=1)[["a", "b"]]
MEMBERS = {"logistic-000": LogisticRegression(), "near-000": KNeighborsClassifier(4)}
LABELS = pytest.mark.parametrize("labels", [("yes", "no"), ("low", "middle", "high")])


def trained(*labels: str) -> dict[str, FrozenEstimator]:
    table = classes(*labels)
    fitted = {name: model.fit(table[["a", "b"]], table["target"]) for name, model in MEMBERS.items()}
    return {name: FrozenEstimator(pickle.loads(pickle.dumps(model))) for name, model in fitted.items()}


@LABELS
def test_a_mean_is_scikit_learns_soft_vote(labels: tuple[str, ...]) -> None:
    table = classes(*labels)
    model = combine(trained(*labels), {"weights": {"logistic-000": 1, "near-000": 2}})
    vote = VotingClassifier([*MEMBERS.items()], voting="soft", weights=[1, 2])
    vote.fit(table[["a", "b"]], table["target"])
    np.testing.assert_array_equal(model.predict_proba(UNSEEN), vote.predict_proba(UNSEEN))
    assert list(model.predict(UNSEEN)) == list(vote.predict(UNSEEN))
    assert list(model.classes_) == sorted(labels)


@LABELS
def test_a_final_estimator_is_not_given_the_first_class(labels: tuple[str, ...]) -> None:
    members = trained(*labels)
    columns = np.hstack([model.predict_proba(UNSEEN)[:, 1:] for model in members.values()])
    wanted = members["near-000"].predict(UNSEEN)
    final = LogisticRegression().fit(columns, wanted)
    model = combine(members, {"final": final, "outputs": sorted(labels)})
    np.testing.assert_array_equal(model.predict_proba(UNSEEN), final.predict_proba(columns))
    assert set(model.predict(UNSEEN)) <= set(labels)
    assert list(model.feature_names_in_) == ["a", "b"]
    pickle.dumps(model)


@pytest.mark.parametrize("new", ["a new first class", "some new class", "z"])
def test_a_final_estimator_goes_by_the_classes_that_it_knows(new: str) -> None:
    """Members that were trained on all rows may know a class that no row of a fold had, wherever it sorts."""
    known = ["low", "middle", "tall"]
    members = trained(*known, new)
    places = [[*members["near-000"].classes_].index(label) for label in known[1:]]
    columns = np.hstack([model.predict_proba(UNSEEN)[:, places] for model in members.values()])
    final = LogisticRegression().fit(columns, np.resize(known, len(columns)))
    model = combine(members, {"final": final, "outputs": known})
    np.testing.assert_allclose(model.predict_proba(UNSEEN), final.predict_proba(columns), rtol=0, atol=1e-12)
