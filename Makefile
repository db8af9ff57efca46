# Dadeum: what a checkout can do. Every target makes or refreshes .venv by itself; none asks anything.
#
#   make run            open Dadeum on the sample project; without a display, do the tour instead
#   make test           the whole test suite                 (ARGS="tests/store -x" for a part)
#   make lint           ruff, mypy, the rooms' imports
#   make bench          measure, into build/bench.json       (ARGS="import history" for a part)
#   make tour           the tour offscreen, into build/tour/
#   make screenshots    the pictures of the read-me, from the tour
#   make requirements   pin packaging/*.in again             (ARGS=--upgrade for newer versions)
#   make translations   gather and compile the interface's words
#   make wheel          dist/dadeum-*.whl
#   make app            build/app/dadeum/, a folder that needs no Python
#   make clean          remove what these made, .venv included
#
# PYTHON=/path/to/python3 chooses the interpreter for a new .venv.

SHELL := /bin/sh
.DEFAULT_GOAL := run
ROOT := $(shell cd "$$(dirname "$(strip $(MAKEFILE_LIST))")" && pwd -P)
BIN := $(ROOT)/.venv/bin
IN_ROOT := cd "$(ROOT)" &&
ARGS ?=
export PYTHON
export PYTHONUTF8 := 1

.PHONY: run test lint format bench tour screenshots requirements translations wheel app clean environment environment-run environment-app

environment-run:
	@"$(ROOT)/packaging/debian-packages.sh" run
	@"$(ROOT)/packaging/environment.sh" run

environment: environment-run
	@"$(ROOT)/packaging/debian-packages.sh" test
	@"$(ROOT)/packaging/environment.sh" test

environment-app: environment
	@"$(ROOT)/packaging/environment.sh" app

run: environment-run
	@$(IN_ROOT) if "$(BIN)/python" packaging/has_display.py; then \
	    exec "$(BIN)/dadeum" $(ARGS); \
	else \
	    echo "No display here: doing the tour of the same window offscreen instead."; \
	    QT_QPA_PLATFORM=offscreen exec "$(BIN)/dadeum" tour; \
	fi

test: environment
	@$(IN_ROOT) QT_QPA_PLATFORM=offscreen "$(BIN)/python" -m pytest $(ARGS)

lint: environment
	@$(IN_ROOT) "$(BIN)/ruff" check
	@$(IN_ROOT) "$(BIN)/ruff" format --check
	@$(IN_ROOT) "$(BIN)/lint-imports" --cache-dir build/import-linter
	@$(IN_ROOT) "$(BIN)/mypy"

format: environment
	@$(IN_ROOT) "$(BIN)/ruff" format && "$(BIN)/ruff" check --fix-only --quiet

bench: environment
	@$(IN_ROOT) QT_QPA_PLATFORM=offscreen "$(BIN)/python" -m tests.bench $(ARGS)

tour: environment-run
	@$(IN_ROOT) QT_QPA_PLATFORM=offscreen "$(BIN)/dadeum" tour $(ARGS)

screenshots: environment-run
	@$(IN_ROOT) for language in en ko; do \
	    LC_ALL=C.UTF-8 LANGUAGE=$$language QT_QPA_PLATFORM=offscreen "$(BIN)/dadeum" tour --out build/screenshots || exit; \
	    cp build/screenshots/*-added.png packaging/screenshots/desk.$$language.png; \
	    cp build/screenshots/*-dark.png packaging/screenshots/dark.$$language.png; \
	done

requirements: environment
	@"$(ROOT)/packaging/compile_requirements.sh" $(ARGS)

translations: environment
	@"$(ROOT)/packaging/translations.sh"

wheel: environment
	@$(IN_ROOT) "$(BIN)/python" -m build --wheel --no-isolation --outdir dist

app: environment-app
	@$(IN_ROOT) "$(BIN)/pyinstaller" --noconfirm --log-level WARN --distpath build/app --workpath build/pyinstaller packaging/dadeum.spec

clean:
	@$(IN_ROOT) rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@$(IN_ROOT) find . -name __pycache__ -type d -prune -exec rm -rf {} +
