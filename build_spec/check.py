"""All checks, in the order that fails soonest: style, types, layers, then the tests.

    .venv/bin/python -m build_spec.check lint | test

The window's tests run three times: with libthai blocked (Windows has none: Qt then breaks no Thai line by
itself), the journeys on a real X screen (one after the other, they share its focus), and offscreen together
with all the others.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
LINT = (
    ("ruff", "check", "--quiet", "."),
    ("ruff", "format", "--check", "--quiet", "."),
    ("mypy",),
    ("lint-imports", "--no-logo"),
)
PYTEST = ("pytest", "-q", "--hypothesis-profile=steady")
ALL_CORES = (*PYTEST, "-n", "auto")
WINDOW_TESTS = ("tests/ui", "tests/journeys")
XVFB = ("xvfb-run", "-a", "-s", "-screen 0 1280x900x24")


def run(command: Sequence[str], **environment: str) -> None:
    """Run one tool of .venv in the project's folder; leave with its exit code when it fails."""
    print(
        "›", " ".join(command), " ".join(f"{name}={value}" for name, value in environment.items()), flush=True
    )
    environment["PATH"] = os.pathsep.join([str(BIN), os.environ["PATH"]])
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)


def without_libthai(folder: Path) -> Mapping[str, str]:
    """Make an environment in which libthai cannot be loaded: an empty file of its name is found first."""
    (folder / "libthai.so.0").touch()
    environment = {"LD_LIBRARY_PATH": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    probe = [sys.executable, "-c", "import ctypes; ctypes.CDLL('libthai.so.0')"]
    if (
        subprocess.run(probe, env={**os.environ, **environment}, capture_output=True, check=False).returncode
        == 0
    ):
        sys.exit("libthai is not blocked: the window would be tested twice in the same way")
    return environment


def test() -> None:
    """Run every test, the window's in all its three ways; the whole run comes last."""
    if sys.platform == "linux":
        with tempfile.TemporaryDirectory() as folder:
            run([*ALL_CORES, *WINDOW_TESTS], **without_libthai(Path(folder)))
        run([*XVFB, *PYTEST, "tests/journeys"], QT_QPA_PLATFORM="xcb")
    run(ALL_CORES, QT_QPA_PLATFORM="offscreen")


def main(arguments: Sequence[str]) -> None:
    """Lint, and with "test" run the tests too."""
    sys.stdout.reconfigure(encoding="utf-8")
    for command in LINT:
        run(command)
    if arguments == ["test"]:
        test()


if __name__ == "__main__":
    main(sys.argv[1:])
