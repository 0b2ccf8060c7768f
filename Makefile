# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 5000
# The data of `make run` stays in the checkout, unless you say where it should live.
QUIZAPP_HOME ?= $(CURDIR)/.quizapp
SOURCES ?=

.PHONY: run test check format bench predict decks screenshots clean help

help:
	@echo "make run     install, build the bundled episode (or SOURCES=folder), serve it on PORT"
	@echo "make test    install what the tests need and run all of them"
	@echo "make check   style and types"
	@echo "make format  mend the style where that can be done by itself"
	@echo "make bench   speed and memory, as ratios against peers"
	@echo "make predict how well recall is predicted on a real log (QUIZAPP_REVIEWS=file.csv)"
	@echo "make decks   make decks/ anew from source_texts/"
	@echo "make screenshots  take the pictures of the README anew"
	@echo "make clean   remove what was installed and made here; your data stays"

run: $(VENV)/.run
	QUIZAPP_HOME="$(QUIZAPP_HOME)" $(BIN)/quizapp build $(SOURCES)
	QUIZAPP_HOME="$(QUIZAPP_HOME)" $(BIN)/quizapp serve --port $(PORT)

test: $(VENV)/.test
	$(BIN)/python -m pytest

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.test
	$(BIN)/python -m tests.benchmarks

predict: $(VENV)/.test
	$(BIN)/python -m tests.benchmarks.predicting

# The instant stamps the deck's notes; set it to today when source_texts/ changed, so that people
# who have the deck get the new wording.
DECK_TIME := 2026-11-22T17:15:00+00:00
DECK_HOME := build/decks
decks: $(VENV)/.run
	rm -rf $(DECK_HOME)
	QUIZAPP_NOW=$(DECK_TIME) $(BIN)/quizapp --home $(DECK_HOME) build
	$(BIN)/quizapp --home $(DECK_HOME) export --to decks/ilya-sutskever-deep-learning.apkg

screenshots: $(VENV)/.test
	$(BIN)/python -m tests.screenshots

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "quizapp needs Python 3.11 or newer; say which with make PYTHON=…")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	touch $@

$(VENV)/.run: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.test: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test,dev]'
	touch $@ $(VENV)/.run
