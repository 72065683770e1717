import pytest

from mfc.diagnostics import Diagnostic
from mfc.pipeline import Compilation
from mfc.source import Source, Span
from mfc.syntax.include import DEEPEST, Included, include, shifted
from mfc.syntax.parse import parse
from mfc.syntax.tree import IncludeDeclaration, LetDeclaration, ModelDeclaration

MAIN = 'let a = 1\ninclude "b.mf"\nlet c = 3\n'


def included(text: str, **files: str) -> Included:
    """Follow what a specification includes; `b="…"` is the file `b.mf`."""

    def read(name: str) -> Source:
        stem = name.removesuffix(".mf").replace("/", "_")
        if stem not in files:
            raise FileNotFoundError(name)
        return Source(name, files[stem])

    source = Source("main.mf", text)
    return include(source, parse(source), read)


def names(program: Included) -> list[str]:
    return [one.name.text for one in program.program.declarations if isinstance(one, LetDeclaration | ModelDeclaration)]


def marked(program: Included, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return the code of a finding, its file and the text that it marks."""
    source, span = program.sources.find(diagnostic.span)
    return diagnostic.code.id, source.name, source.text[span.start : span.end]


def test_what_a_file_declares_takes_the_place_of_its_include() -> None:
    found = included(MAIN, b="let b = 2\nmodel m: Ridge\n")
    assert names(found) == ["a", "b", "m", "c"]
    assert found.diagnostics == ()
    assert not any(isinstance(one, IncludeDeclaration) for one in found.program.declarations)


def test_every_place_tells_its_file() -> None:
    found = included(MAIN, b='include "sub/d.mf"\nlet b = 2\n', sub_d="let d = 4\n")
    places = [found.sources.find(one.span) for one in found.program.declarations]
    texts = [(source.name, source.text[span.start : span.end]) for source, span in places]
    assert texts == [
        ("main.mf", "let a = 1"),
        ("sub/d.mf", "let d = 4"),
        ("b.mf", "let b = 2"),
        ("main.mf", "let c = 3"),
    ]
    assert [source.name for source in found.sources.all] == ["main.mf", "b.mf", "sub/d.mf"]


def test_paths_are_relative_to_the_file_that_has_them() -> None:
    found = included('include "sub/b.mf"', sub_b='include "c.mf"', sub_c="let c = 3")
    assert names(found) == ["c"]


def test_a_file_that_is_there_already_is_not_taken_again() -> None:
    found = included('include "b.mf"\ninclude "c.mf"', b='include "d.mf"', c='include "./d.mf"', d="let d = 4")
    assert names(found) == ["d"]
    assert found.diagnostics == ()


def test_mistakes_in_an_included_file_are_found_there() -> None:
    found = included('include "b.mf"', b="# a comment\nlet b = = 2\n")
    assert [marked(found, one) for one in found.diagnostics] == [("MF101", "b.mf", "=")]


@pytest.mark.parametrize(
    ("text", "files", "finding"),
    [
        ('include "gone.mf"', {}, ("MF220", "main.mf", '"gone.mf"')),
        ('include "main.mf"', {}, ("MF221", "main.mf", '"main.mf"')),
        ('include "./main.mf"', {}, ("MF221", "main.mf", '"./main.mf"')),
        ('include "b.mf"', {"b": 'include "main.mf"'}, ("MF221", "b.mf", '"main.mf"')),
        ('include "b.mf"', {"b": 'include "c.mf"', "c": 'include "b.mf"'}, ("MF221", "c.mf", '"b.mf"')),
        ('include "b.mf"\ninclude "b.mf"', {"b": ""}, ("MF202", "main.mf", '"b.mf"')),
        ('include "b.mf"', {"b": "\nseed 1"}, ("MF222", "b.mf", "seed")),
        ('include "b.mf"', {"b": "param rows = 3"}, ("MF222", "b.mf", "param")),
    ],
)
def test_what_cannot_be_included(text: str, files: dict[str, str], finding: tuple[str, str, str]) -> None:
    found = included(text, **files)
    assert [marked(found, one) for one in found.diagnostics] == [finding]


def test_a_circle_is_shown_whole() -> None:
    found = included('include "b.mf"', b='include "c.mf"', c='include "b.mf"')
    (diagnostic,) = found.diagnostics
    places = [found.sources.find(related.span) for related in diagnostic.related]
    assert [(source.name, source.text[span.start : span.end]) for source, span in places] == [("b.mf", '"c.mf"')]


def test_what_cannot_be_read_stays_in_the_program() -> None:
    (declaration,) = included('include "gone.mf"').program.declarations
    assert isinstance(declaration, IncludeDeclaration)


def test_places_are_moved_all_through_a_tree() -> None:
    program = parse(Source("x.mf", "model m: Ridge { alpha in [1, 2] }")).program
    moved = shifted(program, 10)
    assert moved != program
    assert shifted(moved, -10) == program
    assert moved.declarations[0].span == Span(10, 44)


def test_a_chain_of_includes_ends_in_a_finding() -> None:
    def read(name: str) -> Source:
        number = int(name.removesuffix(".mf"))
        return Source(name, f'let a{number} = 1\ninclude "{number + 1}.mf"\n')

    compilation = Compilation(read("0.mf"), read)
    (found,) = (one for one in compilation.findings if one.diagnostic.code.id == "MF220")
    assert found.diagnostic.message == f"`{DEEPEST + 1}.mf` is nested more than {DEEPEST} includes deep"
    assert found.source.name == f"{DEEPEST}.mf"
    assert len(compilation.sources.all) == DEEPEST + 1


def test_all_files_together_have_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mfc.syntax.include.MOST_BYTES", 3 * 2**20)

    def read(name: str) -> Source:
        return Source(name, "# " + "x" * 2**20)

    names = ("a.mf", "b.mf", "c.mf", "d.mf")
    compilation = Compilation(Source("main.mf", "".join(f'include "{name}"\n' for name in names)), read)
    messages = [one.diagnostic.message for one in compilation.findings if one.diagnostic.code.id == "MF220"]
    assert messages == [f"cannot read `{name}`: with it the specification has more than 3 MB" for name in names[2:]]
