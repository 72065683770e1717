"""What the page's Python does before it is kept as a snapshot: load all that it will need, and use it once."""

import gc
import sys
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages

sys.path.insert(0, "/mfc")

import mfc
from mfc.playground.answers import Answers
from mfc.playground.flow import compiled

for module in walk_packages(mfc.__path__, "mfc."):
    if not module.name.startswith("mfc.templates"):
        with suppress(ImportError):  # what needs a library that is not here is not needed here either
            import_module(module.name)

answers = Answers()
for example in examples.split("\0"):  # noqa: F821  pack.mjs sets it
    answers.check(example)
    answers.complete(example, len(example) // 2)
    answers.hover(example, len(example) // 2)
    answers.format(example)
    compiled(example)
answers = Answers()
del examples, example  # noqa: F821
gc.collect()


def answer(question: str, *asked: object) -> str:
    """Return what the page asks for."""
    return compiled(*asked) if question == "compiled" else getattr(answers, question)(*asked)
