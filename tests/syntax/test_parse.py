from typing import Any

import pytest
from parsing import bad, found, only, parsed, said

from mfc.source import Source, Span
from mfc.syntax import tree
from mfc.syntax.parse import parse
from mfc.syntax.tree import Binary, Call, CallArgument, Constant, Identifier, ListOf, Path, Range, TupleOf, Unary


def expression(text: str) -> Any:
    declaration = only(f"seed {text}")
    assert isinstance(declaration, tree.SeedDeclaration)
    return declaration.value


def entries(block: str) -> tuple[Any, ...]:
    declaration = only(f"model m: Ridge {block}")
    assert isinstance(declaration, tree.ModelDeclaration)
    return declaration.entries


def integer(start: int, value: int) -> Constant:
    return Constant(Span(start, start + len(str(value))), value, "integer")


# Declarations


def test_an_empty_text_is_an_empty_program() -> None:
    assert parsed("") == tree.Program(Span(0, 0), ())
    assert parsed(" \n# nothing\n\n") == tree.Program(Span(0, 13), ())


def test_tournament() -> None:
    title = Constant(Span(18, 21), "T", "string")
    assert only('tournament Houses "T"') == tree.TournamentDeclaration(
        Span(0, 21), Identifier(Span(11, 17), "Houses"), title
    )
    assert only("tournament Houses") == tree.TournamentDeclaration(
        Span(0, 17), Identifier(Span(11, 17), "Houses"), None
    )


def test_seed() -> None:
    assert only("seed 42") == tree.SeedDeclaration(Span(0, 7), integer(5, 42))


def test_task() -> None:
    assert only("task regression") == tree.TaskDeclaration(Span(0, 15), Identifier(Span(5, 15), "regression"))


def test_let() -> None:
    assert only("let a = 1") == tree.LetDeclaration(Span(0, 9), Identifier(Span(4, 5), "a"), integer(8, 1))


def test_param() -> None:
    name, default = Identifier(Span(6, 7), "a"), integer(10, 1)
    assert only('param a = 1 "h"') == tree.ParamDeclaration(
        Span(0, 15), name, default, Constant(Span(12, 15), "h", "string")
    )
    assert only("param a = 1") == tree.ParamDeclaration(Span(0, 11), name, default, None)


def test_include() -> None:
    assert only('include "a.mf"') == tree.IncludeDeclaration(Span(0, 14), Constant(Span(8, 14), "a.mf", "string"))


def test_data() -> None:
    source = Path(Span(5, 20), ("mock", "regression"))
    binding = tree.Binding(Span(23, 28), Identifier(Span(23, 24), "n"), "=", integer(27, 5))
    assert only("data mock.regression { n = 5 }") == tree.DataDeclaration(Span(0, 30), source, (binding,))
    assert only("data mock.regression") == tree.DataDeclaration(Span(0, 20), source, ())


def test_data_from_a_call() -> None:
    declaration = only('data sql("select 1", url = env("URL")) {}')
    assert isinstance(declaration, tree.DataDeclaration)
    assert isinstance(declaration.source, Call)
    assert declaration.source.function.text == "sql"
    assert [argument.name and argument.name.text for argument in declaration.source.arguments] == [None, "url"]


def test_preprocess() -> None:
    route = tree.RouteDeclaration(
        Span(13, 27),
        Path(Span(13, 20), ("numeric",)),
        (Call(Span(24, 27), Path(Span(24, 25), ("A",)), ()),),
    )
    assert only("preprocess { numeric -> A() }") == tree.PreprocessDeclaration(Span(0, 29), (route,))


def test_a_route_takes_columns_and_several_transformers() -> None:
    declaration = only('preprocess { [lat, "b c"] -> A -> my.b.C(1) }')
    assert isinstance(declaration, tree.PreprocessDeclaration)
    (route,) = declaration.routes
    assert isinstance(route, tree.RouteDeclaration)
    assert isinstance(route.columns, ListOf)
    assert [type(step) for step in route.steps] == [Path, Call]


def test_test() -> None:
    assert only("test 20%") == tree.TestDeclaration(Span(0, 8), Constant(Span(5, 8), 0.2, "fraction"))
    assert only("test none") == tree.TestDeclaration(Span(0, 9), Constant(Span(5, 9), None, "none"))


def test_folds() -> None:
    call = Call(Span(6, 14), Path(Span(6, 11), ("kfold",)), (CallArgument(Span(12, 13), None, integer(12, 5)),))
    assert only("folds kfold(5)") == tree.FoldsDeclaration(Span(0, 14), call)
    assert only("folds kfold") == tree.FoldsDeclaration(Span(0, 11), Path(Span(6, 11), ("kfold",)))


def test_score() -> None:
    assert only("score r2, my.own") == tree.ScoreDeclaration(
        Span(0, 16), (Path(Span(6, 8), ("r2",)), Path(Span(10, 16), ("my", "own")))
    )


def test_model() -> None:
    name, estimator = Identifier(Span(6, 7), "a"), Path(Span(9, 14), ("Ridge",))
    assert only("model a: Ridge") == tree.ModelDeclaration(Span(0, 14), name, estimator, ())
    assert only("model a: Ridge {}") == tree.ModelDeclaration(Span(0, 17), name, estimator, ())


def test_ensemble() -> None:
    assert only("ensemble a: average") == tree.EnsembleDeclaration(
        Span(0, 19), Identifier(Span(9, 10), "a"), Path(Span(12, 19), ("average",)), ()
    )
    declaration = only("ensemble a: stack { final = Ridge(alpha = 1.0) }")
    assert isinstance(declaration, tree.EnsembleDeclaration)
    assert len(declaration.entries) == 1


def test_select() -> None:
    assert only("select best") == tree.SelectDeclaration(Span(0, 11), Path(Span(7, 11), ("best",)))
    declaration = only("select one_standard_error(simplest = [-n, m])")
    assert isinstance(declaration, tree.SelectDeclaration)
    assert isinstance(declaration.rule, Call)


def test_run() -> None:
    declaration = only("run { workers = 8, resources { cpu = 2 } }")
    assert isinstance(declaration, tree.RunDeclaration)
    assert [type(entry) for entry in declaration.entries] == [tree.Binding, tree.ResourcesDeclaration]


def test_report() -> None:
    binding = tree.Binding(Span(9, 16), Identifier(Span(9, 12), "top"), "=", integer(15, 9))
    assert only("report { top = 9 }") == tree.ReportDeclaration(Span(0, 18), (binding,))


# Entries of models


@pytest.mark.parametrize(
    ("entry", "operator", "value"),
    [
        ("a = 1", "=", Constant),
        ("a in [1]", "in", ListOf),
        ("a in 1..3", "in", Range),
        ("a ~ uniform(0, 1)", "~", Call),
    ],
)
def test_bindings(entry: str, operator: str, value: type) -> None:
    (binding,) = entries(f"{{ {entry} }}")
    assert binding.span == (17, 17 + len(entry))
    assert binding.name == Identifier(Span(17, 18), "a")
    assert binding.operator == operator
    assert type(binding.value) is value


@pytest.mark.parametrize(
    ("entry", "node"),
    [
        ("space { a in [1] }", tree.SpaceDeclaration),
        ("step pca: PCA { n in [8] }", tree.StepDeclaration),
        ("step pca: PCA", tree.StepDeclaration),
        ("fit { a = 1 }", tree.FitDeclaration),
        ("early_stopping { patience = 3 }", tree.EarlyStoppingDeclaration),
        ("search grid", tree.SearchDeclaration),
        ("search random(5)", tree.SearchDeclaration),
        ("resources { cpu = 1 }", tree.ResourcesDeclaration),
        ("preprocess { numeric -> A() }", tree.PreprocessDeclaration),
    ],
)
def test_parts_of_models(entry: str, node: type) -> None:
    (part,) = entries(f"{{ {entry} }}")
    assert type(part) is node
    assert part.span == (17, 17 + len(entry))


@pytest.mark.parametrize(
    "block",
    ["{a = 1, b = 2}", "{ a = 1, b = 2, }", "{\na = 1\nb = 2\n}", "{\n\n a = 1,\n\n b = 2,\n}", "{a = 1\n\n\nb = 2}"],
)
def test_entries_are_separated_by_newlines_or_commas(block: str) -> None:
    assert [entry.name.text for entry in entries(block)] == ["a", "b"]


# Expressions


def test_precedence_is_that_of_python() -> None:
    text = "1 + 2 * 3 ** -a // 4 - 5"
    value = expression(text)
    assert value.span == (5, 5 + len(text))
    assert (value.operator, value.left.operator, value.left.right.operator) == ("-", "+", "//")
    assert value.left.right.left.operator == "*"
    assert value.left.right.left.right.operator == "**"
    assert isinstance(value.left.right.left.right.right, Unary)


def test_a_power_binds_tighter_than_the_minus_before_it() -> None:
    power = Binary(Span(6, 10), "**", integer(6, 2), integer(9, 2))
    assert expression("-2**2") == Unary(Span(5, 10), power)


def test_powers_group_to_the_right_and_differences_to_the_left() -> None:
    assert expression("2**3**4").right.operator == "**"
    assert expression("2-3-4").left.operator == "-"


def test_parentheses_count_to_what_is_around_them() -> None:
    value = expression("(1 + 2) * 3")
    assert (value.span, value.left.span) == ((5, 16), (6, 11))


def test_ranges_take_sums_on_both_sides() -> None:
    assert expression("-1..n * 2") == Range(
        Span(5, 14),
        Unary(Span(5, 7), integer(6, 1)),
        Binary(Span(9, 14), "*", Path(Span(9, 10), ("n",)), integer(13, 2)),
    )


@pytest.mark.parametrize("text", ["()", "(1,)", "(1, 2)", "(1, 2,)", "(1,\n 2\n)"])
def test_tuples(text: str) -> None:
    value = expression(text)
    assert isinstance(value, TupleOf)
    assert (value.span, len(value.items)) == ((5, 5 + len(text)), text.count("1") + text.count("2"))


@pytest.mark.parametrize("text", ["[]", "[1]", "[1,]", "[1, 2]", "[\n1,\n2,\n]"])
def test_lists(text: str) -> None:
    value = expression(text)
    assert isinstance(value, ListOf)
    assert (value.span, len(value.items)) == ((5, 5 + len(text)), text.count("1") + text.count("2"))


@pytest.mark.parametrize(
    ("text", "names"),
    [("f()", []), ("f(1, 2,)", [None, None]), ("f(a = 1)", ["a"]), ("f(1, a = 2,\n b = 3,)", [None, "a", "b"])],
)
def test_calls(text: str, names: list[str | None]) -> None:
    value = expression(text)
    assert isinstance(value, Call)
    assert [argument.name and argument.name.text for argument in value.arguments] == names


@pytest.mark.parametrize("name", ["true_width", "nonesuch", "inner", "in_", "_"])
def test_names_may_begin_with_a_word_of_the_language(name: str) -> None:
    assert expression(name) == Path(Span(5, 5 + len(name)), (name,))


# Soft keywords


KEYWORDS = [
    *["tournament", "seed", "task", "let", "param", "include", "data", "preprocess", "test", "folds", "score", "model"],
    *["ensemble", "select", "run", "report", "space", "step", "fit", "early_stopping", "search", "resources"],
]


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_a_keyword_is_a_name_wherever_no_entry_begins(keyword: str) -> None:
    text = f"""\
let {keyword} = 1
score {keyword}, {keyword}
data {keyword}({keyword}, {keyword} = {keyword}) {{
  {keyword} = [
    {keyword},
    {keyword}
  ]
}}
preprocess {{
  {keyword} -> {keyword}()
}}
model {keyword}: {keyword}.{keyword} {{
  {keyword} in [1], {keyword} = {keyword} + 1
  {keyword} ~ {keyword}({keyword})
}}"""
    kinds = [type(declaration) for declaration in parsed(text).declarations]
    assert kinds == [
        tree.LetDeclaration,
        tree.ScoreDeclaration,
        tree.DataDeclaration,
        tree.PreprocessDeclaration,
        tree.ModelDeclaration,
    ]


@pytest.mark.parametrize("word", ["in", "true", "false", "none"])
def test_hard_keywords_are_never_names(word: str) -> None:
    assert [code for code, _, _ in found(f"let {word} = 1")] == ["MF101"]


# Lines and comments


def test_crlf_is_read_as_lf() -> None:
    text = "seed 1\nmodel a: Ridge {\n  b = [1,\n 2]\n}\n"
    assert [type(one) for one in parsed(text.replace("\n", "\r\n")).declarations] == [
        tree.SeedDeclaration,
        tree.ModelDeclaration,
    ]


def test_comments_may_stand_anywhere_and_are_kept() -> None:
    text = "# a\nseed 1 # b\n\nmodel a: Ridge { # c\n # d\n  x in [ # e\n 1, # f\n # g\n] # h\n # i\n} # j\n# k"
    result = parse(Source("spec.mf", text))
    assert result.diagnostics == ()
    assert [text[comment.span.start : comment.span.end] for comment in result.comments] == [
        f"# {c}" for c in "abcdefghijk"
    ]


def test_a_comment_ends_before_the_line_end() -> None:
    (comment,) = parse(Source("spec.mf", "seed 1 # a\r\nseed 2")).comments
    assert comment.span == (7, 10)


# Several mistakes


def test_every_mistake_is_reported_once_and_the_rest_is_kept() -> None:
    text = """\
tournament 5
modle gbm: LGBMRegressor {
  whatever 1 2 3
}
data csv("a.csv") {
  target price
  drop = [a b]
  group = g
}
let width 15
model ridge: Ridge {
  alpha = 1
  serach grid
  early_stopping { patience 3, max_iterations = 100 }
}
score r2,
seed 7
"""
    assert found(text) == [
        ("MF101", "1:12", "5"),
        ("MF101", "2:1", "modle"),
        ("MF101", "6:10", "price"),
        ("MF101", "7:13", "b"),
        ("MF101", "10:11", "15"),
        ("MF101", "13:3", "serach"),
        ("MF101", "14:29", "3"),
        ("MF101", "16:10", ""),
    ]
    program = parse(Source("spec.mf", text)).program
    assert [type(one).__name__ for one in program.declarations] == [
        "Bad",
        "Bad",
        "DataDeclaration",
        "Bad",
        "ModelDeclaration",
        "Bad",
        "SeedDeclaration",
    ]
    assert [(one.keyword, one.name) for one in bad(program)] == [
        ("tournament", None),
        ("model", "gbm"),
        (None, "target"),
        (None, "drop"),
        ("let", "width"),
        ("search", "grid"),
        (None, "patience"),
        ("score", "r2"),
    ]


def test_a_line_with_an_unclosed_string_has_no_other_mistakes() -> None:
    assert found('let a = ["x, "y"]\nlet b = 1 2') == [("MF102", "1:16", '"]'), ("MF101", "2:11", "2")]


def test_unreadable_literals_are_reported_once() -> None:
    assert found("let a = 10abc + 1_\nlet b = 9e999") == [
        ("MF105", "1:9", "10abc"),
        ("MF105", "1:17", "1_"),
        ("MF105", "2:9", "9e999"),
    ]


def test_brackets_nested_too_deeply_make_the_whole_text_bad() -> None:
    text = "seed " + "(" * 10_000 + "1" + ")" * 10_000
    assert found(text) == [("MF107", "1:106", "(")]
    assert parse(Source("spec.mf", text)).program.declarations == (tree.Bad(Span(0, len(text)), None),)


def test_no_more_than_a_hundred_mistakes_are_reported() -> None:
    assert len(found("a\n" * 1_000)) == 100
    assert len(found("@ " * 1_000)) == 100


def test_the_message_names_what_was_found() -> None:
    assert said("folds 5") == "`folds` takes a splitter, not `5`"
