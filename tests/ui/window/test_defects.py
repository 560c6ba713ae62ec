"""A defect of the program is kept for whoever looks after it, also where there is no console."""

import pytest

from ui.window.launch import keeping_defects


def test_a_defect_in_the_window_is_kept_beside_the_data_and_told_as_before(tmp_path):
    told = []
    hook = keeping_defects(tmp_path, lambda *what: told.append(what))
    with pytest.raises(KeyError) as caught:
        {}["nowhere"]
    hook(caught.type, caught.value, caught.tb)
    assert told == [(KeyError, caught.value, caught.tb)]
    kept = (tmp_path / "crash.txt").read_text(encoding="utf-8")
    assert "KeyError: 'nowhere'" in kept
    assert "test_defects.py" in kept


def test_leaving_with_ctrl_c_is_no_defect(tmp_path):
    keeping_defects(tmp_path, lambda *_: None)(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not (tmp_path / "crash.txt").exists()
