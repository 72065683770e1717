"""The function that loads the rows and checks their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..catalog.sources import parted
from ..meaning.values import FromEnvironment
from ..plan.plan import Bundled, DataFile, Function, Mock, Sql
from .body import Body, body, calls, scope_of
from .columns import named_columns, routed_lists
from .python import arguments, names_source, source
from .splits import seed_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..meaning.values import Value
    from ..plan.plan import Plan


LEAST = {"WEIGHT": "0", "FOLD": "-1"}
"""The least values of columns of numbers, by the names of their constants."""


LOCAL = ("data", "pd", "n_rows", "notes", "name", "given", "schema")
"""The names that every function which loads a table may use."""


class Loading(NamedTuple):
    """The function that loads the rows: its argument, what it says, and the body."""

    argument: str
    docstring: str
    body: Body
    given: str
    """What the flow gives it."""
    origin: str
    """Where the rows come from, as an f-string says it."""
    has_schema: bool = False
    """Whether it returns what kinds of values the columns have, and what there is to say of the rows, too."""
    file: str = ""
    """The path or address of the file, which differs between machines: only its name is shown."""


def loading(plan: Plan) -> Loading:
    """Return how the flow loads its rows."""
    match plan.data.source:
        case Mock():
            return _mock(plan, plan.data.source)
        case Bundled(loader=loader):
            return _bundled(plan, loader)
        case Function(path=path):
            return _function(plan, path)
        case Sql():
            return _sql(plan, plan.data.source)
        case DataFile() as file:
            return _file(plan, file)


def data_default(plan: Plan) -> str | None:
    """Return the default of the flow's `--data`: a local file lies beside the flow, an address is what it is."""
    file = plan.data.source
    if not isinstance(file, DataFile) or not isinstance(file.path, str):
        return None
    return source(file.path) if "://" in file.path else f"str(Path(__file__).parent / {source(file.path)})"


def lies_beside(plan: Plan) -> bool:
    """Return whether the rows come from a file beside the flow, which goes where its tasks go."""
    return (data_default(plan) or "").startswith("str(")


def read_options(plan: Plan) -> Mapping[str, str]:
    """Return the constants that say how the file is read."""
    rows = plan.data.source
    return constants_of(dict(rows.options)) if isinstance(rows, DataFile) else {}


def constants_of(options: Mapping[str, Value]) -> Mapping[str, str]:
    """Return what pandas is told of a file, and the flow itself of how numbers are written, if anything."""
    return {
        constant: f"{{{', '.join(f'{name!r}: {source(value)}' for name, value in given.items())}}}"
        for constant, given in zip(("READING", "AMOUNTS"), parted(options), strict=True)
        if given
    }


def targets(plan: Plan) -> str:
    """Return the targets as items of a list."""
    return "*TARGET" if len(plan.data.targets) > 1 else "TARGET"


def roles(plan: Plan) -> dict[str, str]:
    """Return the columns that are neither predicted nor learned from, by the names of their constants."""
    data = plan.data
    named = {"GROUP": data.group, "TIME": data.time, "WEIGHT": data.weight, "FOLD": plan.folds.column}
    return {constant: column for constant, column in named.items() if column is not None}


def _mock(plan: Plan, mock: Mock) -> Loading:
    several = len(plan.data.targets) > 1
    scope = scope_of("features", "target", "tables", "category", "table", "pd")
    scope.module("pandas", "pd")
    make = scope.name(f"sklearn.datasets.{mock.function}")
    given = dict(mock.arguments)
    seed = f"random_state={seed_source(plan, given.pop('random_state'))}"
    docstring = f"Mock the rows of a {plan.task}"
    table = 'pd.DataFrame(features).add_prefix("num_")'
    joined = ".join(pd.DataFrame(target, columns=TARGET))" if several else ".assign(**{TARGET: target})"
    if mock.n_categories == 1:
        made = f"features, target = {calls(make, arguments([], given.items(), scope), seed)}"
        made_table = _with_slices(plan, mock, f"{table}{joined}")
        return Loading("", f"{docstring}.", body(scope, made, f"return {made_table}"), "", mock.function)
    rows = f"n_samples={source(given.pop('n_samples', 100))} // {source(mock.n_categories)}"
    lines = [
        "tables = []",
        f"for category in range({source(mock.n_categories)}):",
        f"    features, target = {calls(make, rows, arguments([], given.items(), scope), f'{seed} + category')}",
        f'    table = {table}.assign(cat=f"type_{{category}}")',
        f"    tables.append(table{joined})",
        f"return {_with_slices(plan, mock, 'pd.concat(tables, ignore_index=True)')}",
    ]
    docstring += ", each category a problem of its own."
    return Loading("", docstring, body(scope, *lines), "", mock.function)


def _with_slices(plan: Plan, mock: Mock, table: str) -> str:
    """Return the table of a mock, which is sure to have the columns that slices are by."""
    return calls("with_names", table, repr(mock.function), _needed(plan)) if plan.report.slices else table


def _bundled(plan: Plan, loader: str) -> Loading:
    scope = scope_of("data", "bunch", "labels")
    load = scope.name(f"sklearn.datasets.{loader}")
    if plan.task == "classification":
        lines = [f"bunch = {load}(as_frame=True)"]
        rows = "bunch.frame.assign(**{TARGET: bunch.target_names[bunch.target]})"
    else:
        lines, rows = [], f"{load}(as_frame=True).frame"
    if set(named_columns(plan)) - set(plan.data.targets):
        rows = calls("with_names", rows, repr(loader), _needed(plan))
    lines.append(f"return {rows}{_arranged(plan)}")
    return Loading("", "Load the rows of a data set that comes with scikit-learn.", body(scope, *lines), "", loader)


def _function(plan: Plan, path: str) -> Loading:
    scope = scope_of(*LOCAL, "message")
    scope.module("pandas", "pd")
    load = scope.name(path)
    lines = [
        f"data = {load}()",
        "if not isinstance(data, pd.DataFrame):",
        f'    message = f"{path} returned a {{type(data).__name__}}, not a DataFrame"',
        "    raise TypeError(message)",
        *_checks(plan, repr(path)),
    ]
    return Loading("", f"Load the rows by `{path}` and check their columns.", body(scope, *lines), "", path, True)


def _sql(plan: Plan, sql: Sql) -> Loading:
    scope = scope_of(*LOCAL, "address", "connection", "as_written", "message")
    scope.module("pandas", "pd")
    create = scope.name("sqlalchemy.create_engine")
    if isinstance(sql.url, FromEnvironment):
        variable = sql.url.variable
        missing = f"set the environment variable {variable} to the address of the database"
        address = [
            f"address = os.environ.get({variable!r})",
            "if not address:",
            f"    message = {missing!r}",
            "    raise LookupError(message)",
        ]
    else:
        address = [f"address = {source(sql.url)}"]
    lines = [
        *address,
        f"with {create}(address).connect() as connection:",
        "    # Nothing in the query is a parameter.",
        "    as_written = connection.execution_options(no_parameters=True)",
        f"    data = pd.read_sql({source(sql.query)}, as_written)",
        *_checks(plan, '"the query"'),
    ]
    return Loading("", "Run the query and check the columns of its result.", body(scope, *lines), "", "the query", True)


def _file(plan: Plan, file: DataFile) -> Loading:
    scope = scope_of(*LOCAL, "path")
    scope.module("pandas", "pd")
    named = isinstance(file.path, str)
    path = "self.data_path or DATA" if lies_beside(plan) else "self.data_path" if named else source(file.path)
    given = f"at_hand({path})" if lies_beside(plan) else path
    docstring = "Read the rows and check their columns."
    if plan.data.time is not None:
        docstring = "Read the rows, check their columns and put the rows in the order of time."
    at_once = "low_memory=False" if file.kind == "csv" and "engine" not in parted(dict(file.options))[0] else ""
    read = calls(f"pd.read_{file.kind}", "path", at_once, "**READING" if "READING" in read_options(plan) else "")
    width = ["check_width(data, path)"] if file.kind == "csv" else []
    lines = [f"data = {read}", *width, *_checks(plan, "path")]
    return Loading("path: str", docstring, body(scope, *lines), given, "{file}", True, path)


def _needed(plan: Plan) -> str:
    """Return the list of the columns that the specification names, those with a constant by its name."""
    constants = {column: constant for constant, column in roles(plan).items()}
    others = [column for column in named_columns(plan) if column not in (*plan.data.targets, *constants)]
    return f"[{', '.join([targets(plan), *constants.values(), *map(repr, others)])}]"


def _checks(plan: Plan, where: str) -> list[str]:
    """Return the statements that bring a table that nobody has seen yet to its schema, check it, and return both."""
    lines, own = [f"data = with_names(data, {where}, {_needed(plan)})"], roles(plan)
    dropped = [column for column in plan.data.drop if column not in own.values()]
    if dropped:
        lines.append(f"data = data.drop(columns={names_source(dropped)})")
    if "AMOUNTS" in read_options(plan):
        lines.append(f"data = amounts_in(data, {_known(plan)}, **AMOUNTS)")
    notes = "left_out(data, schema)"
    if plan.data.missing_target == "drop":
        lines += ["n_rows = len(data)", "data = data.dropna(subset=TARGET, ignore_index=True)"]
        notes = f'{{"rows left out because they have no target": n_rows - len(data)}} | {notes}'
    lines += [*_schema(plan, where), f"notes = {notes}"]
    lines.append(calls("data = to_schema", "data", "schema", where, "dates_of" if _dated(plan) else ""))
    least = ", ".join(f"{role}: {number}" for role, number in LEAST.items() if role in own)
    lines.append(calls("check_values", "data", where, f"{{{least}}}" if least else ""))
    if plan.task == "multilabel":
        lines.append("data = code_labels(data)")
    in_order = '.sort_values(TIME, kind="stable", ignore_index=True)' if "TIME" in own else ""
    return [*lines, f"return data{in_order}, schema, notes"]


def _schema(plan: Plan, where: str) -> list[str]:
    """Return the statements that find the kinds of the columns: of dates and texts the specification gives them."""
    data, lines = plan.data, []
    routed = [column for columns in (*routed_lists(plan), plan.report.slices) for column in columns]
    lists = {
        "numeric": _numeric(plan),
        "categorical": [source(column) for column in data.categorical or ()],
        "named": [source(column) for column in dict.fromkeys(routed) if column not in (*data.dates, *data.text)],
    }
    given = [f"{name}=[{', '.join(columns)}]" for name, columns in lists.items() if columns]
    if data.text:
        lines.append(f'given = dict.fromkeys({names_source(data.text)}, "text")')
    if dated := _dated(plan):
        form = f", {source(data.date_format)}" if data.date_format else ""
        dates = f"{{name: format_of(data[name], {where}{form}) for name in [{', '.join(dated)}]}}"
        lines.append(f"given {'|' if data.text else ''}= {dates}")
    found = calls("schema_of", "data.drop(columns=given)" if lines else "data", where, *given)
    return [*lines, f"schema = {found}{' | given' if lines else ''}"]


def _known(plan: Plan) -> str:
    """Return the kinds that the specification gives to columns: dates and texts are never read as amounts."""
    kinds = {"number": _numeric(plan), "text": [*map(source, plan.data.dates), *map(source, plan.data.text)]}
    known = [f'dict.fromkeys([{", ".join(columns)}], "{kind}")' for kind, columns in kinds.items() if columns]
    return " | ".join(known) or "{}"


def _numeric(plan: Plan) -> list[str]:
    """Return the columns that have to hold numbers."""
    predicted = [targets(plan)] if plan.task == "regression" else []
    return [*predicted, *(role for role in roles(plan) if role in LEAST), *map(source, plan.data.numeric or ())]


def _dated(plan: Plan) -> list[str]:
    """Return the columns that are read as dates, of which that of the time may hold numbers."""
    return [*(["TIME"] if plan.data.time else []), *map(source, plan.data.dates)]


def _arranged(plan: Plan) -> str:
    return f".drop(columns={names_source(plan.data.drop)})" if plan.data.drop else ""
