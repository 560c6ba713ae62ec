"""Every Thai word of the window is marked for translation, but for what is data."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
THAI = re.compile("[ก-๛]")
MARKS = {"_", "N_", "pgettext"}
ALL = object()
DATA = {
    "ui/qt_thai_words.py": ALL,
    "ui/settings/language_choice.py": ALL,
    "ui/window/look_tasks.py": {"ไม่เปลี่ยน / No change"},
    "ui/grid/columns.py": ALL,
    "ui/grid/keys.py": ALL,
    "ui/grid/numbering.py": ALL,
    "ui/grid/table_tools.py": {"Ctrl+ว"},
    "ui/report/opinion_field.py": ALL,
    "ui/report/head_editor.py": {"ด่วน", "ด่วนมาก", "ด่วนที่สุด", "ลับ", "ลับมาก", "ลับที่สุด"},
    "ui/report/date_line.py": {"๑๘ มี.ค. ๖๗", "ว"},
    "ui/report/scores.py": {"๙๘.๙๙"},
    "ui/window/form_tasks.py": {" (สำเนา)"},
}
"""Thai that belongs to what is printed, typed or pressed, or is said in both languages at once."""


def unmarked(source):
    """Line and text of each Thai literal that no mark surrounds, documentation aside."""
    found = []
    waiting = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and THAI.search(node.value):
            found.append((node.lineno, node.value))
        waiting += ast.iter_child_nodes(node)
    return sorted(found)


@pytest.mark.parametrize("path", sorted((ROOT / "ui").rglob("*.py")), ids=lambda path: path.stem)
def test_every_word_of_the_window_is_marked(path):
    name = path.relative_to(ROOT).as_posix()
    data = DATA.get(name, set())
    if data is not ALL:
        assert [one for one in unmarked(path.read_text(encoding="utf-8")) if one[1] not in data] == []


def told_unmarked(source):
    """Lines of errors that are told in Thai words without a mark."""
    raised = [node.exc for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Raise) and node.exc]
    return [node.lineno for node in raised if unmarked(ast.unparse(node))]


@pytest.mark.parametrize("room", ["ui", "desktop_app"])
def test_every_sentence_that_tells_what_is_wrong_is_marked(room):
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / room).rglob("*.py")}
    told = {str(path): told_unmarked(source) for path, source in sources.items()}
    assert {path: lines for path, lines in told.items() if lines} == {}
    assert told_unmarked('try:\n    raise E(_("ดี"))\nexcept E:\n    raise E(f"แบบ {x}") from None') == [4]


def inside_f_strings(source):
    """Lines of marked words inside of f-strings: the tool that looks for marks does not see them there."""
    within = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.JoinedStr)]
    calls = {one for node in within for one in ast.walk(node) if isinstance(one, ast.Call) and one.args}
    marks = [one for one in calls if isinstance(one.func, ast.Name) and one.func.id in MARKS]
    return [one.lineno for one in marks if isinstance(one.args[0], ast.Constant)]


@pytest.mark.parametrize("room", ["ui", "desktop_app"])
def test_no_mark_hides_in_an_f_string(room):
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / room).rglob("*.py")}
    hidden = {str(path): inside_f_strings(source) for path, source in sources.items()}
    assert {path: lines for path, lines in hidden.items() if lines} == {}
    assert inside_f_strings("f\"{_('แถว')} {_(words)}\"") == [1]


def test_the_list_of_data_names_nothing_that_went():
    for name, data in DATA.items():
        words = {text for _line, text in unmarked((ROOT / name).read_text(encoding="utf-8"))}
        assert words, name
        assert data is ALL or data <= words, name


def test_what_is_not_marked_is_found():
    assert unmarked('"""ไทย"""\na = _("ดี")\nb = "ลืม"\nc = f"{x} แถว"') == [(3, "ลืม"), (4, " แถว")]
