import subprocess
import sys

import pytest

import mfc

LOADED = "import sys; before = set(sys.modules); import mfc; print(sorted(set(sys.modules) - before))"


def test_importing_the_package_imports_nothing_else() -> None:
    told = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout
    assert told == "['mfc']\n"


@pytest.mark.parametrize("name", mfc._HOMES)
def test_the_names_of_the_interface_are_there(name: str) -> None:
    assert getattr(mfc, name).__name__ == name


def test_another_name_is_none_of_them() -> None:
    with pytest.raises(AttributeError, match="has no attribute `lod`"):
        mfc.lod  # noqa: B018
