from importlib.metadata import version

from mfc.emit.packages import normalised, pinned


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
