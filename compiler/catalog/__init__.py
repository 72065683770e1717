"""What is known of estimators, transformers, splitters, scorers, distributions, mocks and the language's own blocks."""
