"""What MkDocs makes of the repository: README.md as the first page, and a page for each file that a page links to.

Pages link to each other and to files of the repository relatively, as they are read there. Here, a link that
leads out of docs/ becomes one to a page that shows that file.
"""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
PLAYGROUND = ROOT / "build" / "playground"
ADDRESS = "playground/index.html"
README, FIRST = "README.md", "index.md"
SHOWN = "source/"
"""Where the pages of other files of the repository are."""

LINK = re.compile(r"(?<=\]\()(?!\w+:|#)([^)\s#]+)")
FENCED = re.compile(r"^(```+).*?^\1$", re.MULTILINE | re.DOTALL)
LANGUAGES = {
    ".el": "elisp",
    ".ipynb": "json",
    ".lua": "lua",
    ".mf": "mf",
    ".py": "python",
    ".toml": "toml",
    ".vim": "vim",
}
LEFT_OUT = {"__pycache__", "node_modules", "results"}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the first page, the pages of files that are linked to, and the playground."""
    files.append(File.generated(config, FIRST, content=(ROOT / README).read_text(encoding="utf-8")))
    waiting = [_origin(file.src_uri) for file in files.documentation_pages()]
    while waiting:
        for target in _targets(waiting.pop()):
            uri = _page(target)
            if uri.startswith(SHOWN) and files.get_file_from_path(uri) is None:
                _show(target, uri, files, config)
                waiting.append(target)
    for path in PLAYGROUND.rglob("*"):
        _publish(path, f"playground/{path.relative_to(PLAYGROUND).as_posix()}", files, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Lead to the playground, which is not one of our pages, where it is made."""
    if files.get_file_from_path(ADDRESS):
        nav.items.insert(1, Link("Playground", ADDRESS))
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let the links of a page lead to pages."""
    origin = _origin(page.file.src_uri)
    folder = dirname(page.file.src_uri)

    def led(link: re.Match[str]) -> str:
        return relpath(_page(_target(link[1], origin)), folder or ".")

    parts = _parts(markdown)
    return "".join(part if fenced else LINK.sub(led, part) for fenced, part in parts)


def _show(target: str, uri: str, files: Files, config: MkDocsConfig) -> None:
    """Add what shows a file of the repository: a page, or a picture itself."""
    if uri.endswith(".md"):
        files.append(File.generated(config, uri, content=_text(target)))
    else:
        _publish(ROOT / target, uri, files, config)


def _publish(path: Path, uri: str, files: Files, config: MkDocsConfig) -> None:
    if path.is_file():
        if (source := files.get_file_from_path(uri)) is not None:
            files.remove(source)
        files.append(File.generated(config, uri, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED))


def _origin(uri: str) -> str:
    """Return the file of the repository that a page shows."""
    if uri == FIRST:
        return README
    if uri.startswith(SHOWN):
        shown = uri.removeprefix(SHOWN)
        return shown if (ROOT / shown).is_file() else shown.removesuffix(".md")
    return f"docs/{uri}"


def _page(target: str) -> str:
    """Return the page that shows a file of the repository."""
    if target == README:
        return FIRST
    if target.startswith("docs/"):
        return target.removeprefix("docs/")
    return f"{SHOWN}{target}" if target.endswith((".md", ".png")) else f"{SHOWN}{target}.md"


def _target(link: str, origin: str) -> str:
    """Return the file of the repository that a link leads to; links in a folder's list are relative to it."""
    folder = origin if (ROOT / origin).is_dir() else dirname(origin)
    return normpath(join(folder, link))


def _targets(origin: str) -> Iterator[str]:
    """Yield the files and folders of the repository that the page of one links to."""
    text = _text(origin) if (ROOT / origin).is_dir() or origin.endswith(".md") else ""
    for fenced, part in _parts(text):
        if not fenced:
            found = (_target(link, origin) for link in LINK.findall(part))
            yield from (target for target in found if (ROOT / target).exists())


def _text(target: str) -> str:
    """Return what a page shows of a file or folder of the repository."""
    path = ROOT / target
    if path.is_dir():
        names = sorted(one.name for one in path.iterdir() if one.name not in LEFT_OUT and not one.name.startswith("."))
        return "\n".join([f"# {target}", "", *(f"- [{name}]({name})" for name in names)])
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return text
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"# {target}\n\n{fence}{LANGUAGES.get(path.suffix, 'text')}\n{text.rstrip()}\n{fence}\n"


def _parts(markdown: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a text, fenced code and what is between."""
    end = 0
    for code in FENCED.finditer(markdown):
        yield False, markdown[end : code.start()]
        yield True, code[0]
        end = code.end()
    yield False, markdown[end:]
