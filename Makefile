# Everything a new machine needs is Python 3.11 or newer with pip, make and git.
#   make lab                              set up and open the course in JupyterLab
#   make lab PORT=8899 BROWSER=none       serve only
#   make test                             set up and run every test; ARGS="-k tent" chooses
# Without make: install both packages and run `python -m parley lab`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PY     := $(BIN)/python
READY  := $(VENV)/ready

# nbgrader starts alembic by its bare name, so the environment comes first on PATH.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

OLD_ENOUGH = import sys; sys.exit(sys.version_info < (3, 11) and \
  "Parley needs Python 3.11 or newer; $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12" % sys.version_info[:2])
NO_VENV = $(PYTHON) could not make a virtual environment; on Debian or Ubuntu: apt-get install python3-venv

.PHONY: lab test check format bench demo derived lock clean
.DEFAULT_GOAL := lab

lab: $(READY)
	@$(PY) -m parley lab $(if $(PORT),--port $(PORT)) $(if $(filter none,$(BROWSER)),--no-browser)

# The tests of one module stay in one worker: cells of a notebook, or pages of one server.
test: $(READY)
	@$(PY) -m tools.browser
	@$(PY) -m pytest -n logical --maxprocesses 4 --dist loadscope $(ARGS)

check: $(READY)
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(PY) -m tools.environment --check
	@$(PY) -m tools.schema --check
	@$(PY) -m tools.datapackage --check
	@$(PY) -m tools.outline --check
	@$(PY) -m tools.sources --check
	@$(PY) -m tools.glossary --check
	@$(PY) -m tools.pages --check
	@$(PY) -m tools.course_map --check

format: $(READY)
	@$(PY) -m ruff check --fix
	@$(PY) -m ruff format

bench: $(READY)
	@$(PY) -m tools.bench

demo: $(READY)
	@$(PY) -m graders.demo

derived: $(READY)
	@$(PY) -m tools.environment
	@$(PY) -m tools.schema
	@$(PY) -m tools.datapackage
	@$(PY) -m tools.sources
	@$(PY) -m tools.glossary
	@$(PY) -m tools.refresh
	@$(PY) -m tools.pages
	@$(PY) -m tools.outline
	@$(PY) -m tools.course_map

# Needs uv on PATH; everything else installs from the lock with pip.
lock:
	@$(PYTHON) tools/lock.py

clean:
	rm -rf $(VENV) build dist graders/dist .pytest_cache .hypothesis .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml graders/pyproject.toml
	@$(PYTHON) -c '$(OLD_ENOUGH)'
	@$(BIN)/pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); echo "$(NO_VENV)" >&2; exit 1; }
	@echo "Setting up Parley in $(VENV); this takes a minute the first time."
	@$(PY) -m pip install -qq --require-hashes -r requirements.lock
	@$(PY) -m pip install -qq --no-deps --no-build-isolation -e . -e graders
	@touch $@
