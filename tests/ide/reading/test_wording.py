import pytest

from mfc.catalog.catalog import load
from mfc.catalog.entry import Argument, Boolean, Entry, Number, Object, Options, Scorer, Word
from mfc.ide.reading.wording import (
    about_argument,
    about_entry,
    about_scorer,
    brief,
    default,
    owner_name,
    parameter,
    signature,
)

NUMBER = Argument("alpha", (Number("real", 0),), False, "1.0", "How strong the penalty is:")
NEEDED = NUMBER._replace(required=True, default=None)
RIDGE = Entry("sklearn.linear_model.Ridge", "estimator", ("regression",), "Linear least squares.", {"alpha": NUMBER})


@pytest.mark.parametrize(
    ("written", "types", "expected"),
    [
        ("1.0", (Number("real"),), "1.0"),
        ("True", (Boolean(),), "true"),
        ("None", (Options((None,)),), "none"),
        ("'auto'", (Options(("auto",)),), '"auto"'),
        ("(100,)", (), "(100,)"),
        ("skip", (Word(("skip", "stop")),), "skip"),
        ("nan", (Number("real"),), None),
        ("np.nan", (Object("a callable"),), None),
        (None, (), None),
    ],
)
def test_defaults_are_written_in_the_language(written: str | None, types: tuple[object, ...], expected: object) -> None:
    assert default(Argument("a", types, False, written, "")) == expected  # type: ignore[arg-type]


def test_one_line_says_what_is_taken() -> None:
    assert brief(NUMBER) == "a number of at least 0 = 1.0"
    assert brief(NEEDED) == "a number of at least 0, required"
    assert brief(NUMBER._replace(default=None)) == "a number of at least 0"


def test_an_argument_at_length() -> None:
    assert about_argument(NUMBER, RIDGE) == (
        "**alpha** of `Ridge`\n\nHow strong the penalty is.\n\nTakes a number of at least 0.\n\nDefault: `1.0`."
    )
    old = NEEDED._replace(description="", deprecated=True)
    assert about_argument(old, RIDGE).splitlines()[2:] == [
        "Takes a number of at least 0.",
        "",
        "It must be given.",
        "",
        "It is deprecated.",
    ]


def test_things_are_called_as_the_language_calls_them() -> None:
    assert owner_name(RIDGE) == "Ridge"
    assert owner_name(RIDGE._replace(path="mock.regression", kind="mock")) == "mock.regression"
    assert owner_name(RIDGE._replace(path="data.csv", kind="block")) == "data csv"


def test_an_estimator_says_what_it_is_for() -> None:
    assert about_entry(RIDGE).splitlines()[0] == "**sklearn.linear_model.Ridge**"
    assert about_entry(RIDGE).endswith("Supports regression; does not support early stopping.")
    assert about_entry(RIDGE._replace(early_stopping=True)).endswith("; supports early stopping.")
    assert about_entry(RIDGE._replace(tasks=())).endswith("Supports no task; does not support early stopping.")
    assert "early" not in about_entry(RIDGE._replace(kind="transformer"))


def test_a_scorer_says_what_it_scores_and_what_it_needs() -> None:
    assert about_scorer(Scorer("r2", ("regression",), "any")) == "**r2**\n\nScores regression."
    both = about_scorer(Scorer("neg_brier_score", ("classification",), "binary", probabilities=True))
    assert "Scores classification of two classes." in both
    assert "natural sign" in both
    assert "predicted probabilities" in both
    assert "Scores clusterings." in about_scorer(Scorer("rand_score", (), "any"))


def test_a_signature_shows_required_arguments_and_defaults() -> None:
    unknown = NUMBER._replace(name="beta", default=None)
    entry = RIDGE._replace(path="draw", arguments={"low": NEEDED._replace(name="low"), "a": NUMBER, "b": unknown})
    assert signature(entry) == "draw(low, alpha = 1.0, beta = …)"
    assert signature(entry._replace(arguments={})) == "draw"
    assert parameter(NEEDED) == "alpha"


def test_every_argument_of_the_catalog_is_said_in_words() -> None:
    catalog = load()
    for path in catalog.names("estimator"):
        entry = catalog.entry("estimator", path)
        assert entry
        for argument in entry.arguments.values():
            text = about_argument(argument, entry)
            assert text.startswith(f"**{argument.name}** of `{entry.name}`\n\n"), path
            assert "`" not in brief(argument)
