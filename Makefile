# make site · make example · make test · make test-long · make check-html · make serve · make bench · make rehearse · make clean
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site example test test-long check-html serve bench rehearse clean

site: .venv/.run .venv/.compiled
	$(BIN)/communique build .

example: .venv/.run .venv/.compiled
	$(BIN)/communique build examples/archive

test: .venv/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto -m "not long" -q

test-long: .venv/.test
	$(BIN)/python -m pytest -n auto -m long -q

# The Nu HTML Checker over every page of the example archive; needs npm and Java 11 or newer. Errors fail, nothing else does.
check-html: .venv/.run
	npm install --silent --no-save --no-audit --no-fund --prefix .cache/node vnu-jar@26
	$(BIN)/communique build examples/archive --output .cache/check-html --quiet
	java -jar .cache/node/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --errors-only .cache/check-html
	@echo "$$(find .cache/check-html -name '*.html' | wc -l) pages, 0 errors"

serve: .venv/.run
	$(BIN)/communique serve .

bench: .venv/.run .venv/.compiled
	$(BIN)/python bench/run.py

# What a newcomer does, on a machine as fresh as this one can be made; prints the seconds of each step.
rehearse:
	.ci/rehearse

clean:
	rm -rf .venv .cache examples/archive/.cache examples/archive/site

.venv/bin/python:
	$(PYTHON) -m venv .venv

# Installed once, and again when pyproject.toml changes.
.venv/.run: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# Byte code of our own modules: where Python is told to write none, every start would compile them all, a quarter of a second.
.venv/.compiled: .venv/.run $(shell find src -name '*.py')
	$(BIN)/python -m compileall -q src
	@touch $@

.venv/.test: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch .venv/.run $@
