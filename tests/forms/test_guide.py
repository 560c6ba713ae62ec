"""docs/forms.md is enough: its example works, and it knows every word of a form file."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.actions import exporting, importing, printing, reports, rows
from desktop_app.actions.forms import import_with_form
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.form import ColumnKind, PartKind
from desktop_app.domain.report import DigitPolicy, Round, Status
from desktop_app.forms.reader import read_form
from desktop_app.forms.templates import FIELDS

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "forms.md"
READER = GUIDE.parents[1] / "desktop_app" / "forms" / "reader.py"
CELLS = {"day": "๓ ม.ค. ๒๕๖๗", "event": "- ปฏิเสธกระเช้า\n- แจ้งผู้ให้", "action": "คืนแล้ว"}


def examples():
    """The form files that the guide shows whole: a register and a plan of five years."""
    return re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)


@pytest.fixture
def form_file(tmp_path):
    example, _ = examples()
    path = tmp_path / "register.toml"
    path.write_text(example, encoding="utf-8")
    return path


def test_the_form_of_the_guide_is_entered_printed_exported_and_read_back(form_file, tmp_path):
    form = read_form(form_file)
    forms = tmp_path / "forms"
    forms.mkdir()
    (forms / "register.toml").write_bytes(form_file.read_bytes())
    with closing(open_workspace(tmp_path / "banthuek.db")) as ws:
        number = reports.create_report(ws, form.id, 2567, Round.TWELVE_MONTHS).report_id
        rows.add_rows(ws, number, 0, [CELLS])
        printing.save_pdf(ws, number, tmp_path / "register.pdf")
        (tmp_path / "register.json").write_text(exporting.report_as_json(ws, number), encoding="utf-8")
        again = importing.import_file(ws, tmp_path / "register.json").report_id
        first, second = reports.load_report(ws, number), reports.load_report(ws, again)
    assert [row.cells for row in second.rows] == [CELLS]
    assert (second.texts, second.head) == (first.texts, first.head)
    assert [replace(one, id=0) for one in second.signoffs] == [replace(one, id=0) for one in first.signoffs]
    document = pypdfium2.PdfDocument(tmp_path / "register.pdf")
    printed = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    assert all("".join(text.split()) in printed for text in CELLS.values())
    assert "ผู้จัดทำทะเบียน" in printed


def test_a_text_is_read_by_the_form_of_the_guide(form_file, tmp_path):
    text = tmp_path / "register.txt"
    text.write_text("วันที่\tเหตุการณ์\tการดำเนินการ\n๓ ม.ค. ๒๕๖๗\tปฏิเสธกระเช้า\tคืนแล้ว\n", encoding="utf-8")
    with closing(open_workspace(tmp_path / "banthuek.db")) as ws:
        made = import_with_form(ws, text, form_file)
    assert (made.form_id, made.rows, made.unplaced) == ("no-gift", 1, ())


def test_the_guide_names_every_word_of_a_form_file():
    guide = GUIDE.read_text(encoding="utf-8")
    taken = r'(?:text|flag|choice|choices|texts|tables|number_if_given|_key)\((?:table, |top, )?"(\w+)"'
    words = set(re.findall(taken, READER.read_text(encoding="utf-8"))) - {"parts", "columns", "slots"}
    assert len(words) > 15
    unnamed = [word for word in words if not re.search(rf"`{word}\b", guide)]
    kinds = [*PartKind, *ColumnKind, *Status]
    unnamed += [kind for kind in kinds if f"`{kind}`" not in guide]
    unnamed += [f"{{{name}}}" for name in FIELDS if f"`{{{name}}}`" not in guide]
    unnamed += [policy for policy in DigitPolicy if f'`"{policy}"`' not in guide]
    assert unnamed == []
