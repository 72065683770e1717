"""Whole specifications as text, for property tests: mostly plausible, always without syntax errors."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

WORDS = [
    "alpha",
    "beta",
    "max_depth",
    "l1",
    "rows",
    "width",
    "seed",
    "search",
    "score",
    "data",
    "fit",
    "model",
    "space",
    "run",
]
ESTIMATORS = ["Ridge", "lightgbm.LGBMRegressor", "keras.MLP", "sklearn.linear_model.Lasso", "my_project.nets.wide"]
SOURCES = [
    "mock.regression",
    'csv("houses.csv")',
    'sklearn("diabetes")',
    'sql("select 1", url = env("URL"))',
    "python(my.load)",
]
SPLITTERS = ["kfold(5)", "stratified_kfold(3, seed = 1)", "leave_one_group_out", "shuffle_split(5, test_size = 20%,)"]
DISTRIBUTIONS = [
    "uniform(0, 1)",
    "loguniform(1e-8, 1e-2)",
    "randint(1, 10)",
    "choice([1, 2])",
    "scipy.stats.beta(2, b = 5)",
]
SETTINGS = {
    "report": ["directory", "figures", "top"],
    "early_stopping": ["patience", "max_iterations", "validation", "monitor"],
    "resources": ["cpu", "memory", "gpu"],
    "race": ["after", "keep", "at_least"],
    "run": ["workers", "threads", "on_error", "timeout"],
    "data": ["target", "numeric", "drop", "time"],
    "average": ["top", "members"],
}


@cache
def names() -> SearchStrategy[str]:
    """Draw a name, which may be a soft keyword."""
    return st.sampled_from(WORDS)


@cache
def strings() -> SearchStrategy[str]:
    """Draw a string literal that holds quotes, braces and code as likely as anything else."""
    text = st.sampled_from(["", "houses.csv", "{{ x }}", "a # b", "'''", "é"]) | st.text(max_size=8)
    plain = text.filter(lambda drawn: not any("\ud800" <= character <= "\udfff" for character in drawn))
    return plain.map(_quoted)


def _quoted(text: str) -> str:
    escaped = "".join(f"\\u{ord(c):04x}" if c in '"\\' or (not c.isprintable() and ord(c) < 65536) else c for c in text)
    return f'"{escaped}"'


@cache
def literals() -> SearchStrategy[str]:
    """Draw a literal."""
    integers = st.integers(0, 10**6).map(lambda number: f"{number:_}")
    floats = st.floats(0, 1e300, allow_nan=False).map(repr)
    units = st.tuples(st.integers(0, 999), st.sampled_from(["%", "s", "m", "h", "d", "MB", "GB", "TB"])).map(
        lambda pair: f"{pair[0]}{pair[1]}"
    )
    return integers | floats | units | strings() | st.sampled_from(["true", "false", "none", "1e-3", "12.5%"])


@cache
def expressions() -> SearchStrategy[str]:
    """Draw an expression."""
    return st.recursive(literals() | names() | st.sampled_from(ESTIMATORS), _compound, max_leaves=6)


def _compound(parts: SearchStrategy[str]) -> SearchStrategy[str]:
    operators = st.sampled_from([" + ", " - ", " * ", " / ", " // ", "**", "  # plus\n + ", "\n# minus\n  # and\n - "])
    items = st.lists(parts, max_size=3)
    breaks = st.sampled_from([", ", ",\n    ", ",  # why\n\n"])
    return st.one_of(
        st.tuples(parts, operators, parts).map(lambda drawn: f"({drawn[0]}{drawn[1]}{drawn[2]})"),
        parts.map(lambda part: f"-({part})"),
        st.tuples(items, breaks).map(lambda drawn: f"[{drawn[1].join(drawn[0])}]"),
        items.map(lambda drawn: f"({''.join(item + ', ' for item in drawn)})"),
        st.tuples(names(), parts, names(), parts).map(lambda drawn: f"{drawn[0]}({drawn[1]}, {drawn[2]} = {drawn[3]})"),
    )


@cache
def values() -> SearchStrategy[str]:
    """Draw the right side of an entry."""
    ranges = st.tuples(st.integers(-9, 9), st.integers(10, 99)).map(lambda ends: f"{ends[0]}..{ends[1]}")
    return expressions() | ranges


@cache
def settings(block: str) -> SearchStrategy[str]:
    """Draw the block of a kind whose entries are all `name = value`."""
    return blocks(st.tuples(st.sampled_from(SETTINGS[block]), values()).map(" = ".join))


@cache
def blocks(entries: SearchStrategy[str]) -> SearchStrategy[str]:
    """Draw a block of entries, separated in any of the ways there are."""

    @st.composite
    def draw_block(draw: st.DrawFn) -> str:
        drawn = draw(st.lists(entries, max_size=4))
        separator = draw(st.sampled_from(["\n", ", ", ",\n", "\n\n", "  # why\n", " # a\n  # b\n", ", # c\n"]))
        before, after = draw(st.sampled_from([(" ", " "), ("\n  ", "\n"), (" # what\n", "\n\n"), ("", "")]))
        return "{" + before + separator.join(drawn) + after + "}"

    return draw_block()


@cache
def bindings() -> SearchStrategy[str]:
    """Draw an entry that binds an argument."""
    return st.one_of(
        st.tuples(names(), st.sampled_from([" = ", "=", " in "]), values()).map("".join),
        st.tuples(names(), st.sampled_from(DISTRIBUTIONS)).map(" ~ ".join),
    )


@cache
def routes() -> SearchStrategy[str]:
    """Draw a line of `preprocess`."""
    columns = st.sampled_from(["numeric", "categorical", "[lat, lon]", '["a b"]'])
    step = st.sampled_from(["StandardScaler()", 'SimpleImputer(strategy = "median")', "PCA"])
    return st.tuples(columns, st.lists(step, min_size=1, max_size=3)).map(
        lambda drawn: " -> ".join([drawn[0], *drawn[1]])
    )


@cache
def model_entries() -> SearchStrategy[str]:
    """Draw an entry of a model."""
    return st.one_of(
        bindings(),
        blocks(bindings()).map("space {}".format),
        st.tuples(names(), blocks(bindings()) | st.just("")).map(lambda drawn: f"step {drawn[0]}: PCA {drawn[1]}"),
        blocks(bindings()).map("fit {}".format),
        settings("early_stopping").map("early_stopping {}".format),
        st.sampled_from(["search grid", "search random(5)", "search random(5, seed = 3)"]),
        settings("resources").map("resources {}".format),
        blocks(routes()).map("preprocess {}".format),
    )


@cache
def declarations() -> SearchStrategy[str]:
    """Draw a declaration."""
    optional_help = st.just("") | strings().map(" {}".format)
    run_entries = st.tuples(st.sampled_from(SETTINGS["run"]), values()).map(" = ".join)
    return st.one_of(
        st.tuples(st.sampled_from(["Houses", "Study2"]), optional_help).map(
            lambda drawn: f"tournament {drawn[0]}{drawn[1]}"
        ),
        expressions().map("seed {}".format),
        st.sampled_from(["task regression", "task classification", "task multilabel", 'include "models.mf"']),
        st.tuples(names(), values()).map(lambda drawn: f"let {drawn[0]} = {drawn[1]}"),
        st.tuples(names(), literals(), optional_help).map(lambda drawn: f"param {drawn[0]} = {drawn[1]}{drawn[2]}"),
        st.tuples(st.sampled_from(SOURCES), settings("data") | st.just("")).map(
            lambda drawn: f"data {drawn[0]} {drawn[1]}"
        ),
        blocks(routes()).map("preprocess {}".format),
        st.sampled_from(
            ["test 20%", "test stratified(20%)", "test none", "score r2", "score r2, neg_max_error, my.scorer"]
        ),
        st.sampled_from(SPLITTERS).map("folds {}".format),
        st.tuples(names(), st.sampled_from(ESTIMATORS), blocks(model_entries()) | st.just("")).map(
            lambda drawn: f"model {drawn[0]}: {drawn[1]} {drawn[2]}"
        ),
        st.tuples(names(), settings("average")).map(lambda drawn: f"ensemble {drawn[0]}: average {drawn[1]}"),
        st.sampled_from(
            [
                "select best",
                "select equivalent(1%, [alpha])",
                "select one_standard_error(simplest = [-n_neighbors, max_depth])",
            ]
        ),
        st.tuples(blocks(run_entries | settings("resources").map("resources {}".format))).map(
            lambda drawn: f"run {drawn[0]}"
        ),
        settings("race").map("race {}".format),
        settings("report").map("report {}".format),
    )


@cache
def programs() -> SearchStrategy[str]:
    """Draw a whole specification."""
    separators = st.sampled_from(["\n", "\n\n", "\r\n", "  # why\n", "\n# a comment\n\n"])
    return st.tuples(st.lists(declarations(), max_size=8), separators).map(lambda drawn: drawn[1].join(drawn[0]) + "\n")
