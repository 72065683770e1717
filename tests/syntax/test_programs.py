import time

from hypothesis import given, settings
from hypothesis import strategies as st
from programs import programs

from mfc.source import Source
from mfc.syntax import tree
from mfc.syntax.parse import parse

FRAGMENTS = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\n",
    ",",
    "=",
    " in ",
    "~",
    "->",
    '"',
    "'",
    "#",
    "..",
    "5",
    "model",
    "-",
    "\\",
    "é",
    "@",
    "\0",
]


@given(programs())
@settings(max_examples=150, deadline=None)
def test_programs_of_the_language_parse_without_a_finding(text: str) -> None:
    parsed = parse(Source("drawn.mf", text))
    assert parsed.diagnostics == ()
    assert not any(isinstance(declaration, tree.Bad) for declaration in parsed.program.declarations)


@st.composite
def mutated_programs(draw: st.DrawFn) -> str:
    text = draw(programs())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 5)))
        text = text[:start] + draw(st.sampled_from(["", *FRAGMENTS]) | st.text(max_size=2)) + text[end:]
    return text


@given(mutated_programs())
@settings(max_examples=150, deadline=None)
def test_mutated_programs_give_a_tree_and_findings_within_the_text(text: str) -> None:
    began = time.perf_counter()
    parsed = parse(Source("drawn.mf", text))
    assert time.perf_counter() - began < 2
    assert parsed.program.span == (0, len(text))
    for diagnostic in parsed.diagnostics:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
        assert not {"<found>", "<text>", "<keyword>", "``"} & set(diagnostic.message.split())
    if any(isinstance(declaration, tree.Bad) for declaration in parsed.program.declarations):
        assert parsed.diagnostics


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_a_tree(text: str) -> None:
    assert parse(Source("drawn.mf", text)).program.span == (0, len(text))
