import importlib
from importlib.metadata import PackageNotFoundError
from inspect import signature

import pytest

from mfc.catalog.catalog import load
from mfc.catalog.entry import Entry, Kind
from mfc.catalog.libraries import LIBRARIES, installed_version, library_of

INSTALLED = {"catboost": "CatBoostRegressor", "lightgbm": "LGBMRegressor", "xgboost": "XGBModel"}


TRANSFORMERS_ALONE = {"skrub"}


def entries(name: str, kind: Kind = "estimator") -> list[Entry]:
    catalog = load()
    return [
        entry for path in catalog.names(kind) if (entry := catalog.entry(kind, path)) and path.startswith(f"{name}.")
    ]


def test_every_estimator_of_the_catalog_is_of_a_library() -> None:
    assert [path for path in load().names("estimator") if library_of(path) is None] == []
    assert library_of("my_project.nets.wide") is None


def test_a_variant_may_be_installed_instead_of_a_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"xgboost-cpu": "3.2.0", "pandas": "3.0.0"}

    def version(name: str) -> str:
        if name not in installed:
            raise PackageNotFoundError(name)
        return installed[name]

    monkeypatch.setattr("importlib.metadata.version", version)
    assert [installed_version(name) for name in ("xgboost", "pandas")] == ["3.2.0", "3.0.0"]
    installed["xgboost"] = "3.3.0"
    assert installed_version("xgboost") == "3.3.0"
    with pytest.raises(PackageNotFoundError, match="catboost"):
        installed_version("catboost")


@pytest.mark.parametrize("name", TRANSFORMERS_ALONE)
def test_a_library_may_have_transformers_alone(name: str) -> None:
    assert entries(name, "transformer")
    assert entries(name) == []


@pytest.mark.parametrize("name", sorted({*LIBRARIES} - TRANSFORMERS_ALONE))
def test_who_can_stop_early_has_an_argument_for_iterations(name: str) -> None:
    library, found = LIBRARIES[name], entries(name)
    assert found
    assert any(entry.early_stopping for entry in found) == (library.stopping is not None)
    for entry in found:
        assert not entry.early_stopping or library.iterations[0] in entry.arguments


@pytest.mark.parametrize("name", LIBRARIES)
def test_seeds_and_threads_are_arguments(name: str) -> None:
    library, found = LIBRARIES[name], entries(name) or entries(name, "transformer")
    assert not library.threads or any(library.threads[0] in entry.arguments for entry in found)
    assert all(any(seed in entry.arguments for entry in found) for seed in library.seeds)


@pytest.mark.parametrize("name", INSTALLED)
def test_the_arguments_are_those_of_the_library(name: str) -> None:
    library = LIBRARIES[name]
    taken = signature(getattr(importlib.import_module(name), INSTALLED[name])).parameters
    assert library.stopping
    named = {*library.iterations, *library.threads, *library.seeds, *library.reproducible, *library.quiet}
    named |= {alias for aliases in library.settled for alias in aliases}
    named |= {
        library.stopping.patience,
        *library.stopping.monitor,
        *library.stopping.always,
        *filter(None, [library.stopping.min_delta]),
    }
    engine = importlib.import_module("lightgbm.basic")._ConfigAliases._get_all_param_aliases()
    passed_on = {one for aliases in engine.values() for one in aliases} if name == "lightgbm" else set()
    assert named <= {*taken, *passed_on}


def test_a_callback_takes_patience_and_delta() -> None:
    stopping = LIBRARIES["xgboost"].stopping
    assert stopping
    assert stopping.callback
    module, _, name = stopping.callback.rpartition(".")
    assert {"rounds", "min_delta"} <= signature(getattr(importlib.import_module(module), name)).parameters.keys()


def test_small_improvements() -> None:
    stopping = {name: library.stopping for name, library in LIBRARIES.items() if library.stopping}
    assert {name for name, one in stopping.items() if not one.takes_min_delta} == {"catboost"}


def test_what_is_ours_is_none_of_the_library() -> None:
    assert {name for name, library in LIBRARIES.items() if library.is_ours} == {"keras"}
