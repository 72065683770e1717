"""What LightGBM's parameters admit and mean, by their canonical names, from the library's documentation.

The package itself contains only the names.
"""

from __future__ import annotations

from typing import TypeAlias

from ..entry import Anything, Boolean, Number, Object, Options, Sequence, Text, Type
from ..shorthand import COUNT, INTEGER, NONE, NOT_NEGATIVE, POSITIVE, PROPORTION, REAL, SEED

Described: TypeAlias = tuple[tuple[Type, ...], str]

SHARE = Number("real", 0, 1, low_included=False)
AT_LEAST_2 = Number("integer", 2)
NOT_BELOW_0 = Number("integer", 0)
UNDESCRIBED: Described = ((Anything("anything"),), "A parameter of LightGBM's own")

OBJECTIVE = "objective"
REGRESSION = (
    "fair", "gamma", "huber", "l1", "l2", "l2_root", "mae", "mape", "mean_absolute_error",
    "mean_absolute_percentage_error", "mean_squared_error", "mse", "poisson", "quantile", "regression", "regression_l1",
    "regression_l2", "rmse", "root_mean_squared_error", "tweedie",
)  # fmt: skip
CLASSIFICATION = (
    "binary", "cross_entropy", "cross_entropy_lambda", "multiclass", "multiclass_ova", "multiclassova", "ova", "ovr",
    "softmax", "xentlambda", "xentropy",
)  # fmt: skip


def objective(names: tuple[str, ...]) -> Described:
    """Return the type of `objective` that allows these values."""
    return (Object("a callable"), Options((*names, None))), "What is minimised"


# Files, the command line, prediction, distributed training, ranking: not useful for an estimator in a flow.
NOT_FOR_ESTIMATORS = {
    "bagging_by_query", "categorical_feature", "config", "convert_model", "convert_model_language", "data", "eval_at",
    "group_column", "header", "ignore_column", "input_model", "is_provide_training_metric", "label_column",
    "label_gain", "lambdarank_norm", "lambdarank_position_bias_regularization", "lambdarank_truncation_level",
    "local_listen_port", "machine_list_filename", "machines", "metric_freq", "num_class", "num_iteration_predict",
    "num_machines", "objective_seed", "output_model", "output_result", "parser_config_file", "pre_partition",
    "precise_float_parser", "pred_early_stop", "pred_early_stop_freq", "pred_early_stop_margin", "predict_contrib",
    "predict_disable_shape_check", "predict_leaf_index", "predict_raw_score", "refit_decay_rate", "save_binary",
    "saved_feature_importance_type", "snapshot_freq", "start_iteration_predict", "task", "time_out", "two_round",
    "valid", "weight_column",
}  # fmt: skip
# The flow sets `n_estimators`, `random_state`, `n_jobs` and early stopping: an alias of one of these
# would contradict it.
SET_BY_THE_FLOW = {
    "early_stopping_min_delta", "early_stopping_round", "first_metric_only", "num_iterations", "num_threads", "seed",
}  # fmt: skip

PARAMETERS: dict[str, Described] = {
    # The ensemble
    "boosting": ((Options(("dart", "gbdt", "gbrt", "goss", "random_forest", "rf")),), "The boosting algorithm"),
    "num_iterations": ((COUNT,), "How many trees"),
    "learning_rate": ((POSITIVE,), "How much each tree adds"),
    "boost_from_average": ((Boolean(),), "Start from the mean of the labels"),
    "data_sample_strategy": ((Options(("bagging", "goss")),), "How the rows of a tree are drawn"),
    "bagging_fraction": ((SHARE,), "The share of the rows each tree sees, if they are drawn at all"),
    "bagging_freq": ((NOT_BELOW_0,), "Draw the rows anew after so many trees; 0 for no bagging"),
    "bagging_seed": ((INTEGER,), "The seed of the bagging"),
    "pos_bagging_fraction": ((SHARE,), "The share of the positive rows each tree sees"),
    "neg_bagging_fraction": ((SHARE,), "The share of the negative rows each tree sees"),
    "feature_fraction": ((SHARE,), "The share of the features each tree sees"),
    "feature_fraction_bynode": ((SHARE,), "The share of the features each split sees"),
    "feature_fraction_seed": ((INTEGER,), "The seed of the choice of features"),
    "top_rate": ((PROPORTION,), "The share of large gradients that goss keeps"),
    "other_rate": ((PROPORTION,), "The share of small gradients that goss keeps"),
    "drop_rate": ((PROPORTION,), "The share of the trees that dart drops"),
    "max_drop": ((INTEGER,), "The most trees that dart drops at once; 0 or less for no limit"),
    "skip_drop": ((PROPORTION,), "How likely dart drops nothing"),
    "uniform_drop": ((Boolean(),), "Whether dart drops uniformly"),
    "xgboost_dart_mode": ((Boolean(),), "Whether dart works as in XGBoost"),
    "drop_seed": ((INTEGER,), "The seed of what dart drops"),
    # A tree
    "num_leaves": ((Number("integer", 2, 131072),), "The most leaves of a tree"),
    "max_depth": ((Number("integer", -1),), "The greatest depth of a tree; 0 or less for no limit"),
    "min_data_in_leaf": ((NOT_BELOW_0,), "The fewest rows of a leaf"),
    "min_sum_hessian_in_leaf": ((NOT_NEGATIVE,), "The least sum of second derivatives in a leaf"),
    "min_gain_to_split": ((NOT_NEGATIVE,), "The least gain that is worth a split"),
    "max_delta_step": ((REAL,), "The greatest output of a leaf; 0 or less for no limit"),
    "lambda_l1": ((NOT_NEGATIVE,), "The L1 penalty"),
    "lambda_l2": ((NOT_NEGATIVE,), "The L2 penalty"),
    "linear_lambda": ((NOT_NEGATIVE,), "The penalty of linear trees"),
    "linear_tree": ((Boolean(),), "Whether leaves hold linear models"),
    "path_smooth": ((NOT_NEGATIVE,), "How much a leaf is drawn to its parent"),
    "extra_trees": ((Boolean(),), "Whether thresholds are drawn at random"),
    "extra_seed": ((INTEGER,), "The seed of those thresholds"),
    "monotone_constraints": (
        (Sequence((Options((-1, 0, 1)),)), NONE),
        "The direction of each feature's effect: 1 increasing, -1 decreasing, 0 either",
    ),
    "monotone_constraints_method": ((Options(("advanced", "basic", "intermediate")),), "How monotony is kept"),
    "monotone_penalty": ((NOT_NEGATIVE,), "How monotone splits near the root are penalised"),
    "feature_contri": ((Sequence((REAL,)), NONE), "What each feature's gain is multiplied by"),
    "interaction_constraints": (
        (Sequence((Sequence((NOT_BELOW_0, Text())),)), Text(), NONE),
        "The groups of features that may meet on a branch",
    ),
    "forcedsplits_filename": ((Text(),), "A JSON file of splits to begin every tree with"),
    "cegb_tradeoff": ((NOT_NEGATIVE,), "What the costs of features are multiplied by"),
    "cegb_penalty_split": ((NOT_NEGATIVE,), "The cost of a split"),
    "cegb_penalty_feature_lazy": ((Sequence((REAL,)),), "The cost of using a feature, for each row"),
    "cegb_penalty_feature_coupled": ((Sequence((REAL,)),), "The cost of using a feature, once"),
    # Categories and missing values
    "min_data_per_group": ((COUNT,), "The fewest rows of a group of categories"),
    "max_cat_threshold": ((COUNT,), "The most ways a categorical feature is split"),
    "max_cat_to_onehot": ((COUNT,), "Up to so many categories, one is split from the others"),
    "cat_l2": ((NOT_NEGATIVE,), "The L2 penalty of categorical splits"),
    "cat_smooth": ((NOT_NEGATIVE,), "How much rare categories are smoothed"),
    "use_missing": ((Boolean(),), "Whether missing values are treated apart"),
    "zero_as_missing": ((Boolean(),), "Whether zeros are missing values"),
    # Bins
    "max_bin": ((AT_LEAST_2,), "The most bins of a feature"),
    "max_bin_by_feature": ((Sequence((AT_LEAST_2,)), NONE), "The most bins, for each feature"),
    "min_data_in_bin": ((COUNT,), "The fewest rows of a bin"),
    "bin_construct_sample_cnt": ((COUNT,), "How many rows the bins are made from"),
    "data_random_seed": ((INTEGER,), "The seed of that draw"),
    "forcedbins_filename": ((Text(),), "A JSON file of bounds between bins"),
    "feature_pre_filter": ((Boolean(),), "Whether features that cannot be split are left out first"),
    "enable_bundle": ((Boolean(),), "Whether features that exclude each other are bundled"),
    "is_enable_sparse": ((Boolean(),), "Whether sparse features are treated apart"),
    # Objective and metric
    "metric": ((Text(), Sequence((Text(),)), NONE), "What is measured on the rows held out; the objective by default"),
    "alpha": ((POSITIVE,), "The quantile, or the bend of the Huber loss"),
    "fair_c": ((POSITIVE,), "The parameter of the fair loss"),
    "poisson_max_delta_step": ((POSITIVE,), "What safeguards a Poisson regression"),
    "tweedie_variance_power": (
        (Number("real", 1, 2, high_included=False),),
        "The variance power of the Tweedie distribution",
    ),
    "reg_sqrt": ((Boolean(),), "Whether the square root of the target is fitted"),
    "sigmoid": ((POSITIVE,), "The parameter of the sigmoid function"),
    "is_unbalance": ((Boolean(),), "Whether the classes are weighted by their frequency"),
    "scale_pos_weight": ((POSITIVE,), "The weight of the positive class"),
    "multi_error_top_k": ((COUNT,), "Up to which place the true class counts as found"),
    "auc_mu_weights": ((Sequence((REAL,)), NONE), "The weights of the AUC-mu metric"),
    # How it runs
    "tree_learner": ((Options(("data", "feature", "serial", "voting")),), "How trees are grown in parallel"),
    "top_k": ((COUNT,), "How many features the voting learner keeps"),
    "num_threads": ((INTEGER, NONE), "How many threads"),
    "seed": ((SEED, NONE), "The seed that the others are made from"),
    "device_type": ((Options(("cpu", "cuda", "gpu")),), "What the trees are grown on"),
    "gpu_platform_id": ((INTEGER,), "The OpenCL platform"),
    "gpu_device_id": ((INTEGER,), "The OpenCL device"),
    "gpu_use_dp": ((Boolean(),), "Whether a GPU computes in double precision"),
    "num_gpu": ((COUNT,), "How many GPUs"),
    "histogram_pool_size": ((REAL,), "Megabytes for histograms; less than 0 for no limit"),
    "deterministic": ((Boolean(),), "Whether two runs give the same trees"),
    "force_col_wise": ((Boolean(),), "Build histograms column by column"),
    "force_row_wise": ((Boolean(),), "Build histograms row by row"),
    "verbosity": ((INTEGER,), "How much is reported: -1 nothing but what is fatal, 0 warnings, 1 all"),
    "use_quantized_grad": ((Boolean(),), "Whether gradients are rounded"),
    "num_grad_quant_bins": ((AT_LEAST_2,), "How many values rounded gradients have"),
    "quant_train_renew_leaf": ((Boolean(),), "Whether leaves are computed anew with exact gradients"),
    "stochastic_rounding": ((Boolean(),), "Whether gradients are rounded at random"),
    # Of the estimators only
    "class_weight": ((Object("a dictionary"), Options(("balanced", None))), "The weights of the classes"),
    "importance_type": ((Options(("gain", "split")),), "What feature importances count"),
}
