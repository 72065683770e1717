"""What is linked is what is used, as it stands, and nothing else."""

from pathlib import Path

import pytest
from flows import load_flow
from linting import faults
from small_library import half, library, linked

from mfc.emit.link import link

GENERATED = '''
# /// script
# ///
"""The story."""

from __future__ import annotations

import json
from typing import Any

from metaflow import FlowSpec, step

# What the specification says

SEED = 1  # of all draws


def build(**settings: Any) -> Model:
    """Return a model."""
    return Model(SEED, **settings)


class Flow(FlowSpec):
    """Find the best."""

    @step
    def start(self):
        """Train."""
        train(build)


if __name__ == "__main__":
    prepare()
    Flow()
'''.lstrip()

TRAINING = '''
"""Training."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from .models import Model
from .spec import SEED, build

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np


def prepare() -> None:
    """Prepare."""
    import numpy as np

    np.random.seed(SEED)


def train(build: Callable[..., Model]) -> np.ndarray:
    """Train."""
    return best(build())


def unused() -> float:
    """Do nothing for anybody."""
    return perf_counter()


def best(model: Model) -> np.ndarray:
    """Return the best."""
    return model.size
'''.lstrip()

MODELS = '''
"""Models."""

from __future__ import annotations

from dataclasses import dataclass

SIZE = 3  # of a model


@dataclass
class Model:
    """A model."""

    seed: int
    size: int = SIZE
'''.lstrip()

FLOW = '''
# /// script
# ///
"""The story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from metaflow import FlowSpec, step

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

# What the specification says

SEED = 1  # of all draws


def build(**settings: Any) -> Model:
    """Return a model."""
    return Model(SEED, **settings)


class Flow(FlowSpec):
    """Find the best."""

    @step
    def start(self):
        """Train."""
        train(build)


# Below: the same in every flow that needs it; nothing here depends on the specification.


# Models


SIZE = 3  # of a model


@dataclass
class Model:
    """A model."""

    seed: int
    size: int = SIZE


# Training


def prepare() -> None:
    """Prepare."""
    import numpy as np

    np.random.seed(SEED)


def train(build: Callable[..., Model]) -> np.ndarray:
    """Train."""
    return best(build())


def best(model: Model) -> np.ndarray:
    """Return the best."""
    return model.size


if __name__ == "__main__":
    prepare()
    Flow()
'''.lstrip()


def test_a_whole_flow(tmp_path: Path) -> None:
    found = link(GENERATED, ["models", "training"], library(tmp_path, training=TRAINING, models=MODELS))
    assert found.text == FLOW


def test_the_order_is_that_of_the_modules_given(tmp_path: Path) -> None:
    uses = "def f(): a(), b(), c()\n"
    modules = {"first": "def b(): pass\n\n\ndef a(): pass\n", "second": "def c(): pass\n"}
    for order in (["first", "second"], ["second", "first"]):
        text = linked(tmp_path, uses, **{name: modules[name] for name in order}).text
        places = [text.index(f"def {name}") for name in ("bac" if order[0] == "first" else "cba")]
        assert places == sorted(places)


def test_a_flow_without_need_of_a_library_has_none(tmp_path: Path) -> None:
    body = "x = 1\n\n\ndef f(): return x\n"
    assert linked(tmp_path, body, a="def g(): pass\n").text == half(body)


def test_a_constant_that_nothing_uses_is_left_out(tmp_path: Path) -> None:
    kept = "x = 1\nz = 3\n\n\ndef f(): return x, g()\n"
    made = linked(tmp_path, kept.replace("z = 3", "y = 2\nz = 3"), a="from .spec import z\ndef g(): return z\n")
    assert "x = 1\nz = 3\n" in made.text
    assert "y = 2" not in made.text


def test_without_imports_for_annotations_there_is_no_block_for_them(tmp_path: Path) -> None:
    generated = half(
        "import typing\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import gc\n\n\ndef f():\n    pass\n"
    )
    assert link(generated, [], library(tmp_path)).text == half("\ndef f():\n    pass\n")


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("A = 1\n", 1),
        ("# Said\nA = 1\n", 1),
        ("def f(): pass\n", 2),
        ("@a\nclass C: pass\n", 2),
        ("# Why\n@a\ndef f(): pass\n", 2),
        ("# Said\n\n\ndef f(): pass\n", 1),
    ],
)
def test_the_empty_lines_below_the_imports_are_those_of_ruff(tmp_path: Path, body: str, empty: int) -> None:
    used = "A" if "A = 1" in body else "x"
    text = link(half(f"import gc as a\n\n\n\n{body}\n\ndef g(x=a): return {used}\n"), [], library(tmp_path)).text
    assert "import gc as a\n" + "\n" * empty + body in text
    assert faults(text, "I") == ""


def test_what_annotations_alone_need_moves_to_the_block_for_them(tmp_path: Path) -> None:
    found = linked(
        tmp_path,
        "from a import A, B\n\n\ndef f(a: A, b: B): return B, g\n",
        m="from c import C, D\n\n\ndef g(c: C): return D\n",
    )
    assert (
        "from a import B\nfrom c import D\n\nif TYPE_CHECKING:\n    from a import A\n    from c import C\n"
        in found.text
    )


def test_one_definition_that_needs_an_import_at_runtime_is_enough(tmp_path: Path) -> None:
    found = linked(tmp_path, "from a import A\n\n\ndef f(a: A): g\n", m="from a import A\n\n\ndef g(): return A\n")
    assert "annotations\n\nfrom a import A\n\n\n" in found.text
    assert "TYPE_CHECKING" not in found.text


def test_a_name_of_the_generated_half_is_not_that_of_the_library(tmp_path: Path) -> None:
    found = linked(tmp_path, "def f(): pass\n\n\ndef g(): f(), h()\n", m="def f(): return 2\n", n="def h(): pass\n")
    assert "return 2" not in found.text


def test_what_a_specification_gives_may_be_imported(tmp_path: Path) -> None:
    found = linked(tmp_path, "from a import A\n\n\ndef f(): g()\n", m="from .spec import A\n\n\ndef g(): return A\n")
    assert "from a import A\n" in found.text


def test_an_object_of_the_library_is_one_for_both_halves(tmp_path: Path) -> None:
    found = linked(
        tmp_path,
        "def f(): parameters.rows = g()\n",
        parameters="from types import SimpleNamespace\n\nparameters = SimpleNamespace()\n",
        m="from .parameters import parameters\n\n\ndef g(): return parameters.rows\n",
    )
    assert found.text.count("parameters = SimpleNamespace()") == 1


def test_all_definitions_of_an_overloaded_function_belong_together(tmp_path: Path) -> None:
    overloaded = "@overload\ndef g(a: int) -> int: ...\n\n\ndef g(a):\n    return a\n"
    found = linked(tmp_path, "def f(): g()\n", m=f"from typing import overload\n\n\n{overloaded}")
    assert overloaded in found.text


def test_submodules_are_imported_as_they_were(tmp_path: Path) -> None:
    found = linked(tmp_path, "import os\n\n\ndef f(): g(os)\n", m="import os.path\n\n\ndef g(a): return os.path\n")
    assert "import os\nimport os.path\n" in found.text


def test_every_line_has_its_origin(tmp_path: Path) -> None:
    found = link(GENERATED, ["models", "training"], library(tmp_path, training=TRAINING, models=MODELS))
    lines, generated = FLOW.split("\n"), GENERATED.split("\n")
    named = [(lines[first - 1], lines[last - 1], *origin) for first, last, *origin in found.origins if any(origin)]
    assert named == [
        ("# /// script", '"""The story."""', None, None, 1),
        (
            "# What the specification says",
            "        train(build)",
            None,
            None,
            generated.index("# What the specification says") + 1,
        ),
        ("SIZE = 3  # of a model", "SIZE = 3  # of a model", "models", "SIZE", None),
        ("@dataclass", "    size: int = SIZE", "models", "Model", None),
        ("def prepare() -> None:", "    np.random.seed(SEED)", "training", "prepare", None),
        (
            "def train(build: Callable[..., Model]) -> np.ndarray:",
            "    return best(build())",
            "training",
            "train",
            None,
        ),
        ("def best(model: Model) -> np.ndarray:", "    return model.size", "training", "best", None),
        ('if __name__ == "__main__":', "    Flow()", None, None, generated.index('if __name__ == "__main__":') + 1),
    ]


def test_a_dataclass_still_has_arguments_that_are_given_by_name_alone(tmp_path: Path) -> None:
    shape = "@dataclass\nclass Shape:\n    width: int\n    _: KW_ONLY\n    height: int = 2\n"
    module = f"from dataclasses import KW_ONLY, dataclass\n\n\n{shape}"
    flow = tmp_path / "flow.py"
    flow.write_text(linked(tmp_path, "def f(): return Shape(3).height\n", m=module).text)
    assert load_flow(flow).f() == 2
