"""mfc compiles the description of a machine-learning tournament into a Metaflow flow.

In notebooks and scripts, `load` and `loads` read a specification; see docs/notebooks.md.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # like `typing.TYPE_CHECKING`, without the import
if TYPE_CHECKING:
    from .api.errors import MfcError as MfcError
    from .api.run import Run as Run
    from .api.run import run as run
    from .api.spec import Spec as Spec
    from .api.spec import load as load
    from .api.spec import loads as loads
    from .notebook.extension import load_ipython_extension as load_ipython_extension

_HOMES = {
    "MfcError": "api.errors",
    "Run": "api.run",
    "Spec": "api.spec",
    "load": "api.spec",
    "load_ipython_extension": "notebook.extension",
    "loads": "api.spec",
    "run": "api.run",
}
"""Where the names of the package for notebooks and scripts are defined; each is imported when it is first used."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module `{__name__}` has no attribute `{name}`"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
