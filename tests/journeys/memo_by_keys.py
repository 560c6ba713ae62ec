"""A clerk's whole task, key by key, through the real window. Run alone it fills a memo and then waits.

Run: python tests/journeys/memo_by_keys.py fill DATABASE PDF   (prints "filled" and goes on running)
     python tests/journeys/memo_by_keys.py show DATABASE       (prints as JSON what the window shows)
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.journeys.clerk import CTRL, Clerk, K, close_window, open_window, pdf_text
from ui.grid.paste_dialog import PasteDialog
from ui.people.directory import PeopleDialog
from ui.reports.new_report import NewReportDialog
from ui.window.launch import application

OFFICE = ("เทศบาลตำบลตัวอย่าง", "อำเภอตัวอย่าง", "จังหวัดตัวอย่าง", "งานนิติการ สำนักปลัด", "๐ ๒๐๐๐ ๐๐๐๐")
PREFIX, HEAD_TITLE = "ตย ๕๒๐๐๑/", "นายกเทศมนตรีตำบลตัวอย่าง"
DATE, DATE_SHOWN = "18 มี.ค. 67", "๑๘ มีนาคม ๒๕๖๗"
SUBJECT = "รายงานผลการส่งเสริมคุณธรรม"
PASTED = (
    ("มาตรการเปิดเผยข้อมูล", "๑. จัดทำประกาศ", "สำนักปลัด", "ต.ค. ๖๖ - ก.ย. ๖๗", "เผยแพร่แล้ว", "ประชาชนรับรู้", "ทำต่อ"),
    ("มาตรการรับเรื่องร้องเรียน", "๑. ตั้งตู้รับเรื่อง", "ทุกกอง", "ต.ค. ๖๖ - มี.ค. ๖๗", "ไม่มีเรื่อง", "โปร่งใส", "-"),
)
TYPED = ("การใช้น้ำมันรถราชการ", "ตรวจสมุดคุม", "กองคลัง", "ทุกเดือน", "ครบ ๑๒ เดือน", "ประหยัดขึ้น", "ไม่มี")
KEYS = ("measure", "method", "responsible", "period", "summary", "outcome", "suggestion")
REPORTER = ("นางสาวตัวอย่าง ใจดี", "นิติกรปฏิบัติการ")
SUPERIORS = (
    ("นายสมมุติ มีสุข", "หัวหน้าสำนักปลัด", "สมมุติ"),
    ("นางสาวทดลอง ขยันยิ่ง", "ปลัดเทศบาลตำบลตัวอย่าง", "ขยัน"),
    ("นายจำลอง ตั้งมั่น", "นายกเทศมนตรีตำบลตัวอย่าง", "ตั้งมั่น"),
)


def fill_memo(clerk: Clerk, pdf: Path) -> None:
    """From an empty database to a signed-off memo on disk."""
    fill_office(clerk)
    clerk.key(K.Key_N, CTRL)
    clerk.dialog(NewReportDialog)
    clerk.key(K.Key_Return)
    clerk.back()
    fill_head(clerk)
    fill_table(clerk)
    fill_directory(clerk)
    sign(clerk)
    bench = clerk.launch.bench
    clerk.until(
        lambda: shows(bench, (SUBJECT, TYPED[0], PASTED[0][0], REPORTER[0])), "the page in the preview"
    )
    save_pdf(clerk, pdf)


def fill_office(clerk: Clerk) -> None:
    for text in (*OFFICE, PREFIX):
        clerk.type(text)
        clerk.key(K.Key_Tab)
    clerk.type(HEAD_TITLE)
    clerk.key(K.Key_Return)


def fill_head(clerk: Clerk) -> None:
    clerk.tab_to("วันที่")
    clerk.type(DATE)
    clerk.tab_to("เรื่อง")
    clerk.key(K.Key_A, CTRL)
    clerk.type(SUBJECT)
    clerk.key(K.Key_Tab)


def fill_table(clerk: Clerk) -> None:
    """Two rows pasted from elsewhere, one typed, the last one ticked as done."""
    clerk.key(K.Key_2, CTRL)
    QApplication.clipboard().setText("\n".join("\t".join(row) for row in PASTED))
    clerk.key(K.Key_V, CTRL)
    clerk.dialog(PasteDialog)
    clerk.key(K.Key_Return)
    clerk.back()
    clerk.key(K.Key_Down, times=len(PASTED))
    clerk.key(K.Key_Return, CTRL)
    for text in TYPED:
        clerk.type(text)
        clerk.key(K.Key_Tab)
    clerk.key(K.Key_Right)
    clerk.type(" ")


def fill_directory(clerk: Clerk) -> None:
    clerk.key(K.Key_L, CTRL)
    clerk.dialog(PeopleDialog)
    for name, position, _part in SUPERIORS:
        clerk.type(name)
        clerk.key(K.Key_Tab)
        clerk.type(position)
        clerk.key(K.Key_S, CTRL)
        clerk.until(lambda name=name: name in everybody(clerk), f"{name} in the directory")
        clerk.until(lambda: clerk.at() == "ชื่อ นามสกุล", "the next person")
    clerk.key(K.Key_Escape)
    clerk.back()


def everybody(clerk: Clerk) -> list[str]:
    """Return the names in the directory."""
    return [person.name for person in clerk.launch.bench.office_tasks.everybody()]


def sign(clerk: Clerk) -> None:
    """The reporter is added on the spot, the superiors are found by a part of their names."""
    clerk.key(K.Key_4, CTRL)
    clerk.type(REPORTER[0])
    clerk.key(K.Key_Return)
    clerk.tab_to("ตำแหน่งใต้ชื่อ")
    clerk.type(REPORTER[1])
    clerk.tab_to("เพิ่มในทำเนียบ")
    clerk.key(K.Key_Space)
    clerk.until(lambda: REPORTER[0] in everybody(clerk), f"{REPORTER[0]} in the directory")
    for name, _position, part in SUPERIORS:
        clerk.tab_to("ผู้ลงนาม")
        clerk.type(part)
        clerk.until(QApplication.activePopupWidget, f"{name} offered")
        clerk.key(K.Key_Down)
        clerk.key(K.Key_Return)
        clerk.until(lambda name=name: name in signers(clerk.launch.bench), f"{name} chosen")


def save_pdf(clerk: Clerk, pdf: Path) -> None:
    clerk.key(K.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    clerk.dialog(QFileDialog)
    clerk.key(K.Key_A, CTRL)
    clerk.type(str(pdf))
    clerk.key(K.Key_Return)
    clerk.until(lambda: "บันทึก PDF แล้ว" in clerk.launch.bench.notice.sentence, "the PDF saved")


# What the window shows


def signers(bench: object) -> list[str]:
    """Return the names in the sign-off cards, reporter first."""
    parts = bench.editor.parts
    cards = [*parts["signatures"].cards.values(), *parts["opinions"].cards.values()]
    return [card.picker.line.text() for card in cards]


def shows(bench: object, words: tuple[str, ...]) -> bool:
    """Return whether the page in the preview has all these words, white space aside."""
    page = "".join(pdf_text(bench.preview.data).split())
    return all("".join(word.split()) in page for word in words)


def shown(clerk: Clerk) -> dict[str, object]:
    """Return what stands in the fields, the grid and the cards, read from the widgets themselves."""
    bench = clerk.launch.bench
    head, model = bench.editor.parts["head"].fields, bench.editor.table.grid.view.model()
    return {
        "office": bench.office_name.text(),
        "date": head["date"].line.text(),
        "number": head["number"].text(),
        "subject": head["subject"].toPlainText(),
        "rows": [
            [model.index(row, column).data(Qt.ItemDataRole.EditRole) for column in range(len(KEYS))]
            for row in range(model.rowCount())
        ],
        "status": [str(row.status) for row in bench.session.report.rows],
        "signers": signers(bench),
    }


EXPECTED = {
    "office": OFFICE[0],
    "date": DATE_SHOWN,
    "number": PREFIX,
    "subject": SUBJECT,
    "rows": [list(row) for row in (*PASTED, TYPED)],
    "status": ["waiting", "waiting", "done"],
    "signers": [REPORTER[0], *(name for name, _position, _part in SUPERIORS)],
}


def main(what: str, database: Path, pdf: Path | None = None) -> None:
    """Fill the memo and stay, or show what there is."""
    app = application()
    clerk = open_window(database)
    if what == "fill" and pdf is not None:
        fill_memo(clerk, pdf)
        sys.stdout.write("filled\n")
        sys.stdout.flush()
        app.exec()
    else:
        sys.stdout.write(json.dumps(shown(clerk)) + "\n")
        close_window(clerk)


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
