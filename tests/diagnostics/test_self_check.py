"""The self-check passes on a sound program and tells what is wrong with an unsound one."""

from dataclasses import replace

import pytest

from desktop_app.actions import printing
from desktop_app.diagnostics import self_check


def test_a_sound_program_passes_every_step():
    steps = self_check.run_self_check()
    assert [(step.ok, step.detail) for step in steps] == [(True, "")] * 5


@pytest.mark.parametrize("fault", ["wrong text", "no pdf", "crash"])
def test_a_printer_that_lies_is_found_out(monkeypatch, fault):
    real = printing.render

    def lie(document, photos):
        if fault == "crash":
            raise ZeroDivisionError("ขาดแบบอักษร")
        if fault == "no pdf":
            return b"no pdf"
        return real(replace(document, blocks=document.blocks[:1]), photos)

    monkeypatch.setattr(printing, "render", lie)
    last = self_check.run_self_check()[-1]
    assert not last.ok
    assert last.detail
