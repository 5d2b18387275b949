# Everything you need is made on first use, in .venv. Another Python: make run PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet install
RUN_READY := $(VENV)/ready-to-run
DEV_READY := $(VENV)/ready-to-develop
UV := build/lock/bin/uv
RESOLVE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-markers \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml

SIDE_BY_SIDE := --numprocesses auto --dist worksteal

# What is imported is compiled once, whatever the shell says: a start takes half as long.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run clauses test check format lint types layers compose secrets advisories killed replicas faults fuzz messengers bench coverage fix retell lock clean
.DELETE_ON_ERROR:

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUN_READY) ## Open the playground on this machine (nothing to configure)
	@exec $(BIN)/doorstep play

clauses: $(DEV_READY) ## Show where each clause of the guidelines is enforced and tested
	@$(BIN)/python -m tests.clauses

test: $(DEV_READY) ## Run the tests, on an embedded PostgreSQL or on DATABASE_URL
	$(BIN)/python -m pytest $(SIDE_BY_SIDE)

check: format lint types layers compose secrets advisories test ## Run every check that a change must pass

format: $(DEV_READY)
	$(BIN)/ruff format --check .

lint: $(DEV_READY)
	$(BIN)/ruff check .

types: $(DEV_READY)
	$(BIN)/mypy

layers: $(DEV_READY)
	PYTHONPATH=. $(BIN)/lint-imports --no-logo

compose:
	@if command -v docker-compose >/dev/null; then docker-compose config --quiet && echo "docker-compose.yml is well formed"; \
	else echo "docker-compose is not installed: docker-compose.yml was not checked"; fi

# Keys and tokens by their form; guesses by entropy or by the word "password" would name every text about one.
secrets: $(DEV_READY)
	@git ls-files -z | xargs -0 $(BIN)/detect-secrets-hook --disable-plugin KeywordDetector \
		--disable-plugin Base64HighEntropyString --disable-plugin HexHighEntropyString --disable-plugin BasicAuthDetector
	@echo "no keys or tokens in the project's files"

advisories: $(DEV_READY)
	@mkdir -p build; if $(BIN)/pip-audit --requirement requirements.lock --require-hashes --disable-pip \
		--progress-spinner off --output build/advisories.txt 2>build/advisories.log; then \
		left=$$(grep -c "could not be audited" build/advisories.txt); \
		if [ "$$left" -gt 0 ]; then echo "the advisories of $$left packages could not be asked: see build/advisories.txt"; \
		else tail -n 1 build/advisories.log; fi; \
	elif grep -q "^Found" build/advisories.log; then cat build/advisories.log build/advisories.txt; exit 1; \
	else echo "the advisories could not be asked: `tail -n 1 build/advisories.log`"; fi

killed: $(DEV_READY) ## 10,000 messages come in while the service is killed every few seconds
	INBOUND_MESSAGES=10000 $(BIN)/python -m pytest -s tests/e2e/test_killed.py

replicas: $(DEV_READY) ## Three web processes and three workers, killed at random for minutes while people write
	REPLICA_MESSAGES=$${REPLICA_MESSAGES:-6000} $(BIN)/python -m pytest -s tests/e2e/test_replicas.py

faults: $(DEV_READY) ## 1,000 random evenings in which anything fails; FAULTS_FIRST=n begins with another seed
	FAULTS_RUNS=$${FAULTS_RUNS:-1000} MACHINE_RUNS=$${MACHINE_RUNS:-60} $(BIN)/python -m pytest $(SIDE_BY_SIDE) \
		tests/machines/test_evening.py tests/machines/test_road_in.py tests/faults

fuzz: $(DEV_READY) ## A million bad inputs to every question and every address
	FUZZ_INPUTS=$${FUZZ_INPUTS:-1000000} $(BIN)/python -m pytest $(SIDE_BY_SIDE) tests/fuzz

messengers: $(DEV_READY) ## Play every script over imitations of the messengers, not only a few
	LIVE_SCRIPTS=1 $(BIN)/python -m pytest $(SIDE_BY_SIDE) tests/channels/test_live.py

bench: $(DEV_READY) ## Measure against bare loops; the figures go to docs/benchmarks.md (BENCH=--quick only tries it)
	$(BIN)/python -m benchmarks $(BENCH)

coverage: $(DEV_READY) ## Run the tests and list what they do not reach (takes half as long again)
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) --cov --cov-report=term

fix: $(DEV_READY) ## Format the code and mend what the linter can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

retell: $(DEV_READY) ## Rewrite the transcripts to what the bot says now (read the difference)
	RETELL=1 $(BIN)/python -m pytest tests/test_transcripts.py

lock: $(UV) ## Choose newer versions of what Doorstep stands on
	$(RESOLVE) --upgrade --output-file requirements.lock
	$(RESOLVE) --upgrade --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## Remove what was made here, but never the data in var/
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.*

# Not compiled on installing: what is imported is compiled on its first use, and the rest never needs to be.
$(RUN_READY): requirements.lock
	@echo "Making the environment in $(VENV): this once, up to a minute ..." >&2
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --no-compile --no-deps --require-hashes -r requirements.lock
	@$(PIP) --no-compile --no-deps --editable .
	@touch $@

$(DEV_READY): requirements-dev.lock $(RUN_READY)
	@$(PIP) --no-compile --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

$(UV):
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip --disable-pip-version-check --quiet --quiet install uv
