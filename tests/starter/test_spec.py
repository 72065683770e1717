import pytest

from mfc.pipeline import Compilation
from mfc.plan.plan import Csv, Plan
from mfc.source import Source
from mfc.starter.spec import Place, name_of, tournament_name, write_spec
from mfc.starter.table import Column, Table, TableError
from mfc.syntax.format.format import formatted

PLACE = Place("houses.mf", "data/houses.csv")
NUMERIC, GAPPY = Column("size", "numeric", False, 90), Column("year", "numeric", True, 50)
TOWN, STREET = Column("town", "categorical", False, 9), Column("street", "categorical", True, 80)
ODD = Column('a "b", {c}\n# d', "categorical", False, 3)
ID = Column("house id", "identifier", False, 500)

REGRESSION = Table(500, (NUMERIC, TOWN), "price", "regression", 0, 0, 0, 0)
CLASSIFICATION = REGRESSION._replace(task="classification", n_classes=2, smallest_class=200, largest_class=300)


def plan_of(table: Table) -> Plan:
    """Return the plan of the specification for a table; it has to be free of findings."""
    compilation = Compilation(Source("houses.mf", write_spec(table, PLACE)))
    assert [(one.code.id, one.message) for one in compilation.diagnostics] == []
    assert formatted(compilation.source) == compilation.source.text
    return compilation.plan


def scores(table: Table) -> tuple[str, ...]:
    return plan_of(table).scores


@pytest.mark.parametrize("task", [REGRESSION, CLASSIFICATION], ids=["regression", "classification"])
@pytest.mark.parametrize(
    "columns",
    [
        (NUMERIC,),
        (TOWN,),
        (GAPPY, STREET),
        (NUMERIC, GAPPY, TOWN, STREET, ODD, ID),
        (Column("true", "numeric", False, 9), Column("größe", "numeric", False, 9), ID),
        tuple(Column(f"a_long_name_{i}", "numeric", False, 9) for i in range(30)),
        (*(Column(f"a_long_name_{i}", "constant", False, 1) for i in range(30)), NUMERIC),
    ],
)
def test_what_is_written_has_no_findings(task: Table, columns: tuple[Column, ...]) -> None:
    plan = plan_of(task._replace(columns=columns, n_without_target=3))
    assert plan.task == task.task
    assert plan.data.source == Csv("data/houses.csv")
    assert plan.data.drop == tuple(column.name for column in columns if column.role in ("identifier", "constant"))
    assert [model.name for model in plan.models] == ["baseline", "linear", "forest", "boosting"]


def test_gaps_are_filled_and_many_levels_are_bounded() -> None:
    text = write_spec(REGRESSION._replace(columns=(GAPPY, STREET)), PLACE)
    assert 'SimpleImputer(strategy = "median") -> StandardScaler()' in text
    assert 'SimpleImputer(strategy = "most_frequent")' in text
    assert 'handle_unknown = "infrequent_if_exist"' in text


def test_what_is_left_out_is_said_and_why() -> None:
    columns = (NUMERIC, ID, ODD._replace(role="date"))
    text = write_spec(REGRESSION._replace(columns=columns, n_without_target=1_234), PLACE)
    assert "\n# house id is left out: an identifier.\n" in text
    assert '\n# "a \\"b\\", {c}\\n# d" is left out: a date.\n' in text
    assert 'time = "a \\"b\\", {c}\\n# d", test last(20%), folds time_series_split(5).\n' in text
    assert "\n# 1,234 rows have no price; the flow will stop until they are gone.\n" in text


@pytest.mark.parametrize(("n_rows", "n_splits"), [(200, 10), (5_000, 5), (90_000, 3)])
def test_few_rows_make_many_folds(n_rows: int, n_splits: int) -> None:
    assert plan_of(REGRESSION._replace(n_rows=n_rows)).folds.n_splits == n_splits


def test_every_fold_has_rows_of_every_class() -> None:
    plan = plan_of(CLASSIFICATION._replace(smallest_class=6, largest_class=12))
    assert (plan.test.kind, plan.folds.splitter, plan.folds.n_splits) == ("stratified", "StratifiedKFold", 3)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((2, 100, 200), ("accuracy", "neg_log_loss")),
        ((2, 20, 200), ("roc_auc", "average_precision")),
        ((3, 20, 200), ("balanced_accuracy", "neg_log_loss")),
    ],
)
def test_rare_classes_want_other_scores(sizes: tuple[int, int, int], expected: tuple[str, ...]) -> None:
    n_classes, smallest, largest = sizes
    table = CLASSIFICATION._replace(n_classes=n_classes, smallest_class=smallest, largest_class=largest)
    assert scores(table) == expected


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        (REGRESSION._replace(columns=(ID,)), "no column is left to predict from"),
        (CLASSIFICATION._replace(smallest_class=3), "the smallest class of `price` has 3 rows: too few to split"),
        (CLASSIFICATION._replace(n_classes=1), "`price` has one value alone"),
    ],
)
def test_what_cannot_be_played_is_refused(table: Table, complaint: str) -> None:
    with pytest.raises(TableError, match=complaint):
        write_spec(table, PLACE)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("houses.csv", "Houses"),
        ("../data/house-prices.v2.csv", "HousePricesV2"),
        ("2020_churn.csv", "Churn"),
        ("2020.csv", "Tournament"),
        ("größe.csv", "GrE"),
        ("path.csv", "PathTournament"),
        ("NYC.csv", "NYC"),
    ],
)
def test_a_tournament_is_named_after_its_data(data: str, name: str) -> None:
    assert tournament_name(data) == name
    compilation = Compilation(Source("x.mf", f"tournament {name}"))
    assert not any(one.code.id in {"MF211", "MF212"} for one in compilation.diagnostics)


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("price", "price"),
        ("data", "data"),
        ("none", '"none"'),
        ("a b", '"a b"'),
        ('"', '"\\""'),
        ("ä", '"ä"'),
        ("\x1b", '"\\u001b"'),
    ],
)
def test_columns_are_bare_words_where_they_can_be(column: str, written: str) -> None:
    assert name_of(column) == written
