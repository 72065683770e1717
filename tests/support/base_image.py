"""An image of Python made of this machine's own: no registry has to be asked for one."""

import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path

from podman import Podman

PROGRAMS = (
    *(
        "bash",
        "sh",
        "basename",
        "cat",
        "chmod",
        "cp",
        "cut",
        "date",
        "dirname",
        "env",
        "grep",
        "gzip",
        "head",
        "hostname",
    ),
    *("id", "ls", "mkdir", "mv", "printenv", "rm", "sed", "seq", "sleep", "sort", "tail", "tar", "tee", "touch", "tr"),
    *("true", "uname", "wc"),
)
"""What the commands of Metaflow's tasks call."""

NOT_NEEDED = (
    "__pycache__",
    "site-packages",
    "dist-packages",
    "test",
    "tests",
    "config-*",
    "idlelib",
    "EXTERNALLY-MANAGED",
)
LIBRARIES = (
    *("libanl.so.1", "libc.so.6", "libdl.so.2", "libgcc_s.so.1", "libgomp.so.1", "libm.so.6", "libnsl.so.1"),
    *("libpthread.so.0", "libresolv.so.2", "librt.so.1", "libstdc++.so.6", "libutil.so.1", "libz.so.1"),
)
"""What wheels take for granted."""


def tag() -> str:
    """Return the name that Docker Hub's image of this Python has."""
    return f"docker.io/library/python:{sys.version_info.major}.{sys.version_info.minor}"


def make(podman: Podman, folder: Path) -> None:
    """Import the image, unless there is one."""
    if tag() in podman("images", "--format={{.Repository}}:{{.Tag}}").split():
        return
    root, archive = folder / "root", folder / "root.tar"
    shutil.rmtree(root, ignore_errors=True)
    _fill(root)
    with tarfile.open(archive, "w") as tar:
        tar.add(root, arcname=".", filter=_owned_by_root)
    podman("import", "--change=CMD bash", archive, tag())
    shutil.rmtree(root)
    archive.unlink()


def _fill(root: Path) -> None:
    for name in ("usr/bin", "usr/lib", "usr/local/bin", "usr/local/lib", "etc", "root", "var/tmp"):
        (root / name).mkdir(parents=True)
    for name in ("bin", "lib"):
        (root / name).symlink_to(f"usr/{name}")
    (root / "lib64").symlink_to("usr/lib")
    (root / "tmp").mkdir()
    (root / "tmp").chmod(0o1777)
    (root / "etc" / "passwd").write_text("root:x:0:0:root:/root:/bin/bash\n", encoding="ascii")
    python = Path(sys.executable).resolve()
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    shutil.copy2(python, root / "usr/local/bin" / version)
    for name in ("python", "python3"):
        (root / "usr/local/bin" / name).symlink_to(version)
    library = root / "usr/local/lib" / version
    for name in ("stdlib", "platstdlib"):
        shutil.copytree(
            sysconfig.get_path(name),
            library,
            ignore=shutil.ignore_patterns(*NOT_NEEDED),
            dirs_exist_ok=True,
            symlinks=True,
        )
    # Debian's Python has packages in `dist-packages`, those of pip below `local`; all others in `site-packages`.
    shutil.copytree(Path(sysconfig.get_path("purelib"), "pip"), library / "site-packages" / "pip")
    (library / "dist-packages").symlink_to("site-packages")
    (root / "usr/local/local").symlink_to(".")
    programs = [Path(path).resolve() for name in PROGRAMS if (path := shutil.which(name))]
    for name, path in zip(PROGRAMS, programs, strict=True):
        shutil.copy2(path, root / "usr/bin" / name)
    for needed in _needed([python, *programs, *library.glob("lib-dynload/*.so"), *_libraries()]):
        shutil.copy2(needed, root / "usr/lib" / needed.name)


def _libraries() -> list[Path]:
    listed = subprocess.run(["/sbin/ldconfig", "-p"], stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    known = dict(re.findall(r"^\s*(\S+) \(.*x86-64.*\) => (\S+)$", listed, re.MULTILINE))
    return [Path(known[name]) for name in LIBRARIES if name in known]


def _needed(programs: list[Path]) -> set[Path]:
    """Return the shared libraries that programs and libraries load."""
    command = ["ldd", *map(str, programs)]
    listed = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8").stdout
    return {Path(path) for path in re.findall(r"(?:=> |^\s+)(/\S+) \(0x", listed, re.MULTILINE)} | set(_libraries())


def _owned_by_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member
