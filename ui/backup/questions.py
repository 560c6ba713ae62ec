"""What is asked before reports of a bundle come in: who is who, and whether one comes in a second time."""

import queue
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.actions.bringing_in import Answers, Questions, Twin
from desktop_app.backup.watch import CancelledError
from desktop_app.language import _
from ui.backup.words import report_words
from ui.dialog_buttons import action_buttons
from ui.report.form_rows import heading, muted
from ui.thai_text import display

INTRO = _("ของเดิมในเครื่องไม่ถูกแก้ไข ไม่ว่าเลือกแบบใด")
NO_POSITION = _("ไม่ได้ระบุตำแหน่ง")
SAME_PERSON, OTHER_PERSON = _("คนเดียวกัน ใช้ชื่อที่มีในทำเนียบ"), _("คนละคน เพิ่มชื่อใหม่ในทำเนียบ")
SAME_REPORT = _("{report}: เหมือนฉบับที่มีในเครื่องทุกตัวอักษร")
OTHER_REPORT = _("{report}: หัวเรื่องและรอบเดียวกับฉบับที่มีในเครื่อง แต่เนื้อหาต่างกัน")
LEAVE_OUT, ONCE_MORE = _("ไม่นำเข้า ใช้ฉบับที่มีอยู่"), _("นำเข้าเป็นอีกฉบับหนึ่ง")


class QuestionsDialog(QDialog):
    """Shows all questions at once, each with the answer that is likely chosen."""

    def __init__(self, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("ก่อนนำรายงานเข้า"))
        self.setMinimumWidth(560)
        self._questions = questions
        self.people = [self._choice(SAME_PERSON, OTHER_PERSON) for _each in questions.namesakes]
        self.reports = [self._choice(LEAVE_OUT, ONCE_MORE) for _each in questions.twins]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(muted(INTRO))
        if questions.namesakes:
            column.addWidget(heading(_("ชื่อเหมือนกันแต่ตำแหน่งต่างกัน")))
        self._ask(column, [_person_words(*each) for each in _positions(questions)], self.people)
        if questions.twins:
            column.addWidget(heading(_("มีรายงานแบบนี้ในเครื่องแล้ว")))
        self._ask(column, [_twin_words(one) for one in questions.twins], self.reports)
        for twin, choice in zip(questions.twins, self.reports, strict=True):
            choice.setCurrentIndex(0 if twin.is_same else 1)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(area, 1)
        layout.addWidget(action_buttons(self, _("นำเข้า")))
        self.resize(600, min(600, 220 + 76 * len([*self.people, *self.reports])))

    @property
    def answers(self) -> Answers:
        """What is chosen now."""
        others = zip(self._questions.namesakes, self.people, strict=True)
        twins = zip(self._questions.twins, self.reports, strict=True)
        return Answers(
            frozenset(one for one, choice in others if choice.currentIndex() == 1),
            frozenset(one.report_id for one, choice in twins if choice.currentIndex() == 0),
        )

    def _ask(self, column: QVBoxLayout, words: Sequence[str], choices: Sequence[QComboBox]) -> None:
        for told, choice in zip(words, choices, strict=True):
            label = QLabel(display(told))
            label.setWordWrap(True)
            label.setBuddy(choice)
            choice.setAccessibleName(told)
            choice.setToolTip(told)
            column.addWidget(label)
            column.addWidget(choice)

    def _choice(self, *answers: str) -> QComboBox:
        choice = QComboBox()
        choice.addItems(answers)
        return choice


def _twin_words(twin: Twin) -> str:
    report = report_words(twin.fiscal_year, twin.round, twin.subject)
    return (SAME_REPORT if twin.is_same else OTHER_REPORT).format(report=report)


def _positions(questions: Questions) -> list[tuple[str, str, str]]:
    return [(one.name, one.position, one.position_here) for one in questions.namesakes]


def _person_words(name: str, there: str, here: str) -> str:
    there, here = (" ".join(words.split()) or NO_POSITION for words in (there, here))
    return _("{name}: ในชุดสำรอง “{there}” ในทำเนียบ “{here}”").format(name=name, there=there, here=here)


class Asking(QObject):
    """Lets work in a thread ask the person at the window, and wait for the answer."""

    _wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._answers: queue.SimpleQueue[Answers | None] = queue.SimpleQueue()
        self._wanted.connect(self._open)

    def decide(self, questions: Questions) -> Answers:
        """Ask, from a thread. Raises CancelledError when the question is put away."""
        self._wanted.emit(questions)
        answers = self._answers.get()
        if answers is None:
            raise CancelledError
        return answers

    def give_up(self) -> None:
        """Let work that waits for an answer, or is about to, be cancelled."""
        self._answers.put(None)

    def _open(self, questions: Questions) -> None:
        dialog = QuestionsDialog(questions, self._parent)
        dialog.accepted.connect(lambda: self._answers.put(dialog.answers))
        dialog.rejected.connect(lambda: self._answers.put(None))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
