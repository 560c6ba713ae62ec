"""Makes the sample office and its reports in out/, then opens them when there is a screen."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from build_spec.set_up import BIN, ROOT, missing_libraries

DATABASE = Path("out", "demo.db")
SECONDS_TO_FAIL = 2.0
"""A window that is still there after this long has opened."""


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can and may be opened."""
    if environment.get("CI") or environment.get("BANTHUEK_NO_WINDOW"):
        return False
    return platform in ("win32", "darwin") or any(map(environment.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def open_window() -> bool:
    """Start the window on the sample office and leave it open; False when it did not come up."""
    log = (ROOT / "out" / "window.log").open("wb")
    with log:
        window = subprocess.Popen(
            [BIN / "banthuek", "--db", DATABASE], cwd=ROOT, stdout=log, stderr=log, start_new_session=True
        )
    try:
        return window.wait(SECONDS_TO_FAIL) == 0
    except subprocess.TimeoutExpired:
        return True


def main() -> int:
    """Make, print, open; the exit code is that of the program."""
    sys.stdout.reconfigure(encoding="utf-8")
    (ROOT / "out").mkdir(exist_ok=True)
    made = subprocess.run([BIN / "banthuek", "demo", "--db", DATABASE, "--out", "out"], cwd=ROOT, check=False)
    if made.returncode != 0:
        return made.returncode
    command = f"{(BIN / 'banthuek').relative_to(ROOT)} --db {DATABASE}"
    if has_screen(sys.platform, os.environ) and not missing_libraries() and open_window():
        print("เปิดหน้าต่างโปรแกรมให้แล้ว / the window is open")
    else:
        print(f"เปิดหน้าต่างดูสำนักงานตัวอย่างได้ด้วยคำสั่ง / open the window later with:\n    {command}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
