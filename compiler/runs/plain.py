"""Read artifacts without running code: what a pickle holds of plain values, and nothing else of it.

A pickle may call whatever can be imported. Here nothing is imported or called: everything but texts, bytes, numbers,
truth values, None, lists, dicts, tuples and sets becomes an `Opaque`. Metaflow's note of which task of a foreach one
is, a named tuple of such values, becomes a `Frame`.
"""

from __future__ import annotations

import io
import pickle
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from .find import RunError

if TYPE_CHECKING:
    from collections.abc import Iterator

DESERIALIZE = "deserialize"
"""The method of Metaflow's that unpickles."""


class Opaque:
    """What stands for an object that was not made; it takes all that a pickle may do with one, and does nothing."""

    def __new__(cls, *_: object, **__: object) -> Opaque:
        """Make one of anything."""
        return super().__new__(cls)

    def __init__(self, *_: object, **__: object) -> None:
        """Forget what it would be made of."""

    def _ignore(self, *_: object) -> None:
        """Do nothing."""

    __setstate__ = __setitem__ = append = extend = add = update = _ignore


class Frame(NamedTuple):
    """Where a task stands in a foreach."""

    step: str
    var: str
    num_splits: int
    number: int
    value: object = None


class PlainUnpickler(pickle.Unpickler):
    """Makes plain values alone."""

    def find_class(self, _module: str, name: str, /) -> Any:
        """Import nothing."""
        return Frame if name == "ForeachFrame" else Opaque

    def persistent_load(self, _: object) -> Any:
        """Load nothing."""
        return Opaque()


def loads(data: bytes) -> object:
    """Return what is in a pickle, as far as that is plain."""
    return PlainUnpickler(io.BytesIO(data)).load()


@contextmanager
def plain_only() -> Iterator[None]:
    """Let Metaflow's client read artifacts with `loads` while within: it asks for some even to tell how a run ended."""
    if find_spec("metaflow") is None:
        yield  # there is nothing to read with, which is said by whoever tries
        return
    try:
        from metaflow.plugins.datastores.serializers.pickle_serializer import PickleSerializer
    except ImportError as error:
        message = "this version of Metaflow always runs code that artifacts contain; upgrade it"
        raise RunError(message) from error
    own = vars(PickleSerializer)[DESERIALIZE]

    def deserialize(data: list[bytes], *_: object, **__: object) -> object:
        return loads(data[0])

    setattr(PickleSerializer, DESERIALIZE, staticmethod(deserialize))
    try:
        yield
    finally:
        setattr(PickleSerializer, DESERIALIZE, own)
