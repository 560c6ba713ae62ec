"""Nothing leaves the machine: the program neither knows nor opens any network."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NETWORK = {
    *("socket", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib"),
    *("poplib", "imaplib", "telnetlib", "xmlrpc", "socketserver", "asyncio", "webbrowser", "websockets"),
}
LOCAL_ONLY = {"QLocalServer", "QLocalSocket"}
"""What one window of the program tells another of the same machine with: no socket of a network."""
WATCHED = """
import socket, sys

def refuse(*what, **more):
    raise AssertionError(f"a socket was opened: {what}")

before = socket.socket.__init__
def only_local(self, family=-1, *rest, **more):
    if family in (socket.AF_INET, socket.AF_INET6, -1):
        refuse(family, *rest)
    before(self, family, *rest, **more)

socket.socket.__init__ = only_local
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse
from desktop_app.cli import main
code = main(sys.argv[1:])
sys.exit(code)
"""


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.module, alias.name) for alias in node.names)


def test_no_part_of_the_program_knows_the_network():
    found = [
        f"{path.relative_to(ROOT)}: {module} {name}"
        for room in ("desktop_app", "ui")
        for path in (ROOT / room).rglob("*.py")
        for module, name in imports_of(path)
        if module.split(".")[0] in NETWORK or (module == "PySide6.QtNetwork" and name not in LOCAL_ONLY)
    ]
    assert found == []


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A folder, and what runs a command in it that may open no socket of a network."""
    folder = tmp_path_factory.mktemp("day")

    def run(*arguments):
        command = [sys.executable, "-c", WATCHED, *map(str, arguments)]
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return folder, run


def test_a_whole_day_of_work_opens_no_socket(day):
    folder, run = day
    database, exported = folder / "a.db", folder / "report.json"
    for command in (
        ("demo", "--db", database, "--out", folder),
        ("reports", "--db", database),
        ("check", "1", "--db", database),
        ("export", "1", "--format", "json", "--db", database, "--out", exported),
        ("import", exported, "--db", database),
        ("print", exported, "--out", folder / "a.pdf"),
    ):
        done = run(*command)
        assert done.returncode in (0, 1), done.stderr
        assert "a socket was opened" not in done.stderr


def test_the_watch_would_notice_a_socket():
    bait = WATCHED.replace(
        "from desktop_app.cli import main", "import urllib.request\nmain = urllib.request.urlopen"
    )
    bait = bait.replace("main(sys.argv[1:])", "main('http://127.0.0.1:9/')")
    done = subprocess.run([sys.executable, "-c", bait], capture_output=True, text=True, check=False)
    assert "a socket was opened" in done.stderr
