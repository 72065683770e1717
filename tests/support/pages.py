"""The examples on the pages of the codes, and the files that some of them need beside them."""

import re
from pathlib import Path

import mfc
from mfc.diagnostics.codes import Code

PAGES = Path(mfc.__file__).parent / "diagnostics" / "pages"
FORM = re.compile(
    r"# (?P<id>MF\d{3}): (?P<title>[^\n]+)\n\n(?P<explanation>.+?)\n\n```mf\n(?P<failing>.+?)\n```\n\n"
    r"Fixed:\n\n```mf\n(?P<mended>.+?)\n```\n",
    re.DOTALL,
)
BESIDE = {
    "models.mf": "model lasso: Lasso { alpha in [1, 2] }\n",
    "seeded.mf": "seed 1\n",
    "../houses.csv": "size,price\n",
    "houses.csv": "size,old_size,surveys,price\n",
    "visits.csv": "age,days,patient,returned\n",
    "sales.csv": "day,shop,sold\n",
    "customers.csv": "age,orders,outcome\n",
    "twice.csv": "size,size,price\n",
    "seats.csv": "votes,won\n" + "1,a\n2,b\n" * 30,
    "features.py": "class Clip:\n    def __init__(self, lower=0, upper=1): ...\n",
}
NAME = "example.mf"


def page(code: Code) -> re.Match[str]:
    """Return the parts of a code's page."""
    found = FORM.fullmatch((PAGES / f"{code.id}.md").read_text(encoding="utf-8"))
    assert found
    return found


def lay(code: Code, form: str, folder: Path) -> list[str]:
    """Write a form of the example into a folder, with the files around it; return the command that checks it."""
    found = page(code)
    folder.mkdir()
    for name, text in {**BESIDE, NAME: found[form] + "\n"}.items():
        (folder / name).write_text(text, encoding="utf-8")
    target = re.search(r"--target [\w-]+", found["explanation"])
    imports = ["--imports"] if "--imports" in found["explanation"] else []
    return ["check", *imports, *(target[0].split() if target else []), NAME]
