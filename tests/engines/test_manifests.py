"""What Metaflow deploys to Argo Workflows and to Airflow, read by models of Argo's schema and by Airflow itself."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flows import Runner, compile_flow
from readers import OF_AIRFLOW, OF_ARGO, missing, read
from s3 import S3, s3_server

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(missing(), reason="there is no Airflow 2: `make engines` installs it where it can"),
]

EXAMPLES = Path(__file__).parents[2] / "examples"
STORY = {"start": ["fit"], "fit": ["rank"], "rank": ["finish"], "finish": ["end"], "end": []}


@pytest.fixture(scope="module")
def s3() -> Iterator[S3]:
    with s3_server() as server:
        yield server


@pytest.fixture(scope="module")
def flows(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The flows of the examples, beside their files of rows."""
    folder = tmp_path_factory.mktemp("flows")
    for file in EXAMPLES.glob("*.csv"):
        shutil.copy(file, folder)
    return [compile_flow(folder, file.read_text(encoding="utf-8"), file.name) for file in sorted(EXAMPLES.glob("*.mf"))]


def create(flow: Path, s3: S3, *words: str) -> str:
    ran = Runner(flow.parent).command(flow, "--no-pylint", "--datastore", "s3", *words, **s3.environment)
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


def test_argo_knows_what_is_in_the_manifests(flows: list[Path], s3: S3, tmp_path: Path) -> None:
    written = {}
    for flow in flows:
        printed = create(flow, s3, "argo-workflows", "create", "--only-json")
        written[flow.stem], _ = json.JSONDecoder().raw_decode(printed[printed.index("{\n") :])
        (tmp_path / f"{flow.stem}.json").write_text(json.dumps(written[flow.stem]), encoding="utf-8")
    known = read(OF_ARGO, tmp_path)
    assert known.keys() == written.keys()
    for name, manifest in written.items():
        assert known[name]["fields"] == sorted(manifest["spec"])  # a model leaves out what it does not know
        assert set(known[name]["templates"]) > STORY.keys()


def test_airflow_loads_the_files(flows: list[Path], s3: S3, tmp_path: Path) -> None:
    folder = tmp_path / "dags"
    folder.mkdir()
    for flow in flows:
        create(flow, s3, "airflow", "create", str(folder / f"{flow.stem}.py"))
    loaded = read(OF_AIRFLOW, folder)
    assert loaded["errors"] == {}
    assert len(loaded["dags"]) == len(flows)
    for name, dag in loaded["dags"].items():
        assert (dag["steps"], dag["mapped"]) == (STORY, ["fit"]), name
