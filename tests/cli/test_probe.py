import pytest

from mfc.cli.probe import answer


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("textwrap.indent", (None, ["text", "prefix", "predicate"])),
        ("os.path.join", (None, ["a"])),
        ("json.dumps", (None, None)),  # takes any keyword
        ("math.pi", (None, None)),
        ("json", (None, None)),
        ("no_such_module.x", ("there is no module `no_such_module`", None)),
        ("json.decoder.x.y", ("`json.decoder` has no `x`", None)),
        ("json.dumps.x", ("`json.dumps` has no `x`", None)),
    ],
)
def test_answers(path: str, expected: object) -> None:
    assert answer(path) == expected
