from checking import checked, finding, findings

from mfc.catalog.entry import Column, Sequence, Text, Word
from mfc.meaning.read import read, values
from mfc.meaning.values import FromEnvironment
from mfc.syntax.tree import DataDeclaration, LetDeclaration


def test_columns_are_never_names() -> None:
    outline = checked("let price = 3", "let it = [price, 3]", "model r: Ridge { alpha in it }").outline
    let = outline.scope.names["it"]
    assert isinstance(let, LetDeclaration)
    assert read((Sequence((Column(),)),), let.value, outline.evaluator) == ["price", 3]
    assert read((Sequence((Word(("a",)),)),), let.value, outline.evaluator) == [3, 3]
    assert read((Text(),), let.value, outline.evaluator) == [3, 3]


def test_the_values_that_an_entry_is_given() -> None:
    outline = checked("param p = 3", "data mock.regression { noise = p, n_samples = 50 }").outline
    data, source = outline.one(DataDeclaration), outline.source
    assert data
    assert source
    assert values(source.block, data.entries, outline.evaluator)["n_samples"] == 50


def test_environment_variables() -> None:
    declared = 'data sql("select 1 order by 1", url = env({})) {{ target = a }}'
    outline = checked("task regression", declared.format('"URL"')).outline
    data = outline.one(DataDeclaration)
    assert data
    assert outline.source
    assert outline.source.call
    assert values(outline.source.call, data.source.arguments, outline.evaluator)["url"] == FromEnvironment("URL")
    assert findings("task regression", 'data csv(env("FILE")) { target = a }') == [("MF208", "env")]
    assert findings("task regression", 'data csv("https://a/b.csv", sep = env("SEP")) { target = a }') == [
        ("MF208", "env")
    ]
    assert finding("task regression", declared.format('"A B"')).code.id == "MF302"
    assert finding("task regression", declared.format("3")).label == 'expected `env("DATABASE_URL")`, for example'
