# Every command first sets up what it needs (scripts/setup); that takes a while once, and nothing after that.

.DEFAULT_GOAL := help
.PHONY: help run test check fix bench screenshots build wheel lock clean distclean

PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?=
CHROMIUM ?=
UPGRADE ?=
export PORT HOST PYTHON CHROMIUM UPGRADE

setup := @sh scripts/python.sh -m scripts.setup
bin := .venv/bin
node := PATH="$(CURDIR)/.venv-node/bin:$$PATH" node
scripts := $(shell find static/js tests/static scripts -name '*.js' -o -name '*.mjs' 2>/dev/null)
node_tests := $(filter %.test.js %.test.mjs,$(scripts))

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 14

run: ## serve the page at http://127.0.0.1:8000/ (PORT=… and HOST=… change it)
	$(setup) run
	@exec $(bin)/chainrule serve --host "$$HOST" --port "$$PORT"

test: ## run all tests: JavaScript, Python, and the page in Chromium (CHROMIUM=/path names another browser)
	$(setup) test
	$(node) --test $(or $(node_tests),$(error No test found in tests/static))
	$(bin)/python -m pytest --numprocesses 2 --dist worksteal

check: ## lint, check formats, types, import arrows and style figures
	$(setup) check
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/python scripts/style.py
	@for script in $(scripts); do $(node) --check $$script || exit 1; done
	$(node) node_modules/eslint/bin/eslint.js --max-warnings 0 .
	$(node) scripts/style.mjs

fix: ## format the code and mend what the linters can mend
	$(setup) check
	$(bin)/ruff check --fix .
	$(bin)/ruff format .
	$(node) node_modules/eslint/bin/eslint.js --fix .

bench: ## measure against the peers, side by side, and run exported programs in their libraries
	$(setup) bench
	.venv-bench/bin/python -m benchmarks
	.venv-bench/bin/python -m scripts.check_exports

screenshots: ## draw the pictures of docs/images anew
	$(setup) test
	$(bin)/python -m tests.browser.screenshots
	$(bin)/python -m tests.browser.contact_sheets

build: ## build the front end into static/dist
	$(setup) build

wheel: ## build the wheel and the source distribution into dist
	$(setup) build
	$(bin)/python -m build --no-isolation

lock: ## lock the versions that pyproject.toml and package.json ask for (UPGRADE=1 takes the newest)
	$(setup) lock

clean: ## delete what was built and every cache, but keep the installed packages
	rm -rf build dist static/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find app engine tests benchmarks scripts -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## delete the installed packages as well
	rm -rf .venv .venv-bench .venv-lock .venv-node node_modules
