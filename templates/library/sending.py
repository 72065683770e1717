"""Runs."""

from __future__ import annotations

import os
from pathlib import Path


def send_along(file: str, at_most: int) -> None:
    """Package a file with the code of the flow, for tasks elsewhere, unless it is large."""
    from metaflow.metaflow_config import DEFAULT_PACKAGE_SUFFIXES

    path, setting = Path(file), "METAFLOW_PACKAGE_SUFFIXES"
    if path.is_file() and path.stat().st_size <= at_most:
        os.environ[setting] = f"{os.environ.get(setting, DEFAULT_PACKAGE_SUFFIXES)},{path.name}"


def at_hand(file: str) -> str:
    """Return a file's path if it is on this machine; addresses are as they are."""
    if "://" not in file and not Path(file).exists():
        message = (
            f"{file} is not on this machine: tasks elsewhere have the file beside the flow, "
            "unless it is large; give the address of others, as in --data s3://bucket/file"
        )
        raise FileNotFoundError(message)
    return file
