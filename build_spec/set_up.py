"""Makes the program ready in this folder. Needs only a Python 3.10 and its standard library.

    python3 -m build_spec.set_up program | window | test | build | bench

Everything Python goes into .venv beside this project. What the operating system lacks is installed when
the user is root; otherwise the exact command is printed, and only what cannot do without it stops (exit 2).
A second run finds its stamp in .venv and is done at once.
"""

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "set-up.json"
OLDEST = (3, 11)
NEWEST_TRIED = 14
UV = "uv>=0.8,<1"

GROUPS = {"program": (), "window": (), "test": ("dev",), "build": ("build",), "bench": ("bench",)}
"""Purpose -> dependency groups of pyproject.toml that it needs beside the program's own."""

LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
"""What Qt's window and printing load from the system, and the Debian and Ubuntu package of each.

Newer releases call some of them …t64; apt takes the old names there too.
"""

TOOLS = {
    "test": {"pdftotext": "poppler-utils", "xvfb-run": "xvfb", "xauth": "xauth", "qpdf": "qpdf"},
    "build": {"objdump": "binutils"},
}
"""Purpose -> programs it calls, and the package of each."""


class SetUpError(Exception):
    """Set-up cannot go on; the text says what to do."""


def missing_libraries(load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """Name the packages of the libraries that Qt needs and this system cannot load; none off Linux."""
    if sys.platform != "linux":
        return []
    missing = []
    for soname, package in LIBRARIES.items():
        try:
            load(soname)
        except OSError:
            missing.append(package)
    return missing


def missing_tools(purpose: str) -> list[str]:
    """Name the packages of the programs that this purpose calls and the PATH lacks; none off Linux."""
    if sys.platform != "linux":
        return []
    return [package for tool, package in TOOLS.get(purpose, {}).items() if not shutil.which(tool)]


def find_python() -> str | None:
    """Find a Python that is new enough, or None."""
    if sys.version_info >= OLDEST:
        return sys.executable
    names = (f"python3.{minor}" for minor in range(OLDEST[1], NEWEST_TRIED + 1))
    return next((path for path in map(shutil.which, names) if path), None)


def missing_shared_python() -> list[str]:
    """Name the package of the Python library that a frozen program carries; none off Linux."""
    python = find_python()
    if python is None or sys.platform != "linux":
        return []
    probe = (
        "import ctypes, pathlib, sys; name = f'libpython3.{sys.version_info[1]}'; print(name, flush=True);"
        "pathlib.Path(sys.base_prefix, 'lib', f'{name}.so.1.0').exists() or ctypes.CDLL(f'{name}.so.1.0')"
    )
    done = subprocess.run([python, "-c", probe], capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [done.stdout.strip()]


def missing_python() -> list[str]:
    """Name the packages without which no virtual environment can be made here."""
    python = find_python()
    if python is None:
        return ["python3.11", "python3.11-venv"]
    probe = "import sys; print(sys.version_info[1], flush=True); import ensurepip, venv"
    done = subprocess.run([python, "-c", probe], capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [f"python3.{done.stdout.strip()}-venv"]


def install_command(packages: Iterable[str]) -> str:
    """Tell the command that a person types to install these packages."""
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return f"sudo apt-get update && sudo apt-get install -y {names}"
    return f"(Debian/Ubuntu) sudo apt-get install -y {names}"


def install_packages(packages: Sequence[str]) -> None:
    """Install system packages as root, quietly; raises SetUpError with apt's own words when it fails."""
    say(f"กำลังติดตั้งส่วนของระบบ / installing: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run([*apt, *step], env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SetUpError(f"{done.stdout}{done.stderr}".strip())


def is_root() -> bool:
    """Whether system packages can be installed without asking anyone."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def provide(packages: Sequence[str], needed: bool) -> None:
    """Install the packages or say how; raises SetUpError when they are needed and stay away."""
    if not packages:
        return
    reason = ""
    if is_root():
        try:
            install_packages(packages)
            return
        except SetUpError as failure:
            reason = f"{failure}\n"
    lack = "ระบบยังขาดบางส่วน ให้ผู้ดูแลเครื่องสั่ง / the system lacks packages; run:"
    message = f"{reason}{lack}\n    {install_command(packages)}"
    if needed:
        raise SetUpError(message)
    say(f"{message}\nระหว่างนี้งานที่ไม่ใช้หน้าต่างทำได้ตามปกติ / what needs no window works meanwhile")


def lock_key() -> str:
    """Digest all that decides what .venv holds: the lock, the project file, the folder, this script."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (ROOT / "uv.lock", ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def installed_groups(stamp: Path, key: str) -> set[str] | None:
    """Read which groups .venv holds for this key; None when it has to be synchronised."""
    try:
        written = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return set(written["groups"]) if written["key"] == key else None


def python_works() -> bool:
    """Whether .venv has a Python that runs and a uv beside it."""
    if not any((BIN / name).exists() for name in ("uv", "uv.exe")):
        return False
    return subprocess.run([BIN / "python", "-c", ""], capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    """Make .venv anew, with uv inside."""
    python = find_python()
    if python is None:
        raise SetUpError(
            f"ต้องใช้ Python 3.11 ขึ้นไป / Python 3.11 is needed:\n    {install_command(missing_python())}"
        )
    subprocess.run([python, "-m", "venv", "--clear", VENV], check=True)
    subprocess.run(
        [BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV], check=True
    )


def synchronise(groups: Iterable[str]) -> None:
    """Install the locked dependencies and the program itself (editable) into .venv."""
    environment = {**os.environ, "UV_COMPILE_BYTECODE": "1", "UV_PROJECT_ENVIRONMENT": str(VENV)}
    environment.pop("VIRTUAL_ENV", None)
    chosen = [argument for group in groups for argument in ("--group", group)]
    command = [BIN / "uv", "sync", "--quiet", "--frozen", "--inexact", "--no-default-groups", *chosen]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def set_up(purpose: str) -> None:
    """Make .venv and the system ready for a purpose; raises SetUpError and CalledProcessError."""
    usable = STAMP.exists() and python_works()
    python = [] if usable else missing_python()
    packages = [*python, *missing_libraries(), *missing_tools(purpose)]
    if purpose == "build":
        packages += missing_shared_python()
    provide(packages, needed=bool(python) or purpose != "program")
    key = lock_key()
    present = installed_groups(STAMP, key) if usable else None
    if present is not None and present.issuperset(GROUPS[purpose]):
        return
    say("กำลังเตรียมโปรแกรมในโฟลเดอร์ .venv / setting up .venv (about a minute the first time)")
    if not usable:
        make_venv()
    groups = sorted((present or set()).union(GROUPS[purpose]))
    synchronise(groups)
    STAMP.write_text(json.dumps({"key": key, "groups": groups}), encoding="utf-8")


def say(text: str) -> None:
    """Print at once, so that the lines stand in order with those of the programs called."""
    print(text, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Set up for the purpose named; 0 when ready, 2 when a person has to do something first."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    if len(arguments) != 1 or arguments[0] not in GROUPS:
        print(f"usage: set_up.py {' | '.join(GROUPS)}", file=sys.stderr)
        return 2
    try:
        set_up(arguments[0])
    except SetUpError as failure:
        print(failure, file=sys.stderr)
    except subprocess.CalledProcessError as failure:
        print(f"คำสั่งนี้ไม่สำเร็จ / this command failed: {' '.join(map(str, failure.cmd))}", file=sys.stderr)
    else:
        return 0
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
