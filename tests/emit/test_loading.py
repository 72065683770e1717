import pytest
from plans import FOREIGN, PLAN, VARIANTS, multilabel

from mfc.emit.loading import data_default, lies_beside, loading, read_options, roles, targets
from mfc.plan.plan import Bundled, Data, DataFile, Plan


def lines(plan: Plan) -> tuple[str, ...]:
    return loading(plan).body.lines


def csv(**data: object) -> Plan:
    return FOREIGN._replace(data=Data(DataFile("houses.csv"), ("price",))._replace(**data))


def test_a_mock_of_several_categories_makes_each_by_itself() -> None:
    made = lines(PLAN)
    assert made[1] == "for category in range(2):"
    assert (
        "make_regression(n_samples=parameters.rows // 2, n_features=4, noise=10.0, random_state=SEED + category)"
        in made[2]
    )
    assert made[-1] == "return pd.concat(tables, ignore_index=True)"


def test_a_bundled_classification_has_its_labels_by_name() -> None:
    plan = VARIANTS["classification"]
    assert lines(plan) == (
        "bunch = load_iris(as_frame=True)",
        "return bunch.frame.assign(**{TARGET: bunch.target_names[bunch.target]})",
    )
    dropped = plan._replace(data=Data(Bundled("load_iris"), ("target",), drop=("petal",)))
    assert lines(dropped)[1:] == (
        "return with_names(bunch.frame.assign(**{TARGET: bunch.target_names[bunch.target]}), 'load_iris', "
        "[TARGET, 'petal']).drop(columns=['petal'])",
    )


def test_a_file_is_read_as_it_is_written() -> None:
    options = (("sep", ";"), ("decimal", ","), ("na_values", ["?", -9]), ("skiprows", 2))
    plan = csv(source=DataFile("a.csv", options))
    assert lines(plan)[0] == "data = pd.read_csv(path, low_memory=False, **READING)"
    assert read_options(plan) == {
        "READING": "{'sep': ';', 'decimal': ',', 'na_values': ['?', -9], 'skiprows': 2}",
        "AMOUNTS": "{'decimal': ','}",
    }
    assert 'data = amounts_in(data, dict.fromkeys([TARGET], "number"), **AMOUNTS)' in lines(plan)
    several = csv(source=DataFile("a.csv", (("sep", "::"),)))
    assert lines(several)[:2] == ("data = pd.read_csv(path, **READING)", "check_width(data, path)")
    assert read_options(several) == {"READING": "{'sep': '::', 'engine': 'python'}"}
    for source in (DataFile("a.csv"), DataFile("a.parquet", kind="parquet")):
        assert read_options(csv(source=source)) == {}
    assert lines(csv(source=DataFile("a.parquet", kind="parquet")))[0] == "data = pd.read_parquet(path)"


def test_amounts_of_money_are_read_apart_from_what_pandas_reads() -> None:
    plan = csv(
        source=DataFile("a.csv", (("currency", "$"),)), numeric=("a",), text=("note",), dates=("sold",), time="t"
    )
    assert read_options(plan) == {"AMOUNTS": "{'currency': '$'}"}
    assert lines(plan)[0] == "data = pd.read_csv(path, low_memory=False)"
    kinds = "dict.fromkeys([TARGET, 'a'], \"number\") | dict.fromkeys(['sold', 'note'], \"text\")"
    assert lines(plan)[3] == f"data = amounts_in(data, {kinds}, **AMOUNTS)"
    plan = csv(source=DataFile("a.csv", (("thousands", ","), ("currency", "$"))))._replace(task="classification")
    assert read_options(plan)["AMOUNTS"] == "{'currency': '$', 'thousands': ','}"
    assert "data = amounts_in(data, {}, **AMOUNTS)" in lines(plan)


def test_a_file_is_brought_to_its_schema_and_checked_before_it_is_used() -> None:
    assert lines(csv(drop=("id",), weight="w", numeric=("a",), categorical=("zip",))) == (
        "data = pd.read_csv(path, low_memory=False)",
        "check_width(data, path)",
        "data = with_names(data, path, [TARGET, WEIGHT, 'a', 'zip', 'id'])",
        "data = data.drop(columns=['id'])",
        "schema = schema_of(data, path, numeric=[TARGET, WEIGHT, 'a'], categorical=['zip'])",
        "notes = left_out(data, schema)",
        "data = to_schema(data, schema, path)",
        "check_values(data, path, {WEIGHT: 0})",
        "return data, schema, notes",
    )


def test_rows_without_a_target_are_left_out_where_it_says_so() -> None:
    made = loading(csv(missing_target="drop"))
    assert made.has_schema
    assert made.body.lines[4] == "data = data.dropna(subset=TARGET, ignore_index=True)"
    assert made.body.lines[6].endswith("n_rows - len(data)} | left_out(data, schema)")
    assert not loading(PLAN._replace(data=PLAN.data._replace(missing_target="drop"))).has_schema


def test_rows_with_a_time_are_put_in_order() -> None:
    made = lines(VARIANTS["timed"])
    assert made[0] == "data = pd.read_parquet(path)"
    assert "given = {name: format_of(data[name], path) for name in [TIME]}" in made
    assert made[-1] == 'return data.sort_values(TIME, kind="stable", ignore_index=True), schema, notes'


def test_dates_and_texts_are_read_as_the_specification_says() -> None:
    made = lines(csv(time="t", dates=("sold",), date_format="%d/%m/%Y", text=("note",)))
    assert made[3:6] == (
        "given = dict.fromkeys(['note'], \"text\")",
        "given |= {name: format_of(data[name], path, '%d/%m/%Y') for name in [TIME, 'sold']}",
        "schema = schema_of(data.drop(columns=given), path, numeric=[TARGET]) | given",
    )
    assert "data = to_schema(data, schema, path, dates_of)" in made


def test_labels_become_0_and_1() -> None:
    assert "data = code_labels(data)" in lines(multilabel())
    assert targets(multilabel()) == "*TARGET"


def test_a_database_is_asked_at_the_address_in_the_environment() -> None:
    made = loading(multilabel())
    assert made.body.lines[0] == "address = os.environ.get('DATABASE_URL')"
    assert (made.given, made.origin) == ("", "the query")


def test_a_function_has_to_return_a_table() -> None:
    made = lines(VARIANTS["several targets"])
    assert made[0] == "data = load()"
    assert "if not isinstance(data, pd.DataFrame):" in made


@pytest.mark.parametrize(
    ("path", "default", "given", "file"),
    [
        (
            "houses.csv",
            "str(Path(__file__).parent / 'houses.csv')",
            "at_hand(self.data_path or DATA)",
            "self.data_path or DATA",
        ),
        ("s3://rows/houses.csv", "'s3://rows/houses.csv'", "self.data_path", "self.data_path"),
    ],
)
def test_a_file_lies_beside_the_flow_unless_it_is_an_address(path: str, default: str, given: str, file: str) -> None:
    plan = csv(source=DataFile(path))
    made = loading(plan)
    assert data_default(plan) == default
    assert (made.argument, made.given, made.file, made.origin) == ("path: str", given, file, "{file}")
    assert lies_beside(plan) is (path == "houses.csv")


def test_other_sources_have_no_default_path() -> None:
    assert data_default(PLAN) is None


def test_columns_of_other_roles_have_constants() -> None:
    assert roles(VARIANTS["grouped"]) == {"GROUP": "street", "WEIGHT": "surveys"}
    assert roles(VARIANTS["several targets"]) == {"FOLD": "fold"}
