from collections.abc import MutableMapping
from numbers import Integral, Real

import numpy as np
import pytest
from sklearn.utils._param_validation import HasMethods, Hidden, Interval, MissingValues, RealNotInt, StrOptions
from sklearn.utils._param_validation import Options as Constants

from mfc.catalog.build.constraints import plain_bound, types
from mfc.catalog.entry import Anything, Boolean, Number, Object, Options, Sequence, Text

ANY_LIST = Sequence((Anything("anything"),))


@pytest.mark.parametrize(
    ("constraints", "expected"),
    [
        ([Interval(Integral, 1, None, closed="left")], (Number("integer", 1),)),
        ([Interval(Real, 0.0, None, closed="neither")], (Number("real", 0, low_included=False),)),
        ([Interval(RealNotInt, 0, 1, closed="right")], (Number("float", 0, 1, low_included=False),)),
        ([Interval(Real, 0, 1, closed="left")], (Number("real", 0, 1, high_included=False),)),
        ([Interval(Real, -np.inf, 0.5, closed="right")], (Number("real", None, 0.5),)),
        ([StrOptions({"b", "a"})], (Options(("a", "b")),)),
        ([StrOptions({"b", "deprecated"})], (Options(("b",)),)),
        ([None, StrOptions({"a"}), Integral], (Number("integer"), Options(("a", None)))),
        ([StrOptions({"a"}), Constants(bool, {False})], (Options(("a", False)),)),
        ([Integral, Constants(Real, {np.inf, -np.inf})], (Number("integer"),)),
        (["boolean", Hidden(StrOptions({"deprecated"}))], (Boolean(),)),
        ("boolean", (Boolean(),)),
        ("no_validation", (Anything("anything"),)),
        (["verbose"], (Number("integer", 0), Boolean())),
        (["random_state"], (Number("integer", 0, 2**32 - 1), Options((None,)))),
        (["cv_object"], (Number("integer", 2), Object("a splitter"), Options((None,)))),
        (["array-like", tuple, list], (ANY_LIST, ANY_LIST._replace(form="tuple"), ANY_LIST._replace(form="list"))),
        ([str, callable], (Text(), Object("a callable"))),
        ([str, bool], (Text(), Boolean())),
        ([Constants(Integral, {1}), Constants(bool, {True})], (Options((1, True)),)),
        ([dict, MutableMapping], (Object("a dictionary"),)),
        ([MissingValues()], (Number("real"), Text(), Options((None,)))),
        ([HasMethods(["fit", "predict"]), None], (Object("an estimator"), Options((None,)))),
        ([HasMethods(["fit", "transform"])], (Object("a transformer"),)),
        ([HasMethods("cache")], (Object("an object with `cache`"),)),
        ([Constants(type, {np.float32, np.float64})], (Object("a data type"),)),
    ],
)
def test_types(constraints, expected):
    assert types(constraints) == expected


def test_a_constraint_of_an_unknown_kind_is_refused():
    with pytest.raises(TypeError, match="unknown kind"):
        types([object()])


def test_whole_bounds_are_integers():
    assert [repr(plain_bound(bound)) for bound in (np.float64(1.0), 0.5, 2, np.inf, None)] == [
        "1",
        "0.5",
        "2",
        "None",
        "None",
    ]
