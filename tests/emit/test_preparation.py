from plans import CAT, GBM, OWN, PCA, PLAN, RIDGE, SVM

from mfc.emit.columns import ColumnsView
from mfc.emit.preparation import PreparationView
from mfc.emit.python import Scope
from mfc.plan.plan import Bundled, Model, Plan

NUMBERS = PLAN._replace(data=PLAN.data._replace(source=Bundled("load_diabetes")))
SHARING = SVM._replace(preprocess=None)


def view(*models: Model, plan: Plan = PLAN) -> PreparationView:
    plan = plan._replace(models=models)
    return PreparationView(plan, ColumnsView(plan))


def test_what_all_models_share() -> None:
    assert view(RIDGE)
    assert view(RIDGE).shares
    assert view(RIDGE).own == []
    assert not view(RIDGE, plan=NUMBERS)


def test_what_a_model_has_of_its_own() -> None:
    assert [one.name for one in view(SVM, RIDGE).own] == ["svm"]
    assert view(SVM, RIDGE).shares
    assert not view(SVM).shares
    assert view(SHARING).shares
    assert view(SHARING, CAT, plan=NUMBERS).has_others
    assert not view(SHARING, plan=NUMBERS).has_columns


def test_only_what_is_needed_is_given() -> None:
    assert view(SVM).arguments == ["model", "settings", "features"]
    assert view(SHARING, plan=NUMBERS).arguments == ["model", "settings"]
    assert view(SVM._replace(space=())).arguments == ["model", "features"]
    assert view(SVM).fields == {"model", "settings"}
    assert view(GBM).fields == {"model"}
    assert view(GBM, plan=NUMBERS).fields == view(RIDGE).fields == set()


def test_steps_take_their_settings() -> None:
    scope = Scope()
    assert view(SVM).own[0].steps(scope) == ["('pca', PCA(whiten=True, **settings_of('pca', settings)))"]
    assert scope.imports() == ["from sklearn.decomposition import PCA"]
    assert view(SVM._replace(space=())).own[0].steps(Scope()) == ["('pca', PCA(whiten=True))"]


def test_a_foreign_step_is_seeded_and_does_not_come_last() -> None:
    foreign = PCA._replace(transformer=PCA.transformer._replace(path="my.Net", named=(), is_foreign=True))
    own = view(SVM._replace(space=(), steps=(foreign,))).own[0]
    assert own.seeds_by_hand
    assert own.steps(Scope()) == ["('pca', seeded(Net(), SEED))", "('model', FunctionTransformer())"]
    assert not view(SVM).own[0].seeds_by_hand
    assert view(OWN).own == []
