"""Gather what the page's Python needs: the compiler and what it depends on, without compiled parts, and the examples.

`python gather.py FOLDER OUTPUT` fills FOLDER with packages, and writes OUTPUT/examples.json. The packages are those
of the environment that runs this, so that the page has the very versions that the tests had.
"""

from __future__ import annotations

import json
import shutil
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement

import mfc

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
HOME = "metaflow-mfc"
DATA = {".py", ".jinja", ".json", ".jsonl", ".lark", ".md", ".toml", ".txt"}
OTHERS = ("__main__.py", "api/", "catalog/build/", "cli/", "highlight.py", "lsp/", "notebook/", "starter/")
"""Parts of the compiler that the page does not use."""


def dependencies(name: str) -> Iterator[str]:
    """Yield the distributions that one depends on, and those that these do."""
    for text in distribution(name).requires or ():
        needed = Requirement(text)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            yield needed.name
            yield from dependencies(needed.name)


def installed(name: str) -> Iterator[tuple[Path, str]]:
    """Yield the files of a distribution that are Python or data, with the places they are imported from."""
    for file in distribution(name).files or ():
        if file.suffix in DATA and not file.parts[0].endswith(".dist-info") and ".." not in file.parts:
            yield Path(str(file.locate())), str(file)


def compiler() -> Iterator[tuple[Path, str]]:
    """Yield the files of the compiler."""
    source = Path(mfc.__file__).parent
    for folder, package in (
        (source, "mfc"),
        (source.parent / "grammar", "mfc/grammar"),
        (source.parent / "templates", "mfc/templates"),
    ):
        for file in sorted(folder.rglob("*")):
            place = file.relative_to(folder).as_posix()
            if file.suffix in DATA and not place.startswith(OTHERS):
                yield file, f"{package}/{place}"


def examples() -> Iterator[dict[str, str]]:
    """Yield the examples, with what their first comment says."""
    for spec in sorted((ROOT / "examples").glob("*.mf")):
        text = spec.read_text(encoding="utf-8")
        about = "".join(line.removeprefix("#") for line in text.splitlines() if line.startswith("#")) or spec.stem
        yield {"name": spec.stem, "about": about.strip(), "text": text}


def main(folder: Path, output: Path) -> None:
    """Fill a folder with packages, and write the examples."""
    shutil.rmtree(folder, ignore_errors=True)
    for origin, place in (
        *compiler(),
        *(file for name in dict.fromkeys(dependencies(HOME)) for file in installed(name)),
    ):
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(origin, target)
    (output / "examples.json").write_text(json.dumps([*examples()]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
