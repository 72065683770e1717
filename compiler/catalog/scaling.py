"""Which estimators are sensitive to the scale of the columns, and which transformers may change it."""

from __future__ import annotations

SENSITIVE = """
GaussianProcessClassifier GaussianProcessRegressor KNeighborsClassifier KNeighborsRegressor KernelRidge LinearSVC
LinearSVR MLP MLPClassifier MLPRegressor NuSVC NuSVR RadiusNeighborsClassifier RadiusNeighborsRegressor SGDClassifier
SGDRegressor SVC SVR
"""
"""Estimators that use distances, kernels or plain gradients: a column in millimetres outweighs one in metres."""

HARMLESS = """
AdditiveChi2Sampler FeatureAgglomeration IterativeImputer KNNImputer MissingIndicator PCA PolynomialFeatures SelectFdr
SelectFpr SelectFromModel SelectFwe SelectKBest SelectPercentile SimpleImputer TruncatedSVD VarianceThreshold
"""
"""Transformers that do not change the scale of columns; any other is assumed to."""

SCALED = ("diabetes", "digits")
"""Data sets that come with columns of one scale."""
