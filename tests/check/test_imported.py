from parsing import parsed

from mfc.catalog.catalog import load
from mfc.check.imported import Answer, Use, judge, uses_in


def uses(text: str) -> list[tuple[str, list[str]]]:
    return [(use.path.text, [name.text for name in use.arguments]) for use in uses_in(parsed(text), load())]


def test_dotted_paths_are_used_wherever_they_stand() -> None:
    text = """
    score r2, my.scorer
    data python(my.load)
    preprocess { numeric -> StandardScaler() -> my.Clip(low = 1) -> my.Plain }
    model own: my.Model {
      alpha in [my.ALPHA, 2]
      space { beta ~ my.draw(1, high = 2) }
      step pca: my.Step { n = 3 }
    }
    model known: sklearn.linear_model.Ridge { alpha ~ loguniform(1, 2) }
    """
    assert uses(text) == [
        ("my.scorer", []),
        ("my.load", []),
        ("my.Clip", ["low"]),
        ("my.Plain", []),
        ("my.Model", ["alpha", "beta"]),
        ("my.ALPHA", []),
        ("my.draw", ["high"]),
        ("my.Step", ["n"]),
    ]


def test_what_the_catalog_knows_is_not_foreign() -> None:
    assert uses("data mock.regression\nmodel m: lightgbm.LGBMRegressor\nmodel n: keras.MLP") == []


def use(text: str) -> Use:
    (found,) = uses_in(parsed(text), load())
    return found


def test_answers_are_judged() -> None:
    one = use("model m: my.Model { alhpa = 1, beta = 2 }")
    (mistyped,) = judge([one], {"my.Model": Answer(None, ["alpha", "beta"])})
    assert mistyped.help == "did you mean `alpha`?"
    assert [*judge([one], {"my.Model": Answer(None, None)})] == []
    (failure,) = judge([one], {"my.Model": Answer("it broke", None)})
    assert (failure.code.id, failure.message) == ("MF451", "cannot import `my.Model`: it broke")


def test_a_function_that_builds_networks_is_given_what_is_bound_and_no_setting_of_the_training() -> None:
    text = "model net: keras.Model { build = my.net, width in [1, 2], batch_size = 32 }"
    assert uses(text) == [("my.net", []), ("my.net", ["width"])]


def test_a_failure_is_told_once_a_place() -> None:
    found = uses_in(parsed("model net: keras.Model { build = my.net }\nlet x = my.net"), load())
    assert len([*judge(found, {"my.net": Answer("it broke", None)})]) == 2
