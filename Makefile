# Needs git, make and a python3 of at least 3.11 with venv; everything else is brought into .venv.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test soak check bench lock

help: ## say what each word does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1|/' | while IFS='|' read -r word does; do printf '  make %-6s %s\n' "$$word" "$$does"; done

run: .venv/run ## set everything up and serve the sample hospital on 127.0.0.1:8000
	.venv/bin/heard serve --sample

test: .venv/dev ## set everything up and run every test
	.venv/bin/python -m tests.ensure_browser
	.venv/bin/pytest -n 2 --dist worksteal $(ARGS)

soak: .venv/dev ## run the long harnesses whole: kills, racing writers, tailing readers
	HEARD_FULL=1 .venv/bin/pytest -m heavy $(ARGS)

check: .venv/dev ## format, lint, types, layers
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: .venv/dev ## measure against the raw store and the bare library, in one run
	.venv/bin/python -m tests.benchmarks

PIN = .venv/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --group build
lock: .venv/dev ## choose the newest versions that fit and pin them by hash
	$(PIN) --output-file requirements.lock
	$(PIN) --group dev --constraint requirements.lock --output-file requirements-dev.lock

PIP = .venv/bin/python -m pip --disable-pip-version-check --quiet

.venv/dev: requirements-dev.lock .venv/run
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

.venv/run: requirements.lock pyproject.toml .venv/made
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-build-isolation --no-deps --no-index --editable .
	@touch $@

.venv/made:
	@for python in python3 python3.15 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		"$$python" -c 'import ensurepip, venv' 2>/dev/null || { lacks_venv=$$python; continue; }; \
		echo "Setting up .venv with $$("$$python" --version); this takes about a minute the first time."; \
		"$$python" -m venv --clear .venv; touch $@; exit 0; \
	done; \
	if [ -n "$${lacks_venv-}" ]; then \
		echo "$$lacks_venv has no venv module. On Debian or Ubuntu: apt-get install python3-venv, then run make again." >&2; \
	else \
		echo "Heard needs Python 3.11 or newer and found none. On Debian or Ubuntu: apt-get install python3 python3-venv, then run make again." >&2; \
	fi; exit 1
