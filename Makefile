PYTHON ?= python3
BIN := .venv/bin
PYTHON_CODE := compiler grammar templates tests benchmarks
DEMO_RUN := build/demo-run-id

# Metaflow wants a user's name for its runs, and does not take root for one.
export USERNAME ?= $(or $(filter-out root,$(USER)),mfc)

# Compiled modules and templates are half of what makes the command line fast.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test bench soak examples clean

# Compile a small tournament and run it: LightGBM against Keras.
demo: .venv/.installed
	$(BIN)/mfc compile examples/quickstart.mf
	mkdir -p build
	$(BIN)/python examples/quickstart_flow.py run --run-id-file $(DEMO_RUN)
	@echo
	@cat results/$$(cat $(DEMO_RUN))/summary.txt
	@echo
	@ls results/$$(cat $(DEMO_RUN))/*.png

test: .venv/.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check $(PYTHON_CODE)
	$(BIN)/mypy
	$(BIN)/pytest -n 2

# Measure the compiler and its flows, beside other ways: writes benchmarks/RESULTS.md. A quick look: make bench QUICK=--quick
bench: .venv/.bench
	$(BIN)/python benchmarks/bench.py $(QUICK)

# A thousand fits, each a task of its own: an hour on two cores.
soak: .venv/.installed
	$(BIN)/python benchmarks/wide.py --one-fit-a-task 1000

# Bring the committed flows up to date, and what the compiler knows of black's style in them.
examples: .venv/.installed
	$(BIN)/python -m mfc.emit.build
	$(BIN)/mfc compile examples/*.mf

clean:
	rm -rf build dist results .metaflow .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find compiler grammar templates tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[flows,boosting,lsp,dev]'
	$(BIN)/python -m compileall -q compiler grammar templates
	touch $@

.venv/.bench: .venv/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	touch $@
