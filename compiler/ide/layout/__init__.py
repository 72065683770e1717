"""How a text looks: colours, folds, selections, its canonical style."""
