"""The templates of the generated flow, and the library that flows are linked with."""

from pathlib import Path

RESERVED_NAMES = Path(__file__).with_name("reserved_names.txt")
"""The names of the library and of what flows store, one a line, which no specification may take."""

ATTRIBUTE = "self."
"""Begins the names in it of what flows store, which no parameter may take."""
