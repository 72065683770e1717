"""What is seen of a run from another directory, by Metaflow's client alone."""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from flows import Run

LOOK = """
import pickle
from pathlib import Path
from metaflow import Run, namespace
namespace(None)
data = Run({run!r}).data
names = {names!r}
Path({file!r}).write_bytes(pickle.dumps({{name: getattr(data, name) for name in names}}))
"""
HERE: Mapping[str, str] = {"METAFLOW_DEFAULT_DATASTORE": "local"}


class Seen(NamedTuple):
    """What a tournament is compared by."""

    cv_results: dict[str, Any]
    leaderboard: pd.DataFrame
    fits: pd.DataFrame
    test_scores: dict[str, Any]
    out_of_fold: dict[Any, Any]
    files: dict[str, bytes]

    @property
    def figures(self) -> dict[str, bytes]:
        """The images of the report."""
        return {name: content for name, content in self.files.items() if name.endswith(".png")}


def looking(run: Run, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which Metaflow's client finds a run."""
    settings = {"METAFLOW_DEFAULT_METADATA": "local", "USERNAME": "tester"}
    return {**os.environ, **settings, **environment, "METAFLOW_DATASTORE_SYSROOT_LOCAL": str(run.folder)}


def look(run: Run, folder: Path, environment: Mapping[str, str] = HERE) -> Seen:
    """Look at a run from a folder. In which memory pandas keeps strings does not count."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{run.id}.pickle"
    script = LOOK.format(run=f"{run.flow_name}/{run.id}", names=Seen._fields, file=str(file))
    around = looking(run, environment)
    ran = subprocess.run([sys.executable, "-c", script], cwd=folder, env=around, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    seen = Seen(**pickle.loads(file.read_bytes()))
    plain = seen.leaderboard.astype(object)
    plain.columns = pd.Index(list(plain.columns), dtype=object)
    return seen._replace(leaderboard=plain)
