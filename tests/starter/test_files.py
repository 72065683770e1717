import bz2
import gzip
import lzma
from pathlib import Path
from types import ModuleType

import pytest

from mfc.starter.files import opened


@pytest.mark.parametrize(("suffix", "module"), [(".gz", gzip), (".bz2", bz2), (".xz", lzma), ("", None)])
def test_files_are_opened_by_their_names(tmp_path: Path, suffix: str, module: ModuleType | None) -> None:
    path = tmp_path / f"a.csv{suffix}"
    path.write_bytes(module.compress("ä,b\n".encode()) if module else "ä,b\n".encode())
    with opened(path) as file:
        assert file.read() == "ä,b\n".encode()
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        assert file.readline() == "ä,b\n"
