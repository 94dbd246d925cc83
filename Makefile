# Both targets set themselves up in .venv on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check speed reference clean

demo: $(VENV)/.run
	$(BIN)/kg build -o output

test: $(VENV)/.test
	$(BIN)/python -m pytest

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Whether any stage is slower than at commit BASE; minutes, on a machine that does little else.
BASE ?= HEAD~1
speed: $(VENV)/.run
	$(BIN)/python benchmarks/check.py $(BASE)

$(VENV)/.run: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

# Below the last line of its own text, docs/cli.md is what the program says of itself; the schema is that of the types; the word
# lists are those of the vocabulary with the modules that name them.
reference: $(VENV)/.run
	sed -i '/^<!-- /q' docs/cli.md
	echo >> docs/cli.md
	$(BIN)/typer kg.cli utils docs --name kg >> docs/cli.md
	$(BIN)/python -c 'from kg.graph.record import page; print(page(), end="")' > docs/record.schema.json
	$(BIN)/kg ontology -o docs/ontology.html
	$(BIN)/python -m tests.word_lists > docs/word-lists.md

clean:
	rm -rf $(VENV) build dist
