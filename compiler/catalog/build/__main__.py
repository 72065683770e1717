"""Write the catalog file: `python -m mfc.catalog.build`."""

from __future__ import annotations

from ..catalog import FILE
from .assemble import assemble, render


def main() -> None:
    """Write the catalog of the installed libraries."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(render(assemble()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
