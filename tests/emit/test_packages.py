from importlib.metadata import version

from plans import PLAN, RIDGE

from mfc.emit.packages import dependencies, normalised, pinned
from mfc.meaning.values import Invocation
from mfc.plan.plan import Route, Step, Transformer


def test_versions_are_those_installed_unless_they_are_listed() -> None:
    assert pinned(["pandas>=3", "metaflow>=2.19"], ["pandas==3.0.0"]) == {
        "metaflow": version("metaflow"),
        "pandas": "3.0.0",
    }


def test_what_is_not_installed_keeps_what_it_needs() -> None:
    assert pinned(["no-such-package>=4"], []) == {"no-such-package": ">=4"}


def test_listed_packages_may_be_others_and_spelt_otherwise() -> None:
    assert pinned([], ["Scikit_Learn==1.9.1"]) == {"scikit-learn": "1.9.1"}
    assert normalised("A.b__C") == "a-b-c"


def test_libraries_of_transformers_are_needed_too() -> None:
    encoder = Transformer("skrub.ApplyToCols", (Invocation("skrub.StringEncoder", (), ()),), ())
    shared = PLAN._replace(models=(RIDGE,), preprocess=(Route(("title",), (encoder,)),))
    own = PLAN._replace(models=(RIDGE._replace(steps=(Step("encoder", encoder),)),))
    for plan in (shared, own):
        assert "skrub>=0.11" in dependencies(plan)
