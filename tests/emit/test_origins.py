from pathlib import Path

import pytest

from mfc.emit.origins import origins_of
from mfc.pipeline import Compilation
from mfc.source import Source, Span
from mfc.syntax.tree import Binding, ModelDeclaration, ParamDeclaration, Program

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.mf"))

SPEC = """\
tournament Traced "Where lines come from"
seed 4
param rows = 200
data mock.regression {
  n_samples = rows
  noise = 3
}
preprocess {
  numeric -> SimpleImputer() -> StandardScaler()
  categorical -> OneHotEncoder()
}
test 25%
folds kfold(4)
score r2
model gbm: lightgbm.LGBMRegressor {
  learning_rate ~ loguniform(0.01, 0.1)
  num_leaves = 15
  early_stopping { patience = 5, max_iterations = 50 }
  search random(3)
}
model ridge: Ridge {
  alpha in [1, 2]
}
run {
  on_error = skip
  threads = 2
  retries = 2
  timeout = 30m
  resources { cpu = 2 }
  schedule = daily
}
report { top = 7 }
"""


def behind(spec: str) -> dict[str, set[str]]:
    """Return for each line of the flow, without its indentation, the lines of the specification behind it."""
    compilation = Compilation(Source("traced.mf", spec))
    flow = compilation.flow("traced_flow.py")
    origins = origins_of(flow, compilation.included.program)
    found: dict[str, set[str]] = {}
    for number, line in enumerate(flow.splitlines(), start=1):
        lines = {
            compilation.source.line(compilation.source.position(span.start).line) for span in origins.get(number, ())
        }
        found.setdefault(line.strip(), set()).update(line.strip() for line in lines)
    return found


@pytest.fixture(scope="module")
def traced() -> dict[str, set[str]]:
    return behind(SPEC)


@pytest.mark.parametrize(
    ("line", "origins"),
    [
        ('"""Traced: Where lines come from.', ['tournament Traced "Where lines come from"']),
        ("class Traced(FlowSpec):", ['tournament Traced "Where lines come from"']),
        ("SEED = 4", ["seed 4"]),
        ('rows = Parameter("rows", default=200)', ["param rows = 200"]),
        ("return train_test_split(np.arange(len(data)), test_size=0.25", ["test 25%"]),
        ("N_FOLDS = 4", ["folds kfold(4)"]),
        ("KFold(n_splits=N_FOLDS)", ["folds kfold(4)"]),
        ("SCORES = ", ["score r2"]),
        ("ENVIRONMENT = ", ["threads = 2"]),
        ("top=7", ["report { top = 7 }"]),
        ('Path("results")', []),
        ("n_samples=parameters.rows", ["param rows = 200", "n_samples = rows", "noise = 3"]),
        ("StandardScaler()), numeric),", ["numeric -> SimpleImputer() -> StandardScaler()"]),
        ("(OneHotEncoder(), categorical),", ["categorical -> OneHotEncoder()"]),
        ("self.train_rows, self.test_rows = hold_out(self.data)", ["test 25%"]),
        ("@catch(", ["on_error = skip"]),
        ("@retry(", ["retries = 2"]),
        ("@timeout(", ["timeout = 30m"]),
        ("TIMEOUT = ", ["timeout = 30m"]),
        ("@resources(", ["resources { cpu = 2 }"]),
        ("@schedule(", ["schedule = daily"]),
        ('"ridge": ParameterGrid({"alpha": [1, 2]}),', ["alpha in [1, 2]"]),
        ('"learning_rate": loguniform(0.01, 0.1)', ["learning_rate ~ loguniform(0.01, 0.1)", "search random(3)"]),
        ("num_leaves=15,", ["num_leaves = 15"]),
        ('"early_stopping_round": 5', ["early_stopping { patience = 5, max_iterations = 50 }"]),
        ("deterministic=True,", ["model gbm: lightgbm.LGBMRegressor {"]),
        ("estimator = Ridge(random_state=SEED, **settings)", ["model ridge: Ridge {"]),
        ("numeric = features.select_dtypes", ["preprocess {"]),
        ("def hold_back(", ["early_stopping { patience = 5, max_iterations = 50 }"]),
        ("def run_fits(", []),
        ("self.next(self.rank)", []),
    ],
)
def test_lines_come_from_what_they_are_about(traced: dict[str, set[str]], line: str, origins: list[str]) -> None:
    found = [value for key, value in traced.items() if line in key]
    assert set(origins) in found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_all_that_an_example_says_is_found_in_its_flow(path: Path) -> None:
    compilation = Compilation(Source(path.name, path.read_text(encoding="utf-8")))
    flow = compilation.flow(f"{path.stem}_flow.py")
    program = compilation.included.program
    reached = {span for spans in origins_of(flow, program).values() for span in spans}
    said = [node for node in nodes(program) if isinstance(node, Binding | ModelDeclaration | ParamDeclaration)]
    missed = [node for node in said if not any(node.span.start <= span.start < node.span.end for span in reached)]
    assert [node.name.text for node in missed if node.name.text != "n_categories"] == []


def test_every_role_is_found() -> None:
    roles = ["target = price", "group = who", "time = day", "weight = w", "drop = [id]", "numeric = [size]"]
    data = 'data csv("x.csv") {\n' + "\n".join(roles) + "\n}"
    models = "model a: Ridge { alpha in [1, 2] }\nmodel b: Lasso { alpha in [1, 2] }"
    found = behind(f"tournament Roles\ntask regression\n{data}\ntest grouped(20%)\nfolds group_kfold(3)\n{models}\n")
    assert set(roles) <= set().union(*found.values())


def test_a_declaration_that_is_not_there_stands_behind_nothing() -> None:
    found = behind("tournament Short\ndata mock.regression\nmodel ridge: Ridge { alpha in [1, 2] }\n")
    assert found["SEED = 0"] == set()
    assert found["N_FOLDS = 5"] == set()
    assert found["class Short(FlowSpec):"] == {"tournament Short"}


def test_the_resources_of_a_model_are_its_own() -> None:
    body = "  alpha in [1, 2]\n  resources { cpu = 3 }\n"
    found = behind(
        f"tournament Two\ndata mock.regression\nmodel a: Ridge {{\n{body}}}\nmodel b: Lasso {{ alpha in [1, 2] }}\n"
    )
    assert found["@resources(cpu=3)"] == {"resources { cpu = 3 }"}
    assert found["def fit_a(self):"] == {"model a: Ridge {"}


def test_models_may_be_called_as_variables_of_the_flow() -> None:
    names = ["truth", "rows", "training", "title"]
    models = "".join(f"model {name}: Ridge {{ alpha in [1, 2] }}\n" for name in names)
    found = behind(f"tournament Named\ndata mock.regression\n{models}")
    assert [origins for line, origins in found.items() if line.startswith("title = ")] == [set()]
    [case] = [origins for line, origins in found.items() if line.startswith('case "rows":')]
    assert case == {"model rows: Ridge { alpha in [1, 2] }"}


def test_what_is_said_of_running_and_reporting_is_found() -> None:
    run = ["workers = 3", 'tags = ["nightly"]', "fits_per_task = 4"]
    report = ['directory = "out"', "figures = [all_scores]", "slices = [num_0]"]
    blocks = "\n".join(["run {", *run, "}", "report {", *report, "}"])
    found = behind(f"tournament Said\ndata mock.regression\nmodel a: Ridge {{ alpha in [1, 2] }}\n{blocks}\n")
    assert {*run, *report} <= set().union(*found.values())


def test_an_empty_file_has_no_lines() -> None:
    assert origins_of("", Program(Span(0, 0), ())) == {}


def nodes(node: object) -> list[object]:
    inner = [one for part in node for one in nodes(part)] if isinstance(node, tuple) else []
    return [node, *inner]
