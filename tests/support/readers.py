"""Programs of others that read what Metaflow deploys: in an environment of their own, which `make engines` makes."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from outcomes import BUILD

READERS = BUILD / "readers"
SETTINGS = {"AIRFLOW__CORE__LOAD_EXAMPLES": "False", "AIRFLOW__CORE__DAGBAG_IMPORT_TIMEOUT": "300"}
OF_ARGO = """
import json, sys
from pathlib import Path
from hera.workflows.models import WorkflowTemplate
known = {}
for file in Path(sys.argv[1]).glob("*.json"):
    template = WorkflowTemplate.model_validate_json(file.read_text())
    written = json.loads(template.model_dump_json(by_alias=True, exclude_none=True))
    known[file.stem] = {"templates": [one.name for one in template.spec.templates], "fields": sorted(written["spec"])}
print(json.dumps(known))
"""
OF_AIRFLOW = """
import json, sys
from airflow.models import DagBag
from airflow.models.mappedoperator import MappedOperator
bag = DagBag(sys.argv[1], include_examples=False)
known = {
    dag.dag_id: {
        "schedule": dag.schedule_interval,
        "mapped": [task.task_id for task in dag.tasks if isinstance(task, MappedOperator)],
        "steps": {task.task_id: sorted(task.downstream_task_ids) for task in dag.tasks},
    }
    for dag in bag.dags.values()
}
print(json.dumps({"errors": bag.import_errors, "dags": known}))
"""


def missing() -> bool:
    """Tell whether the programs are not there."""
    return not list(READERS.glob("lib/python*/site-packages/airflow"))


def read(program: str, folder: Path) -> dict[str, Any]:
    """Return what a program says of the files in a folder."""
    around = os.environ | {"AIRFLOW_HOME": str(folder.parent / "airflow"), **SETTINGS}
    command = [READERS / "bin" / "python", "-W", "ignore", "-c", program, folder]
    ran = subprocess.run(command, env=around, cwd=folder.parent, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout.splitlines()[-1]))
