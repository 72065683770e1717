from mfc.pipeline import Compilation
from mfc.runs.forecast import forecast
from mfc.source import Source
from mfc.starter.blank import BLANK
from mfc.syntax.format.format import formatted


def test_the_starter_has_no_findings() -> None:
    compilation = Compilation(Source("tournament.mf", BLANK))
    assert compilation.diagnostics == ()
    assert formatted(compilation.source) == BLANK
    assert forecast(compilation.plan, {}).n_candidates == 21
