"""Nothing in a specification can bring code into a flow: it compiles to Python of the known shape, or is refused."""

import ast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from programs import programs

from mfc.diagnostics.render.text import render
from mfc.pipeline import Compilation
from mfc.source import Source

CANARY = "injected_canary"
ATTACKS = [
    f'"; import {CANARY}; "',
    f'"""\nimport {CANARY}\n"""',
    f"'''; {CANARY}()",
    f"{{{{ {CANARY} }}}}{{% raw %}}",
    f"{{% include '{CANARY}' %}}",
    f'\\"\n{CANARY}()\n#',
    f"\r{CANARY}()\u2028{CANARY}()\x00\x1b[2J",
    f"') + {CANARY}() + ('",
    f"%s {{0}} {CANARY} \\N{{DIGIT ONE}} \\",
]
SPEC = """
tournament Attack {text}
param rows = 100 {text}
param word = {text}
data mock.regression {{ n_samples = rows }}
preprocess {{
  [{text}, "b"] -> SimpleImputer(fill_value = {text}, strategy = "constant")
  numeric -> my_project.features.Scale(how = {text}, word = word)
}}
report {{ directory = {text} }}
model tree: DecisionTreeRegressor {{ max_depth in [2, 3] }}
model svm: SVR {{
  kernel in ["rbf", "linear"]
  fit {{ comment = {text} }}
}}
model gbm: lightgbm.LGBMRegressor {{
  interaction_constraints in [{text}, {text}]
  early_stopping {{ patience = 1, max_iterations = 5, monitor = {text} }}
}}
"""
FILE = """
tournament Attack
task classification
data csv({text}) {{ target = {text}, categorical = [{other}], drop = [{another}] }}
model tree: DecisionTreeClassifier {{ max_depth in [2, 3] }}
"""


def quoted(text: str) -> str:
    """Return a string literal of the language, with every character that may matter escaped."""
    return '"' + "".join(f"\\u{ord(letter):04x}" if not letter.isalnum() else letter for letter in text) + '"'


def names_in(flow: str) -> set[str]:
    """Return every name, attribute, keyword and import of a flow."""
    found = set()
    for node in ast.walk(ast.parse(flow)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.keyword(arg=name) | ast.alias(name=name):
                found.add(name or "")
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                found.add(name)
    return found


@pytest.mark.parametrize("template", [SPEC, FILE], ids=["mock", "file"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_string_stays_a_string_wherever_it_stands(attack: str, template: str) -> None:
    text, other, another = quoted(attack), quoted(attack + "1"), quoted(attack + "2")
    compilation = Compilation(Source("attack.mf", template.format(text=text, other=other, another=another)))
    assert not compilation.has_errors, [one.message for one in compilation.diagnostics]
    flow = compilation.flow("attack_flow.py")
    assert not any(CANARY in name for name in names_in(flow))
    harmless = Compilation(Source("attack.mf", template.format(text='"a"', other='"b"', another='"c"')))
    assert names_in(flow) == names_in(harmless.flow("attack_flow.py"))


@pytest.mark.parametrize(
    "name", ["__import__", "x;y", "a.b", "class", "x=1", "é", "None", "self", "{{x}}", "lambda", "x\ny", ""]
)
@pytest.mark.parametrize(
    "place",
    ["tournament {}", "let {} = 1", "param {} = 1", "model {}: Ridge", "model m: Ridge {{ {} = 1 }}", "model m: {}"],
)
def test_a_name_is_a_plain_identifier_or_refused(name: str, place: str) -> None:
    declared = "tournament Names\ndata mock.regression\nmodel other: Ridge { alpha in [1, 2] }\n"
    if place.startswith("tournament"):
        declared = declared.removeprefix("tournament Names\n")
    compilation = Compilation(Source("names.mf", f"{declared}{place.format(name)}\n"))
    if not compilation.has_errors:
        ast.parse(compilation.flow("names_flow.py"))
    for finding in compilation.diagnostics:
        render(compilation.source, finding)


@st.composite
def whole_specifications(draw: st.DrawFn) -> str:
    """Draw a program, and put what every tournament needs before it, so that some of them compile."""
    needed = 'tournament Drawn "drawn"\ndata mock.regression\nmodel drawn: Ridge { alpha in [1, 2] }\n'
    return draw(st.sampled_from([needed, ""])) + draw(programs())


@given(whole_specifications())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_program_compiles_to_python_or_is_reported(text: str) -> None:
    compilation = Compilation(Source("drawn.mf", text))
    if not compilation.has_errors:
        ast.parse(compilation.flow("drawn_flow.py"))
    for finding in compilation.diagnostics:
        assert render(compilation.source, finding)


@pytest.mark.parametrize(
    "value",
    ["9" * 5_000, "9**9**9**9", "2**-1074 / 0", "[" * 5_000, "(" * 5_000 + "1", "1e309", "-" * 5_000 + "1"],
    ids=lambda value: value[:6],
)
def test_huge_numbers_and_deep_nesting_end_in_a_finding(value: str) -> None:
    compilation = Compilation(Source("huge.mf", f"tournament Huge\ndata mock.regression {{ noise = {value} }}\n"))
    assert compilation.has_errors
