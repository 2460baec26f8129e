# make data: set up, build and validate the package from the seeds.   make test: set up, run all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help data test check lint types wheel r bench clean

help:
	@sed -n 's/^# //p;s/^\([a-z]*\):.*## /  make \1: /p' Makefile

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[analysis,test]'
	@touch $@

data: $(STAMP) ## set up, build and validate the package from the seeds
	$(BIN)/nen-evidence build
	$(BIN)/nen-evidence build --check
	$(BIN)/frictionless validate datapackage.json > .frictionless.log || (tail -50 .frictionless.log; exit 1)
	@rm -f .frictionless.log; echo 'datapackage.json: valid'

test: $(STAMP) lint types ## set up, run all tests
	$(BIN)/python -m pytest -n auto

check: $(STAMP) ## check every record
	$(BIN)/nen-evidence check --quiet

lint: $(STAMP) ## ruff
	$(BIN)/ruff check src tests benchmarks

types: $(STAMP) ## mypy
	$(BIN)/mypy

wheel: $(STAMP) ## build the wheel and the source archive into dist/
	$(BIN)/python -m build --outdir dist .

r: ## build the R package with its data into dist/
	cd r && ./configure
	mkdir -p dist && cd dist && R CMD build ../r

bench: $(STAMP) ## time what is timed and plant errors
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/planted_errors.py --per-kind 1

clean: ## remove what is not kept in git
	rm -rf $(VENV) build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis r/inst/extdata
