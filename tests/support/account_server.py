"""moto's server, whose Step Functions call other services as AWS's do.

A state machine spells parameters and answers of services in its own way, boto spells some of them otherwise. moto has
what translates the one into the other, and does not call it: https://github.com/getmoto/moto/issues/10076.
"""

import sys
from typing import Any

from botocore.model import OperationModel
from botocore.session import get_session
from moto.server import main
from moto.stepfunctions.parser.asl.component.state.exec.state_task.service.state_task_service import StateTaskService


def operation(task: StateTaskService, service: str | None, action: str | None) -> OperationModel:
    """Return what botocore knows of an operation."""
    name = task._to_sfn_cased(task._get_boto_service_action(action))
    return get_session().get_service_model(task._get_boto_service_name(service)).operation_model(name)


def to_boto(
    task: StateTaskService,
    parameters: Any,
    boto_service_name: str | None = None,
    service_action_name: str | None = None,
) -> None:
    """Spell the parameters of an operation as boto does."""
    task._to_boto_request(parameters, operation(task, boto_service_name, service_action_name).input_shape)


def from_boto(
    task: StateTaskService, response: Any, boto_service_name: str | None = None, service_action_name: str | None = None
) -> None:
    """Spell the answer of an operation as state machines do."""
    task._from_boto_response(response, operation(task, boto_service_name, service_action_name).output_shape)


if __name__ == "__main__":
    StateTaskService._normalise_parameters = to_boto
    StateTaskService._normalise_response = from_boto
    main(sys.argv[1:])
