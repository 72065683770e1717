from checking import checked

from mfc.meaning.arguments import bindings_in, match, named
from mfc.syntax.tree import Bad, Call, DataDeclaration, FoldsDeclaration, Path


def test_what_is_written_for_an_entry() -> None:
    outline = checked("param p = 3", "data mock.regression { noise = p, n_samples = 50 }").outline
    data, source = outline.one(DataDeclaration), outline.source
    assert data
    assert source
    assert list(match(source.block, data.entries)) == ["noise", "n_samples"]


def test_the_bindings_of_a_block() -> None:
    outline = checked("data mock.regression { noise = 1 }").outline
    data = outline.one(DataDeclaration)
    assert data
    assert bindings_in((Bad(data.span, None), *data.entries, Path(data.span, ("a",)))) == data.entries


def test_arguments_have_names_in_the_order_of_the_entry() -> None:
    outline = checked("folds kfold(3, true, seed = 7)").outline
    folds, entry = outline.one(FoldsDeclaration), outline.catalog.entry("splitter", "kfold")
    assert folds
    assert entry
    assert isinstance(folds.splitter, Call)
    assert [name for name, _ in named(entry, folds.splitter.arguments)] == ["n_splits", "shuffle", "seed"]
