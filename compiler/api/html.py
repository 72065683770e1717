"""The HTML that cells display, which follows the notebook's theme, light or dark."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

STYLE = """\
<style>
.mfc { color-scheme: light dark; --mfc-line: light-dark(#c9d1d9, #4a545f); --mfc-quiet: light-dark(#57606a, #a3adb8);
  --mfc-error: light-dark(#b3261e, #ff9a91); --mfc-warning: light-dark(#8a5300, #ffc66d);
  --mfc-done: light-dark(#0550ae, #79c0ff);
  --mfc-mark: light-dark(#ffd8d4, #5c2420); line-height: 1.45; }
[data-jp-theme-light="true"] .mfc, body.vscode-light .mfc { color-scheme: light; }
[data-jp-theme-light="false"] .mfc, body.vscode-dark .mfc { color-scheme: dark; }
.mfc pre { margin: 0.25em 0; background: none; color: inherit; white-space: pre-wrap; }
.mfc table { border-collapse: collapse; margin: 0.25em 0; }
.mfc.mfc th, .mfc.mfc td { text-align: left; vertical-align: top; padding: 0.15em 0.75em 0.15em 0;
  border-bottom: 1px solid var(--mfc-line); }
.mfc th { color: var(--mfc-quiet); font-weight: 600; }
.mfc .error { color: var(--mfc-error); } .mfc .warning { color: var(--mfc-warning); }
.mfc .quiet { color: var(--mfc-quiet); }
.mfc mark { color: inherit; background: var(--mfc-mark); text-decoration: underline wavy var(--mfc-error) 1px; }
.mfc progress { width: 20em; max-width: 100%; accent-color: var(--mfc-done); vertical-align: middle; }
.mfc img { max-width: 100%; background: #ffffff; }
.mfc .k, .mfc .kd, .mfc .kn, .mfc .kc, .mfc .ow { color: light-dark(#7a3fc4, #d2a8ff); }
.mfc .s, .mfc .s1, .mfc .s2, .mfc .sd, .mfc .se, .mfc .sa, .mfc .si { color: light-dark(#0a6640, #7ee0a1); }
.mfc .m, .mfc .mi, .mfc .mf { color: light-dark(#0550ae, #79c0ff); }
.mfc .c, .mfc .c1 { color: var(--mfc-quiet); font-style: italic; }
.mfc .nc, .mfc .nd { color: light-dark(#8f3800, #ffb077); }
.mfc .nf { color: light-dark(#0b5c79, #7fd4f0); }
.mfc .na, .mfc .no { color: light-dark(#3f4bb5, #b3bcff); }
</style>"""


class Markup(NamedTuple):
    """HTML that is safe to show."""

    text: str


def cell(*parts: Markup) -> str:
    """Return what a cell shows."""
    return f'{STYLE}<div class="mfc">{"".join(part.text for part in parts)}</div>'


def element(name: str, *children: Markup | str, kind: str = "") -> Markup:
    """Return an element; text in it is escaped."""
    attributes = f' class="{escape(kind)}"' if kind else ""
    return Markup(f"<{name}{attributes}>{''.join(map(_text, children))}</{name}>")


def table(heads: Sequence[str], rows: Iterable[Sequence[Markup | str]]) -> Markup:
    """Return a table, without a header row if there are no headers."""
    head = [element("tr", *(element("th", one) for one in heads))] if heads else []
    body = (element("tr", *(element("td", one) for one in row)) for row in rows)
    return element("table", *head, *body)


def picture(name: str, png: bytes) -> Markup:
    """Return a figure, with what it is called."""
    from base64 import b64encode

    source = f"data:image/png;base64,{b64encode(png).decode()}"
    return Markup(f'<figure><img src="{source}" alt="{escape(name)}"><figcaption>{escape(name)}</figcaption></figure>')


def code(text: str, language: str) -> Markup:
    """Return code in colours: `mfc` or `python`."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    from ..highlight import TournamentLexer

    lexer = TournamentLexer() if language == "mfc" else PythonLexer()
    coloured: str = highlight(text, lexer, HtmlFormatter(nowrap=True))
    return Markup(f"<pre>{coloured}</pre>")


def _text(child: Markup | str) -> str:
    return child.text if isinstance(child, Markup) else escape(child)
