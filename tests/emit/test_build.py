import json

import pytest

from mfc.emit import build
from mfc.emit.style import FILE, digest, parted


@pytest.fixture(scope="module")
def examples() -> list[str]:
    return build.examples()


def test_the_pieces_of_the_examples_are_known(examples: list[str]) -> None:
    known = json.loads(FILE.read_text(encoding="utf-8"))
    found = {digest(piece) for flow in examples for part in parted(flow) for piece in part}
    assert found == known.keys(), "run `python -m mfc.emit.build`"


def test_a_piece_is_kept_by_its_digest() -> None:
    written = build.build(["a  = 1\n\n\nb = 1\n", "b = 1\n"])
    assert json.loads(written) == {digest("a  = 1"): "a = 1", digest("b = 1"): None}


def test_every_example_is_also_built_with_parameters(examples: list[str]) -> None:
    assert sum("class Parameters" in flow for flow in examples) >= len(examples) * 2 / 3
