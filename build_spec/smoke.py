"""Tries the frozen program as its user would: on its own, far from this project.

Run: python -m build_spec.smoke [FOLDER]   (default dist/banthuek)

The commands have to answer, self-check has to pass, the window has to come up and stay, and nothing that only
developers need may lie in the folder. Exits with 1 and says what failed.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUFFIX = ".exe" if os.name == "nt" else ""
FOR_DEVELOPERS = (
    "pytest",
    "mypy",
    "ruff",
    "hypothesis",
    "PyInstaller",
    "fontTools",
    "numpy",
    "yaml",
    "PySide6/Qt/qml",
    "PySide6/scripts",
)
SECONDS_TO_FAIL = 5
"""A window that is still there after this long has come up."""


def bare_environment(home: Path) -> dict[str, str]:
    """Make an environment in which nothing of this project or its Python is found."""
    kept = ("SYSTEMROOT", "TEMP", "TMP", "LANG")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "PATH": os.defpath,
        "HOME": str(home),
        "LOCALAPPDATA": str(home),
        "QT_QPA_PLATFORM": "offscreen",
    }


def command_fault(command: Sequence[str | Path], home: Path) -> str:
    """Run one command; return what went wrong, or nothing."""
    done = subprocess.run(
        command, cwd=home, env=bare_environment(home), capture_output=True, encoding="utf-8", check=False
    )
    return "" if done.returncode == 0 else f"exit {done.returncode}\n{done.stdout}{done.stderr}"


def english_fault(program: Path, home: Path) -> str:
    """Ask for help in English; return what came instead, or nothing."""
    done = subprocess.run(
        [program, "--help"],
        cwd=home,
        env={**bare_environment(home), "BANTHUEK_LANGUAGE": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return "" if done.stdout.startswith("Usage:") else f"{done.stdout}{done.stderr}"


def window_fault(program: Path, home: Path) -> str:
    """Open the window on a new office; return what went wrong, or nothing."""
    database, said = home / f"{program.stem}.db", home / f"{program.stem}.log"
    with said.open("w", encoding="utf-8") as log:
        window = subprocess.Popen(
            [program, "--db", database], cwd=home, env=bare_environment(home), stdout=log, stderr=log
        )
        try:
            fault = f"exit {window.wait(SECONDS_TO_FAIL)}"
        except subprocess.TimeoutExpired:
            fault = "" if database.exists() else "no database was made"
            window.kill()
            window.wait()
    words = said.read_text(encoding="utf-8")
    return f"{fault}\n{words}" if fault or "Traceback" in words else ""


def folder_fault(folder: Path) -> str:
    """Return what lies in the folder and should not."""
    return " ".join(name for name in FOR_DEVELOPERS if (folder / "_internal" / name).exists())


def trials(folder: Path, home: Path) -> Iterator[tuple[str, str]]:
    """Yield each trial's name and its fault, which is empty when it passed."""
    console, windowed = (folder / f"{name}{SUFFIX}" for name in ("banthuek", "banthuek-window"))
    for arguments in (
        ["--help"],
        ["forms"],
        ["self-check"],
        ["demo", "--db", str(home / "office.db"), "--out", str(home)],
    ):
        yield arguments[0], command_fault([console, *arguments], home)
    yield "English", english_fault(console, home)
    for program in (console, windowed):
        yield f"{program.name}, window", window_fault(program, home)
    yield "nothing for developers inside", folder_fault(folder)


def main(arguments: Sequence[str]) -> int:
    """Try everything; 0 when all is well."""
    sys.stdout.reconfigure(encoding="utf-8")
    folder = Path(arguments[0]).resolve() if arguments else ROOT / "dist" / "banthuek"
    megabytes = sum(path.stat().st_size for path in folder.rglob("*") if not path.is_symlink()) / 1e6
    print(f"{folder.name}: {megabytes:.0f} MB")
    with tempfile.TemporaryDirectory() as home:
        results = list(trials(folder, Path(home)))
    for name, fault in results:
        print(f"{'FAILED' if fault else 'ok':<7}{name}{': ' + fault if fault else ''}")
    return 1 if any(fault for _, fault in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
