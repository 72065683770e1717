from mfc.plan.ensemble import Ensemble


def test_an_ensemble_has_the_best_candidate_of_each_model_unless_it_says_how_many() -> None:
    plain = Ensemble("blend", "average", ("gbm", "net"))
    assert (plain.top, plain.rounds, plain.final, plain.is_foreign) == (None, None, None, False)
    assert plain._replace(top=3) != plain
