"""The documentation as a site, built as `make docs` does it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

ROOT = Path(__file__).parents[2]

pytest.importorskip("mkdocs", reason="MkDocs is not installed: pip install -e '.[docs]'")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site; a link that its own check finds wrong fails here."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
        if not (ROOT / "build" / "playground" / "index.html").exists():
            config.validation.links.not_found = 20  # the playground is made by npm, which may not be here
        build(config)
    return folder


class Links(HTMLParser):
    """The places that a page leads to or shows."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in {"href", "src"} and value]


def inner_links(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of the site that its pages lead to, with these pages."""
    for page in site.rglob("*.html"):
        if page.name == "404.html" or "playground" in page.parts:
            continue
        place = page.relative_to(site).as_posix()
        for link in Links(page).found:
            parts = urlsplit(urljoin(f"http://site/{place}", link))
            if parts.netloc == "site" and "playground" not in parts.path:
                file = site / unquote(parts.path).lstrip("/")
                yield f"{place}: {link}", file / "index.html" if parts.path.endswith("/") else file


def test_every_link_leads_somewhere(site: Path) -> None:
    links = dict(inner_links(site))
    assert [place for place, file in links.items() if not file.exists()] == []
    assert len(links) > 300


def test_the_first_page_is_the_readme(site: Path) -> None:
    assert "How fast" in (site / "index.html").read_text(encoding="utf-8")


def test_specifications_are_coloured(site: Path) -> None:
    text = (site / "language" / "index.html").read_text(encoding="utf-8")
    assert '<span class="kd">tournament</span>' in text


def test_files_that_are_linked_to_have_a_page(site: Path) -> None:
    text = (site / "source/examples/quickstart_flow.py/index.html").read_text(encoding="utf-8")
    assert '<span class="nc">Quickstart</span>' in text
    assert (site / "source/editors/neovim/index.html").exists()


def test_search_finds_the_pages_of_the_findings(site: Path) -> None:
    assert "errors/MF203/" in (site / "search" / "search_index.json").read_text(encoding="utf-8")


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    text = (site / "language" / "index.html").read_text(encoding="utf-8")
    assert "fonts.googleapis" not in text
