import numpy as np
import pytest
from sklearn.feature_selection import f_classif
from sklearn.linear_model import Ridge
from sklearn.utils._param_validation import Hidden, StrOptions

from mfc.catalog.build.signatures import arguments, public_path, show
from mfc.catalog.entry import Argument, Boolean, Number, Options


def documented(alpha, *, beta=1, gamma="deprecated", delta="warn", epsilon=None, **rest):
    """Do something.

    Parameters
    ----------
    alpha : int
        The first.
    gamma : bool
        `gamma` is deprecated.
    """


CONSTRAINTS = {
    "alpha": ["random_state"],
    "beta": ["verbose"],
    "gamma": ["boolean", Hidden(StrOptions({"deprecated"}))],
    "delta": ["boolean", Hidden(StrOptions({"warn"}))],
    "epsilon": ["boolean"],
}


def test_arguments_in_their_order():
    boolean = (Boolean(),)
    assert list(arguments(documented, CONSTRAINTS).values()) == [
        Argument("alpha", (Number("integer", 0, 2**32 - 1), Options((None,))), True, None, "The first"),
        Argument("beta", (Number("integer", 0), Boolean()), False, "1", ""),
        Argument("gamma", boolean, False, None, "gamma is deprecated", deprecated=True),
        Argument("delta", boolean, False, None, ""),
        # None is no boolean: the library refuses its own default, and something has to be given.
        Argument("epsilon", boolean, True, None, ""),
    ]


def test_the_shortest_public_path():
    assert public_path(Ridge) == "sklearn.linear_model.Ridge"
    assert public_path(f_classif) == "sklearn.feature_selection.f_classif"


def test_what_is_in_no_public_module_is_refused():
    class Hidden:
        __module__ = "sklearn.linear_model._ridge"

    with pytest.raises(LookupError, match="no public module"):
        public_path(Hidden)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (np.float64(2.5), "2.5"),
        (np.float64, "numpy.float64"),
        (np.mean, "numpy.mean"),
        (f_classif, "sklearn.feature_selection.f_classif"),
        ((100,), "(100,)"),
        ("l2", "'l2'"),
        (None, "None"),
    ],
)
def test_defaults_show_as_in_python(value, shown):
    assert show(value) == shown
