"""What bench.window calls too slow."""

import os
import subprocess
import sys

from bench.window import LIMITS, ROOT, beyond


def test_a_number_beyond_its_limit_is_named_and_one_at_it_is_not():
    at_most = {name: float(limit) for name, (limit, _unit, _words) in LIMITS.items()}
    assert beyond(at_most) == []
    assert beyond({**at_most, "commit": 5.1, "memory": 221.0}) == ["commit", "memory"]


def test_a_bench_that_copied_leaves_in_peace():
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from bench.long_table import forget_copied\n"
        "from ui.grid.clipboard import table_data\n"
        "app = QApplication([])\n"
        "app.clipboard().setMimeData(table_data([['ก', 'ข']]))\n"
        "forget_copied()\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, timeout=60, check=False)
    assert done.returncode == 0
