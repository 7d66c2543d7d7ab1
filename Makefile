# make run and make test need Python 3.11 or newer and nothing else.
PYTHON ?= python3
PIP = .venv/bin/python -m pip --disable-pip-version-check -q

.PHONY: run test docs bench lint lock lock-peers clean

run: .venv/run.installed
	.venv/bin/statwire run

test: .venv/dev.installed lint
	.venv/bin/python -m pytest

docs: .venv/run.installed  # docs/warehouse.md, from the comments in the warehouse
	.venv/bin/python tools/warehouse_doc.py

bench: .venv/run.installed .venv-peers/installed  # reading against its peers, on one core; needs ../shared/corpora
	taskset -c 0 .venv/bin/python benchmarks/recognition.py

lint: .venv/dev.installed
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

lock: .venv/dev.installed  # rewrite the lock files; uv only here
	$(PIP) install uv
	echo 'duckdb==1.5.5' > .venv/pins
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c .venv/pins pyproject.toml --group build -o requirements.lock
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c .venv/pins pyproject.toml --group dev -o requirements-dev.lock

lock-peers: .venv/dev.installed  # the same for the peers of `make bench`, which never enter our own locks
	$(PIP) install uv
	cd benchmarks && ../.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate requirements-peers.in -o requirements-peers.txt
	cd benchmarks && ../.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --no-deps requirements-cqe.in -o requirements-cqe.txt

clean:
	rm -rf .venv .venv-peers

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "statwire needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run.installed: requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@

.venv/dev.installed: requirements-dev.lock .venv/run.installed
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@

.venv-peers/installed: benchmarks/requirements-peers.txt benchmarks/requirements-cqe.txt | .venv/bin/python
	.venv/bin/python -m venv .venv-peers
	.venv-peers/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r benchmarks/requirements-peers.txt
	.venv-peers/bin/python -m pip --disable-pip-version-check -q install --require-hashes --no-deps --no-build-isolation -r benchmarks/requirements-cqe.txt
	touch $@
