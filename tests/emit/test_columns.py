import pytest
from plans import PLAN

from mfc.emit.columns import is_all_numbers, named_columns, preprocessings
from mfc.plan.plan import Bundled, Data, DataFile, Mock, Plan, Route, Transformer

SCALER = Transformer("sklearn.preprocessing.StandardScaler", (), ())
PCA = Transformer("sklearn.decomposition.PCA", (2,), (("whiten", True),))
DEFAULT = (
    "return make_column_transformer(('passthrough', numeric), "
    "(OneHotEncoder(handle_unknown='ignore', sparse_output=False), categorical))"
)


def csv(**roles: object) -> Plan:
    data = Data(DataFile("x.csv"), ("price",))
    return PLAN._replace(data=data._replace(**roles))


def lines(plan: Plan) -> tuple[str, ...]:
    [one] = preprocessings(plan)
    return one.body.lines


@pytest.mark.parametrize(
    ("plan", "numbers"),
    [
        (PLAN, False),
        (PLAN._replace(data=PLAN.data._replace(source=Mock("make_regression", (), 1))), True),
        (PLAN._replace(data=PLAN.data._replace(source=Bundled("load_iris"))), True),
        (PLAN._replace(data=PLAN.data._replace(source=Bundled("load_iris"), categorical=("a",))), False),
        (csv(), False),
    ],
)
def test_numbers_alone_pass_through(plan: Plan, numbers: bool) -> None:
    assert is_all_numbers(plan) is numbers
    assert ('("passthrough", list(features.columns))' in lines(plan)[0]) is numbers


def test_roles_left_out_are_found_by_dtype() -> None:
    assert lines(csv()) == (
        'numeric = features.select_dtypes("number").columns',
        "categorical = features.columns.drop(numeric)",
        DEFAULT,
    )


def test_a_column_of_a_named_role_plays_no_other() -> None:
    assert lines(csv(categorical=("zip",)))[:2] == (
        "categorical = ['zip']",
        'numeric = features.select_dtypes("number").columns.drop(categorical, errors="ignore")',
    )
    assert lines(csv(numeric=("age",)))[:2] == (
        "numeric = ['age']",
        'categorical = features.select_dtypes(exclude="number").columns.drop(numeric, errors="ignore")',
    )
    assert lines(csv(numeric=("age",), categorical=()))[:2] == ("numeric = ['age']", "categorical = []")


def test_columns_routed_by_name_belong_to_no_role() -> None:
    routed = lines(csv()._replace(preprocess=(Route(("lat", "lon"), (PCA,)),)))
    assert routed[0] == "others = features.drop(columns=['lat', 'lon'])"
    assert routed[1] == 'numeric = others.select_dtypes("number").columns'


def test_several_transformers_make_a_pipeline() -> None:
    plan = csv()._replace(preprocess=(Route("numeric", (SCALER, PCA)), Route(("lat",), (SCALER,))))
    [one] = preprocessings(plan)
    assert one.body.lines[-1] == (
        "return make_column_transformer((make_pipeline(StandardScaler(), PCA(2, whiten=True)), numeric), "
        "(OneHotEncoder(handle_unknown='ignore', sparse_output=False), categorical), "
        "(StandardScaler(), ['lat']), sparse_threshold=0)"
    )
    assert "from sklearn.pipeline import make_pipeline" in one.body.imports


def test_a_foreign_transformer_is_seeded_when_the_flow_runs() -> None:
    plan = csv()._replace(preprocess=(Route("numeric", (Transformer("my.Jitter", (), (), is_foreign=True),)),))
    assert lines(plan)[-1].startswith("return seeded(make_column_transformer(")
    assert lines(plan)[-1].endswith(", SEED)")


def test_a_model_may_have_a_preprocessing_of_its_own() -> None:
    gbm, ridge = PLAN.models
    own = gbm._replace(preprocess=(Route("numeric", (SCALER,)),))
    assert [one.name for one in preprocessings(PLAN._replace(models=(own, ridge)))] == [
        "preprocessing",
        "preprocess_gbm",
    ]
    assert [one.name for one in preprocessings(PLAN._replace(models=(own,)))] == ["preprocess_gbm"]


def test_dates_and_texts_are_encoded_and_belong_to_no_other_role() -> None:
    found = lines(csv(dates=("sold",), text=("title",)))
    assert found[0] == "others = features.drop(columns=['sold', 'title'])"
    assert found[-1].endswith(
        "(ApplyToCols(DatetimeEncoder()), ['sold']), (ApplyToCols(StringEncoder(random_state=SEED)), ['title']))"
    )
    routes = (Route("dates", (SCALER,)), Route(("title",), (PCA,)))
    found = lines(csv(dates=("sold",), text=("title",))._replace(preprocess=routes))
    assert found[-1].endswith("(StandardScaler(), ['sold']), (PCA(2, whiten=True), ['title']), sparse_threshold=0)")


def test_named_columns_are_listed_once() -> None:
    plan = csv(numeric=("a", "b"), drop=("c",))._replace(preprocess=(Route(("a", "d"), (PCA,)),))
    assert named_columns(plan) == ("price", "a", "b", "c", "d")
