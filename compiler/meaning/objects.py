"""Objects of the catalog's that a written name may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..catalog.catalog import Catalog
    from ..catalog.entry import Entry


def objects(catalog: Catalog, written: str) -> tuple[str, ...]:
    """Return the paths of the estimators and transformers that a written name may mean."""
    return tuple(dict.fromkeys((*catalog.find("transformer", written), *catalog.find("estimator", written))))


def object_entry(catalog: Catalog, path: str) -> Entry | None:
    """Return what the catalog says of an estimator or a transformer."""
    return catalog.entry("transformer", path) or catalog.entry("estimator", path)
