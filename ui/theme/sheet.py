"""The style sheet: what Fusion and the palette do not give. Few, simple rules for a fast first paint."""

from desktop_app.resources import resource
from ui.theme.colours import Tokens
from ui.theme.fonts import TITLE_POINTS, scaled

_SHEET = """
QToolTip { color: {text}; background: {panel}; border: 1px solid {line}; padding: 4px 8px; }
QMainWindow::separator, QSplitter::handle { background: {line}; }
QMenuBar { background: {panel}; border-bottom: 1px solid {line}; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: {accent_background}; }
QMenu { background: {panel}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: {accent_background}; color: {text}; }
QMenu::item:disabled { color: {muted}; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }
QStatusBar { background: {panel}; border-top: 1px solid {line}; color: {muted}; }
QStatusBar::item { border: none; }
QPushButton, QToolButton {
    background: {panel}; color: {text}; border: 1px solid {line}; border-radius: 6px;
    padding: 0 12px; min-height: {control_height}px;
}
QWidget#bar QPushButton, QWidget#middle QPushButton { qproperty-autoDefault: true; }
QToolButton { padding: 0 8px; }
QToolButton[words="true"] { padding: 0 4px 0 10px; }
QToolButton[popupMode="2"] { padding-right: 20px; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QPushButton:hover, QToolButton:hover { border-color: {accent}; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: {accent_background}; }
QPushButton:focus, QToolButton:focus { border: 1px solid {accent}; }
QPushButton:disabled, QToolButton:disabled { color: {muted}; background: transparent; }
QPushButton[main="true"], QDialog QPushButton:default {
    background: {accent}; color: {accent_text}; border-color: {accent};
}
QPushButton[main="true"]:disabled, QDialog QPushButton:default:disabled {
    background: {line}; color: {muted}; border-color: {line};
}
QPushButton[main="true"]:focus, QDialog QPushButton:default:focus { border: 2px solid {text}; }
QToolButton[flat="true"] { background: transparent; border: 1px solid transparent; }
QToolButton[flat="true"]:hover, QToolButton[flat="true"]:focus { border-color: {accent}; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    background: {panel}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 0 8px;
    selection-background-color: {accent}; selection-color: {accent_text};
}
QTextEdit, QPlainTextEdit { padding: 4px 6px; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: {control_height}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border-color: {accent};
}
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: {muted}; }
QComboBox::drop-down { border: none; width: 22px; }
QDateEdit::drop-down { border: none; width: 22px; }
QAbstractSpinBox { padding-right: 22px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("{drawings}/down.svg"); width: 14px; height: 14px; }
QAbstractSpinBox::down-arrow { image: url("{drawings}/down.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow { image: url("{drawings}/up.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: {panel}; border: 1px solid {line}; outline: none; }
QCheckBox, QMessageBox QLabel { padding-bottom: 3px; }
QCheckBox::indicator, QListView::indicator, QTableView::indicator {
    width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 3px; background: {panel};
}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {
    image: url("{drawings}/check.svg");
}
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: {accent}; }
QRadioButton::indicator {
    width: 12px; height: 12px; border: 1px solid {muted}; border-radius: 7px; background: {panel};
}
QRadioButton::indicator:checked {
    width: 6px; height: 6px; border: 4px solid {accent}; background: {accent_text};
}
QRadioButton:focus { color: {accent}; }
QTabBar QToolButton { padding: 0; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: {muted}; padding: 8px 16px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: {accent}; border-bottom: 2px solid {accent}; font-weight: bold; }
QTabBar::tab:hover, QTabBar::tab:focus { color: {text}; }
QTabWidget::pane { border: none; border-top: 1px solid {line}; }
QListView, QTreeView, QTableView {
    background: {panel}; border: 1px solid {line}; outline: none; gridline-color: {line};
    selection-background-color: {accent_background}; selection-color: {text};
}
QListView[flat="true"] { background: transparent; border: none; }
QListWidget#wordList { border: 1px solid {accent}; }
QListWidget#wordList::item { padding: 3px 6px; }
QTableWidget::item { padding: 0 8px; }
QHeaderView::section {
    background: {background}; color: {muted}; border: none; border-right: 1px solid {line};
    border-bottom: 1px solid {line}; padding: 6px 8px; font-weight: bold;
}
QHeaderView::section:vertical {
    background: {panel}; color: {text}; font-weight: normal; padding: 6px 0; border-right: 1px solid {line};
}
QHeaderView::section:vertical:checked { background: {accent_background}; }
QTextEdit#cellEditor {
    border: 2px solid {accent}; border-radius: 0; background: {editing}; padding: 4px 6px;
}
QLabel#told { background: {panel}; border: 1px solid {error}; border-radius: 6px; }
QTableCornerButton::section {
    background: {background}; border: none; border-right: 1px solid {line}; border-bottom: 1px solid {line};
}
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: {line}; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: {line}; border: none; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: {done}; border-radius: 2px; }
QProgressDialog QProgressBar::chunk { background: {accent}; }
QLabel[role="muted"] { color: {muted}; padding-bottom: 1px; }
QLabel[role="heading"] { color: {muted}; font-weight: bold; background: transparent; }
QLabel[role="waiting"] { color: {waiting}; }
QLabel[role="now"] { color: {accent}; font-weight: bold; }
QLabel[role="error"] { color: {error}; }
QLabel[role="done"] { color: {done}; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="title"] { padding-bottom: 2px; font-size: {title_points}pt; font-weight: bold; }
QFrame[role="card"] { background: {panel}; border: 1px solid {line}; border-radius: 8px; }
QWidget[role="panel"] { background: {panel}; }
"""
CONTROL_HEIGHT = 28
"""Height of a line or a button inside its frame at 100 % (px)."""


def style_sheet(tokens: Tokens) -> str:
    """Return the window's style sheet in these colours.

    ``autoDefault``: Enter presses the button that has the keyboard, as it does in every dialog.

    Properties a widget may set: ``main`` = "true" on the one main button; ``flat`` = "true" on a quiet
    tool button or list, ``words`` = "true" on one with icon and text; ``role`` = "muted", "strong",
    "waiting", "error", "done", "now", "title" on a label, "card" on a frame, "panel" on a widget.
    """
    sheet = _SHEET.replace("{drawings}", resource("icons", "sheet").as_posix())
    sheet = sheet.replace("{control_height}", str(round(scaled(CONTROL_HEIGHT))))
    sheet = sheet.replace("{title_points}", f"{scaled(TITLE_POINTS):g}")
    for name, colour in tokens._asdict().items():
        sheet = sheet.replace("{" + name + "}", str(colour))
    return sheet
