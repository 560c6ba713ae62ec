"""Checks that every locked dependency of the program has a wheel for 64-bit Windows. Needs the network.

Run: .venv/bin/python -m build_spec.windows_wheels
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = str(Path(sys.executable).with_name("uv"))
EXPORT = [UV, "export", "--quiet", "--frozen", "--no-default-groups", "--no-emit-project", "--no-hashes"]
RESOLVE = [
    *(UV, "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--only-binary", ":all:"),
    *("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11", "-"),
]


def main() -> int:
    """Print what Windows would install; not 0 when something has no wheel there."""
    locked = subprocess.run(EXPORT, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    resolved = subprocess.run(
        RESOLVE, cwd=ROOT, input=locked.stdout, stdout=subprocess.PIPE, text=True, check=False
    )
    print(f"wheels for Windows: {' '.join(resolved.stdout.split())}")
    return resolved.returncode


if __name__ == "__main__":
    sys.exit(main())
