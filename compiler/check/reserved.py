"""Names that a generated flow needs for itself."""

from __future__ import annotations

METAFLOW = """
cmd count decospecs foreach_stack help index input max_log_size max_num_splits max_workers merge_artifacts name
namespace next obj params run_id run_id_file runner_attribute_file script_name self tag tags task_id user_namespace with
"""
"""Attributes of `FlowSpec` and of named tuples, and options of the `run` command."""

STEPS = "start fan_out fit gather rank evaluate refit end"

ATTRIBUTES = """
baseline_scores candidates check_spec classes cv_results data data_path files fit_rows fits fits_per_task fold_count
gather_fits iterations leaderboard model out_of_fold parameters preprocessor spec_digest target task_error tasks
test_predicted test_rows test_scores train_fits train_rows winner
"""
"""What the flow stores, and its methods."""

PARAMETERS = frozenset((METAFLOW + STEPS + ATTRIBUTES).split())
"""A `param` becomes an attribute of the flow and an option of its `run` command, so it can have none of these names."""

STEPS_OF_MODELS = ("fan_out", "fit", "gather")
"""The steps that models have of their own, called `fit_<model>` and the like, where they ask for other resources."""

MODULE = """
APART Any Axes Built Callable Choice ColumnTransformer EarlyStopping Figure FOLD FlowSpec GROUP Image Iterable Iterator
LogInteger NamedTuple Network Parameter Parameters Path PreparedRows Steps Table Trained Training ValueBox BUILD
EARLY_STOPPING ENVIRONMENT EPOCHS MLP N_FOLDS PRIMARY RESULTS ROWS SCORES SCORE_NAMES SEED SIMPLEST SPEC_DIGEST TARGET
THREADS TIME TOP TYPE_CHECKING WEIGHT TimeoutException GRACE TIMEOUT
"""

CLASSES = frozenset(MODULE.split())
"""A tournament becomes a class of the flow's module, so it can have none of the module's other names."""
