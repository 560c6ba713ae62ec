"""The menu of the columns: sort and filter by one, hide, show, freeze, and back to how the form has them."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QMenu

from desktop_app.language import _
from ui.grid.arrangement import Wish
from ui.grid.columns import STATUS_WORDS
from ui.grid.frame import GridFrame

Arrange = Callable[[Wish], None]


def fill_column_menu(menu: QMenu, view: GridFrame, column: int, wish: Wish, arrange: Arrange) -> None:
    """Put into the menu what can be done with this column and with all of them."""
    if column in view.columns.shown:
        _offer_order(menu, view, column, wish, arrange)
    _offer_statuses(menu, view, wish, arrange)
    if not wish.is_plain:
        menu.addAction(_("แสดงทุกแถวตามลำดับรายงาน"), lambda: arrange(Wish()))
    menu.addSeparator()
    _offer_columns(menu, view, column)
    menu.addSeparator()
    for at, one in enumerate(view.report.columns):
        action = menu.addAction(one.name)
        action.setCheckable(True)
        action.setChecked(at in view.columns.shown)
        action.triggered.connect(lambda shown=False, at=at: view.columns.hide(at, not shown))


def _offer_columns(menu: QMenu, view: GridFrame, column: int) -> None:
    columns, frozen = view.columns, view.columns.frozen
    if column in columns.shown:
        name = view.report.columns[column].name
        hide = menu.addAction(_("ซ่อนคอลัมน์ “{name}”").format(name=name), lambda: columns.hide(column, True))
        hide.setEnabled(columns.shown != [column])
        if not frozen or column != frozen[-1]:
            menu.addAction(_("ตรึงถึงคอลัมน์ “{name}”").format(name=name), lambda: columns.freeze(column))
    if frozen:
        menu.addAction(_("เลิกตรึงคอลัมน์"), lambda: columns.freeze(None))
    menu.addAction(_("คืนความกว้างและคอลัมน์ตามแบบ"), columns.reset)


def _offer_order(menu: QMenu, view: GridFrame, column: int, wish: Wish, arrange: Arrange) -> None:
    one = view.report.columns[column]
    for words, descending in (
        (_("เรียง “{name}” น้อยไปมาก (ก-ฮ)").format(name=one.name), False),
        (_("เรียงมากไปน้อย (ฮ-ก)"), True),
    ):
        wanted = replace(wish, sort=one.id, descending=descending)
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(wanted == wish)
        action.triggered.connect(lambda _on=False, wanted=wanted: arrange(wanted))


def _offer_statuses(menu: QMenu, view: GridFrame, wish: Wish, arrange: Arrange) -> None:
    """Offer to show only rows of one status, where the form has statuses."""
    if all(one.status is None for one in view.report.columns):
        return
    inside = menu.addMenu(_("แสดงเฉพาะสถานะ"))
    for status, words in STATUS_WORDS.items():
        action = inside.addAction(words)
        action.setCheckable(True)
        action.setChecked(status in wish.statuses)
        wanted = replace(wish, statuses=wish.statuses ^ {status})
        action.triggered.connect(lambda _on=False, wanted=wanted: arrange(wanted))
