import pytest
from plans import PLAN

from mfc.emit.columns import ColumnsView
from mfc.emit.python import Scope
from mfc.plan.plan import Bundled, Csv, Data, Mock, Plan, Route, Transformer

SCALER = Transformer("sklearn.preprocessing.StandardScaler", (), ())
PCA = Transformer("sklearn.decomposition.PCA", (2,), (("whiten", True),))


def csv(**roles: object) -> Plan:
    data = Data(Csv("x.csv"), ("price",))
    return PLAN._replace(data=data._replace(**roles))


@pytest.mark.parametrize(
    ("plan", "prepared"),
    [
        (PLAN, True),
        (PLAN._replace(data=PLAN.data._replace(source=Mock("make_regression", (), 1))), False),
        (PLAN._replace(data=PLAN.data._replace(source=Bundled("load_iris"))), False),
        (PLAN._replace(data=PLAN.data._replace(source=Bundled("load_iris"), categorical=("a",))), True),
        (csv(), True),
    ],
)
def test_numbers_alone_need_no_preprocessing(plan: Plan, prepared: bool) -> None:
    assert bool(ColumnsView(plan)) is prepared


def test_roles_left_out_are_found_by_dtype() -> None:
    assert ColumnsView(csv()).roles == [
        'numeric = features.select_dtypes("number").columns',
        "categorical = features.columns.drop(numeric)",
    ]


def test_a_column_of_a_named_role_plays_no_other() -> None:
    assert ColumnsView(csv(categorical=("zip",))).roles == [
        "categorical = ['zip']",
        'numeric = features.select_dtypes("number").columns.drop(categorical, errors="ignore")',
    ]
    assert ColumnsView(csv(numeric=("age",))).roles == [
        "numeric = ['age']",
        'categorical = features.select_dtypes(exclude="number").columns.drop(numeric, errors="ignore")',
    ]
    assert ColumnsView(csv(numeric=("age",), categorical=())).roles == ["numeric = ['age']", "categorical = []"]


def test_columns_routed_by_name_belong_to_no_role() -> None:
    plan = csv()._replace(preprocess=(Route(("lat", "lon"), (PCA,)),))
    assert ColumnsView(plan).roles[0] == "others = features.drop(columns=['lat', 'lon'])"
    assert ColumnsView(plan).roles[1] == 'numeric = others.select_dtypes("number").columns'


def test_a_role_without_a_route_gets_the_default() -> None:
    assert ColumnsView(csv()).transformer(Scope()) == (
        "make_column_transformer(('passthrough', numeric), "
        "(OneHotEncoder(handle_unknown='ignore', sparse_output=False), categorical))"
    )


def test_several_transformers_make_a_pipeline() -> None:
    plan = csv()._replace(preprocess=(Route("numeric", (SCALER, PCA)), Route(("lat",), (SCALER,))))
    scope = Scope()
    assert ColumnsView(plan).transformer(scope) == (
        "make_column_transformer((make_pipeline(StandardScaler(), PCA(2, whiten=True)), numeric), "
        "(OneHotEncoder(handle_unknown='ignore', sparse_output=False), categorical), "
        "(StandardScaler(), ['lat']), sparse_threshold=0)"
    )
    assert "from sklearn.pipeline import make_pipeline" in scope.imports()


def test_named_columns_are_listed_once() -> None:
    plan = csv(numeric=("a", "b"), drop=("c",))._replace(preprocess=(Route(("a", "d"), (PCA,)),))
    assert ColumnsView(plan).named == ("price", "a", "b", "c", "d")
