"""Rules of the house that no other tool watches."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
PROGRAM = ("desktop_app", "ui")
WRITTEN_BY_US = (*PROGRAM, "resources", "tests", "bench", "build_spec", "docs")
WORD_LISTS = (ROOT / "resources" / "words" / "words_th.txt", ROOT / "resources" / "words" / "lexicon.txt")
"""A dictionary from elsewhere, and what is made of it: plain words, of which some are surnames too."""

FULL_NAME = re.compile(r"(?:นางสาว|นาง|นาย)([ก-๎]{2,20} [ก-๎]{3,20})")
LONG_ENOUGH_TO_BE_COPIED = 80


def sources() -> list[Path]:
    return sorted(path for folder in PROGRAM for path in (ROOT / folder).rglob("*.py"))


def texts() -> dict[Path, str]:
    """Every text file that we wrote, by its path."""
    files = [*ROOT.glob("*.md"), *ROOT.glob("*.toml")]
    for folder in WRITTEN_BY_US:
        files += (path for path in (ROOT / folder).rglob("*") if path.is_file() and path not in WORD_LISTS)
    found = {}
    for path in files:
        content = path.read_bytes()
        if b"\0" not in content:
            found[path.relative_to(ROOT)] = content.decode("utf-8", errors="replace")
    return found


@pytest.fixture(scope="module")
def seeds() -> str:
    files = sorted(SEEDS.glob("*.txt"))
    assert files, f"the real reports are missing: they belong into {SEEDS}"
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_no_person_of_the_real_reports_stands_in_the_tree(seeds):
    persons = {name for name in FULL_NAME.findall(seeds) if not name.startswith("กเทศ")}
    assert len(persons) > 5
    hits = [f"{path}: {name}" for path, text in texts().items() for name in persons if name in text]
    assert hits == []


def test_no_line_of_the_real_reports_stands_in_the_tree(seeds):
    lines = {cell.strip() for cell in re.split(r"[\n\t]", seeds)}
    long = {line for line in lines if len(line) >= LONG_ENOUGH_TO_BE_COPIED}
    assert len(long) > 50
    hits = [f"{path}: {line}" for path, text in texts().items() for line in long if line in text]
    assert hits == []


def test_every_shipped_font_has_its_licence_beside_it():
    folders = {path.parent for path in (ROOT / "resources" / "fonts").rglob("*.ttf")}
    assert len(folders) >= 2
    bare = [str(folder) for folder in folders if not any(folder.glob("*.txt"))]
    assert bare == []


def test_no_file_of_the_program_holds_more_than_one_idea():
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in sources()}
    assert {str(path): lines for path, lines in lengths.items() if lines > 400} == {}


def test_every_function_of_the_program_can_be_seen_whole():
    too_long = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > 60:
                    too_long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name} {lines}")
    assert too_long == []


def test_the_program_icon_holds_every_size_that_windows_shows():
    from PIL import Image

    with Image.open(ROOT / "resources" / "icons" / "program" / "banthuek.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
