from collections.abc import Iterator
from pathlib import Path

import pytest
from checking import model, plan
from plans import GBM, PLAN, RIDGE, SVM, VARIANTS

from mfc.meaning import values
from mfc.meaning.evaluate import UNKNOWN
from mfc.pipeline import Compilation
from mfc.plan import plan as module
from mfc.plan.ensemble import Ensemble
from mfc.plan.plan import Plan, Race, Route, Step, Transformer
from mfc.source import Source

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.mf"))
PLAIN = (int, float, str, bool, range, type(None))


def lowered(path: Path) -> Plan:
    return Compilation(Source(path.name, path.read_text(encoding="utf-8"))).plan


def leaves(value: object) -> Iterator[object]:
    """Yield all that is in a plan but for what only holds other things, and the types of that."""
    if isinstance(value, tuple | list):
        if type(value) not in (tuple, list):
            yield type(value)
        for part in value:
            yield from leaves(part)
    else:
        yield value


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_left_of_the_tree_and_nothing_to_decide(path: Path) -> None:
    for leaf in leaves(lowered(path)):
        if isinstance(leaf, type):
            assert leaf.__module__ in {module.__name__, Ensemble.__module__, values.__name__}
        else:
            assert leaf is not UNKNOWN
            assert type(leaf) in PLAIN


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_specification_gives_the_same_plan(path: Path) -> None:
    assert repr(lowered(path)) == repr(lowered(path))


def test_without_alternatives_there_is_one_space() -> None:
    assert RIDGE.spaces == (RIDGE.space,)


def test_each_alternative_has_what_all_share_before_it() -> None:
    assert SVM.spaces == tuple((*SVM.space, *alternative) for alternative in SVM.alternatives)
    assert len(SVM.spaces) == 2


def test_what_varies_of_fit_is_told_by_its_name() -> None:
    assert model("fit { check_input in [true, false] }", "ElasticNet").tunes_fit
    assert not model("fit { check_input = false }", "ElasticNet").tunes_fit
    assert not model("alpha in [1, 2]", "ElasticNet").tunes_fit


def test_transformers_are_those_of_all_routes_and_steps() -> None:
    found = plan(
        "preprocess { numeric -> SimpleImputer() -> StandardScaler() }",
        "model a: Ridge { alpha in [1, 2], step pca: PCA { n_components in [1, 2] } }",
        "model b: Lasso { preprocess { categorical -> OrdinalEncoder() } }",
    ).transformers
    names = [one.path.rpartition(".")[2] for one in found]
    assert names == ["SimpleImputer", "StandardScaler", "OrdinalEncoder", "PCA"]


def test_without_any_there_are_no_transformers() -> None:
    assert PLAN._replace(models=(GBM, RIDGE), preprocess=None).transformers == ()
    scaler = Transformer("sklearn.preprocessing.StandardScaler", (), ())
    bare = RIDGE._replace(steps=(Step("scale", scaler),), preprocess=(Route("numeric", ()),))
    assert PLAN._replace(models=(bare,), preprocess=None).transformers == (scaler,)


@pytest.mark.parametrize("name", VARIANTS)
def test_plans_cannot_be_changed(name: str) -> None:
    with pytest.raises(AttributeError):
        VARIANTS[name].seed = 3  # type: ignore[misc]


def test_the_rounds_of_a_race() -> None:
    race = Race((1, 3), 0.5, 5)
    assert race.rounds(5) == (range(1), range(1, 3), range(3, 5))
    assert race.survivors(40) == (40, 20, 10)
    assert race.n_fits(40, 5) == 100


@pytest.mark.parametrize(
    ("keep", "at_least", "n", "expected"),
    [(0.5, 5, 8, (8, 5, 5)), (0.5, 5, 3, (3, 3, 3)), (0.1, 1, 30, (30, 3, 1)), (0.55, 1, 20, (20, 11, 7))],
)
def test_how_many_go_on(keep: float, at_least: int, n: int, expected: tuple[int, ...]) -> None:
    assert Race((1, 3), keep, at_least).survivors(n) == expected
