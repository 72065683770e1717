from checking import spec

from mfc.meaning.scope import Scope, build, definition, paths
from mfc.source import Source
from mfc.syntax.parse import parse
from mfc.syntax.tree import Constant, LetDeclaration, ModelDeclaration, ParamDeclaration


def scope(*declarations: str) -> Scope:
    return build(parse(Source("trial.mf", spec(*declarations))).program)


def test_constants_parameters_and_models_have_names() -> None:
    names = scope("let a = 1", "param b = 2", "model c: Ridge").names
    assert {name: type(named) for name, named in names.items()} == {
        "a": LetDeclaration,
        "b": ParamDeclaration,
        "c": ModelDeclaration,
    }


def test_a_name_belongs_to_its_first_declaration() -> None:
    found = scope("let a = 1", "param a = 2", "let a = 3")
    assert isinstance(found.names["a"], LetDeclaration)
    assert [(type(first), type(second)) for first, second in found.repeated] == [
        (LetDeclaration, ParamDeclaration),
        (LetDeclaration, LetDeclaration),
    ]


def test_constants_come_after_what_they_need() -> None:
    order = [named.name.text for named in scope("let a = b + c", "let b = c", "param c = d", "let d = 1").order]
    assert order == ["d", "c", "b", "a"]


def test_a_long_chain_needs_no_recursion() -> None:
    chain = [f"let a{i} = a{i + 1}" for i in range(3000)]
    found = scope(*chain, "let a3000 = 1")
    assert len(found.order) == 3001
    assert found.order[0].name.text == "a3000"


def test_cycles_are_set_apart_from_what_depends_on_them() -> None:
    found = scope("let a = b", "let b = c", "let c = a + 1", "let d = a", "let e = e", "let f = 1")
    assert [[named.name.text for named in cycle] for cycle in found.cycles] == [["a", "b", "c"], ["e"]]
    assert [named.name.text for named in found.order] == ["d", "f"]


def test_a_dotted_path_needs_no_constant() -> None:
    assert scope("let a = a.b").cycles == ()


def test_the_definition_of_a_name() -> None:
    order = scope("let a = 1", "param b = 2").order
    values = [value for named in order if isinstance(value := definition(named), Constant)]
    assert [constant.value for constant in values] == [1, 2]


def test_the_paths_of_a_tree() -> None:
    program = parse(Source("trial.mf", "let a = f(b, [c, -d * e], k = g.h)")).program
    assert sorted(path.text for path in paths(program)) == ["b", "c", "d", "e", "f", "g.h"]
