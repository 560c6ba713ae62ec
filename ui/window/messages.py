"""Short questions and sentences in a dialog. None of them blocks: each comes back through a call."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop_app.language import _
from ui.thai_text import display


def ask(
    parent: QWidget | None, title: str, sentence: str, answers: Sequence[tuple[str, Callable[[], object]]]
) -> QMessageBox:
    """Ask a question; each answer has its words and what it does. The last one is safe: Esc chooses it.

    The first answer is the default of Enter only when it is the safe one too.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    box.setText(display(sentence))
    box.setAccessibleDescription(sentence)
    buttons: dict[QPushButton, Callable[[], object]] = {}
    for words, act in answers:
        button = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        button.setToolTip(words)
        buttons[button] = act
    safe = list(buttons)[-1]
    box.setDefaultButton(safe)
    box.setEscapeButton(safe)
    # The call holds the box: without a parent nothing else keeps it alive until it is answered.
    box.buttonClicked.connect(lambda button, _kept=box: buttons[button]())
    box.open()
    return box


def tell(parent: QWidget | None, title: str, sentence: str, then: Callable[[], object]) -> QMessageBox:
    """Say one sentence in a dialog, then go on."""
    return ask(parent, title, sentence, [(_("ตกลง"), then)])


def nothing() -> None:
    """Do nothing: the answer that only closes the question."""
