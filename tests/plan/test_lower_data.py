import pytest
from checking import CLASSES, plan

from mfc.meaning.values import FlowConstant, Formula, Invocation, ParameterValue
from mfc.plan.plan import Bundled, Data, DataFile, Mock, Route, Transformer


def csv(settings: str) -> Data:
    return plan("task regression", f'data csv("houses.csv") {{ {settings} }}').data


def test_a_mock_has_the_arguments_as_written_and_a_seed() -> None:
    data = plan("param rows = 100", "seed 7", "data mock.regression { noise = 5, n_samples = rows * 2 }").data
    rows = Formula("*", (ParameterValue("rows", 100), 2))
    assert data.source == Mock("make_regression", (("noise", 5), ("n_samples", rows), ("random_state", 7)), 1)
    assert data == Data(data.source, ("target",))


def test_the_categories_of_a_mock_are_no_argument() -> None:
    source = plan("data mock.regression { n_categories = 2, random_state = 3 }").data.source
    assert source == Mock("make_regression", (("random_state", 3),), 2)


def test_no_seed_of_its_own_is_the_tournaments() -> None:
    source = plan("seed 7", "data mock.regression { random_state = none }").data.source
    assert source == Mock("make_regression", (("random_state", 7),), 1)


def test_a_mock_of_a_classification() -> None:
    assert plan(CLASSES).data.source == Mock("make_classification", (("random_state", 0),), 1)


def test_a_file() -> None:
    assert csv("target = price") == Data(DataFile("houses.csv"), ("price",))
    data = csv('target = [price], categorical = [a, "b c"], numeric = [], drop = [id]')
    assert data == Data(DataFile("houses.csv"), ("price",), (), ("a", "b c"), ("id",))


def test_a_file_whose_path_is_a_parameter() -> None:
    data = plan('param path = "a.csv"', "task regression", "data csv(path) { target = a }").data
    assert data.source == DataFile(ParameterValue("path", "a.csv"))


def test_a_bundled_data_set() -> None:
    assert plan('data sklearn("diabetes")').data == Data(Bundled("load_diabetes"), ("target",))
    assert plan('data sklearn("linnerud") { target = Waist }').data.targets == ("Waist",)


def test_routes() -> None:
    numeric = 'numeric -> SimpleImputer(strategy = "median") -> StandardScaler'
    places = '[far, "b"] -> my.Haversine(2, radius = far)'
    routes = plan("let far = 6371", f"preprocess {{\n{numeric}\n{places}\n}}").preprocess
    assert routes == (
        Route(
            "numeric",
            (
                Transformer("sklearn.impute.SimpleImputer", (), (("strategy", "median"),)),
                Transformer("sklearn.preprocessing.StandardScaler", (), ()),
            ),
        ),
        Route(("far", "b"), (Transformer("my.Haversine", (2,), (("radius", 6371),), is_foreign=True),)),
    )


def test_an_empty_preprocessing_is_not_the_default() -> None:
    assert plan("preprocess {}").preprocess == ()


def test_a_file_is_read_as_it_is_written() -> None:
    options = 'sep = ";", decimal = ",", thousands = ".", encoding = "cp1252", na_values = ["?", -9], skiprows = 2'
    data = plan("task regression", f'data csv("a.csv", {options}) {{ target = y }}').data
    assert data.source == DataFile(
        "a.csv",
        (
            ("sep", ";"),
            ("decimal", ","),
            ("thousands", "."),
            ("encoding", "cp1252"),
            ("na_values", ["?", -9]),
            ("skiprows", 2),
        ),
    )


def test_what_the_data_say_besides_columns() -> None:
    settings = 'target = y, dates = [sold], text = [title], missing_target = drop, date_format = "%d/%m/%Y"'
    data = csv(settings)
    assert (data.dates, data.text, data.missing_target, data.date_format) == (
        ("sold",),
        ("title",),
        "drop",
        "%d/%m/%Y",
    )
    assert (csv("target = y").missing_target, csv("target = y").positive) == ("stop", None)


@pytest.mark.parametrize(
    ("written", "value"), [("churned", "churned"), ('"yes, please"', "yes, please"), ("1", 1), ("true", True)]
)
def test_the_positive_class_is_a_value_of_the_target(written: str, value: object) -> None:
    model = "model tree: DecisionTreeClassifier { max_depth in [churned, 8] }"
    data = plan(
        "let churned = 5", "task classification", f'data csv("a.csv") {{ target = y, positive = {written} }}', model
    ).data
    assert data.positive == value


def test_what_takes_one_column_is_handed_each() -> None:
    (route,) = plan("seed 3", "preprocess { [title] -> GapEncoder(n_components = 4) -> StandardScaler() }").preprocess
    gap = Invocation("skrub.GapEncoder", (), (("n_components", 4), ("random_state", FlowConstant("SEED"))))
    assert route.steps[0] == Transformer("skrub.ApplyToCols", (gap,), ())
    assert route.steps[1] == Transformer("sklearn.preprocessing.StandardScaler", (), ())
