# make demo runs the main job, make test passes the tests; both set up what they need in .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test lint format evals bench lock clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY)  ## read the sample pile and write its report to demo/
	$(BIN)/sayso demo --case demo/harbour.case --report demo/report

test: $(READY)  ## run the tests
	$(BIN)/python -m pytest

lint: $(READY)  ## style, types and the import law
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## put the code in the house style
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

evals: $(READY)  ## measure against whatever gold data this machine has
	$(BIN)/python -m evals

bench: $(READY)  ## reading against the bare pipeline, and the growth of what comes after
	$(BIN)/python -m evals.bench

lock: pyproject.toml  ## pin every dependency again, with hashes and no addresses (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --only-binary :all: --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --no-emit-index-url --no-emit-find-links --upgrade -o requirements.lock

clean:  ## remove what was made
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
