"""The order of the packages: who imports whom, in the whole compiler."""

import ast
import tomllib
from graphlib import CycleError, TopologicalSorter

from house import COMPILER, FILES, IMPORTS, PAGE, PICTURE, imported_file, package_of, picture

LAYERS = (
    {""},
    {"source", "files"},
    {"diagnostics"},
    {"syntax", "catalog", "settings"},
    {"meaning"},
    {"check", "plan"},
    {"emit"},
    {"pipeline"},
    {"ide", "runs", "starter", "mend", "pages", "highlight", "editors"},
    {"lsp", "playground"},
    {"cli"},
    {"api"},
    {"notebook"},
    {"__main__"},
)
"""From the lowest to the highest: a package imports those below it. Those of one layer know nothing of each other."""


def test_all_imports_within_the_compiler_are_relative() -> None:
    nodes = [node for path in FILES.values() for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    modules = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level]
    modules += [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    assert [module for module in modules if package_of(module) == "mfc"] == []


def test_every_package_has_its_layer() -> None:
    assert {package_of(module) for module in FILES} == set().union(*LAYERS)


def test_packages_import_what_is_below_them() -> None:
    floor = {package: number for number, layer in enumerate(LAYERS) for package in layer}
    wrong = [
        one
        for one in IMPORTS
        if (here := package_of(one.file)) != (there := package_of(imported_file(one))) and floor[there] >= floor[here]
    ]
    assert wrong == []


def test_no_file_needs_itself_by_way_of_others() -> None:
    needs: dict[str, set[str]] = {module: set() for module in FILES}
    for one in IMPORTS:
        needs[one.file].add(imported_file(one))
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from None


def test_private_names_stay_in_their_files() -> None:
    private = [one for one in IMPORTS if one.name.startswith("_") and not one.name.endswith("__")]
    private += [one for one in IMPORTS if any(part.startswith("_") for part in one.module.split("."))]
    assert private == []


def test_the_rules_are_for_the_check_alone() -> None:
    """What a rule knows and others need belongs to `meaning` or to the catalog."""
    used = [one for one in IMPORTS if imported_file(one).startswith("check.rules")]
    assert {package_of(one.file) for one in used} == {"check"}


def test_a_thing_has_one_name_everywhere() -> None:
    assert [one for one in IMPORTS if one.called != one.name] == []


def test_no_two_phases_have_a_class_of_the_same_name() -> None:
    phases = ("syntax.tree", "catalog.", "meaning.", "check.", "plan.")
    owners: dict[str, list[str]] = {}
    for module, path in FILES.items():
        if module.startswith(phases) and not module.startswith("catalog.build"):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    owners.setdefault(node.name, []).append(module)
    assert {name: modules for name, modules in owners.items() if len(modules) > 1} == {}


def test_every_package_is_installed() -> None:
    project = tomllib.loads((COMPILER.parent / "pyproject.toml").read_text(encoding="utf-8"))
    packages = {f"mfc.{module}".strip(".") for module, path in FILES.items() if path.name == "__init__.py"}
    assert packages | {"mfc.grammar", "mfc.templates", "mfc.templates.library"} == set(
        project["tool"]["setuptools"]["packages"]
    )


def test_the_picture_of_the_packages_is_up_to_date() -> None:
    found = PICTURE.search(PAGE.read_text(encoding="utf-8"))
    assert found
    assert found[0] == picture(), "run `python tests/support/house.py`"
