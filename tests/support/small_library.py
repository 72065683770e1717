"""Libraries of a few lines, and flows linked with them."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from mfc.emit.library import Library
from mfc.emit.link import Linked, link

if TYPE_CHECKING:
    from pathlib import Path


def library(folder: Path, **modules: str) -> Library:
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(dedent(text))
    return Library(folder)


def module(text: str, title: str = "Title") -> str:
    return f'"""{title}."""\n\nfrom __future__ import annotations\n\n{dedent(text)}'


def half(text: str) -> str:
    return f'"""Story."""\n\nfrom __future__ import annotations\n\n{dedent(text)}'


def linked(folder: Path, generated: str, **modules: str) -> Linked:
    return link(
        half(generated), list(modules), library(folder, **{name: module(text) for name, text in modules.items()})
    )
