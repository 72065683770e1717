import pytest
from cases import Case, cases

from mfc.ide.navigation.symbols import Symbol, symbols


@pytest.mark.parametrize("case", cases("symbols"))
def test_symbols(case: Case) -> None:
    case.expect("\n".join(line for one in symbols(case.document) for line in _lines(one, case.document.text)))


def _lines(symbol: Symbol, text: str, depth: int = 0) -> list[str]:
    start, end = symbol.name_span
    assert text[start:end] == symbol.name
    assert symbol.span.start <= start <= end <= symbol.span.end
    line = f"{'  ' * depth}{symbol.kind.value} {symbol.name}  {symbol.detail}".rstrip()
    return [line, *(line for child in symbol.children for line in _lines(child, text, depth + 1))]
