from mfc.meaning.samples import has_objects, is_dynamic, sample
from mfc.meaning.values import Formula, Invocation, ParameterValue, Reference

P = ParameterValue("p", 3)


def test_samples_have_the_defaults_of_parameters() -> None:
    assert sample([Formula("*", (P, 2)), (P,), Formula("-", (P,)), "a"]) == [6, (3,), -3, "a"]
    assert sample(Reference("a.b")) == Reference("a.b")


def test_what_is_known_only_when_the_flow_runs() -> None:
    assert is_dynamic([1, (P,)])
    assert is_dynamic(Invocation("a.b", (), (("k", Formula("-", (P,))),)))
    assert not is_dynamic([1, "a", Reference("a.b")])


def test_objects_that_the_flow_has_to_import() -> None:
    assert has_objects([1, (Reference("a.b"),)])
    assert has_objects(Invocation("a.b", (), ()))
    assert not has_objects([1, P, Formula("-", (P,)), "a", range(3)])
