import pytest

from mfc.pipeline import Compilation
from mfc.plan.plan import DataFile, Plan
from mfc.source import Source
from mfc.starter.dates import Dates
from mfc.starter.reading import TableError
from mfc.starter.roles import Column
from mfc.starter.spec import Place, tournament_name, write_spec
from mfc.starter.table import Table
from mfc.syntax.format.format import formatted

PLACE = Place("houses.mf", "data/houses.csv")
NUMERIC, GAPPY = Column("size", "numeric", False, 90), Column("year", "numeric", True, 50)
TOWN, STREET = Column("town", "categorical", False, 9), Column("street", "categorical", True, 80)
ODD = Column('a "b", {c}\n# d', "categorical", False, 3)
ID = Column("house id", "identifier", False, 500)
SOLD = Column("sold", "date", False, 90, Dates(("%d/%m/%Y", "%m/%d/%Y")))
TITLE = Column("title", "text", False, 400)

REGRESSION = Table(500, (NUMERIC, TOWN), "price", "regression")
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
    assert plan.data.source == DataFile("data/houses.csv")
    assert plan.data.drop == tuple(column.name for column in columns if column.role in ("identifier", "constant"))
    assert [model.name for model in plan.models] == ["baseline", "linear", "forest", "boosting"]


@pytest.mark.parametrize("task", [REGRESSION, CLASSIFICATION], ids=["regression", "classification"])
def test_dates_texts_and_gaps_in_the_target(task: Table) -> None:
    table = task._replace(columns=(NUMERIC, SOLD, TITLE), n_without_target=3)
    plan = plan_of(table)
    assert (plan.data.dates, plan.data.text, plan.data.drop) == (("sold",), ("title",), ())
    assert (plan.data.missing_target, plan.data.date_format) == ("drop", "%d/%m/%Y")
    assert [route.columns for route in plan.preprocess or ()] == ["numeric", "dates", "text"]
    assert "3 rows have no price; they are left out." in write_spec(table, PLACE)
    plain = SOLD._replace(dates=Dates(("%d/%m/%Y",)))
    assert plan_of(task._replace(columns=(plain,))).data.date_format is None


def test_the_positive_class_is_named_where_a_score_is_of_one_class() -> None:
    rare = CLASSIFICATION._replace(smallest_class=20, largest_class=480, positive="churned")
    assert (plan_of(rare).data.positive, scores(rare)) == ("churned", ("roc_auc", "average_precision"))
    assert plan_of(rare._replace(positive=1)).data.positive == 1
    assert plan_of(CLASSIFICATION._replace(positive="churned")).data.positive is None


def test_a_file_is_read_as_it_is_written() -> None:
    options = {"sep": "\t", "decimal": ",", "na_values": ["?", "-"], "skiprows": 2}
    given = plan_of(REGRESSION._replace(options=options)).data.source
    assert given == DataFile("data/houses.csv", tuple(options.items()))


def test_gaps_in_numbers_are_filled_and_those_in_categories_a_level_of_their_own() -> None:
    for columns in ((GAPPY, STREET), (NUMERIC, TOWN)):
        text = write_spec(REGRESSION._replace(columns=columns), PLACE)
        assert 'numeric     -> SimpleImputer(strategy = "median") -> StandardScaler()' in text
        assert "categorical -> OneHotEncoder(" in text
    many = write_spec(REGRESSION._replace(columns=(STREET,)), PLACE)
    assert 'handle_unknown = "infrequent_if_exist"' in many


def test_what_is_left_out_is_said_and_why() -> None:
    columns = (NUMERIC, ID, ODD._replace(role="constant"), SOLD)
    text = write_spec(REGRESSION._replace(n_rows=5_000, columns=columns, n_without_target=1_234), PLACE)
    assert "\n# house id is left out: an identifier.\n" in text
    assert '\n# "a \\"b\\", {c}\\n# d" is left out: always the same.\n' in text
    assert "time = sold, test last(20%), folds time_series_split(5).\n" in text
    assert "\n# 1,234 rows have no price; they are left out.\n" in text


@pytest.mark.parametrize("task", [REGRESSION, CLASSIFICATION], ids=["regression", "classification"])
def test_groups_stay_together(task: Table) -> None:
    school = Column("school", "numeric", False, 40)
    plan = plan_of(task._replace(columns=(NUMERIC, school), group="school", n_groups=40))
    assert (plan.data.group, plan.data.numeric, plan.data.drop) == ("school", ("size",), ())
    assert plan.test.kind == "grouped"
    assert plan.folds.splitter == ("GroupKFold" if task is REGRESSION else "StratifiedGroupKFold")


@pytest.mark.parametrize(("n_rows", "n_splits"), [(200, 10), (4_000, 5), (90_000, 3)])
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
def test_rare_classes_need_other_scores(sizes: tuple[int, int, int], expected: tuple[str, ...]) -> None:
    n_classes, smallest, largest = sizes
    counts = {"n_classes": n_classes, "smallest_class": smallest, "largest_class": largest}
    table = CLASSIFICATION._replace(**counts, positive="churned" if n_classes == 2 else None)
    assert scores(table) == expected


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        (REGRESSION._replace(columns=(ID,)), "no column is left to predict from: all are identifiers"),
        (
            CLASSIFICATION._replace(smallest_class=3),
            "the smallest class of `price` has 3 rows, too few to split: merge it with another, leave",
        ),
        (CLASSIFICATION._replace(n_classes=1), "`price` has only one value: choose another --target"),
        (
            REGRESSION._replace(n_rows=30, n_without_target=20),
            "too few rows with a `price` for a test and folds: 10, and 20",
        ),
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
