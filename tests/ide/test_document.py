from mfc.ide.document import Document, Memory, Surroundings
from mfc.source import Source

MAIN = 'tournament Demo\nlet width = 3\ndata mock.regression\ninclude "models.mf"\n'
MODELS = "model a: Ridge { max_iter = width, alpha in [1, 2] }  # two\n"


def main(text: str = MAIN, models: str = MODELS) -> Document:
    return Document(Source("main.mf", text), Surroundings(read=lambda name: Source(name, models)))


def codes(document: Document) -> list[str]:
    return [one.code.id for one in document.diagnostics]


def test_it_has_the_tokens_and_comments_of_its_own_text() -> None:
    document = Document(Source("models.mf", MODELS))
    assert document.tokens[-1].end == len(MODELS)
    assert [MODELS[one.span.start : one.span.end] for one in document.scanned.comments] == ["# two"]


def test_tokens_of_a_part_are_those_of_the_whole() -> None:
    document = main()
    second, last = document.text.index("let"), document.text.index("include")
    between = [one for one in document.tokens if second <= one.start and one.end <= last]
    assert document.tokens_between(second, last) == between
    assert len(between) > 5


def test_what_is_included_stands_behind_its_own_declarations() -> None:
    document = main()
    declared = [type(one).__name__ for one in document.program.declarations]
    assert declared == ["TournamentDeclaration", "LetDeclaration", "DataDeclaration", "ModelDeclaration"]
    assert document.program.declarations[-1].span.start > len(MAIN)


def test_findings_are_those_in_its_own_text() -> None:
    assert codes(main()) == []
    assert codes(main(models=MODELS.replace("alpha", "alhpa"))) == []
    assert codes(main(MAIN.replace("mock", "mokc"))) == ["MF208"]


def test_a_part_takes_names_from_its_whole() -> None:
    whole, part = main(), Document(Source("models.mf", MODELS))
    assert (part.whole, part.in_context) == (part, part.outline)
    assert "width" not in part.in_context.scope.names
    part.part_of(whole)
    assert part.whole is whole
    assert "width" in part.in_context.scope.names
    assert "width" not in part.outline.scope.names
    part.part_of(part)
    assert (part.whole, part.in_context) == (part, part.outline)


def test_another_whole_brings_other_names() -> None:
    part = Document(Source("models.mf", MODELS))
    part.part_of(main())
    assert "width" in part.in_context.scope.names
    part.part_of(main(MAIN.replace("width", "depth")))
    assert "width" not in part.in_context.scope.names


def test_with_a_memory_a_change_gives_what_a_new_document_gives() -> None:
    memory, models = Memory(), MODELS.replace("width", "3")
    for text in (models, models.replace("alpha", "alhpa"), models.replace("Ridge", "Lasso"), models):
        spec = f"tournament Demo\ndata mock.regression\n{text}"
        kept, new = Document(Source("spec.mf", spec), memory=memory), Document(Source("spec.mf", spec))
        assert (kept.program, kept.diagnostics) == (new.program, new.diagnostics)
