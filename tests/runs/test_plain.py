import os
import pickle
from collections import Counter
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest

from mfc.runs.plain import Opaque, loads, plain_only

PLAIN = {
    "text": "é",
    "bytes": b"\x89PNG" * 1000,
    "numbers": [1, -2, 2**80, 0.5, float("inf")],
    "others": (True, False, None, {1, 2}),
    "nested": {"a": {"b": [("c", b"")]}},
}


class Frame(NamedTuple):
    value: str


@pytest.mark.parametrize("protocol", [4, 5])
def test_plain_values_are_read(protocol: int) -> None:
    assert loads(pickle.dumps(PLAIN, protocol)) == PLAIN


class Harm:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.path),)


def test_nothing_is_called(tmp_path: Path) -> None:
    hostile = pickle.dumps([1, {"row": Harm(tmp_path / "harm")}, 2])
    one, row, two = loads(hostile)  # type: ignore[misc]
    assert (one, two) == (1, 2)
    assert isinstance(row["row"], Opaque)
    assert not (tmp_path / "harm").exists()
    pickle.loads(hostile)
    assert (tmp_path / "harm").exists()


@pytest.mark.parametrize(
    "value",
    [
        np.arange(3),
        np.float64(0.5),
        pd.DataFrame({"a": [1, 2]}),
        Frame("x"),
        Counter("aab"),
        datetime(2026, 5, 4),
        {Frame("x"): 1},
        len,
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize("protocol", [2, 4])
def test_what_is_not_plain_stays_closed(value: object, protocol: int) -> None:
    found = loads(pickle.dumps({"it": value, "after": 1}, protocol))
    assert isinstance(found, dict)
    assert found["after"] == 1
    if not isinstance(value, dict) or isinstance(value, Counter):
        assert isinstance(found["it"], Opaque) or found["it"] is Opaque


@pytest.mark.parametrize(
    "content", [b"", b"\x80\x04", pickle.dumps(PLAIN)[:-5], b"cos\nsystem\n(S'x'\no.", b"Ppersistent\n."]
)
def test_damaged_pickles_raise_or_are_opaque(content: bytes) -> None:
    with suppress(EOFError, pickle.UnpicklingError, TypeError, ValueError):
        assert isinstance(loads(content), Opaque)


def test_metaflow_reads_so_while_asked_to(tmp_path: Path) -> None:
    from metaflow.plugins.datastores.serializers.pickle_serializer import PickleSerializer

    hostile = pickle.dumps(Harm(tmp_path / "harm"))
    with plain_only():
        assert isinstance(PickleSerializer.deserialize([hostile], None), Opaque)
    assert not (tmp_path / "harm").exists()
    assert PickleSerializer.deserialize([pickle.dumps(Frame("x"))]) == Frame("x")
