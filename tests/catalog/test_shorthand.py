from mfc.catalog.entry import Argument, Entry, Text
from mfc.catalog.shorthand import FRACTION, SEED, entry, optional, required
from mfc.catalog.types import admits


def test_an_entry_keeps_the_order_of_its_arguments():
    last, first = required("z", "What", Text()), optional("a", "1", "How", SEED)
    assert last == Argument("z", (Text(),), True, None, "What")
    assert first == Argument("a", (SEED,), False, "1", "How")
    made = entry("block", "thing", "A thing", last, first)
    assert made == Entry("thing", "block", (), "A thing", {"z": last, "a": first})
    assert list(made.arguments) == ["z", "a"]


def test_the_edges_of_a_fraction_are_none():
    assert admits((FRACTION,), 0.2)
    assert not admits((FRACTION,), 0.0)
    assert not admits((FRACTION,), 1.0)


def test_seeds_are_what_numpy_takes():
    assert admits((SEED,), 2**32 - 1)
    assert not admits((SEED,), 2**32)
    assert not admits((SEED,), -1)
