import pytest
from checking import checked

from mfc.catalog.catalog import load
from mfc.meaning.arguments import bindings_in
from mfc.meaning.foreign import foreign, is_foreign, widened
from mfc.source import Span
from mfc.syntax.tree import Path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("my_project.nets.Wide", True),
        ("sklearn.pipeline.make_pipeline", True),
        ("Ridge", False),
        ("sklearn.linear_model.Rigde", False),
        ("sklearn.linaer_model.Ridge", False),
        ("keras.Sequential", False),
    ],
)
def test_a_path_is_foreign_unless_it_seems_to_be_the_catalogs(path: str, expected: bool) -> None:
    assert is_foreign(Path(Span(0, 1), tuple(path.split("."))), load()) is expected


def test_a_foreign_entry_takes_what_it_is_given() -> None:
    bound = bindings_in(checked("model a: Ridge { alpha = 3, class = 4 }").outline.entrants[0].model.entries)
    assert set(foreign("my.Net", "estimator", bound).arguments) == {"alpha"}
    entry = load().entry("estimator", "sklearn.linear_model.Lasso")
    assert entry is not None
    assert widened(entry, bound).arguments["alpha"] is entry.arguments["alpha"]
