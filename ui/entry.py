"""The way in: the window, or one command without it. Qt is imported only for the window.

The language is chosen here, before any room that has words is imported.
"""

import gc
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from desktop_app.language import N_, _, choose, wanted

NO_SCREEN = N_(
    "ไม่พบหน้าจอสำหรับเปิดหน้าต่าง กรุณาเปิดจากเครื่องที่มีจอภาพ หรือใช้คำสั่ง banthuek --help เพื่อดูงานที่ทำได้โดยไม่มีหน้าต่าง"
)
NO_LIBRARY = N_("เปิดหน้าต่างไม่ได้เพราะเครื่องนี้ขาดไลบรารีของระบบ ({detail}) กรุณาติดตั้งไลบรารีนั้นแล้วลองอีกครั้ง")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window when there is none (or only ``--db PATH``).

    Returns the exit code: 0 fine, 1 a command found problems to report, 2 bad usage or bad input.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    opens_window, path = _window_request(arguments)
    _choose_language(arguments)
    if not opens_window:
        from desktop_app.cli import main as run_command

        return run_command(arguments)
    return _open_window(path, in_console=True)


def window_main() -> int:
    """Open the window for a shortcut: no console, so a fault is told in a dialog."""
    _opens, path = _window_request(sys.argv[1:])
    _choose_language(sys.argv[1:])
    return _open_window(path, in_console=False)


def _window_request(arguments: Sequence[str]) -> tuple[bool, Path | None]:
    """Return whether the window is wanted, and the database it shall show."""
    match list(arguments):
        case []:
            return True, None
        case ["--db", path]:
            return True, Path(path)
        case [single] if single.startswith("--db=") and len(single) > len("--db="):
            return True, Path(single.removeprefix("--db="))
    return False, None


def _choose_language(arguments: Sequence[str]) -> None:
    """Speak the language of the database that is meant; it is kept with how the window stands."""
    from desktop_app.places import default_path, view_file

    after = [word for before, word in pairwise(arguments) if before == "--db"]
    joined = [word.removeprefix("--db=") for word in arguments if word.startswith("--db=")]
    path = next((Path(path) for path in (*after, *joined) if Path(path).name), None) or default_path()
    choose(wanted(view_file(path)))


def _open_window(path: Path | None, in_console: bool) -> int:
    if not _has_screen():
        return _say(_(NO_SCREEN))
    gc.disable()  # nothing of what is loaded now is garbage; ui.window.upkeep goes on from here
    try:
        from ui.window.launch import run, tell_in_dialog, tell_on_stderr
    except ImportError as error:
        if "PySide6" not in f"{error.name} {error.path}":  # a library that will not load names only itself
            raise
        return _say(_(NO_LIBRARY).format(detail=error))
    return run(path, tell_on_stderr if in_console else tell_in_dialog)


def _has_screen() -> bool:
    """On Linux Qt aborts the whole process when there is no display: look first."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _say(sentence: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
