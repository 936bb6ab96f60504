# The logic is in tools/bootstrap.py; this finds a Python that can start it.
SHELL = /bin/sh
STARTS = import sys; sys.version_info >= (3, 8) and print("starts")
START := $(firstword $(foreach python,$(PYTHON) python3.13 python3 python /usr/bin/python3,\
  $(if $(filter starts,$(shell $(python) -c '$(STARTS)' 2>/dev/null)),$(python))))

.DEFAULT_GOAL = help
.PHONY: help serve test build pack check setup lock clean

serve: ## set everything up, build the site, serve it on localhost (PORT=8000)
test: ## set everything up and pass all tests (ARGS="tests/test_rupiah.py" for some)
build: ## build the site into site/
pack: ## make the zip that works from a folder, into dist/
check: ## hold every exercise to its promises (ARGS="pembukuan/buku-kas/…" for some)
setup: ## set everything up, nothing more
lock: ## pin newer versions of everything, with hashes

serve test build pack check setup lock:
	@test -n "$(START)" || { echo "$@: no Python was found. Install Python 3.13, or say where it is: make $@ PYTHON=/path/to/python3.13" >&2; exit 1; }
	@$(START) tools/bootstrap.py $@ $(ARGS)

clean: ## remove everything that was made
	rm -rf .venv .cache web/node_modules web/build site dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## this list
	@sed -n 's/^\([a-z]*\): ## \(.*\)/make \1\t\2/p' Makefile
