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


def open_window() -> str | None:
    """Start the window on the sample office and leave it open; return what it said when it did not stay."""
    said = ROOT / "out" / "window.log"
    with said.open("wb") as log:
        window = subprocess.Popen(
            [BIN / "banthuek", "--db", DATABASE], cwd=ROOT, stdout=log, stderr=log, start_new_session=True
        )
    try:
        window.wait(SECONDS_TO_FAIL)
    except subprocess.TimeoutExpired:
        return None
    return said.read_text(encoding="utf-8", errors="replace").strip()


def tell_how_to_open(reason: str = "") -> None:
    """Tell the command that opens the sample office."""
    if reason:
        print(reason)
    command = f"{(BIN / 'banthuek').relative_to(ROOT)} --db {DATABASE}"
    print(f"เปิดหน้าต่างดูสำนักงานตัวอย่างได้ด้วยคำสั่ง / open the window with:\n    {command}")


def main() -> int:
    """Make, print, open; the exit code is that of the program."""
    sys.stdout.reconfigure(encoding="utf-8")
    (ROOT / "out").mkdir(exist_ok=True)
    made = subprocess.run([BIN / "banthuek", "demo", "--db", DATABASE, "--out", "out"], cwd=ROOT, check=False)
    if made.returncode != 0:
        return made.returncode
    if not has_screen(sys.platform, os.environ) or missing_libraries():
        tell_how_to_open()
        return 0
    reason = open_window()
    if reason is None:
        print("เปิดหน้าต่างโปรแกรมให้แล้ว / the window is open")
    else:
        tell_how_to_open(reason)
    return 0


if __name__ == "__main__":
    sys.exit(main())
