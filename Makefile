# make run and make test need Python 3.11 or newer and nothing else.
PYTHON ?= python3
PIP = .venv/bin/python -m pip --disable-pip-version-check -q

# The tests of the store run on DuckDB 2.0 as well, but for those that take minutes.
STORE_TESTS = $(addprefix tests/test_,$(addsuffix .py,store views money history additions))

.PHONY: run test test-duckdb2 test-browser docs vega bench lint lock lock-peers clean

run: .venv/run.installed
	.venv/bin/statwire run

test: .venv/dev.installed lint
	.venv/bin/python -m pytest -n auto --dist worksteal

docs: .venv/run.installed  # docs/warehouse.md, from the comments in the warehouse
	.venv/bin/python tools/warehouse_doc.py

test-duckdb2: .venv/dev.installed .venv-duckdb2/installed  # the store on DuckDB 2.0, and files of either read by the other
	.venv-duckdb2/bin/python -m pytest -n auto -m 'not slow' $(STORE_TESTS) tests/duckdb2

test-browser: .venv/dev.installed .venv-browser/installed  # the page of a report, in headless Chromium
	.venv-browser/bin/python -m pytest --confcutdir=tests/browser tests/browser

vega:  # pipeline/report/page/vega.js, from the packages that tools/vega locks; npm only here
	cd tools/vega && npm ci --ignore-scripts --no-audit --no-fund && node bundle.mjs

bench: .venv/run.installed .venv-peers/installed  # reading against its peers, on one core (needs ../shared/corpora), the warehouse, and a run
	.venv/bin/python -m compileall -q pipeline
	taskset -c 0 .venv/bin/python benchmarks/recognition.py
	.venv/bin/python benchmarks/warehouse.py
	.venv/bin/python benchmarks/run.py

lint: .venv/dev.installed
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

lock: .venv/dev.installed  # rewrite the lock files; uv only here
	$(PIP) install uv
	echo 'duckdb==1.5.5' > .venv/pins
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c .venv/pins pyproject.toml --group build -o requirements.lock
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c .venv/pins pyproject.toml --group dev -o requirements-dev.lock
	echo 'duckdb==2.0.0' > .venv/pins
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c .venv/pins pyproject.toml --group store -o requirements-duckdb2.lock
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group pyproject.toml:browser -o requirements-browser.lock

lock-peers: .venv/dev.installed  # the same for the peers of `make bench`, which never enter our own locks
	$(PIP) install uv
	cd benchmarks && ../.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate requirements-peers.in -o requirements-peers.txt
	cd benchmarks && ../.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --no-deps requirements-cqe.in -o requirements-cqe.txt

clean:
	rm -rf .venv .venv-peers .venv-duckdb2 .venv-browser tools/vega/node_modules

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "statwire needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run.installed: requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	.venv/bin/python -m compileall -q pipeline  # a user who may not write here (systemd's) would compile it at each start: a third of a second
	touch $@

.venv/dev.installed: requirements-dev.lock .venv/run.installed
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@

.venv-peers/installed: benchmarks/requirements-peers.txt benchmarks/requirements-cqe.txt | .venv/bin/python
	.venv/bin/python -m venv .venv-peers
	.venv-peers/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r benchmarks/requirements-peers.txt
	.venv-peers/bin/python -m pip --disable-pip-version-check -q install --require-hashes --no-deps --no-build-isolation -r benchmarks/requirements-cqe.txt
	touch $@

.venv-duckdb2/installed: requirements-duckdb2.lock pyproject.toml | .venv/bin/python
	.venv/bin/python -m venv .venv-duckdb2
	.venv-duckdb2/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r requirements-duckdb2.lock
	.venv-duckdb2/bin/python -m pip --disable-pip-version-check -q install --no-deps --no-build-isolation -e .
	touch $@

# Chromium is the machine's own, Debian's, or else the one that Playwright brings.
.venv-browser/installed: requirements-browser.lock | .venv/bin/python
	.venv/bin/python -m venv .venv-browser
	.venv-browser/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r requirements-browser.lock
	command -v chromium || command -v google-chrome || { test "$$(id -u)" = 0 && command -v apt-get && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } || .venv-browser/bin/playwright install chromium
	touch $@
