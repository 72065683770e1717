import sys
from importlib.metadata import version

import pytest
from plans import PLAN, RIDGE

from mfc.emit.image import name_of, render_image, requirements, unpinned
from mfc.emit.select import Spec
from mfc.plan.plan import Model, Plan, Resources

NET = RIDGE._replace(name="net", estimator="keras.MLP")
SPEC = Spec("houses.mf", "houses.Dockerfile", "0123456789ab")


def plan(*models: Model, gpu: int | None = None) -> Plan:
    asked = Resources(gpu=gpu)
    return PLAN._replace(models=tuple(model._replace(resources=asked) for model in models))


def test_versions_are_those_of_this_environment() -> None:
    needed = requirements(plan(RIDGE))
    for library in ("boto3", "metaflow", "numpy", "requests", "scikit-learn", "scipy"):
        assert f"{library}=={version(library)}" in needed
    assert not any("tensorflow" in one for one in needed)


def test_tensorflow_is_the_build_for_the_machine() -> None:
    number = version("tensorflow")
    assert f"tensorflow-cpu=={number}" in requirements(plan(RIDGE, NET))
    assert f"tensorflow[and-cuda]=={number}" in requirements(plan(NET, gpu=1))


def test_what_is_not_installed_here_is_not_pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mfc.emit.image.IN_EVERY_IMAGE", ("no-such-package", "numpy"))
    monkeypatch.setattr("mfc.emit.image.dependencies", lambda _: ["no-such-other>=4"])
    assert requirements(PLAN) == ["no-such-other>=4", "no-such-package", f"numpy=={version('numpy')}"]
    assert unpinned(PLAN) == ["no-such-other>=4", "no-such-package"]


def test_the_dockerfile_is_of_this_python_and_says_what_it_is_for() -> None:
    lines = render_image(plan(NET, gpu=1), SPEC, "my flow.py").splitlines()
    assert f"FROM python:{sys.version_info.major}.{sys.version_info.minor}" in lines
    assert "#     docker build --tag REGISTRY/small - < houses.Dockerfile" in lines
    assert "#     export METAFLOW_DEFAULT_CONTAINER_IMAGE=REGISTRY/small" in lines
    assert "#     python 'my flow.py' --datastore s3 run --with kubernetes" in lines
    [last] = [line for line in lines if line.startswith("    ") and not line.endswith("\\")]
    assert last.strip().startswith("'tensorflow[and-cuda]==")


@pytest.mark.parametrize(
    ("name", "shown"), [("NoisyRegression", "noisyregression"), ("Été_2", "t-2"), ("Ж", "tournament")]
)
def test_the_name_is_one_that_registries_take(name: str, shown: str) -> None:
    assert name_of(PLAN._replace(name=name)) == shown
