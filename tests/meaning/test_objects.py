from checking import checked

from mfc.catalog.catalog import load
from mfc.meaning.objects import object_entry, objects


def test_objects_of_the_catalog() -> None:
    catalog = checked().outline.catalog
    assert objects(catalog, "StandardScaler") == ("sklearn.preprocessing.StandardScaler",)
    assert objects(catalog, "CCA") == ("sklearn.cross_decomposition.CCA",)
    assert objects(catalog, "Nothing") == ()


def test_of_two_kinds_an_object_is_a_transformer() -> None:
    entry, other = object_entry(load(), "sklearn.ensemble.VotingRegressor"), object_entry(load(), "nothing.Known")
    assert entry
    assert (entry.kind, other) == ("transformer", None)
