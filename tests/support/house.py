"""The imports of the compiler's files, and the picture of its packages in CONTRIBUTING.md.

`python tests/support/house.py` draws the picture from the imports and writes it into the page.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
COMPILER = ROOT / "compiler"
PAGE = ROOT / "CONTRIBUTING.md"
PICTURE = re.compile(r"(?<=<!-- house -->\n).*?(?=<!-- /house -->)", re.DOTALL)


class Import(NamedTuple):
    """What a file takes from a module, or from a package: a name, or a module of it; `called` is its name there."""

    file: str
    module: str
    name: str
    called: str


def module_of(path: Path) -> str:
    """Return the dotted name of a file below compiler/; that of a package is its folder's."""
    parts = path.relative_to(COMPILER).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_of(path): path for path in sorted(COMPILER.rglob("*.py"))}


def imports() -> Iterator[Import]:
    """Yield all imports of the compiler's own, those for types alone and those within functions as well."""
    for file, path in FILES.items():
        package = list(path.relative_to(COMPILER).parts[:-1])
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                above = package[: len(package) - node.level + 1]
                module = ".".join([*above, *(node.module or "").split(".")]).strip(".")
                yield from (Import(file, module, alias.name, alias.asname or alias.name) for alias in node.names)


def package_of(module: str) -> str:
    return module.partition(".")[0]


IMPORTS = tuple(
    one
    for one in imports()
    if one.file  # the package itself hands on what others define
    and package_of(one.module) != "templates"  # which import nothing of the compiler: test_library has that
)


def imported_file(one: Import) -> str:
    whole = f"{one.module}.{one.name}".strip(".")
    return whole if whole in FILES else one.module


def packages() -> dict[str, set[str]]:
    """Return the packages that each package imports; single files and the root of the package are left out."""
    folders = {path.name for path in COMPILER.iterdir() if (path / "__init__.py").exists()} | {"pipeline"}
    needs: dict[str, set[str]] = {folder: set() for folder in sorted(folders)}
    for one in IMPORTS:
        here, there = package_of(one.file), package_of(imported_file(one))
        if here != there and {here, there} <= folders:
            needs[here].add(there)
    return needs


def reachable(start: str, needs: Mapping[str, set[str]]) -> set[str]:
    return needs[start].union(*(reachable(one, needs) for one in needs[start]))


def picture() -> str:
    """Return a Mermaid diagram: an arrow for each import that does not follow from the others."""
    needs = packages()
    lines = ["```mermaid", "flowchart TD"]
    for package, below in needs.items():
        lines.append(f'  {package}["<b>{package}</b><br>{purpose(package)}"]')
        indirect = set().union(*(reachable(one, needs) for one in below))
        lines += [f"  {package} --> {one}" for one in sorted(below - indirect)]
    return "\n".join([*lines, "```", ""])


def purpose(package: str) -> str:
    """Return the first words of a package's docstring."""
    text = ast.get_docstring(ast.parse(FILES[package].read_text(encoding="utf-8"))) or ""
    words = re.split(r"[:;,.]", text.replace("`", ""))[0]
    return words[0].lower() + words[1:]


def main() -> None:
    """Bring the page up to date."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(PICTURE.sub(lambda _: picture(), text), encoding="utf-8")


if __name__ == "__main__":
    main()
