"""Any text: a finding or a flow, soon, and never an exception."""

import ast
import time
from pathlib import Path

import pytest
from edits import EXAMPLES, PIECES
from formatting import fmt
from fuzzing import fuzz
from hypothesis import strategies as st
from programs import programs

from mfc.cli.main import main
from mfc.pipeline import Compilation
from mfc.source import Source
from mfc.syntax.format.format import UnformattableError
from mfc.syntax.parse import parse

SOON = 5.0
TEXTS = st.text(max_size=200) | programs() | st.sampled_from([path.read_text(encoding="utf-8") for path in EXAMPLES])


@st.composite
def edited(draw: st.DrawFn) -> str:
    """Draw a text with some of it deleted, doubled, moved or typed over."""
    text = draw(TEXTS)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 3, 20, 200])))
        other = draw(st.integers(0, len(text)))
        piece = draw(
            st.sampled_from(["", *PIECES, text[start:end] * 2, text[other : other + 20]]) | st.text(max_size=4)
        )
        text = text[:start] + piece + text[end:]
    return text


def test_parsing() -> None:
    def check(text: str) -> None:
        began = time.process_time()
        parsed = parse(Source("drawn.mf", text))
        assert time.process_time() - began < SOON
        assert parsed.program.span == (0, len(text))
        assert all(0 <= one.span.start <= one.span.end <= len(text) for one in parsed.diagnostics)

    fuzz(edited(), check)


def test_checking_and_compiling() -> None:
    def check(text: str) -> None:
        began = time.process_time()
        compilation = Compilation(Source("drawn.mf", text))
        if not compilation.has_errors:
            ast.parse(compilation.flow("drawn_flow.py"))
        assert time.process_time() - began < 2 * SOON

    fuzz(edited(), check)


def test_formatting() -> None:
    def check(text: str) -> None:
        try:
            once = fmt(text)
        except UnformattableError:
            return
        before, after = (Compilation(Source("drawn.mf", one)) for one in (text, once))
        assert [one.code for one in before.diagnostics] == [one.code for one in after.diagnostics]

    fuzz(edited(), check)


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = tmp_path / "drawn.mf"

    def check(content: bytes) -> None:
        spec.write_bytes(content)
        for words in (
            ["check"],
            ["check", "--fix"],
            ["fmt"],
            ["compile", "--force"],
            ["compile", "--predict", "--force"],
        ):
            assert main([*words, str(spec)]) in (0, 1, 2)
            printed = "".join(capsys.readouterr())
            assert "bug in mfc" not in printed
            assert "Traceback" not in printed

    fuzz(st.binary(max_size=200) | edited().map(lambda text: text.encode("utf-8", "surrogatepass")), check)
    assert {path.name for path in tmp_path.iterdir()} <= {"drawn.mf", "drawn_flow.py", "drawn_predict_flow.py"}
