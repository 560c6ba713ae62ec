# make demo   a sample office and its printed reports in out/, and the window when there is a screen
# make run    the program on your own data
# make test   everything that is checked
# make lint   style, types and layers alone
# make build  the program as a folder that runs without Python, in dist/
# make bench  start-up against an empty window, printing against Typst, LibreOffice and Qt, opening and checks, a long table,
#             how soon the page follows the typing

PYTHON ?= python3
READY := $(PYTHON) -m build_spec.set_up

.PHONY: demo run test lint build bench

demo:
	@$(READY) program
	@$(PYTHON) -m build_spec.demo

run:
	@$(READY) window
	@.venv/bin/banthuek

test:
	@$(READY) test
	@.venv/bin/python -m build_spec.check test

lint:
	@$(READY) test
	@.venv/bin/python -m build_spec.check lint

build:
	@$(READY) build
	@.venv/bin/python -m build_spec.windows_wheels
	@.venv/bin/pyinstaller --noconfirm --log-level ERROR build_spec/banthuek.spec
	@.venv/bin/python -m build_spec.smoke

bench:
	@$(READY) bench
	@.venv/bin/python -m bench.faults
	@.venv/bin/python -m bench.startup
	@.venv/bin/python -m bench.print
	@.venv/bin/python -m bench.checks
	@.venv/bin/python -m bench.window
	@.venv/bin/python -m bench.preview
