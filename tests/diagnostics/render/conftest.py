import pytest

from mfc.diagnostics import Diagnostic, Finding, Fix, Related
from mfc.diagnostics.codes import DECLARED_TWICE, STRAY_CHARACTER, UNUSED
from mfc.source import Source, Span

SPEC = Source("specs/a b.mf", "seed := 1\nlet é = 2\nlet é = 3\n")
OTHER = Source("other.mf", "# other\nlet é = 1\n")
WHOLE_TEXT = Span(0, len(SPEC.text))


@pytest.fixture
def findings() -> list[Finding]:
    """Return an error with a fix, an error with a related place in another file, and a warning of several lines."""
    stray = Diagnostic(
        STRAY_CHARACTER, Span(5, 7), "`:=` is 100% wrong", "write `=`", "or\nnot", Fix("write `=`", Span(5, 7), "=")
    )
    twice = Diagnostic(
        DECLARED_TWICE, Span(24, 25), "`é` is declared twice", related=(Related(Span(12, 13), "here first", OTHER),)
    )
    unused = Diagnostic(UNUSED, WHOLE_TEXT, "nothing uses it")
    return [Finding(SPEC, stray), Finding(SPEC, twice), Finding(SPEC, unused)]
