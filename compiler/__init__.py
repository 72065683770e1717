"""mfc compiles the description of a machine-learning tournament into a Metaflow flow."""

__version__ = "0.1.0"
