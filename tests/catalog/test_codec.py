import json

from mfc.catalog.codec import pack_entry, pack_named, unpack_dataset, unpack_entry, unpack_scorer
from mfc.catalog.entry import (
    Anything,
    Argument,
    Boolean,
    Column,
    Dataset,
    Entry,
    Number,
    Object,
    Options,
    Scorer,
    Sequence,
    Text,
    Word,
)

EVERY_TYPE = (
    Number("real", 0, None, False),
    Number("integer", None, 3, True, False),
    Options(("l1", 1, 0.5, True, None)),
    Boolean(),
    Text(),
    Word(("skip", "stop")),
    Sequence((Sequence((Number("integer"), Column())),), "tuple"),
    Object("a callable"),
    Anything("anything"),
)


def entry(early_stopping):
    arguments = {
        "alpha": Argument("alpha", EVERY_TYPE, False, "1.0", "How much"),
        "beta": Argument("beta", (Text(),), True, None, "What", deprecated=True),
    }
    return Entry("package.Thing", "estimator", ("regression",), "A thing", arguments, early_stopping)


def through_json(packed):
    return json.loads(json.dumps(packed))


def test_an_entry_comes_back_as_it_was():
    for early_stopping in (False, True):
        assert unpack_entry(through_json(pack_entry(entry(early_stopping)))) == entry(early_stopping)


def test_a_record_begins_with_its_kind_and_name():
    assert pack_entry(entry(False))[:2] == ["estimator", "package.Thing"]
    assert pack_named(Scorer("r2", ("regression",), "any"))[:2] == ["scorer", "r2"]


def test_last_fields_with_default_values_are_left_off():
    assert pack_named(Scorer("r2", ("regression",), "any")) == ["scorer", "r2", ["regression"], "any"]
    packed = pack_entry(entry(False))
    assert len(packed) == 5
    assert packed[4][1] == ["beta", [["Text"]], True, None, "What", True]
    assert packed[4][0][1][0] == ["Number", "real", 0, None, False]


def test_a_scorer_comes_back_as_it_was():
    for scorer in (Scorer("r2", ("regression",), "any"), Scorer("neg_log_loss", (), "binary", probabilities=True)):
        assert unpack_scorer(through_json(pack_named(scorer))) == scorer


def test_a_dataset_comes_back_as_it_was():
    dataset = Dataset("iris", "load_iris", "classification", 150, ("sepal length", "width"), ("target",), "Irises")
    assert unpack_dataset(through_json(pack_named(dataset))) == dataset
