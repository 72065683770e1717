"""The whole catalog of the installed libraries, and its text: one line per entry, sorted."""

from __future__ import annotations

import json
from typing import Any

from ..codec import pack_entry, pack_named
from ..libraries import installed_version
from . import catboost, lightgbm, xgboost
from .data import bundled, mocks
from .distributions import distributions
from .estimators import estimators, transformers
from .keras import built, network
from .scorers import scorers
from .skrub import skrubbers
from .splitters import holdouts, splitters

LIBRARIES = ("catboost", "keras", "lightgbm", "scikit-learn", "scipy", "skrub", "xgboost")


def assemble() -> list[list[Any]]:
    """Return a packed record for each entry: its kind, its name and the rest."""
    entries = (
        *estimators(),
        *lightgbm.boosters(),
        *xgboost.boosters(),
        *catboost.boosters(),
        network(),
        built(),
        *transformers(),
        *skrubbers(),
        *splitters(),
        *holdouts(),
        *distributions(),
        *mocks(),
    )
    return [
        *(["version", library, installed_version(library)] for library in LIBRARIES),
        *map(pack_entry, entries),
        *map(pack_named, scorers()),
        *map(pack_named, bundled()),
    ]


def render(records: list[list[Any]]) -> str:
    """Return the text of the catalog file."""
    by_kind_and_name = sorted(records, key=lambda record: record[:2])
    return "".join(f"{_compact(record)}\n" for record in by_kind_and_name)


def _compact(record: list[Any]) -> str:
    return json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
