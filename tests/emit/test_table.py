import pytest
from plans import PLAN

from mfc.emit.table import TableView
from mfc.plan.plan import Bundled, Csv, Data, Folds, Function, Parquet, Plan, Sql, Test


def table(**roles: object) -> TableView:
    return TableView(plan(**roles))


def plan(**roles: object) -> Plan:
    return PLAN._replace(data=Data(Csv("x.csv"), ("price",))._replace(**roles))


def test_one_target_is_a_name_and_several_are_a_list() -> None:
    assert table().target == "'price'"
    assert table(targets=("a", "b")).target == "['a', 'b']"
    assert table(targets=("a", "b")).target_type == "pd.DataFrame"


def test_columns_of_other_roles_stand_apart() -> None:
    assert (table().apart, table().roles) == ("TARGET", {})
    view = table(group="patient", weight="w")
    assert (view.apart, view.apart_source) == ("APART", "[TARGET, GROUP, WEIGHT]")
    assert table(targets=("a", "b"), time="day").apart_source == "[*TARGET, TIME]"


def test_splitters_get_what_they_look_at() -> None:
    assert table().splitting == "rows, rows[TARGET]"
    grouped = plan(group="patient")._replace(folds=Folds("GroupKFold", (("n_splits", 3),), 3))
    assert TableView(grouped).splitting == "rows, rows[TARGET], rows[GROUP]"


def test_rows_are_kept_in_order_where_it_matters() -> None:
    assert not table().ordered
    assert table(time="day").ordered
    assert TableView(plan()._replace(test=Test("last", 0.2, None))).ordered


def test_the_table_is_put_in_order_before_its_columns_are_dropped() -> None:
    assert table().returned == "data"
    assert table(time="day", drop=("id",)).returned == "by_time(data).drop(columns=['id'])"


def test_what_is_not_learned_from_is_not_searched_for_mistakes() -> None:
    assert table().learned == "data"
    assert table(group="patient", drop=("id",)).learned == "data.drop(columns=['id', 'patient'])"


@pytest.mark.parametrize(
    ("source", "packages", "origin"),
    [
        (Csv("a.csv"), set(), 'cast("str", self.data_path)'),
        (Csv("s3://rows/a.csv"), {"s3fs"}, 'cast("str", self.data_path)'),
        (Parquet("gs://rows/a.parquet"), {"gcsfs", "pyarrow"}, 'cast("str", self.data_path)'),
        (Sql("select 1", "sqlite:///a.db"), {"sqlalchemy>=2"}, '"the query"'),
        (Function("my.data.load"), set(), "'my.data.load'"),
        (Bundled("load_iris"), set(), "'load_iris'"),
    ],
)
def test_where_rows_come_from(source: object, packages: set[str], origin: str) -> None:
    assert table(source=source).packages == packages
    assert table(source=source).origin == origin
