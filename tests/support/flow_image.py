"""The image that the tasks of a flow run in, built as a user builds it, of wheels that lie on this machine."""

import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import base_image
from podman import Podman

from mfc.pipeline import Compilation
from mfc.source import Source

CONSTRAINTS = Path(__file__).parents[2] / "constraints.txt"
PIP = "[global]\nno-index = true\nfind-links = /wheels\n"


def dockerfile(spec: str, name: str) -> str:
    """Return what `mfc image` writes for a specification."""
    return Compilation(Source(f"{name}.mf", spec)).image(f"{name}.Dockerfile", f"{name}_flow.py")


def build(podman: Podman, folder: Path, spec: str, name: str, settings: Mapping[str, str]) -> str:
    """Build the image of a specification, and one on it with what AWS Batch would set; return the latter's name."""
    written = dockerfile(spec, name)
    _download(written, folder / "wheels")
    base_image.make(podman, folder)
    (folder / "pip.conf").write_text(PIP, encoding="utf-8")
    shared = [f"--volume={folder / 'wheels'}:/wheels:ro", f"--volume={folder / 'pip.conf'}:/etc/pip.conf:ro"]
    _build(podman, folder / f"{name}.Dockerfile", written, name, *shared)
    lines = "".join(f"ENV {variable}={value}\n" for variable, value in settings.items())
    job = f"{name}-in-a-job"
    _build(podman, folder / f"{job}.Dockerfile", f"FROM localhost/{name}\n{lines}", job)
    return f"localhost/{job}"


def _build(podman: Podman, file: Path, content: str, name: str, *options: str) -> None:
    file.write_text(content, encoding="utf-8")
    empty = file.parent / "nothing"
    empty.mkdir(exist_ok=True)
    podman("build", "--pull=never", "--layers", *options, f"--file={file}", f"--tag=localhost/{name}", empty)


def _download(written: str, wheels: Path) -> None:
    """Download the wheels of a Dockerfile's packages, and of what those need, as far as they are not there."""
    packages = sorted(word.strip("'") for line in written.splitlines() for word in line.split() if "==" in word)
    done = wheels / f"{sha256(' '.join(packages).encode()).hexdigest()}.done"
    if not done.exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", f"--dest={wheels}", f"--find-links={wheels}"]
        subprocess.run([*pip, "--prefer-binary", f"--constraint={CONSTRAINTS}", *packages], check=True)
        done.touch()
