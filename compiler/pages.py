"""The pages of the codes as documentation: `python -m mfc.pages` writes docs/errors/.

A page there is that of `mfc explain`, with the output of `mfc check` for its example.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .diagnostics.codes import CODES
from .diagnostics.render.text import render
from .pipeline import Compilation
from .source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .diagnostics import Code

FOLDER = Path(__file__).parent / "diagnostics" / "pages"
MENDED = "\n\nFixed:\n"
EXAMPLE = "houses.mf"


def page(code: Code) -> str:
    """Return the page of a code, in Markdown."""
    return (FOLDER / f"{code.id}.md").read_text(encoding="utf-8")


def documents() -> Iterator[tuple[str, str]]:
    """Yield the names and texts of all files of the documentation."""
    rows = [f"| [{code.id}]({code.id}.md) | {code.severity.value} | {code.title} |\n" for code in CODES.values()]
    made = "<!-- made by `python -m mfc.pages` from compiler/diagnostics/ -->\n"
    head = "# Diagnostic codes\n\n`mfc explain CODE` shows the page of a code.\n\n"
    head += "| code | severity | meaning |\n| --- | --- | --- |\n"
    yield "README.md", made + head + "".join(rows)
    for code in CODES.values():
        before, mended, after = page(code).partition(MENDED)
        yield f"{code.id}.md", made + before + _what_is_said(code, before) + mended + after


def _what_is_said(code: Code, text: str) -> str:
    """Return the findings in the example at the end of a text, if they do not depend on other files."""
    source = Source(EXAMPLE, text.rpartition("```mf\n")[2].removesuffix("```"))
    target = re.search(r"--target ([\w-]+)", text)
    findings = Compilation(source, _no_other_file, target[1] if target else None).findings
    shown = [render(*finding) for finding in findings if finding.diagnostic.code is code]
    return "\n\n`mfc check` reports:\n\n```\n{}\n```".format("\n\n".join(shown)) if shown else ""


def _no_other_file(name: str) -> Source:
    raise FileNotFoundError(name)


def main(folder: Path) -> None:
    """Write all files into a folder, and remove pages of codes that no longer exist."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = dict(documents())
    for path in folder.glob("*.md"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/errors"))
