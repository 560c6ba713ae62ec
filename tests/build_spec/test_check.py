"""The harness of the tests does what it says."""

import os
import subprocess
import sys

from build_spec.check import without_libthai


def test_libthai_cannot_be_loaded_where_it_is_blocked(tmp_path):
    environment = {**os.environ, **without_libthai(tmp_path)}
    probe = "import ctypes\ntry:\n    ctypes.CDLL('libthai.so.0')\nexcept OSError:\n    print('blocked')"
    done = subprocess.run(
        [sys.executable, "-c", probe], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "blocked\n"
