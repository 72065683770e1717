"""What docs/notebooks.md shows is there."""

import re
from pathlib import Path

import mfc
from mfc.notebook.extension import FLAGS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")


def test_the_names_of_the_interface_are_there() -> None:
    owners = {"mfc": mfc, "spec": mfc.Spec, "run": mfc.Run}
    (block,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    used = re.findall(r"\b(mfc|spec|run)\.([A-Za-z]+)", block)
    missing = [f"{owner}.{name}" for owner, name in used if not hasattr(owners[owner], name)]
    assert missing == ["run.run"], "Metaflow's own is set by `__init__`"
    assert len(used) > 12


def test_the_cell_is_right() -> None:
    (cell,) = re.findall(r"^```text\n%%mfc\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert mfc.loads(cell).findings == ()


def test_every_flag_is_shown() -> None:
    assert all(flag in PAGE for flag in FLAGS - {"--help"})
