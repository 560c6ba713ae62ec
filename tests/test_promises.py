"""docs/promises.md says what the user is promised; each test it names has to be there."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROMISES = ROOT / "docs" / "promises.md"
NAMED_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@cache
def names_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def promises() -> list[str]:
    """The rows of the tables, without their heads."""
    rows = [line for line in PROMISES.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [row for row in rows if "| held by" not in row]


def test_every_promise_names_a_test():
    assert len(promises()) > 5
    assert [row for row in promises() if not NAMED_TEST.search(row)] == []


def test_every_test_named_by_a_promise_exists():
    named = NAMED_TEST.findall(PROMISES.read_text(encoding="utf-8"))
    missing = [
        f"{file}::{test}"
        for file, test in named
        if not (ROOT / file).exists() or test not in names_in(ROOT / file)
    ]
    assert missing == []
