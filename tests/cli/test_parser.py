import pytest

from mfc.cli.console import CommandError
from mfc.cli.parser import CommandParser


@pytest.fixture
def parser() -> CommandParser:
    parser = CommandParser("compile", "Compile.")
    parser.add_argument("spec")
    parser.add_argument("-o", "--output")
    return parser


def test_arguments_are_parsed(parser: CommandParser) -> None:
    assert vars(parser.parse(["x.mf", "-o", "y.py"])) == {"spec": "x.mf", "output": "y.py"}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "the following arguments are required: spec; see `mfc compile --help`"),
        (["x.mf", "-o"], "argument -o/--output: expected one argument; see `mfc compile --help`"),
        (["x.mf", "--outptu=y"], "unknown option `--outptu`; did you mean `--output`?"),
        (["x.mf", "--wrong", "y"], "unknown option `--wrong`; see `mfc compile --help`"),
        (["x.mf", "y.mf"], "unknown argument `y.mf`; see `mfc compile --help`"),
    ],
)
def test_a_mistake_is_one_line(parser: CommandParser, words: list[str], complaint: str) -> None:
    with pytest.raises(CommandError) as mistake:
        parser.parse(words)
    assert str(mistake.value) == complaint
