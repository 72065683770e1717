from checking import checked

from mfc.meaning.selection import margin, rule_of, simplest
from mfc.syntax.tree import SelectDeclaration

MODELS = "model k: KNeighborsRegressor { n_neighbors in 1..5 }\nmodel r: Ridge { alpha in [1, 2] }"


def test_the_order_has_signs() -> None:
    outline = checked(MODELS, "select one_standard_error([-n_neighbors, alpha])").outline
    assert simplest(outline) == (("n_neighbors", -1), ("alpha", 1))
    assert simplest(checked(MODELS, "select best").outline) == ()
    assert margin(checked(MODELS, "select best").outline) is None
    assert simplest(checked(MODELS).outline) == ()


def test_equivalent_candidates_have_a_margin() -> None:
    outline = checked(MODELS, "select equivalent(margin = 2%, simplest = [alpha])").outline
    assert (margin(outline), simplest(outline)) == (0.02, (("alpha", 1),))


def test_the_rule_has_an_entry_and_arguments() -> None:
    declared = checked(MODELS, "select one_standard_error([alpha])").outline
    select = declared.one(SelectDeclaration)
    assert select
    name, entry, given = rule_of(select, declared)
    assert (name, entry and entry.path, len(given)) == ("one_standard_error", "select.one_standard_error", 1)
