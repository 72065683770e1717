import pytest
from formatting import fmt


def block(*lines: str) -> str:
    return "model m: Ridge {\n" + "".join(f"{line}\n" for line in lines) + "}\n"


@pytest.mark.parametrize(
    "lines",
    [
        ["  C        in [1, 2]", "  max_iter = 3", "  l1       ~ uniform(0, 1)"],
        ["  a = 1", "", "  long = 2"],
        ["  a = 1", "", "  # a comment", "  long = 2"],
        ["  a    = 1", "  # a comment", "  long = 2"],
        ["  a = 1", "  search grid", "  long = 2"],
        ["  a = 1", "  early_stopping { patience = 1 }", "  long = 2"],
        ["  a = 1", "  space {", "    b    = 1", "    long = 2", "  }", "  long = 2"],
        ["  hidden_layer_sizes in [()]", "  l1 ~ loguniform(1e-8, 1e-2)", "  l2 ~ loguniform(1e-8, 1e-2)"],
        ["  effective_rank = 1", "  rank           = 2"],
        ["  effective_ranks = 1", "  rank = 2"],
        ["  a = 1       # one", "  b = 10_000  # two", "  # three"],
        ["  a = 1  # one", "  b = 10_000", "  c = 3  # three"],
        ["  a = 1  # one", "", "  b = 10_000  # two"],
        ["  a = 1  # one", "  b = 123_456_789_012_345  # two"],
        ["  preprocess {", "    [lat, lon]  -> A() -> B()", "    categorical -> C", "  }"],
    ],
)
def test_entries(lines: list[str]) -> None:
    assert fmt(block(*lines)) == block(*lines)


@pytest.mark.parametrize(
    "text",
    [
        "seed 1\ntask regression\n",
        "test  20%\nfolds kfold(5)\nscore r2\n",
        "param rows_per_leaf = 20\nlet   width   = 32\nlet   patient = 25\n",
        "let a = 1\n\nparam b = 2\n",
        "tournament A\nseed 1\n",
        "seed   1\nselect best\n",
        "data a\ntest 20%\nmodel m: Ridge { a = 1 }\n",
        "seed 1        # one\nlet  ab  = 2  # two\nlet  abc = 3  # three\n",
    ],
)
def test_declarations(text: str) -> None:
    assert fmt(text) == text


def test_no_column_makes_a_line_too_long() -> None:
    long = "x" * 85
    text = block("  a = 1", f'  abcdefg = "{long}"', "  b       = 2")
    assert max(map(len, text.splitlines())) == 99
    assert fmt(text) == block("  a       = 1", f'  abcdefg = "{long}"', "  b       = 2")
    longer = "x" * 88
    text = block("  abcdefg = 1", f'  a = "{longer}"', "  b = 2")
    assert fmt(text) == text
    text = f'let   a = 1\nparam b = "{"x" * 88}"\n'
    assert fmt(text) == text
    text = f'let a = 1\nparam b = "{"x" * 90}"\nlet   abcdefg = 1\n'
    assert max(map(len, fmt(text).splitlines())) <= 102
