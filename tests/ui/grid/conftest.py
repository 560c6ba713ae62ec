"""An invented office and its rows, long enough to wrap."""

from dataclasses import replace

import pytest

from desktop_app.domain.form import FormSpec
from desktop_app.domain.office import Office
from desktop_app.domain.report import Report, Round, Row, Status
from desktop_app.forms.library import load_forms
from ui import theme
from ui.grid.table_editor import TableEditor

OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", unit="งานนิติการ สำนักปลัดเทศบาล")
KEYS = ("measure", "method", "responsible", "period", "summary", "outcome", "suggestion")
TEXTS = (
    (
        "๑. มาตรการด้านการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",
        "๑. จัดทำคู่มือการให้บริการประชาชน\n๒. ประชุมพนักงานเทศบาลเป็นประจำทุกเดือน เพื่อติดตามผลการปฏิบัติงาน",
        "ทุกกอง",
        "ต.ค. ๖๖ – ก.ย. ๖๗",
        "๑. มีคู่มือครบทุกงานบริการ\n๒. ประชุมแล้ว ๑๒ ครั้ง",
        "คะแนนเพิ่มขึ้นจาก ๙๘.๕๓ เป็น ๙๘.๙๙ คะแนน",
        "ควรประชาสัมพันธ์ให้ทั่วถึง",
    ),
    (
        "๒. การให้บริการและระบบ E-Service",
        "๑. ประชาสัมพันธ์ช่องทาง",
        "สำนักปลัดเทศบาล",
        "ต.ค. ๖๖ – ก.ย. ๖๗",
        "",
        "",
        "",
    ),
    ("๓. การใช้ทรัพย์สินของราชการ", "", "กองคลัง", "ต.ค. – ธ.ค. ๖๖", "แจ้งเวียนแล้วทุกกอง", "", ""),
)
STATUSES = (Status.DONE, Status.IN_PROGRESS, Status.WAITING)


def make_report(count: int = 3, first_id: int = 11) -> Report:
    """A report whose rows have the ids first_id, first_id + 1, …"""
    rows = tuple(
        Row(first_id + at, at + 1, dict(zip(KEYS, TEXTS[at % 3], strict=True)), STATUSES[at % 3])
        for at in range(count)
    )
    return Report(1, "memo", 2567, Round.TWELVE_MONTHS, OFFICE, rows=rows)


class Desk:
    """A table editor with a clerk's desk behind it: what it asks for is done and shown, as the window does.

    ``asked`` keeps every wish in order, as (name of the signal, its arguments).
    """

    def __init__(self, editor: TableEditor, form: FormSpec, report: Report) -> None:
        self.editor, self.form, self.report = editor, form, report
        self.asked: list[tuple[str, tuple]] = []
        self._next_id = 100
        editor.cells_edited.connect(self._cells)
        editor.status_chosen.connect(self._status)
        editor.rows_added.connect(self._added)
        editor.table_pasted.connect(self._pasted)
        editor.rows_removed.connect(self._removed)
        editor.rows_moved.connect(self._moved)
        editor.set_report(report, form)

    def show(self, rows) -> None:
        numbered = tuple(replace(row, number=at + 1) for at, row in enumerate(rows))
        self.report = replace(self.report, rows=numbered)
        self.editor.apply(self.report)

    def texts(self, key: str) -> list[str]:
        return [row.cells.get(key, "") for row in self.report.rows]

    def _cells(self, cells) -> None:
        self.asked.append(("cells", (dict(cells),)))
        assert all("\u200b" not in text for text in cells.values())

        def changed(row: Row) -> Row:
            mine = {key: text for (row_id, key), text in cells.items() if row_id == row.id}
            return replace(row, cells={**row.cells, **mine})

        self.show([changed(row) for row in self.report.rows])

    def _status(self, ids, status) -> None:
        self.asked.append(("status", (ids, status)))
        self.show([replace(row, status=status) if row.id in ids else row for row in self.report.rows])

    def _added(self, at, rows) -> None:
        self.asked.append(("added", (at, [dict(row) for row in rows])))
        new = [Row(self._next_id + place, 0, dict(cells)) for place, cells in enumerate(rows)]
        self._next_id += len(new)
        self.show([*self.report.rows[:at], *new, *self.report.rows[at:]])

    def _pasted(self, pasted) -> None:
        self.asked.append(("pasted", (pasted,)))

        def filled(row: Row) -> Row:
            mine = {key: text for (row_id, key), text in pasted.cells.items() if row_id == row.id}
            return replace(row, cells={**row.cells, **mine}, status=pasted.statuses.get(row.id, row.status))

        new = [
            Row(self._next_id + place, 0, dict(cells), status)
            for place, (cells, status) in enumerate(zip(pasted.rows, pasted.row_statuses, strict=True))
        ]
        self._next_id += len(new)
        rows = [filled(row) for row in self.report.rows]
        self.show([*rows[: pasted.at], *new, *rows[pasted.at :]])

    def _removed(self, ids) -> None:
        self.asked.append(("removed", (ids,)))
        self.show([row for row in self.report.rows if row.id not in ids])

    def _moved(self, ids, to) -> None:
        self.asked.append(("moved", (ids, to)))
        rest = [row for row in self.report.rows if row.id not in ids]
        gone = [row for row in self.report.rows if row.id in ids]
        self.show([*rest[:to], *gone, *rest[to:]])


@pytest.fixture(autouse=True)
def _look(qapp):
    theme.apply(qapp)


@pytest.fixture
def form() -> FormSpec:
    return load_forms()["memo"]


@pytest.fixture
def report() -> Report:
    return make_report()


@pytest.fixture
def desk(qtbot, form, report) -> Desk:
    editor = TableEditor()
    qtbot.addWidget(editor)
    editor.resize(1000, 600)
    made = Desk(editor, form, report)
    editor.show()
    qtbot.waitExposed(editor)
    editor.activateWindow()
    editor.view.setFocus()
    return made
