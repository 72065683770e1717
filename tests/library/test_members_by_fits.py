import pandas as pd

from mfc.templates.library.members_by_fits import means_of


def test_candidates_have_the_mean_of_their_scores_on_the_folds_with_votes() -> None:
    scores = pd.DataFrame({0: [0.1, 0.2, 0.9], 1: [0.3, 0.4, 0.9], 2: [9, 9, 9]}, ["a-000", "b-000", "c-000"])
    votes = {0: pd.DataFrame(), 1: pd.DataFrame()}
    assert means_of(["b-000", "a-000"], votes, scores, None).round(12).to_dict() == {"b-000": 0.3, "a-000": 0.2}
