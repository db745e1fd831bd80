# make run    set up everything and open the desk (without a display: a guided tour, left in build/tour)
# make test   set up everything and run every check
# make check  the quick ones: format, lint, types, architecture
# make bench / shots / tour    measurements, pictures of every screen, the guided tour
# make manual-pictures         the pictures in docs/manual anew
# make format / lock           rewrite the code's layout / choose the locked versions anew
# The other words (setup, environment, clean) serve these.

SHELL := /bin/sh
PY := .venv/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen
WORKERS ?= 2
.PHONY: run test check bench shots tour format lock setup environment clean

run: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec .venv/bin/desk-app; \
	else echo "There is no display here, so the desk gives its guided tour off screen instead."; $(MAKE) -s tour; fi

test: setup lint
	@mkdir -p build && rm -f .coverage .coverage.*
	@$(OFFSCREEN) $(PY) -m pytest -q -n $(WORKERS) --cov --cov-report=term
	@$(PY) -m installers.coverage_gate

check: environment lint
	@$(OFFSCREEN) $(PY) -m pytest -q tests/test_architecture.py

.PHONY: lint
lint:
	@$(PY) -m ruff format --check --quiet . || { echo "Run 'make format' and look at what it changed."; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy $(wildcard desk_app tests installers benchmarks)

bench: setup
	@$(OFFSCREEN) $(PY) -m benchmarks

shots: setup
	@$(OFFSCREEN) $(PY) -m desk_app shots --out build/shots
	@echo "The pictures are in build/shots/."

.PHONY: manual-pictures
manual-pictures: setup
	@$(OFFSCREEN) $(PY) -m desk_app shots --manual --out docs/manual/pictures

tour: setup
	@$(OFFSCREEN) $(PY) -m desk_app tour --out build/tour
	@echo "Screenshots and slips of the tour are in build/tour/."

format: environment
	@$(PY) -m ruff check --quiet --fix . ; $(PY) -m ruff format .

lock:
	@installers/lock.sh

setup:
	@python=$$(installers/find_python.sh) && "$$python" -m installers.bootstrap

environment:
	@python=$$(installers/find_python.sh) && "$$python" -m installers.bootstrap --only environment

clean:
	rm -rf build .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache
