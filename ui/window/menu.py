"""Every entry of the menus in one table: its words, keys, icon and hint. What stands here works."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.domain.cover_memo import can_go_under_memo
from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import Report, Round
from desktop_app.thai.digits import to_thai
from ui.settings.language_choice import NEXT_START
from ui.settings.language_choice import WORDS as LANGUAGE
from ui.theme import NORMAL, PERCENTS, icon, text_percent

FILE, EDIT, REPORT, VIEW = "ไ&ฟล์", "แ&ก้ไข", "&รายงาน", "&มุมมอง"
OFFICE, HELP = "&หน่วยงาน", "&ช่วยเหลือ"
MENUS = (FILE, EDIT, REPORT, VIEW, OFFICE, HELP)
STEPS = 9
"""Ctrl+1 … Ctrl+9 go to a step."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``keys`` are its shortcuts, the first one shown. ``needs_report``: off without a report."""

    id: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    hint: str = ""
    needs_report: bool = False
    checkable: bool = False
    ruled: bool = False
    """A line stands above it."""


ENTRIES = (
    Entry("new_report", FILE, "รายงานใหม่…", ("Ctrl+N",), "file-plus", "สร้างรายงานใหม่จากแบบรายงาน"),
    Entry("import_file", FILE, "นำเข้าจากไฟล์ข้อความ…", ("Ctrl+O",), "file-input", "อ่านรายงานเดิมจากไฟล์ข้อความ"),
    Entry(
        "paste_file",
        FILE,
        "วางตารางจากไฟล์ Word / Excel…",
        ("Ctrl+Shift+T",),
        "clipboard-paste",
        "อ่านตารางในไฟล์ Word หรือ Excel แล้วให้ดูก่อนวาง (ลากไฟล์มาวางบนหน้าต่างก็ได้)",
        True,
    ),
    Entry("save_now", FILE, "บันทึกเดี๋ยวนี้", ("Ctrl+S",), "check", "บันทึกสิ่งที่พิมพ์ค้างทันที", ruled=True),
    Entry(
        "save_pdf",
        FILE,
        "บันทึกเป็น PDF…",
        ("Ctrl+Shift+S",),
        "file-down",
        "บันทึกหน้ากระดาษเป็นไฟล์ PDF",
        True,
    ),
    Entry("print", FILE, "พิมพ์…", ("Ctrl+P",), "printer", "พิมพ์หน้ากระดาษตามตัวอย่าง", True),
    Entry(
        "issue",
        FILE,
        "พิมพ์ฉบับจริง…",
        ("Ctrl+Shift+P",),
        "printer",
        "ออกฉบับจริง พิมพ์ซ้ำฉบับที่ออกแล้ว และดูสิ่งที่เปลี่ยน",
        True,
    ),
    Entry(
        "back_up",
        FILE,
        "สำรองข้อมูล…",
        ("Ctrl+B",),
        "hard-drive-download",
        "เขียนข้อมูลทั้งหมดลงแฟลชไดรฟ์แล้วอ่านกลับมาตรวจ",
        ruled=True,
    ),
    Entry("restore", FILE, "กู้คืนจากชุดสำรอง…", (), "archive-restore", "กู้คืนทั้งหมด หรือนำรายงานบางฉบับเข้ามา"),
    Entry("quit", FILE, "ออกจากโปรแกรม", ("Ctrl+Q",), "x", "บันทึกแล้วปิดโปรแกรม", ruled=True),
    Entry("undo", EDIT, "เลิกทำ", ("Ctrl+Z",), "undo-2", "ย้อนการแก้ไขล่าสุด"),
    Entry("redo", EDIT, "ทำซ้ำ", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2", "ทำสิ่งที่เลิกทำไปอีกครั้ง"),
    Entry(
        "cell_history",
        EDIT,
        "ข้อความเดิมของช่องนี้…",
        ("Alt+F2",),
        "",
        "ดูข้อความที่เคยอยู่ในช่องนี้ และใช้อีกครั้งได้",
        True,
    ),
    Entry(
        "find_all",
        EDIT,
        "ค้นหาในรายงานทุกปี…",
        ("Ctrl+K", "Ctrl+F"),
        "search",
        "ค้นหาคำในรายงานทุกปีแล้วไปยังที่ที่พบ",
        ruled=True,
    ),
    Entry("replace", EDIT, "ค้นหาและแทนที่…", ("Ctrl+H",), "", "แทนที่ข้อความในรายงานที่เปิดอยู่หรือทุกปี"),
    Entry("next_step", REPORT, "ขั้นตอนถัดไป", ("Ctrl+PgDown",), "chevron-right", "ไปขั้นตอนถัดไป", True),
    Entry("previous_step", REPORT, "ขั้นตอนก่อนหน้า", ("Ctrl+PgUp",), "chevron-left", "กลับไปขั้นตอนก่อนหน้า", True),
    Entry(
        "next_year",
        REPORT,
        "ทำรายงานปีถัดไปจากฉบับนี้…",
        ("Ctrl+Shift+N",),
        "copy",
        "ยกมาตรการ วิธีการ และผู้รับผิดชอบไปรายงานใหม่ เลื่อนปีให้ ผลเริ่มว่าง",
        True,
        ruled=True,
    ),
    Entry(
        "continue_round",
        REPORT,
        "ทำรายงานรอบ ๑๒ เดือนต่อจากฉบับนี้…",
        ("Ctrl+Shift+M",),
        "",
        "เริ่มรายงานรอบ ๑๒ เดือนด้วยทุกอย่างที่กรอกไว้ในรอบ ๖ เดือน",
        True,
    ),
    Entry(
        "history",
        REPORT,
        "ประวัติการแก้ไข…",
        ("Ctrl+Shift+H",),
        "history",
        "ดูว่าใครแก้อะไรเมื่อใด และรายงานเคยเป็นอย่างไร",
        True,
        ruled=True,
    ),
    Entry(
        "under_memo",
        REPORT,
        "ส่งพร้อมบันทึกข้อความ",
        ("Ctrl+Shift+B",),
        "",
        "ใส่บันทึกข้อความพร้อมความเห็นผู้บังคับบัญชาไว้หน้ารายงาน เอาออกแล้วข้อความยังเก็บไว้",
        True,
        checkable=True,
        ruled=True,
    ),
    Entry("delete_report", REPORT, "ลบรายงาน…", (), "trash-2", "ลบรายงานที่เปิดอยู่ทั้งฉบับ", True, ruled=True),
    Entry(
        "show_preview",
        VIEW,
        "ตัวอย่างหน้ากระดาษ",
        ("F8",),
        "",
        "แสดงหรือซ่อนตัวอย่างหน้ากระดาษ",
        checkable=True,
    ),
    Entry(
        "page_strip",
        VIEW,
        "ภาพย่อของหน้า",
        ("Shift+F8",),
        "gallery-vertical",
        "แสดงหรือซ่อนภาพย่อของทุกหน้าข้างตัวอย่างหน้ากระดาษ",
        checkable=True,
    ),
    Entry(
        "overview",
        VIEW,
        "งานค้างและภาพรวมปี…",
        ("Ctrl+Shift+O",),
        "",
        "งานที่ยังไม่เสร็จ ของใคร เลยกำหนดหรือไม่ และความคืบหน้าของทุกรายงานในปี",
    ),
    Entry("go_reports", VIEW, "ไปที่รายการรายงาน", ("F6",), "file-text", "ย้ายไปเลือกรายงานในรายการด้านซ้าย"),
    Entry("go_step", VIEW, "ไปที่ช่องกรอก", ("F7",), "pen-line", "ย้ายไปช่องแรกของขั้นตอนนี้", True),
    Entry("go_findings", VIEW, "ไปที่ข้อควรตรวจ", ("F9",), "triangle-alert", "ย้ายไปรายการข้อควรตรวจ", True),
    Entry("dark", VIEW, "พื้นมืด", ("Ctrl+Shift+D",), "", "สลับพื้นสว่างกับพื้นมืด", checkable=True, ruled=True),
    Entry(
        "larger_text",
        VIEW,
        "ตัวอักษรใหญ่ขึ้น",
        ("Ctrl+Alt++", "Ctrl+Alt+="),
        "zoom-in",
        "ขยายตัวอักษรทั้งหน้าต่าง จำไว้ใช้ครั้งต่อไป",
        ruled=True,
    ),
    Entry("smaller_text", VIEW, "ตัวอักษรเล็กลง", ("Ctrl+Alt+-",), "zoom-out", "ย่อตัวอักษรทั้งหน้าต่าง จำไว้ใช้ครั้งต่อไป"),
    Entry("normal_text", VIEW, "ตัวอักษรขนาดปกติ", ("Ctrl+Alt+0",), "", "ใช้ตัวอักษรขนาดที่มากับโปรแกรม"),
    Entry("language", VIEW, f"{LANGUAGE}…", (), "", NEXT_START, ruled=True),
    Entry("settings", OFFICE, "ตั้งค่าหน่วยงาน…", ("Ctrl+,",), "settings", "ชื่อหน่วยงาน ที่ตั้ง และตรา"),
    Entry("people", OFFICE, "ทำเนียบบุคคล…", ("Ctrl+L",), "users", "ผู้ลงนามของหน่วยงาน"),
    Entry(
        "forms", OFFICE, "แบบรายงาน…", ("Ctrl+Shift+F",), "file-text", "แก้ ทำสำเนา นำเข้า และส่งออกแบบรายงาน"
    ),
    Entry("yearly", OFFICE, "ตารางประจำปี…", ("Ctrl+T",), "", "น้ำหนัก ระดับคะแนน มิติ และข้อ OIT ของแต่ละปี"),
    Entry("keys", HELP, "ปุ่มลัดทั้งหมด", ("F1",), "info", "รายการปุ่มลัดบนแป้นพิมพ์"),
    Entry("about", HELP, "เกี่ยวกับโปรแกรม", (), "circle-check", "รุ่นของโปรแกรมและที่เก็บข้อมูล", ruled=True),
)

_BY_ID = {entry.id: entry for entry in ENTRIES}


class Menus:
    """The window's menus; ``actions`` by id of their entry."""

    def __init__(self, window: QMainWindow) -> None:
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {words: window.menuBar().addMenu(words) for words in MENUS}
        for entry in ENTRIES:
            menu = self.menus[entry.menu]
            if entry.ruled:
                menu.addSeparator()
            action = _action(entry, window)
            menu.addAction(action)
            self.actions[entry.id] = action
        self._step_keys: list[QAction] = []
        self._row_actions: tuple[QAction, ...] = ()
        self.set_report_open(False)
        for name in ("undo", "redo"):
            self.set_undo(name, False, "")
        self.show_text_percent(text_percent())

    def connect(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Let each entry do its work; every id of the table must have a handler."""
        for name, action in self.actions.items():
            action.triggered.connect(lambda _checked=False, act=handlers[name]: act())

    def set_report_open(self, is_open: bool) -> None:
        """Switch off what needs an open report when there is none."""
        for entry in ENTRIES:
            if entry.needs_report:
                self.actions[entry.id].setEnabled(is_open)

    def set_report(self, report: Report | None, form: FormSpec | None) -> None:
        """Let the entries follow the open report: is it half a year's, can it be sent under a memo."""
        is_half = report is not None and report.round is Round.SIX_MONTHS
        self.actions["continue_round"].setEnabled(is_half)
        self.actions["under_memo"].setEnabled(form is not None and can_go_under_memo(form))
        self.actions["under_memo"].setChecked(report is not None and report.under_memo)

    def set_undo(self, name: str, can: bool, what: str) -> None:
        """Let "undo" or "redo" say what it would take back or do again; off when there is nothing."""
        entry, action = _BY_ID[name], self.actions[name]
        action.setEnabled(can)
        action.setText(f"{entry.words}: {what}" if can else entry.words)
        action.setToolTip(f"{action.text() if can else entry.hint} ({keys_text(entry.keys)})")

    def show_text_percent(self, percent: int) -> None:
        """Tell the size of type in use; off is what would change nothing."""
        self.actions["larger_text"].setEnabled(percent < max(PERCENTS))
        self.actions["smaller_text"].setEnabled(percent > min(PERCENTS))
        normal = self.actions["normal_text"]
        normal.setEnabled(percent != NORMAL)
        words = _BY_ID["normal_text"].words
        normal.setText(words if percent == NORMAL else to_thai(f"{words} (ขณะนี้ {percent}%)"))

    def set_steps(self, window: QMainWindow, labels: tuple[str, ...], go_to: Callable[[int], None]) -> None:
        """Put the steps of the open form into the menu, with Ctrl+1 and on."""
        menu = self.menus[REPORT]
        for action in self._step_keys:
            menu.removeAction(action)
            action.deleteLater()
        before = menu.actions()[0]
        self._step_keys = []
        for number, label in enumerate(labels[:STEPS], start=1):
            entry = Entry(f"step_{number}", REPORT, label, (f"Ctrl+{number}",), "", f"ไปที่ {label}")
            action = _action(entry, window)
            action.triggered.connect(lambda _checked=False, step=number - 1: go_to(step))
            menu.insertAction(before, action)
            self._step_keys.append(action)

    def set_rows(self, actions: Sequence[QAction]) -> None:
        """Put what the open report's table can do with rows under แก้ไข; nothing when it has none."""
        menu = self.menus[EDIT]
        for action in self._row_actions:
            menu.removeAction(action)
        self._row_actions = ()
        if actions:
            ruler = QAction(menu)
            ruler.setSeparator(True)
            self._row_actions = (ruler, *actions)
            menu.addActions(list(self._row_actions))


def keys_text(keys: tuple[str, ...]) -> str:
    """Return the first shortcut as it is read on a keyboard: "Ctrl+PgDown"."""
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.PortableText) if keys else ""


def all_keys(keys: tuple[str, ...]) -> str:
    """Return every shortcut of an entry: "Ctrl+Y / Ctrl+Shift+Z"."""
    return " / ".join(keys_text((one,)) for one in keys)


def _action(entry: Entry, window: QMainWindow) -> QAction:
    action = QAction(entry.words, window)
    action.setObjectName(entry.id)
    action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
    action.setCheckable(entry.checkable)
    if entry.icon:
        action.setIcon(icon(entry.icon))
    hint = f"{entry.hint} ({keys_text(entry.keys)})" if entry.keys else entry.hint
    action.setToolTip(hint)
    action.setStatusTip(hint)
    return action
