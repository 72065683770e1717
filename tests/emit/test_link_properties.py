"""Whatever is linked is what is used, as it stands, once, and in order."""

import ast
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import black
from hypothesis import given, settings
from libraries import Case, cases
from linting import faults
from small_library import library

from mfc.emit.library import Library
from mfc.emit.link import BELOW, link


def in_folder(case: Case, check: Callable[[Library], None]) -> None:
    with TemporaryDirectory() as folder:
        check(library(Path(folder), **{name: case.source(name) for name in case.modules}))


@given(cases())
@settings(max_examples=40, deadline=None)
def test_exactly_what_is_reachable_is_linked_as_it_stands(case: Case) -> None:
    def check(modules: Library) -> None:
        found = link(case.generated, case.chosen, modules)
        names = Counter(
            node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else ast.unparse(node.targets[0])
            for node in ast.parse(found.text).body
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign)
        )
        assert names == Counter(["SEED", *case.reachable, *(each.name for each in case.half)])
        blocks = ("\n" + found.text).split("\n\n\n")
        assert all(each.text in blocks for each in case.reachable.values())
        assert (BELOW in found.text) == bool(case.reachable)
        origins = {origin.name for origin in found.origins if origin.module}
        assert origins == set(case.reachable)

    in_folder(case, check)


@given(cases())
@settings(max_examples=20, deadline=None)
def test_what_is_linked_is_in_order_for_ruff_black_and_python(case: Case) -> None:
    def check(modules: Library) -> None:
        text = link(case.generated, case.chosen, modules).text
        compile(text, "flow.py", "exec")
        assert faults(text, "F,I,TC") == ""
        assert black.format_str(text, mode=black.Mode(line_length=100)) == text

    in_folder(case, check)


@given(cases())
@settings(max_examples=40, deadline=None)
def test_linking_again_changes_nothing(case: Case) -> None:
    def check(modules: Library) -> None:
        text = link(case.generated, case.chosen, modules).text
        assert link(text, case.chosen, modules).text == text
        assert link(case.generated, case.chosen, Library(modules.folder)).text == text

    in_folder(case, check)


@given(cases())
@settings(max_examples=40, deadline=None)
def test_every_line_has_one_origin_where_it_stands_too(case: Case) -> None:
    def check(modules: Library) -> None:
        found = link(case.generated, case.chosen, modules)
        lines, generated = found.text.split("\n"), case.generated.split("\n")
        covered = [line for origin in found.origins for line in range(origin.first, origin.last + 1)]
        assert covered == list(range(1, found.text.count("\n") + 1))
        for first, last, module, name, line in found.origins:
            text = lines[first - 1 : last]
            if name is not None:
                assert [each.text for each in case.modules[module or ""] if each.name == name] == ["\n".join(text)]
            elif line is not None:
                assert text == generated[line - 1 : line - 1 + len(text)]

    in_folder(case, check)
