"""A specification that shows the language, and runs without changes."""

BLANK = """\
# A tournament: models compete on the same data, each with several settings, and the best one is tested
# on unseen rows. Change it as you like, then:
#
#   mfc check tournament.mf     what is wrong with it?
#   mfc plan tournament.mf      what would it do?
#   mfc run tournament.mf       do it

tournament Starter "A first tournament"

# Every random choice follows from this number: two runs give the same results.
seed 1

# A parameter of the flow: `mfc run tournament.mf --rows 5000` gives it another value.
param rows = 1_000 "Rows to mock"

# Generated rows. For your own: data csv("houses.csv") { target = price }
data mock.regression {
  n_samples     = rows
  n_features    = 10
  n_informative = 5
  noise         = 20
}

# What the columns pass through before a model sees them, fitted within each fold.
preprocess {
  numeric -> StandardScaler()
}

# Rows held out for the winner, how the others are split, and the scores: the first one ranks.
test  20%
folds kfold(5)
score r2, neg_mean_absolute_error

# `=` fixes an argument, `in` tries each of some values, `~` draws at random.
model baseline: DummyRegressor {
  strategy in ["mean", "median"]
}

model linear: Ridge {
  alpha ~ loguniform(1e-3, 1e3)
  search random(8)
}

model forest: RandomForestRegressor {
  n_estimators     = 100
  min_samples_leaf in [1, 3, 10]
}

# Trained until the score of its validation rows stops improving, then again on all rows of the fold.
model boosting: lightgbm.LGBMRegressor {
  learning_rate ~ loguniform(0.02, 0.2)
  num_leaves    in [7, 15, 31]
  early_stopping { patience = 20, max_iterations = 2_000 }
  search random(8)
}
"""
